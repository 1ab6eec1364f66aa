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
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 6, maxLength: 6 }),
        fc.constantFrom(1, 1e-3, 1e-300),
        (row, scale) => {
          const posterior = trained.posterior(row.map((value) => value * scale));
          expect(posterior.length).toBe(3);
          let sum = 0;
          for (const p of posterior) {
            expect(p).toBeGreaterThanOrEqual(0);
            expect(p).toBeLessThanOrEqual(1);
            sum += p;
          }
          expect(sum).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never gives more than 1, on any number of classes, neighbours and trees', () => {
    for (let n = 2; n < 12; n++) {
      const clouds = gaussianClouds({ classes: [...'abcdefghijkl'].slice(0, n), perClass: 12, distance: 1 });
      const model = createClassifier(kind, { ...options, neighbours: n + 5, trees: 3 * n });
      model.fit(clouds.x, clouds.labels);
      for (const row of clouds.x) for (const p of model.posterior(row)) expect(p).toBeLessThanOrEqual(1);
    }
  });

  describe.each([0.9, 0, 1e6, -1e-9, 0.1 + 0.2])('beside a channel that is %d for ever', (constant) => {
    // Rounding as in a mean of such numbers.
    const dead = (row: Float64Array, n: number): number[] => [
      ...row.subarray(0, 2),
      constant,
      ...row.subarray(2),
      constant * (1 + (n % 3) * 1e-16),
      row[1],
    ];
    const model = fresh().fit(train.x.map(dead), train.labels);
    const accuracy = (rows: readonly ArrayLike<number>[], of = model): number =>
      rows.filter((row, n) => of.classes[argmax(of.posterior(row))] === test.labels[n]).length / rows.length;

    it('is as good as without, and names it', () => {
      expect(accuracy(test.x.map(dead))).toBeGreaterThanOrEqual(accuracy(test.x, trained) - 0.02);
      expect(model.warnings.join()).toContain(
        'feature 3 of 9 and feature 8 of 9 never change; they are left out',
      );
      expect(model.warnings.join()).not.toMatch(/[Rr]ecord more/);
    });

    it('calls it by its name, or says nothing of what was said', () => {
      const labels = ['a', 'b', 'E3.MAV', 'd', 'e', 'f', 'g', undefined, 'i'];
      const named = createClassifier(kind, options, labels).fit(train.x.map(dead), train.labels);
      expect(named.warnings.join()).toContain('E3.MAV never changes; it is left out');
    });
  });

  it('refuses windows in which nothing ever changes', () => {
    const rows = Array.from({ length: 10 }, () => [0.3, 5]);
    expect(() => fresh().fit(rows, [...'aaaaabbbbb'])).toThrow(/got 2 features of which none ever changes/);
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
      // Models saved before there was a choice of priors have those of the data.
      if (key !== 'priors')
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
