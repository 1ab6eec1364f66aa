import { describe, expect, it } from 'vitest';
import { Knn } from '../../../../src/decoder/classifiers/knn.js';
import { Lda } from '../../../../src/decoder/classifiers/lda.js';
import { crossValidate } from '../../../../src/decoder/evaluation/cross-validate.js';
import { PreparedClassifier } from '../../../../src/decoder/evaluation/prepared-classifier.js';
import {
  leaveGroupsOut,
  metricsOfTested,
  testedDecisions,
} from '../../../../src/decoder/evaluation/tested-decisions.js';
import { gaussianClouds } from '../../../support/gaussian-clouds.js';

const { x, labels } = gaussianClouds({ distance: 2 });
const groups = labels.map((_, n) => n % 4);

describe('decisions on rows that were not learned from', () => {
  it('agree with cross-validation', () => {
    const decisions = testedDecisions(() => new Lda(), x, labels, leaveGroupsOut(groups, labels));
    expect(decisions.map(({ row }) => row)).toEqual(labels.map((_, row) => row));
    expect(metricsOfTested(decisions, labels)).toEqual(crossValidate(() => new Lda(), x, labels, groups));
  });

  it('are rejected below a confidence', () => {
    const decisions = testedDecisions(() => new Lda(), x, labels, leaveGroupsOut(groups, labels));
    const sure = decisions.filter(({ confidence }) => confidence >= 0.9);
    const metrics = metricsOfTested(decisions, labels, { rejectBelow: 0.9 });
    expect(metrics.rejectionRate).toBeCloseTo(1 - sure.length / decisions.length, 12);
    expect(metrics.accuracy).toBeCloseTo(
      sure.filter(({ row, label }) => label === labels[row]).length / sure.length,
      12,
    );
  });

  it('skip classes that only one group has, and want two groups', () => {
    const odd = [...labels.slice(1), 'once'];
    const tested = leaveGroupsOut(groups, odd).flatMap(({ test }) => test);
    expect(tested).toHaveLength(odd.length - 1);
    expect(() => leaveGroupsOut([1, 1], ['a', 'b'])).toThrow(/one group only/);
  });
});

describe('a standardized classifier', () => {
  it('does not mind the units of the features', () => {
    const stretched = x.map((row) => row.map((value, i) => 100 + value * 10 ** (3 * i)));
    const decide = (rows: Float64Array[]): number[][] => {
      const model = new PreparedClassifier(new Knn(), true).fit(rows, labels);
      return rows.map((row) => Array.from(model.posterior(row)));
    };
    expect(decide(stretched)).toEqual(decide(x));
    const bare = new Knn().fit(stretched, labels);
    expect(stretched.map((row) => [...bare.posterior(row)])).not.toEqual(decide(x));
  });

  it('refuses a row of another length', () => {
    const model = new PreparedClassifier(new Lda(), true).fit(x, labels);
    expect(() => model.posterior([1, 2])).toThrow(/got 2 features, expected 6/);
  });
});
