import { log2 } from '../../ground/math/real.js';

/** Levels that numbers are divided into, each with as many windows as the others. */
const LEVELS = 5;

/** Numbers as levels 0 to 4, each of a fifth of them; equal numbers have equal levels. */
export function levelsOf(values: ArrayLike<number>): Uint8Array {
  const sorted = Float64Array.from(values).sort();
  const edges = Array.from(
    { length: LEVELS - 1 },
    (_, k) => sorted[Math.ceil(((k + 1) * sorted.length) / LEVELS) - 1],
  );
  return Uint8Array.from(values, (value) => edges.filter((edge) => value > edge).length);
}

/**
 * Mutual information of two divisions of the same windows, in bit, as counted: few windows tell rather too much.
 * @param a level of each window, whole numbers from 0
 */
export function mutualInformation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  const width = 1 + largest(b);
  const joint = new Float64Array((1 + largest(a)) * width);
  for (let i = 0; i < n; i++) joint[a[i] * width + b[i]] += 1 / n;
  const ofA = new Float64Array(joint.length / width);
  const ofB = new Float64Array(width);
  joint.forEach((share, at) => {
    ofA[Math.floor(at / width)] += share;
    ofB[at % width] += share;
  });
  let bits = 0;
  joint.forEach((share, at) => {
    if (share > 0) bits += share * log2(share / (ofA[Math.floor(at / width)] * ofB[at % width]));
  });
  return Math.max(0, bits);
}

function largest(levels: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < levels.length; i++) if (levels[i] > most) most = levels[i];
  return most;
}
