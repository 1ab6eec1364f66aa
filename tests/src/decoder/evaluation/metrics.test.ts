import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Knn } from '../../../../src/decoder/classifiers/knn.js';
import { Lda } from '../../../../src/decoder/classifiers/lda.js';
import { classificationMetrics } from '../../../../src/decoder/evaluation/classification-metrics.js';
import { crossValidate, groupFolds } from '../../../../src/decoder/evaluation/cross-validate.js';
import {
  falseActivations,
  onsetLatency,
  recoveryTime,
} from '../../../../src/decoder/evaluation/event-metrics.js';
import { regressionMetrics } from '../../../../src/decoder/evaluation/regression-metrics.js';
import { ModelError } from '../../../../src/ground/signal/errors.js';
import { gaussianClouds } from '../../../support/gaussian-clouds.js';

interface Golden {
  truth: number[];
  predicted: number[];
  metrics: Record<'CA' | 'INS' | 'REJ_RATE' | 'RECALL' | 'PREC' | 'F1' | 'AER', number> & {
    CONF_MAT: number[][];
  };
}
const { truth, predicted, metrics } = JSON.parse(
  readFileSync(new URL('../../../golden/metrics.json', import.meta.url), 'utf8'),
) as Golden;

describe('classificationMetrics', () => {
  it('equals LibEMG 2.0.0', () => {
    const got = classificationMetrics(truth, predicted, { rest: 0 });
    expect(got.accuracy).toBeCloseTo(metrics.CA, 12);
    expect(got.activeErrorRate).toBeCloseTo(metrics.AER, 12);
    expect(got.instability).toBeCloseTo(metrics.INS, 12);
    expect(got.rejectionRate).toBeCloseTo(metrics.REJ_RATE, 12);
    expect(got.recall).toBeCloseTo(metrics.RECALL, 12);
    expect(got.precision).toBeCloseTo(metrics.PREC, 12);
    expect(got.f1).toBeCloseTo(metrics.F1, 12);
    expect(got.confusion).toEqual(metrics.CONF_MAT);
    expect(got.classes).toEqual(['0', '1', '2']);
    expect(got.perClass[1]).toMatchObject({ label: '1', count: 24, recall: 22 / 24, precision: 22 / 24 });
  });

  it('is NaN where there is nothing to divide by', () => {
    const none = classificationMetrics(['a'], [-1]);
    expect(none.rejectionRate).toBe(1);
    expect(none.accuracy).toBeNaN();
    expect(classificationMetrics(['rest'], ['rest']).activeErrorRate).toBeNaN();
    expect(() => classificationMetrics(['a'], [])).toThrow(RangeError);
  });

  it('counts no instability where decisions change less than the truth', () => {
    expect(classificationMetrics(['a', 'b', 'a'], ['a', 'a', 'a']).instability).toBe(0);
  });
});

describe('regressionMetrics', () => {
  it('has the textbook values', () => {
    const got = regressionMetrics([0, 1, 2, 3], [0.5, 1, 2, 2]);
    expect(got.r2).toBeCloseTo(1 - 1.25 / 5, 12);
    expect(got.rmse).toBeCloseTo(Math.sqrt(1.25 / 4), 12);
    expect(got.nrmse).toBeCloseTo(got.rmse / 3, 12);
    expect(got.mae).toBeCloseTo(1.5 / 4, 12);
    expect(regressionMetrics([1, 1], [1, 2]).r2).toBeNaN();
    expect(() => regressionMetrics([], [])).toThrow(RangeError);
  });
});

describe('events', () => {
  const truthAt = (labels: string): string[] => [...labels].map((c) => (c === '.' ? 'rest' : c));
  const series = (t: string, p: string) => ({
    seconds: [...t].map((_, n) => n * 0.5),
    truth: truthAt(t),
    predicted: truthAt(p),
  });

  it('counts activations that nobody intended, per hour of rest', () => {
    // 6 s of rest; the a that ends late is none, the two that start by themselves are.
    const got = falseActivations(series('..aaa..........', '...aaa..bb.a...'));
    // In three of the five and a half seconds of rest nothing moved before.
    expect(got).toMatchObject({ count: 2, restSeconds: 5.5, stillSeconds: 3 });
    expect(got.perHour).toBeCloseTo((2 * 3600) / 3, 9);
    expect(got.low).toBeCloseTo((0.242209 * 3600) / 3, 1);
    expect(got.high).toBeCloseTo((7.224688 * 3600) / 3, 1);
    expect(falseActivations(series('aaa', 'aaa')).perHour).toBeNaN();
  });

  it('measures the time from intent to the first right decision', () => {
    const got = onsetLatency(series('..aaaa..bbbb..a.', '....aa...cbb...a'));
    expect(got).toMatchObject({ intents: 3, missed: 1, seconds: [1, 1], mean: 1, median: 1 });
    expect(onsetLatency(series('...', '...')).mean).toBeNaN();
  });

  it('measures recovery from a disturbance', () => {
    const disturbed = series('aaaaaaaaaaaa', 'aabbabaaaaaa');
    expect(recoveryTime(disturbed, 1, 3)).toBeCloseTo(2, 12);
    expect(recoveryTime(disturbed, 1, 7)).toBe(Infinity);
  });
});

describe('splits', () => {
  it('never splits a group, and tests each once', () => {
    const groups = [3, 3, 1, 1, 2, 2, 2, 5];
    for (const folds of [2, 3, 10]) {
      const parts = groupFolds(groups, folds);
      expect(parts.length).toBe(Math.min(folds, 4));
      expect(parts.flatMap(({ test }) => test).sort((a, b) => a - b)).toEqual(groups.map((_, r) => r));
      for (const { train, test } of parts) {
        expect(train.length + test.length).toBe(groups.length);
        const tested = new Set(test.map((r) => groups[r]));
        expect(train.some((r) => tested.has(groups[r]))).toBe(false);
      }
    }
    expect(groupFolds([1, 1, 1])).toEqual([]);
  });

  it('cross-validates in order of time', () => {
    const { x, labels } = gaussianClouds({ classes: ['rest', 'a', 'b'], perClass: 40, distance: 5 });
    const groups = labels.map((_, n) => `trial ${Math.floor(n / 30)}`);
    const got = crossValidate(() => new Lda(), x, labels, groups);
    expect(got.decisions).toBe(120);
    expect(got.accuracy).toBeGreaterThan(0.95);
    expect(got.instability).toBeLessThan(0.1);
    expect(() =>
      crossValidate(
        () => new Lda(),
        x,
        labels,
        labels.map(() => 1),
      ),
    ).toThrow(ModelError);
  });

  it('shows what splitting by window would hide', () => {
    // Each trial lies elsewhere, with the two classes the other way round in every second one.
    const x: number[][] = [];
    const labels: string[] = [];
    const trials: number[] = [];
    for (let trial = 0; trial < 6; trial++)
      for (let n = 0; n < 20; n++) {
        const side = n % 2 === 0 ? 1 : -1;
        x.push([100 * trial ** 2 + 1e-5 * n, side * (trial % 2 === 0 ? 1 : -1)]);
        labels.push(side > 0 ? 'a' : 'b');
        trials.push(trial);
      }
    const nearest = (groups: number[]): number =>
      crossValidate(() => new Knn({ neighbours: 1 }), x, labels, groups).accuracy;
    expect(nearest(labels.map((_, n) => n))).toBeGreaterThan(0.9);
    expect(nearest(trials)).toBeLessThan(0.1);
  });
});
