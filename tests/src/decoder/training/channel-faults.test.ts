import { describe, expect, it } from 'vitest';
import { decoderFields } from '../../../../src/decoder/decoder-fields.js';
import { Decoder } from '../../../../src/decoder/decoder.js';
import { classifierKinds } from '../../../../src/decoder/model-fields.js';
import { channelFaults } from '../../../../src/decoder/training/channel-faults.js';
import type { TrainingRecording } from '../../../../src/decoder/training/training-windows.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';
import { createBlock } from '../../../../src/ground/signal/sample-block.js';
import { decideRecordings } from '../../../../src/study/decide-recordings.js';
import { evaluateCells } from '../../../../src/study/evaluate-cells.js';
import { patterns, recording, recordings } from '../../../support/training-recordings.js';

type Fault = (x: number, i: number, channels: readonly Float32Array[], n: number) => number;
const names = ['A', 'B', 'C', 'D', 'E'];

/** The recording with a fifth channel, of which each sample comes of the others. */
function beside(fault: Fault, one: TrainingRecording, n = 0): TrainingRecording {
  const { index, sampleRateHz, channels, length, data } = one.signal;
  const signal = createBlock(index, sampleRateHz, channels + 1, length);
  signal.data.set(data);
  const own = Array.from({ length: channels }, (_, c) => data.subarray(c * length, (c + 1) * length));
  for (let i = 0; i < length; i++) signal.data[channels * length + i] = fault(own[3][i], i, own, n);
  return { ...one, signal };
}
const faulty = (fault: Fault) => recordings().map((one, n) => beside(fault, one, n));
const found = (fault: Fault) => channelFaults(faulty(fault), names);
const noise = (i: number): number => 3e-5 * Math.sin(i * i * 0.731);

