import { describe, expect, it } from 'vitest';
import { decoderFields, type DecoderSpec } from '../../../src/decoder/decoder-fields.js';
import { Decoder } from '../../../src/decoder/decoder.js';
import { filterSpecs } from '../../../src/decoder/filters/filter-fields.js';
import { FilterChain } from '../../../src/decoder/filters/filter-chain.js';
import { classifierKinds, regressorKinds } from '../../../src/decoder/model-fields.js';
import { Lda } from '../../../src/decoder/classifiers/lda.js';
import type { Decision } from '../../../src/decoder/decision.js';
import type { TrainingRecording } from '../../../src/decoder/training/training-windows.js';
import { Windower } from '../../../src/decoder/window.js';
import { ModelError } from '../../../src/ground/signal/errors.js';
import { parseFields } from '../../../src/ground/signal/parse-fields.js';
import { createBlock } from '../../../src/ground/signal/sample-block.js';
import { recording, recordings } from '../../support/training-recordings.js';

const context = { sampleRateHz: 1000, channelNames: ['A', 'B', 'C', 'D'] };
const specOf = (patch: unknown = {}): DecoderSpec =>
  parseFields(decoderFields, { modelOptions: { trees: 10, epochs: 10 }, ...Object(patch) });

function run(decoder: Decoder, { signal }: TrainingRecording, skip = 6): Decision[] {
  const decisions: Decision[] = [];
  const { specs } = filterSpecs(decoder.spec.filters, signal.sampleRateHz);
  const filtered = new FilterChain(specs, signal.sampleRateHz, signal.channels).process(signal);
  const windower = new Windower(decoder.spec, signal.sampleRateHz, signal.channels);
  windower.push(filtered, (window) => decisions.push(decoder.decide(window)));
  return decisions.slice(skip);
}

