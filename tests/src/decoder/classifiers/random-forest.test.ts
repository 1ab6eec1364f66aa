import { expect, it } from 'vitest';
import { argmax } from '../../../../src/decoder/classifiers/classifier.js';
import { RandomForest } from '../../../../src/decoder/classifiers/random-forest.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';

it('learns what no line can part', () => {
  const random = new RandomStream(3, 'tests/xor');
  const draw = (): { x: number[]; label: string } => {
    const x = [random.uniform() - 0.5, random.uniform() - 0.5];
    return { x, label: x[0] * x[1] > 0 ? 'same' : 'other' };
  };
  const train = Array.from({ length: 600 }, draw);
  const forest = new RandomForest({ trees: 20 }).fit(
    train.map(({ x }) => x),
    train.map(({ label }) => label),
  );
  const right = Array.from({ length: 300 }, draw).filter(
    ({ x, label }) => forest.classes[argmax(forest.posterior(x))] === label,
  );
  expect(right.length / 300).toBeGreaterThan(0.93);
});

it('another seed is another forest', () => {
  const x = Array.from({ length: 40 }, (_, n) => [Math.sin(n), Math.cos(3 * n), n % 7]);
  const labels = x.map((row) => (row[0] + 0.5 * row[1] > 0 ? 'a' : 'b'));
  const json = (seed: number): string => JSON.stringify(new RandomForest({ trees: 5, seed }).fit(x, labels));
  expect(json(1)).toBe(json(1));
  expect(json(1)).not.toBe(json(2).replace('"seed":2', '"seed":1'));
});
