import { describe, expect, it } from 'vitest';
import { from, of, pipe } from 'rxjs';
import type { Decision } from '../../../../src/decoder/decision.js';
import { Windower, type Window } from '../../../../src/decoder/window.js';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';
import type { SampleBlock } from '../../../../src/ground/signal/sample-block.js';
import type { Live } from '../../../../src/pipeline/live.js';
import { actuated } from '../../../../src/pipeline/operators/actuated.js';
import { classified } from '../../../../src/pipeline/operators/classified.js';
import { commanded } from '../../../../src/pipeline/operators/commanded.js';
import type { FeatureList } from '../../../../src/decoder/features/extract-features.js';
import { decoded } from '../../../../src/pipeline/operators/decoded.js';
import { featured } from '../../../../src/pipeline/operators/featured.js';
import { filtered } from '../../../../src/pipeline/operators/filtered.js';
import { labelled } from '../../../../src/pipeline/operators/labelled.js';
import { smoothed } from '../../../../src/pipeline/operators/smoothed.js';
import { windowed } from '../../../../src/pipeline/operators/windowed.js';
import { valuesAtOnce } from '../../../../src/pipeline/values-at-once.js';
import { prosthesisFields } from '../../../../src/decoder/prosthesis/prosthesis-fields.js';
import { consumerOf } from '../../../support/consumer-of.js';
import { conformsAsOperator } from '../../../support/operator-suite.js';
import {
  conformsAsConsumer,
  conformsAsProcessor,
  noiseBlock,
  split,
} from '../../../support/processor-suite.js';
import { trained } from '../../../support/trained-decoders.js';
import { recording } from '../../../support/training-recordings.js';

const first = trained();
const second = trained({ classifier: 'qda', filters: [], smoothing: { majorityVotes: 9 }, stepMs: 70 });
const prosthesis = defaultsOf(prosthesisFields);

/** Four values, the last two of a movement and its end. */
function four<T>(values: readonly T[]): [T, T, T, T] {
  const n = values.length;
  return [values[0], values[Math.floor(n / 3)], values[Math.floor(n / 2)], values[n - 1]];
}
const keptWindow = (window: Window): Window => ({ ...window, data: window.data.slice() });
const blocks = (): [SampleBlock, SampleBlock, SampleBlock, SampleBlock] => {
  const { signal } = recording('hand-close', 9);
  return four(split({ ...signal, labels: [{ index: 0, label: 'hand-close' }] }, 500));
};
const windows: Window[] = [];
new Windower(first.spec, 1000, 4).push(recording('hand-close', 9).signal, (window) =>
  windows.push(keptWindow(window)),
);
const vectors = windows.map((window) => first.observe(window));
const classifications = vectors.map((vector) => first.classify(vector));
const decoding = first.decoding();
const decisions = classifications.map((one) => decoding.push(one));
const commands = valuesAtOnce(of(...decisions).pipe(commanded(prosthesis)));

conformsAsOperator('filtered', {
  operator: filtered,
  inputs: blocks(),
  first: first.filters,
  second: [{ kind: 'rectify' }],
});
conformsAsOperator('filtered by a decoder', { operator: filtered, inputs: blocks(), first, second });
conformsAsOperator('windowed', {
  operator: windowed,
  inputs: blocks(),
  first: { windowMs: 200, stepMs: 50 },
  second: { windowMs: 100, stepMs: 50 },
});
conformsAsOperator('windowed by a decoder', {
  operator: windowed,
  inputs: blocks(),
  first,
  second,
});
conformsAsOperator('featured', {
  operator: (features: Live<FeatureList>) => featured(features),
  inputs: four(windows),
  first: 'HTD',
  second: ['MAV', 'WL'],
});
conformsAsOperator('featured by a decoder', {
  operator: (by) => featured(by),
  inputs: four(windows),
  first,
  second,
});
conformsAsOperator('classified', { operator: classified, inputs: four(vectors), first, second });
conformsAsOperator('smoothed', {
  operator: smoothed,
  inputs: four(classifications),
  first: { classes: first.classes, smoothing: { majorityVotes: 1 } },
  second: { classes: first.classes, smoothing: { rejectBelow: 1 }, latencyMs: 3 },
});
conformsAsOperator('smoothed by a decoder', {
  operator: smoothed,
  inputs: four(classifications),
  first,
  second,
});
conformsAsOperator('decoded', { operator: decoded, inputs: four(windows), first, second });
conformsAsOperator('commanded', {
  operator: commanded,
  inputs: four(decisions),
  first: prosthesis,
  second: { classMap: { 'hand-close': 'elbow-flexion', rest: 'knee-flexion' } },
  optional: true,
});

