import { describe, expect, it } from 'vitest';
import { decoderFields } from '../../../../src/decoder/decoder-fields.js';
import { unknownClasses } from '../../../../src/decoder/evaluation/unknown-classes.js';
import { trainingWindows } from '../../../../src/decoder/training/training-windows.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';
import { createBlock, type SampleBlock } from '../../../../src/ground/signal/sample-block.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';

const context = { sampleRateHz: 1000, channelNames: ['biceps', 'triceps'] };
const noise = (length: number, uv: number, hum: (t: number) => number = () => 0): SampleBlock => {
  const random = new RandomStream(1, `notes/${length}/${uv}`);
  const block = createBlock(0, 1000, 2, length);
  for (let i = 0; i < block.data.length; i++) {
    const channel = Math.floor(i / length);
    block.data[i] = 1e-6 * (uv * random.normal() + (channel === 1 ? hum((i % length) / 1000) : 0));
  }
  return block;
};
const recordings = (rest: SampleBlock) => [
  { label: 'rest', repetition: 0, signal: rest },
  { label: 'hand-close', repetition: 0, signal: noise(2000, 50) },
];
const warningsOf = (list: Parameters<typeof trainingWindows>[1], decoder: Record<string, unknown> = {}) =>
  trainingWindows(parseFields(decoderFields, decoder), list, context).warnings;
const line = (hz: number, uv: number) => (t: number) => uv * Math.SQRT2 * Math.sin(2 * Math.PI * hz * t);
const notch = (cutoffHz: number, harmonics: number) => ({ kind: 'notch', cutoffHz, harmonics, q: 30 });

describe('notes of what is repaired or lost', () => {
  it('has none where nothing is', () => {
    expect(warningsOf(recordings(noise(4000, 3)))).toEqual([]);
  });

  it('counts replaced samples by channel', () => {
    const [rest, close] = recordings(noise(4000, 3));
    rest.signal.data[100] = NaN;
    close.signal.data.fill(Infinity, 2500, 2520);
    expect(warningsOf([rest, close])).toEqual([
      'samples that are no finite numbers were replaced by the last one that is: 1 on channel biceps, 20 on channel triceps',
    ]);
  });

  it('tells of recordings that are too short in one sentence', () => {
    const short = { label: 'hand-close', repetition: 1, signal: noise(150, 50) };
    const list = [...recordings(noise(4000, 3)), short, short, { ...short, label: 'hand-open' }];
    expect(warningsOf(list, { trimStartMs: 0 })).toEqual([
      '3 recordings are too short for a window of 200 ms and left out: 2 of hand-close, 1 of hand-open; 0.5 s in all',
    ]);
  });
});

describe('mains hum that the filters let through', () => {
  const filters = [{ kind: 'highpass', order: 4, cutoffHz: 20 }, notch(50, 1)];

  it('is named with its frequency, its channel and its size', () => {
    const [warning, ...others] = warningsOf(recordings(noise(4000, 3, line(60, 12))), { filters });
    expect(others).toEqual([]);
    expect(warning).toMatch(
      /^60 Hz hum of 1[12]\.\d µV \(at 60 Hz\) remains on channel triceps at rest, beside [23]\.\d µV/,
    );
    expect(warning).toContain('{"kind":"notch","cutoffHz":60,"harmonics":1}');
  });

  it('is silent once the notch that it asks for is there', () => {
    const hum = (t: number) => line(50, 30)(t) + line(150, 15)(t) + line(250, 8)(t);
    const rest = recordings(noise(4000, 3, hum));
    const [warning] = warningsOf(rest, { filters });
    expect(warning).toMatch(/^50 Hz hum of 1\d\.\d µV \(at (50, )?150, 250 Hz\)/);
    expect(warning).toContain('"harmonics":5');
    expect(warningsOf(rest, { filters: [filters[0], notch(50, 5)] })).toEqual([]);
  });

  it('is not told of where it is small beside the noise, nor where there is no rest', () => {
    expect(warningsOf(recordings(noise(4000, 3, line(60, 1))), { filters })).toEqual([]);
    const moving = recordings(noise(4000, 3, line(60, 12))).map((one) => ({ ...one, label: 'hand-open' }));
    expect(warningsOf(moving, { filters })).toEqual([]);
  });
});

describe('classes that a split keeps from being learned or tested', () => {
  const labels = ['a', 'a', 'b', 'b', 'c', 'c'];

  it('are named', () => {
    expect(unknownClasses(labels, [{ train: [0, 2, 4], test: [1, 3, 5] }])).toEqual([]);
    expect(unknownClasses(labels, [{ train: [0, 2, 3], test: [1, 4, 5] }])).toEqual([
      'nothing of c is among what is learned from: its 2 windows tested cannot be decided rightly, and count as wrong',
      'b is learned but not tested: no window of it is in what is tested',
    ]);
  });

  it('are named where each repetition is left out in turn', () => {
    const parts = [
      { train: [0, 2], test: [1, 3] },
      { train: [1, 3, 4, 5], test: [0, 2] },
    ];
    expect(unknownClasses(labels, parts)).toEqual([
      'c is not tested: only one of what is left out in turn has it, so that it could not be learned',
    ]);
  });
});
