/** Definitions of features written as plainly as possible, to hold the fast ones to. */
export type Reference = (x: readonly number[], sampleRateHz: number) => number[];

const sum = (x: readonly number[]) => x.reduce((total, value) => total + value, 0);
const mean = (x: readonly number[]) => sum(x) / x.length;
const diff = (x: readonly number[]) => x.slice(1).map((value, i) => value - x[i]);
const squares = (x: readonly number[]) => sum(x.map((value) => value * value));

/** Crossings with at least `threshold` between neighbours, by the sign of the last non-zero sample. */
export function zeroCrossings(x: readonly number[], threshold: number): number {
  let last = 0;
  let count = 0;
  x.forEach((value, i) => {
    if (value === 0) return;
    if (last * value < 0 && Math.abs(value - x[i - 1]) >= threshold) count++;
    last = value;
  });
  return count;
}

/** Turns between a rise and a fall (flat stretches between them passed over), one at least `threshold`. */
export function slopeSignChanges(x: readonly number[], threshold: number): number {
  const slopes = diff(x).filter((d) => d !== 0);
  return slopes.filter(
    (d, i) => i > 0 && d * slopes[i - 1] < 0 && Math.max(Math.abs(d), Math.abs(slopes[i - 1])) >= threshold,
  ).length;
}

/** Sample entropy by comparing every pair of patterns; pairs as LibEMG takes them. */
export function sampleEntropy(x: readonly number[], m: number, r: number): number {
  const centre = mean(x);
  const sd = Math.sqrt(mean(x.map((value) => (value - centre) ** 2)));
  const z = x.map((value) => (value - centre) / sd);
  const pairs = (size: number): number => {
    let count = 0;
    for (let k = 0; k < z.length - size; k++)
      for (let j = 0; j <= z.length - size; j++)
        if (
          j !== k &&
          Array.from({ length: size }, (_, t) => Math.abs(z[k + t] - z[j + t])).every((d) => d <= r)
        )
          count++;
    return count / (z.length - size);
  };
  const scale = z.length - m - 1;
  return Math.log((pairs(m) / scale + Number.EPSILON) / (pairs(m + 1) / scale + Number.EPSILON));
}

/** Fuzzy entropy of the standardised series, distance to a power over the tolerance. */
export function fuzzyEntropy(x: readonly number[], m: number, r: number, power: number): number {
  const centre = mean(x);
  const sd = Math.sqrt(mean(x.map((value) => (value - centre) ** 2)));
  const phi = (size: number): number => {
    const patterns = Array.from({ length: x.length - size + 1 }, (_, k) => {
      const pattern = x.slice(k, k + size).map((value) => value / sd);
      return pattern.map((value) => value - mean(pattern));
    });
    let total = 0;
    for (let k = 0; k < x.length - size; k++)
      patterns.forEach((other, j) => {
        const d = Math.max(...other.map((value, t) => Math.abs(value - patterns[k][t])));
        if (j !== k) total += Math.exp(-(d ** power) / r);
      });
    return total / (x.length - size - 1) / (x.length - size);
  };
  return Math.log(phi(m) / phi(m + 1));
}

/** Power at bins 0 … size/2 − 1 by the sum that defines the transform. */
function spectrum(x: readonly number[]): number[] {
  const size = 2 ** Math.ceil(Math.log2(x.length));
  return Array.from({ length: size / 2 }, (_, k) => {
    const angle = (i: number) => (2 * Math.PI * k * i) / size;
    const re = sum(x.map((value, i) => value * Math.cos(angle(i))));
    const im = sum(x.map((value, i) => value * Math.sin(angle(i))));
    return (re * re + im * im) / x.length ** 2;
  });
}

/** Features that the LibEMG vectors do not cover, with default options. */
export const references: Readonly<Record<string, Reference>> = {
  COMP: (x) => {
    const d = diff(x);
    return [Math.sqrt(squares(diff(d)) / squares(d)) / Math.sqrt(squares(d) / squares(x))];
  },
  MAVSLP: (x) => {
    const half = Math.floor(x.length / 2);
    const abs = x.map(Math.abs);
    return [mean(abs.slice(half, 2 * half)) - mean(abs.slice(0, half))];
  },
  CARD: (x) => [new Set(x.map((value) => Math.round(value / 1e-6))).size],
  HIST: (x) => {
    const centre = mean(x);
    const sd = Math.sqrt(mean(x.map((value) => (value - centre) ** 2)));
    return Array.from({ length: 9 }, (_, bin) => {
      const inside = (z: number) => Math.min(8, Math.max(0, Math.floor(((z + 3) / 6) * 9))) === bin;
      return x.filter((value) => inside((value - centre) / sd)).length;
    });
  },
  SM: (x, rate) => {
    const power = spectrum(x);
    const binHz = rate / (2 * power.length);
    return [sum(power.map((p, i) => p * (i * binHz) ** 2))];
  },
};
