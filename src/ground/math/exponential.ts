import { powerOfTwo, scaled } from './words.js';

/*
 * After fdlibm: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun
 * Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */

const LN2_HI = 6.9314718036912381649e-1;
const LN2_LO = 1.90821492927058770002e-10;
const INV_LN2 = 1.442695040888963387;
const P1 = 1.66666666666666019037e-1;
const P2 = -2.77777777770155933842e-3;
const P3 = 6.61375632143793436117e-5;
const P4 = -1.6533902205465251539e-6;
const P5 = 4.13813679705723846039e-8;

/** e to the power x, within 1 ulp: x = k ln 2 + r with |r| ≤ ln 2 / 2, and a rational function of r. */
export function exp(x: number): number {
  if (!(Math.abs(x) < 708)) return extremeExp(x);
  const k = (INV_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
  return ofRest(x, k) * powerOfTwo(k);
}

/** Where the result or its scale leaves the normal doubles. */
function extremeExp(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Infinity : x;
  if (x < -745.1332191019412) return 0;
  const k = Math.trunc(INV_LN2 * x + (x < 0 ? -0.5 : 0.5));
  return scaled(ofRest(x, k), k);
}

/** e to the power x − k ln 2. */
function ofRest(x: number, k: number): number {
  const hi = x - k * LN2_HI;
  const lo = k * LN2_LO;
  const r = hi - lo;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  return 1 - (lo - (r * c) / (2 - c) - hi);
}
