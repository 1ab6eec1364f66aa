/**
 * What fdlibm does with the bits of a double, without writing into halves of one: a store of one half followed
 * by a load of the whole stalls the processor.
 */
const LOWEST = -1074;
const HIGHEST = 1023;
const powers = new Float64Array(HIGHEST - LOWEST + 1);
for (let k = 0, up = 1; k <= HIGHEST; k++, up *= 2) powers[k - LOWEST] = up;
for (let k = 0, down = 1; k >= LOWEST; k--, down /= 2) powers[k - LOWEST] = down;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/** Sign, exponent and the upper 20 bits of the mantissa; little-endian, as WebAssembly's memory is everywhere. */
export function highWord(x: number): number {
  double[0] = x;
  return words[1];
}

/** 2^k for −1074 ≤ k ≤ 1023. */
export function powerOfTwo(k: number): number {
  return powers[k - LOWEST];
}

/** x · 2^k, rounded once, for x near 1 and −1200 < k ≤ 1024. */
export function scaled(x: number, k: number): number {
  if (k >= LOWEST && k <= HIGHEST) return x * powers[k - LOWEST];
  return k > 0 ? x * 2 * powerOfTwo(k - 1) : x * powerOfTwo(k + 200) * powerOfTwo(-200);
}

/** The upper 26 bits of a double below 2^996, so that a product of two such is exact (Veltkamp's splitting). */
export function upper(x: number): number {
  const c = x * 134217729;
  return c - (c - x);
}
