import { upper } from './words.js';

/*
 * After fdlibm: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun
 * Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */

const A0 = 3.33333333333329318027e-1;
const A1 = -1.99999999998764832476e-1;
const A2 = 1.42857142725034663711e-1;
const A3 = -1.1111110405462355788e-1;
const A4 = 9.09088713343650656196e-2;
const A5 = -7.69187620504482999495e-2;
const A6 = 6.66107313738753120669e-2;
const A7 = -5.83357013379057348645e-2;
const A8 = 4.97687799461593236017e-2;
const A9 = -3.6531572744216915527e-2;
const A10 = 1.62858201153657823623e-2;
const PI_LOW = 1.2246467991473531772e-16;

/** Arc tangent in radians, within 1 ulp. */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (!(size > 1e-8)) return x;
  return x < 0 ? -arc(size, 0, false) : arc(size, 0, false);
}

/** Angle of the point (x, y) in radians, −π … π, within 1 ulp; signs of zero as `Math.atan2`. */
export function atan2(y: number, x: number): number {
  if (x !== x || y !== y) return NaN;
  const up = y < 0 || Object.is(y, -0) ? -1 : 1;
  const left = x < 0 || Object.is(x, -0);
  if (y === 0) return left ? up * Math.PI : y;
  if (x === 0) return up * (Math.PI / 2);
  if (Math.abs(x) === Infinity && Math.abs(y) === Infinity) return up * Math.PI * (left ? 0.75 : 0.25);
  const ratio = Math.abs(y / x);
  const angle = arc(ratio, lost(Math.abs(y), Math.abs(x), ratio) / (1 + ratio * ratio), left);
  return up * angle;
}

/** What rounding took from the quotient q = y / x, where that can be told without overflow. */
function lost(y: number, x: number, q: number): number {
  if (!(x > 1e-100 && x < 1e100 && q > 1e-100 && q < 1e100)) return 0;
  const xh = upper(x);
  const qh = upper(q);
  return (y - xh * qh - xh * (q - qh) - (x - xh) * qh - (x - xh) * (q - qh)) / x;
}

/** atan(x) + extra for x ≥ 0, or π less that: the angle of a known point (high + low) and what is left to it. */
function arc(x: number, extra: number, supplement: boolean): number {
  let high = 0;
  let low = 0;
  let t = x;
  if (x >= 2.4375) {
    high = 1.570796326794896558;
    low = 6.12323399573676603587e-17;
    t = -1 / x;
  } else if (x >= 1.1875) {
    high = 9.82793723247329054082e-1;
    low = 1.39033110312309984516e-17;
    t = (x - 1.5) / (1 + 1.5 * x);
  } else if (x >= 0.6875) {
    high = 7.85398163397448278999e-1;
    low = 3.06161699786838301793e-17;
    t = (x - 1) / (x + 1);
  } else if (x >= 0.4375) {
    high = 4.63647609000806093515e-1;
    low = 2.26987774529616870924e-17;
    t = (2 * x - 1) / (2 + x);
  }
  const z = t * t;
  const w = z * z;
  const even = z * (A0 + w * (A2 + w * (A4 + w * (A6 + w * (A8 + w * A10)))));
  const odd = w * (A1 + w * (A3 + w * (A5 + w * (A7 + w * A9))));
  const back = t * (even + odd) - low - extra - t;
  if (!supplement) return high - back;
  const rest = Math.PI - high;
  return rest + (Math.PI - rest - high + (back + PI_LOW));
}