conformsAsProcessor('filtered', () => {
  const consumer = consumerOf(filtered(first));
  return {
    process: (block) => consumer.push(block)[0] as SampleBlock,
    reset: () => consumer.reset(),
  };
});
conformsAsConsumer('windowed', () => consumerOf(windowed(first)));
conformsAsConsumer('labelled', () => consumerOf(pipe(windowed(first), labelled())));
conformsAsConsumer('featured', () =>
  consumerOf(pipe(windowed(first), featured('TDAR')), ({ values }) => values),
);
const decide = pipe(filtered(first), windowed(first), decoded(first));
conformsAsConsumer('decoded', () => consumerOf(decide), 4);
conformsAsConsumer(
  'actuated',
  () =>
    consumerOf(
      pipe(decide, commanded(prosthesis), actuated({ prosthesis, joints: 'arm', sampleRateHz: 1000 })),
    ),
  4,
);

describe('the finer cut', () => {
  it.each(['classification', 'regression', 'direct'])(
    'gives the bits of decoded, in control by %s',
    (control) => {
      const decoder = trained({ control, direct: { joints: ['hand', 'elbow'] } });
      const signal$ = of(recording('hand-close', 9).signal, {
        ...recording('elbow-flexion', 8).signal,
        index: 2000,
      });
      const front = signal$.pipe(filtered(decoder), windowed(decoder));
      const coarse = valuesAtOnce(front.pipe(decoded(decoder)));
      const fine = valuesAtOnce(front.pipe(featured(decoder), classified(decoder), smoothed(decoder)));
      const own: Decision[] = [];
      decoder.reset();
      front.subscribe((window) => own.push(decoder.decide(window)));
      expect(coarse.length).toBeGreaterThan(60);
      expect(new Set(coarse.map(({ decided }) => decided)).size).toBeGreaterThan(1);
      expect(fine).toEqual(coarse);
      expect(own).toEqual(coarse);
      expect(valuesAtOnce(from(fine).pipe(commanded(prosthesis))).length).toBe(coarse.length);
    },
  );
});

describe('featured', () => {
  it('takes raw features with their amplitudes, label and place', () => {
    const block = { ...noiseBlock(2, 300, 500), labels: [{ index: 0, label: 'rest' }] };
    const [vector] = valuesAtOnce(
      of(block).pipe(windowed({ windowMs: 200, stepMs: 200 }), featured(['MAV'])),
    );
    expect(vector).toMatchObject({ index: 700, windowIndex: 500, label: 'rest' });
    vector.amplitudes.forEach((amplitude, c) => expect(vector.values[c]).toBeCloseTo(amplitude, 15));
    expect(vector.raw).toBe(vector.values);
  });

  it('refuses features that do not exist', () => {
    const stream = of(noiseBlock()).pipe(windowed({ windowMs: 200, stepMs: 50 }), featured('MAW'));
    expect(() => valuesAtOnce(stream)).toThrow(/Did you mean|got MAW/);
  });
});

describe('smoothed', () => {
  it('follows what its decoder adopts while it runs', () => {
    const decoder = trained();
    const votes = (count: number): void => {
      decoder.update({ ...decoder.spec, smoothing: { ...decoder.spec.smoothing, majorityVotes: count } });
    };
    const latencies: number[] = [];
    let n = 0;
    of(...windows.slice(0, 4))
      .pipe(decoded(decoder))
      .subscribe(({ latencyMs }) => {
        latencies.push(latencyMs);
        if (++n === 2) votes(9);
      });
    expect(latencies[1]).toBe(latencies[0]);
    expect(latencies[2]).toBe(latencies[0] + 150);
  });
});

describe('commands', () => {
  it('come of decisions', () => {
    expect(commands.at(-1)).toMatchObject({ movement: 'hand-close', index: 2000 });
    expect(commands.at(-1)?.velocities.hand).toBeGreaterThan(0);
  });
});
