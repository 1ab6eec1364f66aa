import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argmax } from '../../../../src/decoder/classifiers/classifier.js';
import { createClassifier } from '../../../../src/decoder/classifiers/create-classifier.js';
import { Lda } from '../../../../src/decoder/classifiers/lda.js';
import { classifierKinds } from '../../../../src/decoder/model-fields.js';
import { ModelError } from '../../../../src/ground/signal/errors.js';
import { gaussianClouds } from '../../../support/gaussian-clouds.js';

describe('Lda', () => {
  it.each([0, 0.3])('learning in two goes equals learning at once (shrinkage %d)', (shrinkage) => {
    const { x, labels } = gaussianClouds({ perClass: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 100 }), (cut) => {
        const whole = new Lda({ shrinkage }).fit(x, labels);
        const parts = new Lda({ shrinkage })
          .fit(x.slice(0, cut), labels.slice(0, cut))
          .update(x.slice(cut), labels.slice(cut));
        for (const row of x.slice(0, 10)) {
          const expected = whole.posterior(row);
          parts.posterior(row).forEach((p, k) => expect(p).toBeCloseTo(expected[k], 9));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('takes a new class, also after JSON', () => {
    const { x, labels } = gaussianClouds({ classes: ['b', 'c', 'a'], perClass: 40 });
    const old = labels.map((label) => label !== 'a');
    const first = new Lda().fit(
      x.filter((_, n) => old[n]),
      labels.filter((_, n) => old[n]),
    );
    const grown = Lda.fromJSON(JSON.parse(JSON.stringify(first))).update(
      x.filter((_, n) => !old[n]),
      labels.filter((_, n) => !old[n]),
    );
    const whole = new Lda().fit(x, labels);
    expect(grown.classes).toEqual(['a', 'b', 'c']);
    const expected = whole.posterior(x[0]);
    grown.posterior(x[0]).forEach((p, k) => expect(p).toBeCloseTo(expected[k], 9));
  });

  it('says when the windows do not determine the covariance', () => {
    const { x, labels } = gaussianClouds({ perClass: 4, features: 20 });
    expect(new Lda().fit(x, labels).warnings[0]).toMatch(/12 windows do not determine .* 20 features/);
    expect(new Lda({ shrinkage: 0.2 }).fit(x, labels).warnings).toEqual([]);
    const enough = gaussianClouds({ perClass: 20 });
    expect(new Lda().fit(enough.x, enough.labels).warnings).toEqual([]);
  });

  it('tells apart by one feature what a constant beside it says nothing of', () => {
    const { x, y } = JSON.parse(
      readFileSync(new URL('../../../golden/inputs/lda-constant-raw.json', import.meta.url), 'utf8'),
    ) as { x: number[][]; y: string[] };
    for (const kind of classifierKinds.filter((name) => name !== 'mlp' && name !== 'random-forest')) {
      const model = createClassifier(kind).fit(x, y);
      const right = x.filter((row, n) => model.classes[argmax(model.posterior(row))] === y[n]);
      expect(right, kind).toHaveLength(21);
      expect(model.warnings, kind).toEqual(['feature 2 of 2 never changes; it is left out']);
    }
  });

  it('learns a constant in two goes as at once, and one that comes alive in the second', () => {
    const { x, labels } = gaussianClouds({ perClass: 40 });
    for (const second of [0.9, 0.7]) {
      const rows = x.map((row, n) => [...row, n < 60 ? 0.9 : second]);
      const whole = new Lda().fit(rows, labels);
      const parts = new Lda()
        .fit(rows.slice(0, 60), labels.slice(0, 60))
        .update(rows.slice(60), labels.slice(60));
      expect(parts.warnings).toEqual(whole.warnings);
      expect(whole.warnings).toHaveLength(second === 0.9 ? 1 : 0);
      for (const row of rows.slice(0, 10)) {
        const expected = whole.posterior(row);
        parts.posterior(row).forEach((p, k) => expect(p).toBeCloseTo(expected[k], 9));
      }
    }
  });

  it('keeps a feature that is constant within each class and differs between them', () => {
    const rows = Array.from({ length: 30 }, (_, n) => [n % 3, Math.sin(n)]);
    const labels = rows.map(([k]) => 'abc'[k]);
    const lda = new Lda().fit(rows, labels);
    expect(lda.warnings).toEqual([]);
    rows.forEach((row, n) => expect(lda.classes[argmax(lda.posterior(row))]).toBe(labels[n]));
  });

  it('names features that others determine, instead of asking for more windows', () => {
    const { x, labels } = gaussianClouds({ perClass: 40, features: 4 });
    const rows = x.map((row) => [...row, row[1], 3 * row[0] - 2 * row[2] + 7]);
    expect(new Lda().fit(rows, labels).warnings).toEqual([
      'feature 5 of 6 and feature 6 of 6 follow from other features; they are left out',
    ]);
  });

  it('does not care about the units of the features', () => {
    const near = gaussianClouds({ perClass: 30 });
    const units = [1e-9, 1e-6, 1, 1e3, 1e6, 1e-3];
    const scaled = near.x.map((row) => row.map((value, i) => value * units[i]));
    const a = new Lda().fit(near.x, near.labels);
    const b = new Lda().fit(scaled, near.labels);
    expect(b.warnings).toEqual([]);
    near.x.forEach((row, n) => {
      const expected = a.posterior(row);
      b.posterior(scaled[n]).forEach((p, k) => expect(p).toBeCloseTo(expected[k], 8));
    });
  });

  it('refuses a shrinkage outside [0, 1] and an update of other length', () => {
    expect(() => new Lda({ shrinkage: 1.5 })).toThrow(ModelError);
    const { x, labels } = gaussianClouds();
    expect(() => new Lda().fit(x, labels).update([[1, 2]], ['a'])).toThrow(/got 2 features, expected 6/);
  });
});
