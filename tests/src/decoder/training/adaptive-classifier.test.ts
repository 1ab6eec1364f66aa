import { describe, expect, it } from 'vitest';
import { Knn } from '../../../../src/decoder/classifiers/knn.js';
import { drawLda } from '../../../../src/decoder/classifiers/drawn-lda.js';
import { Lda } from '../../../../src/decoder/classifiers/lda.js';
import { PreparedClassifier } from '../../../../src/decoder/evaluation/prepared-classifier.js';
import { AdaptiveClassifier } from '../../../../src/decoder/training/adaptive-classifier.js';
import { gaussianClouds } from '../../../support/gaussian-clouds.js';

const plain = { standardize: false, share: 0.5 };
/** Two classes about two points of a line. */
const about = (a: number, b: number) => ({
  x: [a - 1, a, a + 1, b - 1, b, b + 1].map((value) => [value]),
  labels: ['a', 'a', 'a', 'b', 'b', 'b'],
});

describe('an LDA that is drawn towards windows of now', () => {
  const first = about(0, 10);
  const moved = about(4, 14);

  it.each([
    [0, 5],
    [0.5, 7],
    [1, 9],
  ])('of a share of %d has its border at %d', (share, border) => {
    const model = new AdaptiveClassifier(() => new Lda(), { ...plain, share }).fit(first.x, first.labels);
    model.update(moved.x, moved.labels);
    expect(model.posterior([border])[0]).toBeCloseTo(0.5, 9);
  });

  it('is, of a share of 1, what windows of now alone would have taught', () => {
    const now = gaussianClouds({ seed: 2, distance: 2 });
    const then = gaussianClouds({ seed: 3 });
    const drawn = drawLda(new Lda().fit(then.x, then.labels), now.x, now.labels, 1);
    const taught = new Lda().fit(now.x, now.labels);
    for (const row of now.x.slice(0, 20))
      taught.posterior(row).forEach((p, k) => expect(drawn.posterior(row)[k]).toBeCloseTo(p, 9));
  });

  it('keeps classes that the windows lack, and its covariance where they are fewer than features', () => {
    const then = gaussianClouds({ seed: 3 });
    const drawn = drawLda(new Lda().fit(then.x, then.labels), [then.x[0] ?? []], ['a'], 0.5);
    expect(drawn.classes).toEqual(['a', 'b', 'c']);
    const { statistics } = JSON.parse(JSON.stringify(drawn));
    const before = JSON.parse(JSON.stringify(new Lda().fit(then.x, then.labels))).statistics;
    expect(statistics.scatter).toEqual(before.scatter);
    expect(statistics.means.slice(6)).toEqual(before.means.slice(6));
    expect(statistics.means[0]).toBeCloseTo((before.means[0] + (then.x[0]?.[0] ?? NaN)) / 2, 12);
  });
});

it('trains who cannot update anew on all windows, put on one footing', () => {
  const then = gaussianClouds({ seed: 3, perClass: 10, scale: 1e-3 });
  const now = gaussianClouds({ seed: 4, perClass: 10, scale: 1e-3 });
  const options = { standardize: true, share: 0.5 };
  const model = new AdaptiveClassifier(() => new Knn(), options).fit(then.x, then.labels);
  expect(model.update([], []).rule).toContain('anew');
  model.update(now.x, now.labels);
  const whole = new PreparedClassifier(new Knn(), true).fit(
    [...then.x, ...now.x],
    [...then.labels, ...now.labels],
  );
  for (const row of gaussianClouds({ seed: 5, perClass: 5, scale: 1e-3 }).x)
    expect(Array.from(model.posterior(row))).toEqual(Array.from(whole.posterior(row)));
});

it('gives a classifier of one’s own that has update the new windows alone', () => {
  const told: number[] = [];
  const own = {
    classes: ['a', 'b'],
    fit: (rows: readonly unknown[]) => (told.push(rows.length), own),
    update: (rows: readonly unknown[]) => (told.push(-rows.length), own),
    posterior: () => [0.5, 0.5],
  };
  const { x, labels } = about(0, 10);
  const model = new AdaptiveClassifier(() => own as never, plain).fit(x, labels);
  model.update(x.slice(0, 2), labels.slice(0, 2));
  expect(told).toEqual([6, -2]);
});
