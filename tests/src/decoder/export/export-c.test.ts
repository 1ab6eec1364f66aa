import { afterAll, describe, expect, it } from 'vitest';
import { Synthesizer } from '../../../../src/body/synthesis/synthesizer.js';
import { Decoder, type Decision } from '../../../../src/decoder/decoder.js';
import { exportC } from '../../../../src/decoder/export/export-c.js';
import { FilterChain } from '../../../../src/decoder/filters/filter-chain.js';
import { Windower } from '../../../../src/decoder/window.js';
import type { SampleBlock } from '../../../../src/ground/signal/sample-block.js';
import { recordCalibration } from '../../../../src/patient/calibrate.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { parseScenario } from '../../../../src/scenario/scenario.js';
import { cCompiler, CDecoder, cppCompiler, type CDecision } from '../../../support/c-decoder.js';
import { trained } from '../../../support/trained-decoders.js';
import { recording } from '../../../support/training-recordings.js';

const made: CDecoder[] = [];
afterAll(() => made.forEach((one) => one.remove()));

function inC(decoder: Decoder): CDecoder {
  const one = new CDecoder(exportC(JSON.parse(JSON.stringify(decoder))));
  made.push(one);
  return one;
}

function decisionsOf(decoder: Decoder, signal: SampleBlock): Decision[] {
  const decisions: Decision[] = [];
  const chain = new FilterChain(decoder.filters, signal.sampleRateHz, signal.channels);
  const windower = new Windower(decoder.spec, signal.sampleRateHz, signal.channels);
  decoder.reset();
  windower.push(chain.process(signal), (window) => decisions.push(decoder.decide(window)));
  return decisions;
}

/** Share of decisions that agree, and of log posteriors that are within 1e-3 of ours, relative to their size. */
function agreement(ours: readonly Decision[], theirs: readonly CDecision[]) {
  let same = 0;
  let close = 0;
  let all = 0;
  let speeds = 0;
  ours.forEach((decision, n) => {
    const other = theirs[n];
    if (!other) return;
    if (decision.smoothed === other.decided && decision.rejected === other.rejected) same++;
    speeds = Math.max(
      speeds,
      decision.smoothed === other.decided ? Math.abs(decision.speed - other.speed) : 0,
    );
    decision.posterior.forEach((p, k) => {
      if (p < 1e-30) return;
      const [score, got] = [Math.log(p), Math.log(other.posterior[k] ?? 0)];
      all++;
      if (Math.abs(score - got) <= 1e-3 * Math.max(1, Math.abs(score))) close++;
    });
  });
  return { same: same / ours.length, close: close / all, speeds };
}

describe.skipIf(cCompiler === undefined)('an exported decoder in C', () => {
  const scenario = presetByName('transhumeral-tmr', { seed: 7 });
  const recordings = recordCalibration(scenario);
  const { signal } = new Synthesizer(scenario).next(40 * scenario.sampleRateHz);
  const channelNames = scenario.electrodes.positions.map(({ name }) => name);

  it.each([
    ['HTD', 'lda'],
    ['HTD', 'qda'],
    ['HTD', 'mlp'],
    ['TDAR', 'lda'],
    ['TDAR', 'qda'],
    ['TDAR', 'mlp'],
  ])('decides a whole recording as ours does: %s, %s', (features, classifier) => {
    const { decoder: spec } = parseScenario({
      ...scenario,
      decoder: { features: [features], classifier, modelOptions: { epochs: 4 } },
    });
    const { decoder } = Decoder.train(spec, recordings, {
      sampleRateHz: scenario.sampleRateHz,
      channelNames,
    });
    const c = inC(decoder);
    expect(c.selfTest()).toContain('0 others');
    const ours = decisionsOf(decoder, signal);
    const theirs = c.decide(signal);
    expect(ours.length).toBeGreaterThan(700);
    expect(new Set(ours.map(({ decided }) => decided)).size).toBeGreaterThan(4);
    expect(theirs.length).toBe(ours.length);
    const got = agreement(ours, theirs);
    expect(got.same).toBeGreaterThanOrEqual(0.999);
    expect(got.close).toBeGreaterThanOrEqual(0.99);
    expect(got.speeds).toBeLessThan(1e-4);
  });
});

