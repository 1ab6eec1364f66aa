import { log } from '../math/real.js';

/** Highest seed, and highest number of a person: 32 bits. */
export const LAST_SEED = 0xffffffff;

/**
 * Seeded random streams. Every noise source draws from a stream of its own, derived from the scenario's seed
 * and the source's name, so that adding or switching a source changes no other.
 *
 * Generator: xoshiro128** 1.1 (Blackman & Vigna 2018), seeded by SplitMix32 over an FNV-1a hash of the name.
 */
export class RandomStream {
  private s0: number;
  private s1: number;
  private s2: number;
  private s3: number;
  private spare = NaN;

  /**
   * @param seed scenario seed, unsigned 32-bit integer
   * @param name path of the source, such as `physiology/biceps/discharge`
   */
  constructor(seed: number, name: string) {
    let state = (fnv1a(name) ^ Math.imul(seed >>> 0, 0x9e3779b9)) >>> 0;
    const next = (): number => {
      state = (state + 0x9e3779b9) >>> 0;
      let z = state;
      z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
      return (z ^ (z >>> 15)) >>> 0;
    };
    this.s0 = next();
    this.s1 = next();
    this.s2 = next();
    this.s3 = next() | 1;
  }

  /** Unsigned 32-bit integer. */
  uint32(): number {
    const product = Math.imul(this.s1, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const t = this.s1 << 9;
    this.s2 ^= this.s0;
    this.s3 ^= this.s1;
    this.s1 ^= this.s2;
    this.s0 ^= this.s3;
    this.s2 ^= t;
    this.s3 = (this.s3 << 11) | (this.s3 >>> 21);
    return result;
  }

  /** Uniform in [0, 1). */
  uniform(): number {
    return this.uint32() * 2.3283064365386963e-10;
  }

  /** Standard normal (Marsaglia polar method; keeps the second value of a pair). */
  normal(): number {
    if (!Number.isNaN(this.spare)) {
      const value = this.spare;
      this.spare = NaN;
      return value;
    }
    let u: number, v: number, s: number;
    do {
      u = 2 * this.uniform() - 1;
      v = 2 * this.uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s === 0);
    const factor = Math.sqrt((-2 * log(s)) / s);
    this.spare = v * factor;
    return u * factor;
  }

  /** Gamma variate of the given shape ≥ 1 and unit scale (Marsaglia & Tsang 2000). */
  gamma(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      const v = root * root * root;
      if (v <= 0) continue;
      if (log(this.uniform() + 1e-300) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
    }
  }

  /** Exponential variate of unit mean. */
  exponential(): number {
    return -log(1 - this.uniform());
  }

  /** Integer in [0, n). */
  integer(n: number): number {
    return Math.floor(this.uniform() * n);
  }
}

/** FNV-1a hash of a string, unsigned 32 bits. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
