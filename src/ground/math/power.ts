import { highWord, powerOfTwo, scaled, upper } from './words.js';

/*
 * After fdlibm: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun
 * Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */

const L1 = 5.99999999999994648725e-1;
const L2 = 4.28571428578550184252e-1;
const L3 = 3.33333329818377432918e-1;
const L4 = 2.72728123808534006489e-1;
const L5 = 2.30660745775561754067e-1;
const L6 = 2.06975017800338417784e-1;
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;
const LN2 = 6.93147180559945286227e-1;
const LN2_H = 6.93147182464599609375e-1;
const LN2_L = -1.90465429995776804525e-9;
/** 2 / (3 ln 2) */
const CP = 9.61796693925975554329e-1;
const CP_H = 9.61796700954437255859e-1;
const CP_L = -7.02846165095275826516e-9;
/** log2 1.5 */
const DP_H = 5.84962487220764160156e-1;
const DP_L = 1.35003920212974897128e-8;
const INV_LN2 = 1.442695040888963387;
const INV_LN2_H = 1.44269502162933349609;
const INV_LN2_L = 1.92596299112661746887e-8;
/** log2 of what rounds to the largest double, minus 1024. */
const OVER = 8.0085662595372944372e-17;
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** x to the power y, within 1 ulp; as ECMAScript's `**` for zeros, infinities, NaN and negative x. */
export function pow(x: number, y: number): number {
  if (y === 2) return x * x;
  if (y === 1) return x;
  if (y === 0) return 1;
  const size = Math.abs(x);
  if (size > 0 && size < Infinity && Math.abs(y) < Infinity) {
    if (x > 0) return positive(x, y);
    return Math.floor(y) !== y ? NaN : isOdd(y) ? -positive(size, y) : positive(size, y);
  }
  if (x !== x || y !== y) return NaN;
  if (Math.abs(y) === Infinity) return size === 1 ? NaN : size > 1 === y > 0 ? Infinity : 0;
  const value = (size === 0) === y > 0 ? 0 : Infinity;
  return (x < 0 || Object.is(x, -0)) && isOdd(y) ? -value : value;
}

function isOdd(y: number): boolean {
  return Math.abs(y % 2) === 1;
}

/** For x > 0, both finite: log2 x as high + low, times y, and two to that. */
function positive(x: number, y: number): number {
  let high: number;
  let low: number;
  if (Math.abs(y) > 2147483648) {
    // Whatever is not next to 1 is out of range.
    const t = x - 1;
    if (t === 0) return 1;
    if (Math.abs(t) > 1e-6 || Math.abs(y) > 18446744073709551616) return t > 0 === y > 0 ? Infinity : 0;
    const w = t * t * (0.5 - t * (0.3333333333333333 - t * 0.25));
    const u = INV_LN2_H * t;
    const v = t * INV_LN2_L - w * INV_LN2;
    high = upper(u + v);
    low = v - (high - u);
  } else {
    let n = 0;
    if (x < SMALLEST_NORMAL) {
      x *= powerOfTwo(54);
      n = -54;
    }
    const word = highWord(x);
    const mantissa = word & 0xfffff;
    let shift = (word >> 20) - 1023;
    // x / 2^shift lies about 1 (base 1) or about 1.5.
    const aboutOne = mantissa <= 0x3988e || mantissa >= 0xbb67a;
    if (mantissa >= 0xbb67a) shift++;
    const base = aboutOne ? 1 : 1.5;
    const baseHigh = aboutOne ? 0 : DP_H;
    n += shift;
    x *= powerOfTwo(-shift);
    const u = x - base;
    const v = 1 / (x + base);
    const s = u * v;
    const sh = upper(s);
    const sum = upper(x + base);
    const sl = v * (u - sh * sum - sh * (x - (sum - base)));
    const s2 = s * s;
    const r = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6))))) + sl * (sh + s);
    const sh2 = sh * sh;
    const th = upper(3 + sh2 + r);
    const tl = r - (th - 3 - sh2);
    const a = sh * th;
    const b = sl * th + tl * s;
    const ph = upper(a + b);
    const zh = CP_H * ph;
    const zl = CP_L * ph + (b - (ph - a)) * CP + (aboutOne ? 0 : DP_L);
    high = upper(zh + zl + baseHigh + n);
    low = zl - (high - n - baseHigh - zh);
  }
  const yh = upper(y);
  const rest = (y - yh) * high + y * low;
  const main = yh * high;
  const z = rest + main;
  if (z >= 1024 && (z > 1024 || rest + OVER > z - main)) return Infinity;
  if (z <= -1075 && (z < -1075 || rest <= z - main)) return 0;
  return twoTo(main, rest, z);
}

/** 2^(main + rest), z their sum. */
function twoTo(main: number, rest: number, z: number): number {
  const n = Math.abs(z) > 0.5 ? Math.floor(z + 0.5) : 0;
  main -= n;
  const t = upper(rest + main);
  const u = t * LN2_H;
  const v = (rest - (t - main)) * LN2 + t * LN2_L;
  const w = u + v;
  const left = v - (w - u);
  const w2 = w * w;
  const c = w - w2 * (P1 + w2 * (P2 + w2 * (P3 + w2 * (P4 + w2 * P5))));
  return scaled(1 - ((w * c) / (c - 2) - (left + w * left) - w), n);
}
