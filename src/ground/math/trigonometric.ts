import { reduce, reduced } from './reduction.js';
import { upper } from './words.js';

/*
 * After fdlibm: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun
 * Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */

const S1 = -1.66666666666666324348e-1;
const S2 = 8.33333333332248946124e-3;
const S3 = -1.98412698298579493134e-4;
const S4 = 2.75573137070700676789e-6;
const S5 = -2.50507602534068634195e-8;
const S6 = 1.58969099521155010221e-10;
const C1 = 4.16666666666666019037e-2;
const C2 = -1.3888888888874109556e-3;
const C3 = 2.48015872894767294178e-5;
const C4 = -2.75573143513906633035e-7;
const C5 = 2.0875723212981748279e-9;
const C6 = -1.13596475577881948265e-11;
const PIO4 = 7.85398163397448278999e-1;
const PIO4_LOW = 3.06161699786838301793e-17;

/** Sine of an angle in radians, within 1 ulp for every double; NaN for an infinite one. */
export function sin(x: number): number {
  if (Math.abs(x) <= PIO4) return Math.abs(x) < 1e-9 ? x : sineKernel(x, 0);
  if (x - x !== 0) return NaN;
  const n = reduce(x);
  const y = n & 1 ? cosineKernel(reduced[0], reduced[1]) : sineKernel(reduced[0], reduced[1]);
  return n & 2 ? -y : y;
}

/** Cosine of an angle in radians, within 1 ulp for every double; NaN for an infinite one. */
export function cos(x: number): number {
  if (Math.abs(x) <= PIO4) return cosineKernel(x, 0);
  if (x - x !== 0) return NaN;
  const n = reduce(x);
  const y = n & 1 ? sineKernel(reduced[0], reduced[1]) : cosineKernel(reduced[0], reduced[1]);
  return n === 1 || n === 2 ? -y : y;
}

/** Tangent of an angle in radians, within 1 ulp for every double; NaN for an infinite one. */
export function tan(x: number): number {
  if (Math.abs(x) <= PIO4) return Math.abs(x) < 1e-9 ? x : tangentKernel(x, 0, false);
  if (x - x !== 0) return NaN;
  const n = reduce(x);
  return tangentKernel(reduced[0], reduced[1], (n & 1) === 1);
}

/** Sine of x + y, |x| ≤ π/4, y its tail. */
function sineKernel(x: number, y: number): number {
  const z = x * x;
  const v = z * x;
  const r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
  return x - (z * (0.5 * y - v * r) - y - v * S1);
}

/** Cosine of x + y, |x| ≤ π/4, y its tail. */
function cosineKernel(x: number, y: number): number {
  const z = x * x;
  const r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * y));
}

const T = [
  3.33333333333334091986e-1, 1.33333333333201242699e-1, 5.39682539762260521377e-2, 2.18694882948595424599e-2,
  8.8632398235993000574e-3, 3.59207910759131235356e-3, 1.45620945432529025516e-3, 5.88041240820264096874e-4,
  2.46463134818469906812e-4, 7.817944429395570923e-5, 7.14072491382608190305e-5, -1.85586374855275456654e-5,
  2.59073051863633712884e-5,
];

/** Tangent of x + y, |x| ≤ π/4, y its tail; or minus its reciprocal. */
function tangentKernel(x: number, y: number, inverted: boolean): number {
  const big = Math.abs(x) >= 0.6744;
  const sign = x < 0 ? -1 : 1;
  if (big) {
    x = PIO4 - sign * x + (PIO4_LOW - sign * y);
    y = 0;
  }
  const z = x * x;
  const w = z * z;
  const odd = T[1] + w * (T[3] + w * (T[5] + w * (T[7] + w * (T[9] + w * T[11]))));
  const even = z * (T[2] + w * (T[4] + w * (T[6] + w * (T[8] + w * (T[10] + w * T[12])))));
  const s = z * x;
  const r = y + z * (s * (odd + even) + y) + T[0] * s;
  const sum = x + r;
  if (big) {
    const v = inverted ? -1 : 1;
    return sign * (v - 2 * (x - ((sum * sum) / (sum + v) - r)));
  }
  if (!inverted) return sum;
  const high = upper(sum);
  const low = r - (high - x);
  const a = -1 / sum;
  const t = upper(a);
  return t + a * (1 + t * high + t * low);
}
