import { highWord, powerOfTwo } from './words.js';

/*
 * After fdlibm: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun
 * Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */

const LN2_HI = 6.9314718036912381649e-1;
const LN2_LO = 1.90821492927058770002e-10;
const L1 = 6.66666666666673513e-1;
const L2 = 3.999999999940941908e-1;
const L3 = 2.857142874366239149e-1;
const L4 = 2.222219843214978396e-1;
const L5 = 1.818357216161805012e-1;
const L6 = 1.531383769920937332e-1;
const L7 = 1.479819860511658591e-1;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
/** 1 and √½ by their high words: mantissas are taken from √½ to √2. */
const SHIFT = 0x3ff00000 - 0x3fe6a09e;

/** k ln 2 by the biased exponent k + 1023: a load is quicker than to convert and multiply. */
const multiplesHigh = Float64Array.from({ length: 2048 }, (_, biased) => (biased - 1023) * LN2_HI);
const multiplesLow = Float64Array.from({ length: 2048 }, (_, biased) => (biased - 1023) * LN2_LO);

/** log(1 + f) − f + f²/2 for √½ ≤ 1 + f < √2. */
function remainder(f: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  return s * (0.5 * f * f + (odd + even));
}

/** Exponent k of a normal x = 2^k m with √½ ≤ m < √2. */
function exponent(x: number): number {
  return ((highWord(x) + SHIFT) >> 20) - 1023;
}

/** Natural logarithm, within 1 ulp: −Infinity at 0, NaN below. */
export function log(x: number): number {
  const word = highWord(x);
  if (word < 0x00100000 || word >= 0x7ff00000) return unusualLog(x);
  // As exponent() and remainder() say: written out, because this is the hottest function of all.
  const biased = (word + SHIFT) >> 20;
  const f = x * powerOfTwo(1023 - biased) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const half = 0.5 * f * f;
  return s * (half + (odd + even)) + multiplesLow[biased] - half + f + multiplesHigh[biased];
}

/** Of what is negative, not finite, or below the smallest normal double. */
function unusualLog(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const scaled = x * powerOfTwo(54);
  const shift = exponent(scaled);
  const k = shift - 54;
  const f = scaled * powerOfTwo(-shift) - 1;
  return remainder(f) + k * LN2_LO - 0.5 * f * f + f + k * LN2_HI;
}

/** log(1 + x), within 1 ulp also where x is small. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity || Math.abs(x) < 1.1102230246251565e-16) return x;
  if (x > -0.2928932188134524 && x < 0.41421356237309503) return remainder(x) - 0.5 * x * x + x;
  const sum = 1 + x;
  const k = exponent(sum);
  const lost = k >= 54 ? 0 : (k >= 2 ? 1 - (sum - x) : x - (sum - 1)) / sum;
  const f = sum * powerOfTwo(-k) - 1;
  return remainder(f) + (k * LN2_LO + lost) - 0.5 * f * f + f + k * LN2_HI;
}

/** The upper 21 bits, so that products with the 32-bit halves below are exact. */
function upper21(x: number): number {
  const c = x * 4294967297;
  return c - (c - x);
}

/** log(x) / log(base) in two parts: the logarithm of two to the base, and 1 / log(base), each as high + low. */
function toBase(x: number, two: number, twoLow: number, scale: number, scaleLow: number): number {
  if (!(x >= SMALLEST_NORMAL)) {
    if (!(x > 0)) return x === 0 ? -Infinity : NaN;
    return toBase(x * powerOfTwo(54), two, twoLow, scale, scaleLow) - 54 * (two + twoLow);
  }
  if (x === Infinity) return x;
  const k = exponent(x);
  const f = x * powerOfTwo(-k) - 1;
  const half = 0.5 * f * f;
  const hi = upper21(f - half);
  const lo = f - hi - half + remainder(f);
  const whole = k * two;
  const part = hi * scale;
  const sum = whole + part;
  return k * twoLow + (lo + hi) * scaleLow + lo * scale + (whole - sum + part) + sum;
}

/** Logarithm to base 2, within 1 ulp; exact at powers of two. */
export function log2(x: number): number {
  return toBase(x, 1, 0, 1.44269504072144627571, 1.67517131648865118353e-10);
}

/** Decimal logarithm, within 1 ulp. */
export function log10(x: number): number {
  return toBase(
    x,
    3.01029995663611771306e-1,
    3.69423907715893078616e-13,
    4.34294481878168880939e-1,
    2.50829467116452752298e-11,
  );
}
