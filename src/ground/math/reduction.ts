import { highWord, powerOfTwo } from './words.js';

/*
 * After fdlibm: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun
 * Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */

const INV_PIO2 = 6.36619772367581382433e-1;
/** π/2 in pieces of 33 bits, and what each leaves. */
const PIO2_1 = 1.57079632673412561417;
const PIO2_1T = 6.07710050650619224932e-11;
const PIO2_2 = 6.0771005063039659766e-11;
const PIO2_2T = 2.02226624879595063154e-21;
const PIO2_3 = 2.0222662487111664558e-21;
const PIO2_3T = 8.47842766036889956997e-32;
/** 2^20 π/2: up to here multiples of a piece are exact. */
const MEDIUM = 1647099;
/** 2^−16 and 2^−49: so much of an angle may cancel before the next piece is due. */
const FIRST = 1.52587890625e-5;
const SECOND = 1.7763568394002505e-15;

/** What {@link reduce} leaves of an angle: x − n π/2 as high + low. */
export const reduced = new Float64Array(2);

/** Quadrant n (0 … 3) of a finite angle; the rest, at most π/4 in size, goes to {@link reduced}. */
export function reduce(x: number): number {
  const size = Math.abs(x);
  if (size > MEDIUM) return reduceHuge(x);
  const n = Math.floor(x * INV_PIO2 + 0.5);
  let r = x - n * PIO2_1;
  let w = n * PIO2_1T;
  if (Math.abs(r - w) < size * FIRST) {
    let t = r;
    w = n * PIO2_2;
    r = t - w;
    w = n * PIO2_2T - (t - r - w);
    if (Math.abs(r - w) < size * SECOND) {
      t = r;
      w = n * PIO2_3;
      r = t - w;
      w = n * PIO2_3T - (t - r - w);
    }
  }
  reduced[0] = r - w;
  reduced[1] = r - reduced[0] - w;
  return n & 3;
}

/** 2/π · 2^1280: enough for the largest double. */
const TWO_OVER_PI =
  0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6babf0cfbc209af4361dn;
/** π/2 · 2^256 */
const PI_OVER_TWO = 0x1921fb54442d18469898cc51701b839a252049c1114cf98e804177d4c76273644n;

/** In whole numbers of any length, so exact: slow, but such angles are rare. */
function reduceHuge(x: number): number {
  const exponent = ((highWord(x) >> 20) & 2047) - 1075;
  const whole =
    BigInt(Math.abs(x) * (exponent < 0 ? powerOfTwo(-exponent) : 1)) >> BigInt(Math.max(0, exponent));
  const turns = whole * TWO_OVER_PI;
  const places = BigInt(1280 - exponent);
  const n = (turns + (1n << (places - 1n))) >> places;
  const rest = (((turns - (n << places)) >> (places - 256n)) * PI_OVER_TWO) >> 256n;
  const high = Number(rest);
  const sign = x < 0 ? -powerOfTwo(-256) : powerOfTwo(-256);
  reduced[0] = high * sign;
  reduced[1] = Number(rest - BigInt(high)) * sign;
  return Number((x < 0 ? -n : n) & 3n);
}