function errorOf(action: () => unknown): ModelError {
  try {
    action();
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error('expected a ModelError');
}

describe('classification', () => {
  it.each(classifierKinds)('%s decides repetitions it never saw, the same after JSON', (classifier) => {
    const { decoder, report } = Decoder.train(specOf({ classifier }), recordings(), context);
    expect(decoder.classes).toEqual(['elbow-extension', 'elbow-flexion', 'hand-close', 'hand-open', 'rest']);
    expect(report.accuracy).toBeGreaterThan(0.95);
    const copy = Decoder.fromJSON(JSON.parse(JSON.stringify(decoder)), { ...context, spec: decoder.spec });
    for (const label of decoder.classes) {
      const unseen = recording(label, 9);
      const decisions = run(decoder, unseen);
      const right = decisions.filter(({ smoothed }) => decoder.classes[smoothed] === label);
      expect(right.length / decisions.length, label).toBeGreaterThan(0.9);
      expect(run(copy, unseen), label).toEqual(decisions);
    }
  });

  const { decoder, report } = Decoder.train(specOf(), recordings(), context);

  it('reports confusion, counts and quality of each class', () => {
    expect(report.confusion.flat().reduce((a, b) => a + b)).toBe(report.windows.reduce((a, b) => a + b));
    // 2 s less 100 ms trimmed make 35 windows of 200 ms every 50 ms, in 3 repetitions.
    expect(report.windows).toEqual([105, 105, 105, 105, 105]);
    const byLabel = new Map(report.quality.map((quality) => [quality.label, quality]));
    expect(byLabel.get('rest')?.amplitudeOverRest).toBeCloseTo(1, 9);
    expect(byLabel.get('hand-close')?.amplitudeOverRest).toBeGreaterThan(5);
    for (const { separability, repeatability, advice } of report.quality) {
      expect(separability).toBeGreaterThan(4);
      expect(repeatability).toBeGreaterThan(0.5);
      expect(advice).toMatch(/^Good/);
    }
  });

  it('advises on movements that are alike, weak or short', () => {
    const alike = recordings(3, ['rest', 'hand-close', 'hand-open']).map((one) =>
      one.label === 'hand-open'
        ? { ...recording('hand-close', one.repetition + 50), label: 'hand-open', repetition: one.repetition }
        : one,
    );
    const advice = (recs: TrainingRecording[], label: string): string =>
      Decoder.train(specOf(), recs, context).report.quality.find((quality) => quality.label === label)
        ?.advice ?? '';
    expect(advice(alike, 'hand-open')).toMatch(/Often taken for hand-close/);
    const weak = recordings().map((one) =>
      one.label === 'hand-open' ? recording('hand-open', one.repetition, { strength: 0.04 }) : one,
    );
    expect(advice(weak, 'hand-open')).toMatch(/Weak: only .* times the amplitude of rest/);
    const short = recordings().filter(({ label, repetition }) => label !== 'hand-open' || repetition === 0);
    const clipped = short.map((one) =>
      one.label === 'hand-open' ? recording('hand-open', 0, { seconds: 1 }) : one,
    );
    expect(advice(clipped, 'hand-open')).toMatch(/Only 15 windows/);
  });

  it('is deterministic, and reset starts anew', () => {
    const again = Decoder.train(specOf(), recordings(), context);
    expect(JSON.stringify(again.decoder)).toBe(JSON.stringify(decoder));
    decoder.reset();
    const first = run(decoder, recording('hand-open', 7));
    decoder.reset();
    expect(run(decoder, recording('hand-open', 7))).toEqual(first);
  });

  it('stamps decisions with the sample after the window, and grows faster with strength', () => {
    decoder.reset();
    const unseen = recording('hand-close', 8);
    const decisions = run(decoder, unseen, 0);
    expect(decisions[0].index).toBe(200);
    expect(decisions[1].index).toBe(250);
    const speeds = decisions.map(({ speed }) => speed);
    expect(speeds.at(-1)).toBeGreaterThan((speeds[6] ?? 1) + 0.3);
    const rest = run(decoder, recording('rest', 8));
    expect(rest.every(({ speed }) => speed === 0)).toBe(true);
  });

  it('knows its latency', () => {
    const latency = decoder.latency();
    expect(latency).toMatchObject({ windowDelayMs: 100, stepMs: 50, smoothingMs: 50 });
    expect(latency.filterMs).toBeGreaterThan(0);
    expect(latency.filterMs).toBeLessThan(20);
    expect(latency.totalMs).toBeCloseTo(200 + latency.filterMs, 9);
    expect(run(decoder, recording('rest', 1))[0].latencyMs).toBe(latency.totalMs);
  });

  it('does not stumble over a silent or a broken window', () => {
    const { decoder: logs } = Decoder.train(
      specOf({ features: ['MFL', 'LD', 'HTD'] }),
      recordings(),
      context,
    );
    const silent = { index: 0, channels: 4, length: 200, data: new Float32Array(800), sampleRateHz: 1000 };
    const { posterior } = logs.decide(silent);
    expect(posterior.every(Number.isFinite)).toBe(true);
    const broken = { ...silent, data: new Float32Array(800).fill(NaN) };
    const decided = logs.decide(broken);
    expect(decided.posterior.every(Number.isFinite)).toBe(true);
    expect(decided.speed).toBe(0);
    expect(logs.replacedFeatures).toBeGreaterThan(0);
  });

  it('takes a window of the shape of training only', () => {
    const wrong = { index: 0, channels: 3, length: 200, data: new Float32Array(600), sampleRateHz: 1000 };
    expect(() => decoder.decide(wrong)).toThrow(/3 channels × 200 samples at 1000 Hz, expected 4 × 200/);
  });

  it('adopts smoothing while running, and says what needs training', () => {
    const { decoder: live } = Decoder.train(specOf(), recordings(), context);
    const calm = specOf({ smoothing: { majorityVotes: 9 }, proportional: { enabled: false } });
    expect(live.update(calm)).toBe('block');
    expect(live.latency().smoothingMs).toBe(200);
    expect(run(live, recording('hand-open', 5)).at(-1)?.speed).toBe(1);
    expect(live.update(specOf({ windowMs: 150 }))).toBe('decoder');
    expect(live.update(specOf({ direct: { siteA: 2, onPercent: 30 } }))).toBe('decoder');
    expect(live.spec.direct).toMatchObject({ siteA: 0, onPercent: 30 }); // Sites take a training.
    expect(live.spec.windowMs).toBe(200);
  });

  it('learns additional recordings without the old ones', () => {
    const known = ['rest', 'hand-close', 'hand-open'];
    const { decoder: grown } = Decoder.train(specOf(), recordings(3, known), context);
    grown.add(recordings(3, ['elbow-flexion']));
    expect(grown.classes).toContain('elbow-flexion');
    expect(grown.counts).toMatchObject({ rest: 105, 'elbow-flexion': 105 });
    const decisions = run(grown, recording('elbow-flexion', 9));
    expect(decisions.filter(({ smoothed }) => grown.classes[smoothed] === 'elbow-flexion').length).toBe(
      decisions.length,
    );
    const knn = Decoder.train(specOf({ classifier: 'knn' }), recordings(), context).decoder;
    expect(errorOf(() => knn.add(recordings(1))).hint).toMatch(/Train again|lda/);
  });

  it('takes a classifier of one’s own, and posteriors from outside', () => {
    class Own extends Lda {
      override toJSON(): unknown {
        return { own: super.toJSON() };
      }
    }
    const classifier = {
      name: 'shrunk',
      create: () => new Own(),
      fromJSON: (saved: unknown): Lda => Lda.fromJSON(Object(saved).own),
    };
    const own = Decoder.train(specOf(), recordings(), {
      ...context,
      extensions: { classifier },
    }).decoder;
    const json: unknown = JSON.parse(JSON.stringify(own));
    expect(() => Decoder.fromJSON(json)).toThrow(/uses the classifier shrunk of your own/);
    const copy = Decoder.fromJSON(json, { extensions: { classifier } });
    expect(run(copy, recording('rest', 4))).toEqual(run(own, recording('rest', 4)));
    const window = { index: 0, channels: 4, length: 200, data: new Float32Array(800), sampleRateHz: 1000 };
    const vector = own.observe(window);
    expect(own.classify(vector, [0, 0, 1, 0, 0]).predicted).toBe(2);
    expect(() => own.classify(vector, [1, 0])).toThrow(/got 2 features|expected 5/);
  });

  it('says what differs when a saved decoder does not fit', () => {
    const json: unknown = JSON.parse(JSON.stringify(decoder));
    const message = errorOf(() =>
      Decoder.fromJSON(json, {
        sampleRateHz: 2000,
        channelNames: ['A'],
        spec: specOf({ features: ['TDAR'], direct: { siteA: 2 }, smoothing: { majorityVotes: 7 } }),
      }),
    ).message;
    expect(message).toMatch(/sampling rate in Hz was 1000 in training and is 2000/);
    expect(message).toMatch(/list of channels was \["A","B","C","D"\]/);
    expect(message).toMatch(/features was \["HTD"\] in training and is \["TDAR"\]/);
    expect(message).toMatch(/direct.siteA was 0 in training and is 2/);
    expect(message).not.toMatch(/smoothing/);
  });

  it('refuses damaged files', () => {
    const json = Object(JSON.parse(JSON.stringify(decoder)));
    for (const key of Object.keys(json)) {
      expect(() => Decoder.fromJSON({ ...json, [key]: undefined }), key).toThrow();
      expect(() => Decoder.fromJSON({ ...json, [key]: 'x' }), key).toThrow(ModelError);
    }
    for (const other of [null, 3, 'x', []]) expect(() => Decoder.fromJSON(other)).toThrow(ModelError);
  });

  it('refuses what it cannot learn from', () => {
    expect(() => Decoder.train(specOf(), [], context)).toThrow(/no training recordings/);
    expect(() => Decoder.train(specOf(), recordings(2, ['rest']), context)).toThrow(/one class only/);
    const short = recordings().map((one) => ({ ...one, signal: createBlock(0, 1000, 4, 50) }));
    expect(() => Decoder.train(specOf(), short, context)).toThrow(/longer than a window/);
    const other = { ...context, sampleRateHz: 2000 };
    expect(() => Decoder.train(specOf(), recordings(), other)).toThrow(
      /4 channels at 1000 Hz, expected 4 at 2000 Hz/,
    );
  });

  it('warns of one repetition, and of filters beyond the signal', () => {
    const { report: once } = Decoder.train(specOf(), recordings(1), context);
    expect(once.accuracy).toBeNaN();
    expect(once.warnings.join()).toMatch(/One repetition only/);
    const slow = recordings().map((one) => ({ ...one, signal: { ...one.signal, sampleRateHz: 200 } }));
    const { report: beyond } = Decoder.train(specOf(), slow, { ...context, sampleRateHz: 200 });
    expect(beyond.warnings.join()).toMatch(/low-pass at 450 Hz left out.*ends at 100 Hz/);
  });
});

describe.each(regressorKinds)('regression by %s', (regressor) => {
  const spec = specOf({ control: 'regression', regressor, modelOptions: { epochs: 40, ridge: 1 } });
  const { decoder } = Decoder.train(spec, recordings(), context);

  it('moves the joint that is meant, in its direction, faster with strength', () => {
    for (const [label, dof, direction] of [
      ['hand-close', 'hand', 1],
      ['hand-open', 'hand', -1],
      ['elbow-extension', 'elbow', -1],
    ] as const) {
      decoder.reset();
      const last = run(decoder, recording(label, 9)).at(-1);
      expect(direction * (last?.velocities?.[dof] ?? 0), label).toBeGreaterThan(0.4);
      expect(decoder.classes[last?.smoothed ?? 0]).toBe(label);
    }
    decoder.reset();
    const still = run(decoder, recording('rest', 9)).at(-1);
    expect(still?.speed).toBeLessThan(0.15);
  });

  it('survives JSON, and its shares are probabilities', () => {
    const copy = Decoder.fromJSON(JSON.parse(JSON.stringify(decoder)));
    decoder.reset();
    const decisions = run(decoder, recording('hand-close', 4));
    expect(run(copy, recording('hand-close', 4))).toEqual(decisions);
    for (const { posterior, fused } of decisions)
      for (const shares of [posterior, fused]) expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
  });
});

it('regression needs movements it can name', () => {
  const named = recordings(2, ['rest', 'hand-close']).map((one) => ({
    ...one,
    label: one.label === 'rest' ? '0' : '1',
  }));
  expect(() => Decoder.train(specOf({ control: 'regression' }), named, context)).toThrow(/got class [01]/);
});

describe('direct control', () => {
  const spec = specOf({ control: 'direct', direct: { joints: ['hand', 'elbow'] } });
  const { decoder } = Decoder.train(spec, recordings(), context);

  it('finds the sites and drives the hand', () => {
    const closing = run(decoder, recording('hand-close', 9)).at(-1);
    expect(closing?.velocities?.hand).toBeGreaterThan(0.3);
    expect(decoder.classes[closing?.smoothed ?? 0]).toBe('hand-close');
    const opening = run(decoder, recording('hand-open', 9)).at(-1);
    expect(opening?.velocities?.hand).toBeLessThan(-0.3);
    expect(run(decoder, recording('rest', 9)).at(-1)?.speed).toBe(0);
  });

  it('survives JSON', () => {
    const copy = Decoder.fromJSON(JSON.parse(JSON.stringify(decoder)));
    decoder.reset();
    expect(run(copy, recording('hand-open', 3))).toEqual(run(decoder, recording('hand-open', 3)));
  });

  it('says which site cannot be used', () => {
    const train = (direct: unknown, labels?: string[]) => () =>
      Decoder.train(specOf({ control: 'direct', direct }), recordings(2, labels), context);
    expect(train({ siteA: 9, siteB: 1 })).toThrow(/got channel 9, expected one within \[1, 4\]/);
    expect(train({ siteA: 2, siteB: 2 })).toThrow(/channel 2 as both sites/);
    expect(train({}, ['rest', 'hand-close'])).toThrow(/no joint recorded in both directions/);
    expect(train({ siteA: 1, siteB: 2 }, ['rest', 'hand-close'])).not.toThrow();
  });
});