describe('channelFaults', () => {
  it('has nothing to say of sound channels', () => {
    expect(found((_, i) => noise(i))).toEqual({ leftOut: [], repeated: [], warnings: [] });
  });

  it.each<[string, Fault]>([
    ['silence', () => 0],
    ['an offset', () => 0.0123],
    ['an offset after a change of unit', (_, i) => 0.0123 * (1 + (i % 2) * 1e-7)],
    ['an offset of its own in every recording', (_x, _i, _o, n) => 0.01 * n],
  ])('names a channel of %s', (_, fault) => {
    const { leftOut, warnings } = found(fault);
    expect(leftOut).toEqual([4]);
    expect(warnings).toEqual(['channel 5 (E) never changes; it is left out']);
  });

  it('names a channel without a number', () => {
    expect(found(() => NaN).warnings).toEqual(['channel 5 (E) holds no number; it is left out']);
  });

  it('does not say a number twice', () => {
    const numbered = ['ch1', 'ch2', 'ch3', 'ch4', 'Channel 5'];
    expect(
      channelFaults(
        faulty(() => 0),
        numbered,
      ).warnings[0],
    ).toMatch(/^channel 5 never changes/);
  });

  it.each<[string, Fault]>([
    ['copied', (x) => x],
    ['amplified', (x) => 3 * x],
    ['inverted and shifted', (x) => 0.001 - x],
  ])('names a channel that is another one %s', (_, fault) => {
    const { leftOut, repeated, warnings } = found(fault);
    expect(leftOut).toEqual([]);
    expect(repeated).toEqual([[4, 3]]);
    expect(warnings).toEqual(['channel 5 (E) repeats channel 4 (D)']);
  });

  it('takes neighbours for what they are', () => {
    expect(found((x, i) => x + 0.02 * noise(i)).warnings).toEqual([]);
  });

  it.each<[string, Fault, RegExp]>([
    [
      'highest',
      (_, i) => (i % 1000 < 370 ? 0.3 : noise(i)),
      /^channel 5 \(E\) stands at its highest value for 37 %/,
    ],
    ['lowest', (_, i) => (i % 1000 < 800 ? -0.3 : noise(i)), /stands at its lowest value for 80 %/],
    ['lowest', (_, i) => (i % 1000 < 50 ? 0 : 512 + 1e5 * noise(i)), /stands at its lowest value for 5 %/],
  ])('names a channel that stands at its %s value', (_, fault, message) => {
    const { leftOut, warnings } = found(fault);
    expect(leftOut).toEqual([]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(message);
  });

  it.each<[string, Fault]>([
    ['of few steps', (_, i) => Math.round(1.2 * Math.sin(i * i * 0.731))],
    [
      'whose envelope rests at a floor',
      (_, i) => 0.0024 + Math.max(0, 0.3 * (i % 1000 < 600 ? 0 : ((i % 1000) - 600) / 400)),
    ],
    ['whose peaks are cut off', (x) => Math.max(-2e-4, Math.min(2e-4, 3 * x))],
  ])('takes a channel %s for sound', (_, fault) => {
    expect(found(fault).warnings.filter((warning) => !warning.includes('repeats'))).toEqual([]);
  });

  it('names recordings in which a channel falls silent', () => {
    expect(found((_x, i, _o, n) => (n > 11 ? 1e-6 : noise(i))).warnings).toEqual([
      'channel 5 (E) does not change in 3 of 15 recordings (the first: hand-open, repetition 2)',
    ]);
  });
});

const specOf = (patch: unknown) =>
  parseFields(decoderFields, { modelOptions: { trees: 10, epochs: 15 }, ...Object(patch) });
const known = new Map<string, number>();
/** Accuracy without the fifth channel. */
const without = (patch: unknown): number => {
  const key = JSON.stringify(patch);
  const signal = { sampleRateHz: 1000, channelNames: names.slice(0, 4) };
  const accuracy = known.get(key) ?? Decoder.train(specOf(patch), recordings(), signal).report.accuracy;
  known.set(key, accuracy);
  return accuracy;
};

const faults: [string, Fault, RegExp][] = [
  ['silent', () => 0, /channel 5 \(E\) never changes; it is left out/],
  ['constant', () => 0.9, /channel 5 \(E\) never changes; it is left out/],
  ['lost', () => NaN, /channel 5 \(E\) holds no number; it is left out/],
  ['doubled', (x) => x, /channel 5 \(E\) repeats channel 4 \(D\)/],
  [
    'railed',
    (_, i) => (i % 2000 < 740 ? 0.3 : noise(i)),
    /channel 5 \(E\) stands at its highest value for 37 %/,
  ],
];

describe.each(faults)('a decoder beside a %s channel', (name, fault, message) => {
  const signal = { sampleRateHz: 1000, channelNames: names };
  const training = faulty(fault);
  const tried = (patch: unknown) => Decoder.train(specOf(patch), training, signal);
  // A channel that works by halves takes part by halves.
  const cost = name === 'railed' ? 0.1 : 0.03;

  it.each(classifierKinds)('decides as well by %s', (classifier) => {
    for (const features of [['TDPSD'], ['HTD', 'MFL']]) {
      const { decoder, report } = tried({ classifier, features });
      expect(report.accuracy, `${features}`).toBeGreaterThan(without({ classifier, features }) - cost);
      expect(report.warnings.join('\n')).toMatch(message);
      expect(report.warnings.join('\n')).not.toMatch(/[Rr]ecord more/);
      const copy = Decoder.fromJSON(JSON.parse(JSON.stringify(decoder)));
      const unseen = Object.keys(patterns).map((label) => beside(fault, recording(label, 9)));
      const decisions = decideRecordings(copy, unseen, 'learned');
      const right = decisions.filter(({ decided, label }) => decided === label);
      expect(right.length / decisions.length).toBeGreaterThan(0.9);
    }
  });

  it('decides by regression and by two sites', () => {
    const regression = tried({ control: 'regression' });
    expect(regression.report.accuracy).toBeGreaterThan(0.9);
    expect(regression.report.warnings.join('\n')).toMatch(message);
    const direct = tried({ control: 'direct', direct: { joints: ['elbow', 'hand'] } });
    expect(direct.report.warnings.join('\n')).toMatch(message);
    const flexion = decideRecordings(
      direct.decoder,
      [beside(fault, recording('elbow-flexion', 9))],
      'learned',
    );
    expect(flexion.filter(({ decided }) => decided === 'elbow-flexion').length).toBeGreaterThan(
      flexion.length * 0.9,
    );
  });

  it('is evaluated with a note, and no note twice', async () => {
    const segments = training.map((one) => ({ ...one, trial: '0' }));
    const { cells, failures } = await evaluateCells({
      data: { ...signal, segments },
      spec: parseFields(decoderFields, { features: ['HTD'] }),
      classifiers: ['lda', 'gaussian-naive-bayes'],
      split: {},
      rejectBelow: 0,
    });
    expect(failures).toEqual([]);
    for (const { metrics, warnings } of cells) {
      expect(metrics.accuracy).toBeGreaterThan(0.95);
      expect(warnings.join('\n')).toMatch(message);
      if (name !== 'railed') expect(warnings).toHaveLength(1);
    }
  });
});

describe('a decoder of channels that are all dead', () => {
  it('is refused', () => {
    const dead = recordings().map((one) => ({
      ...one,
      signal: { ...one.signal, data: one.signal.data.map(() => 0.3) },
    }));
    expect(() =>
      Decoder.train(parseFields(decoderFields, {}), dead, {
        sampleRateHz: 1000,
        channelNames: names.slice(0, 4),
      }),
    ).toThrow(/4 channels of which none ever changes/);
  });
});
