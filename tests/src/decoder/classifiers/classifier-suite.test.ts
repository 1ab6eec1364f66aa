import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argmax } from '../../../../src/decoder/classifiers/classifier.js';
import {
  classifierFromJSON,
  createClassifier,
} from '../../../../src/decoder/classifiers/create-classifier.js';
import { classifierKinds } from '../../../../src/decoder/model-fields.js';
import { ModelError } from '../../../../src/ground/signal/errors.js';
import { gaussianClouds } from '../../../support/gaussian-clouds.js';

const options = { trees: 15, epochs: 20, hiddenUnits: 12 };
const train = gaussianClouds();
const test = gaussianClouds({ seed: 2 });

describe.each(classifierKinds)('%s', (kind) => {
  const fresh = () => createClassifier(kind, options);
  const trained = fresh().fit(train.x, train.labels);

  it('tells apart what can be told apart', () => {
    const right = test.x.filter(
      (row, n) => trained.classes[argmax(trained.posterior(row))] === test.labels[n],
    );
    expect(right.length / test.x.length).toBeGreaterThan(0.95);
  });

  it('gives probabilities, anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (row) => {
          const posterior = trained.posterior(row);
          expect(posterior.length).toBe(3);
          let sum = 0;
          for (const p of posterior) {
            expect(p).toBeGreaterThanOrEqual(0);
            sum += p;
          }
          expect(sum).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('writes into the array it is given', () => {
    const out = new Float64Array(3).fill(7);
    expect(trained.posterior(test.x[0], out)).toBe(out);
    expect(Array.from(out)).toEqual(Array.from(trained.posterior(test.x[0])));
  });

  it('survives JSON unchanged', () => {
    const copy = classifierFromJSON(JSON.parse(JSON.stringify(trained)));
    expect(copy.classes).toEqual(trained.classes);
    for (const row of test.x.slice(0, 20))
      expect(Array.from(copy.posterior(row))).toEqual(Array.from(trained.posterior(row)));
  });

  it('is deterministic, and leaves its input alone', () => {
    const rows = train.x.map((row) => row.slice());
    const again = fresh().fit(rows, train.labels);
    expect(rows).toEqual(train.x);
    for (const row of test.x.slice(0, 20))
      expect(Array.from(again.posterior(row))).toEqual(Array.from(trained.posterior(row)));
  });

  it('takes flat rows and numeric labels, classes in numeric order', () => {
    const numbers: Record<string, number> = { a: 10, b: 9, c: 2 };
    const flat = {
      data: Float64Array.from(train.x.flatMap((row) => [...row])),
      rows: train.x.length,
      columns: 6,
    };
    const model = fresh().fit(
      flat,
      train.labels.map((label) => numbers[label]),
    );
    expect(model.classes).toEqual(['2', '9', '10']);
    const own = trained.posterior(test.x[0]);
    const posterior = model.posterior(test.x[0]);
    expect(model.classes[argmax(posterior)]).toBe(String(numbers[trained.classes[argmax(own)]]));
  });

  it('copes with constant and repeated features and with fewer windows than features', () => {
    const few = gaussianClouds({ perClass: 4, features: 6, distance: 8 });
    const widen = (row: Float64Array): number[] => [...row, ...row, ...row, 5, 0];
    const model = fresh().fit(few.x.map(widen), few.labels);
    const posterior = model.posterior(widen(few.x[0]));
    expect(posterior.every(Number.isFinite)).toBe(true);
    expect(model.classes[argmax(posterior)]).toBe(few.labels[0]);
  });

  it('refuses one class, other dimensions, numbers that are none, and use before training', () => {
    const refused = (action: () => unknown, message: RegExp): void => {
      expect(action).toThrow(ModelError);
      expect(action).toThrow(message);
      try {
        action();
      } catch (error) {
        expect(error instanceof ModelError && error.hint.length > 10).toBe(true);
      }
    };
    refused(() => fresh().fit([[1, 2]], ['a']), /one class/);
    refused(() => fresh().fit([[1, 2], [1]], ['a', 'b']), /got 1 features in row 1, expected 2/);
    refused(() => fresh().fit([[1], [2]], ['a']), /1 labels for 2 rows/);
    refused(() => fresh().fit([[1], [NaN]], ['a', 'b']), /NaN/);
    refused(() => fresh().fit([], []), /expected at least one/);
    refused(() => fresh().posterior([1]), /not trained/);
    refused(() => trained.posterior([1, 2]), /got 2 features, expected 6/);
    refused(() => trained.posterior([1, 2, 3, 4, 5, NaN]), /NaN as feature 5/);
  });

  it('refuses damaged JSON', () => {
    const whole: Record<string, unknown> = JSON.parse(JSON.stringify(trained));
    for (const key of Object.keys(whole).filter((name) => name !== 'kind')) {
      expect(() => classifierFromJSON({ ...whole, [key]: undefined }), key).toThrow(ModelError);
      expect(() => classifierFromJSON({ ...whole, [key]: 'x' }), key).toThrow(ModelError);
    }
  });
});

describe('kinds', () => {
  it('suggests the kind most likely meant', () => {
    expect(() => createClassifier('ldaa')).toThrow(/expected one of lda/);
    try {
      createClassifier('ldaa');
    } catch (error) {
      expect(error instanceof ModelError && error.hint).toBe('Did you mean lda?');
    }
    expect(() => classifierFromJSON({ kind: 'nothing' })).toThrow(ModelError);
    expect(() => classifierFromJSON(null)).toThrow(ModelError);
  });
});
