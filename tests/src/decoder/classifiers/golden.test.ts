import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { argmax, type FlatClassifier } from '../../../../src/decoder/classifiers/classifier.js';
import { GaussianNaiveBayes } from '../../../../src/decoder/classifiers/gaussian-naive-bayes.js';
import { Knn } from '../../../../src/decoder/classifiers/knn.js';
import { Lda } from '../../../../src/decoder/classifiers/lda.js';
import { Qda } from '../../../../src/decoder/classifiers/qda.js';

interface Golden {
  train: number[][];
  trainLabels: number[];
  test: number[][];
  models: Record<string, { posterior: number[][]; predicted: number[] }>;
}

const golden = JSON.parse(
  readFileSync(new URL('../../../golden/classifiers.json', import.meta.url), 'utf8'),
) as Golden;

const models: [name: string, create: () => FlatClassifier][] = [
  ['lda', () => new Lda()],
  ['ldaShrinkage0.2', () => new Lda({ shrinkage: 0.2 })],
  ['qda', () => new Qda()],
  ['gaussianNaiveBayes', () => new GaussianNaiveBayes()],
  ['knn5', () => new Knn({ neighbours: 5 })],
];

describe('posteriors of scikit-learn 1.2', () => {
  it.each(models)('%s', (name, create) => {
    const model = create().fit(golden.train, golden.trainLabels);
    const { posterior, predicted } = golden.models[name];
    expect(model.classes).toEqual(['0', '1', '2', '3']);
    golden.test.forEach((row, n) => {
      const got = model.posterior(row);
      got.forEach((p, k) => expect(Math.abs(p - posterior[n][k])).toBeLessThan(1e-6));
      expect(argmax(got)).toBe(predicted[n]);
    });
  });

  it('does not depend on where the features lie (sums in logarithms, centred)', () => {
    const far = (rows: number[][]): number[][] => rows.map((row) => row.map((value) => value + 1e5));
    const near = new Lda({ shrinkage: 0.2 }).fit(golden.train, golden.trainLabels);
    const away = new Lda({ shrinkage: 0.2 }).fit(far(golden.train), golden.trainLabels);
    far(golden.test).forEach((row, n) => {
      const expected = near.posterior(golden.test[n]);
      away.posterior(row).forEach((p, k) => expect(p).toBeCloseTo(expected[k], 6));
    });
  });
});
