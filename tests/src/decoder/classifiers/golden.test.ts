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

const unequal = JSON.parse(
  readFileSync(new URL('../../../golden/priors-degenerate.json', import.meta.url), 'utf8'),
) as { train: number[][]; trainLabels: number[]; test: number[][]; models: Record<string, number[][]> };

describe('posteriors of scikit-learn 1.2 on classes of unequal size', () => {
  const check = (create: FlatClassifier, name: string, widen = (row: number[]): number[] => row): void => {
    const model = create.fit(unequal.train.map(widen), unequal.trainLabels);
    unequal.test.forEach((row, n) =>
      model.posterior(widen(row)).forEach((p, k) => {
        expect(Math.abs(p - unequal.models[name][n][k]), name).toBeLessThan(1e-6);
      }),
    );
  };

  it('with priors of the data, and with uniform ones', () => {
    check(new Lda(), 'lda');
    check(new Lda({ priors: 'uniform' }), 'ldaUniform');
    check(new Qda(), 'qda');
    check(new Qda({ priors: 'uniform' }), 'qdaUniform');
    check(new GaussianNaiveBayes(), 'gaussianNaiveBayes');
    check(new GaussianNaiveBayes({ priors: 'uniform' }), 'gaussianNaiveBayesUniform');
  });

  // On 0.9 scikit-learn's own mean is a rounding error beside it, and its posteriors are off by up to 0.2.
  it.each([0.5, 0.9])('beside a constant %d, a column of zeros and a repeated column', (constant) => {
    check(new Lda(), 'ldaDegenerate', ([a, b, c, d]) => [a, b, constant, c, d, b, 0]);
  });

  it('keeps its priors through JSON', () => {
    for (const model of [Lda, Qda, GaussianNaiveBayes]) {
      const made = new model({ priors: 'uniform' }).fit(unequal.train, unequal.trainLabels);
      const copy = model.fromJSON(JSON.parse(JSON.stringify(made)));
      expect(copy.priors).toBe('uniform');
      expect(copy.posterior(unequal.test[0])).toEqual(made.posterior(unequal.test[0]));
    }
  });
});

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
