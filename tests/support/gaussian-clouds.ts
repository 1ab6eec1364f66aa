import { RandomStream } from '../../src/ground/signal/random.js';

/** Gaussian clouds around points `distance` apart along their own axes: rows and labels, classes in turn. */
export function gaussianClouds({
  classes = ['a', 'b', 'c'],
  perClass = 60,
  features = 6,
  distance = 4,
  seed = 1,
  scale = 1,
}: {
  classes?: readonly string[];
  perClass?: number;
  features?: number;
  distance?: number;
  seed?: number;
  /** Unit of the features. */
  scale?: number;
} = {}): { x: Float64Array[]; labels: string[] } {
  const random = new RandomStream(seed, 'tests/clouds');
  const x: Float64Array[] = [];
  const labels: string[] = [];
  for (let n = 0; n < perClass; n++)
    classes.forEach((name, k) => {
      x.push(
        Float64Array.from(
          { length: features },
          (_, i) => scale * (random.normal() + (i % classes.length === k ? distance : 0)),
        ),
      );
      labels.push(name);
    });
  return { x, labels };
}