/** Decoders that between them take every way through the writers, with what takes them there. */
const ways: readonly (readonly [what: string, patch: object])[] = [
  ['counts and amplitudes', { features: ['LS9', 'HTD'], classifier: 'gaussian-naive-bayes' }],
  [
    'shapes',
    { features: ['HJORTH', 'ITD', 'COMB', 'SKEW', 'KURT', 'PAP', 'MPK', 'TM5'], classifier: 'mahalanobis' },
  ],
  [
    'moments',
    { features: ['TDPSD', 'ACT', 'MAVFD', 'MZP', 'MLK', 'MAVSLP3', 'CC'], classifier: 'nearest-centroid' },
  ],
  [
    'LibEMG’s counts',
    { features: ['HTD', 'WAMP'], thresholds: 'libemg', standardize: false, classifier: 'linear-svm' },
  ],
  [
    'gaps between windows, no filters',
    { filters: [], windowMs: 100, stepMs: 130, smoothing: { majorityVotes: 1 } },
  ],
  [
    'every step after the model',
    {
      filters: [{ kind: 'lowpass', cutoffHz: 300 }],
      classifier: 'linear-svm',
      smoothing: {
        fusionWindows: 3,
        rejectBelow: 0.7,
        rejectBelowPerClass: { rest: 0.2 },
        onsetRestSd: 4,
        debounceDecisions: 2,
        rampDecisions: 4,
      },
      proportional: { map: 'logistic', minimumSpeedPercent: 20 },
    },
  ],
];

describe.skipIf(cCompiler === undefined)('C of every kind', () => {
  const parts = ['rest', 'hand-close', 'elbow-flexion', 'hand-open', 'rest'].map(
    (label) => recording(label, 7).signal,
  );
  const [first] = parts;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const data = new Float32Array(4 * length);
  parts.forEach((part, n) => {
    // Electrodes have offsets.
    for (let c = 0; c < 4; c++)
      for (let i = 0; i < part.length; i++)
        data[c * length + n * part.length + i] = 0.01 * c + (part.data[c * part.length + i] ?? 0);
  });
  // A sample is missing, and one is beyond all numbers.
  data[length + 2500] = NaN;
  data[2 * length + 3100] = Infinity;
  const signal: SampleBlock = { index: 0, sampleRateHz: first?.sampleRateHz ?? 0, channels: 4, length, data };

  it.each(ways)('%s: decides as ours, and costs what its head says', (_, patch) => {
    const decoder = trained(patch);
    const c = inC(decoder);
    expect(c.selfTest()).toMatch(/24 decisions, 0 others/);
    const ours = decisionsOf(decoder, signal);
    const got = agreement(ours, c.decide(signal));
    expect(got.same).toBe(1);
    expect(got.close).toBeGreaterThan(0.97);
    expect(got.speeds).toBeLessThan(1e-4);
    const tables = [
      ...c.text.matchAll(/^static const (?:float|int) (?!levels|expected|posteriors|last_)\w+\[(\d+)\]/gm),
    ];
    const bytes = tables.reduce((sum, [, count]) => sum + 4 * Number(count), 0);
    expect(c.text).toContain(`tables:       ${bytes} bytes`);
    if (cppCompiler === undefined) return;
    const said =
      /per sample: +(\d+)[^]*per decision: (\d+)[^]*? and (\d+) calls/.exec(c.text)?.slice(1).map(Number) ??
      [];
    const [sample = 0, operations = 0, calls = 0] = c.work(signal);
    expect(said[0]).toBe(sample);
    expect([(said[1] ?? 0) >= operations, (said[2] ?? 0) >= calls]).toEqual([true, true]);
    expect(operations / (said[1] ?? 1)).toBeGreaterThan(0.98);
    expect(calls / (said[2] ?? 1)).toBeGreaterThan(0.9);
  });
});
