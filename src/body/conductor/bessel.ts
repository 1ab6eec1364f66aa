import { exp, log, square } from '../../ground/math/real.js';

/**
 * Modified Bessel functions I_n and K_n of integer order n ≥ 0 and argument x > 0, by ratios of neighbouring
 * orders, so that nothing overflows whatever the order.
 *
 * K_0, K_1: ascending series below 2, Steed's continued fraction above (Temme, J Comput Phys 1975;19:324).
 * K ratios climb in n and I ratios descend, both stable; I_0 comes from the Wronskian I_0 K_1 + I_1 K_0 = 1/x.
 */
export interface BesselLadder {
  /** e^(−x) I_0(x) */
  i0: number;
  /** e^x K_0(x) */
  k0: number;
  /** I_(n+1)(x) / I_n(x) */
  readonly ratioI: Float64Array;
  /** K_(n+1)(x) / K_n(x) */
  readonly ratioK: Float64Array;
}

/** Room for orders 0 … maxOrder. */
export function createLadder(maxOrder: number): BesselLadder {
  return { i0: 0, k0: 0, ratioI: new Float64Array(maxOrder + 1), ratioK: new Float64Array(maxOrder + 1) };
}

/** Fill `ladder` with orders 0 … maxOrder at x > 0. */
export function climb(ladder: BesselLadder, x: number, maxOrder: number): void {
  const { ratioI, ratioK } = ladder;
  // Each step down shrinks the relative error of the start by about r²; this many steps leave none of it.
  const start = maxOrder + 8 + Math.ceil(6 * Math.sqrt(x));
  // Amos, Math Comput 1974;28:239: within some per cent of the true ratio for every x.
  let ratio = x / (start + 0.5 + Math.sqrt(square(start + 1.5) + x * x));
  for (let n = start; n > maxOrder; n--) ratio = 1 / ((2 * n) / x + ratio);
  ratioI[maxOrder] = ratio;
  for (let n = maxOrder; n > 0; n--) ratioI[n - 1] = ratio = 1 / ((2 * n) / x + ratio);

  ladder.k0 = x < 2 ? seriesK0(x) * exp(x) : steedK(x);
  ratioK[0] = x < 2 ? ratioFromWronskian(x, ladder.k0, ratio) : steedRatio;
  for (let n = 1; n <= maxOrder; n++) ratioK[n] = (2 * n) / x + 1 / ratioK[n - 1];
  ladder.i0 = 1 / (x * ladder.k0 * (ratioK[0] + ratio));
}

/** K_0 by its ascending series (Abramowitz & Stegun 9.6.13), for x < 2. */
function seriesK0(x: number): number {
  const quarter = (x * x) / 4;
  let term = 1;
  let harmonic = 0;
  let i0 = 1;
  let sum = 0;
  for (let j = 1; term > 1e-18; j++) {
    term *= quarter / (j * j);
    harmonic += 1 / j;
    i0 += term;
    sum += term * harmonic;
  }
  return sum - (log(x / 2) + 0.5772156649015329) * i0;
}

/** K_1/K_0 where K_0 and I_1/I_0 are known. `k0` carries e^x, I_0 its series with e^(−x). */
function ratioFromWronskian(x: number, k0: number, ratioI: number): number {
  const quarter = (x * x) / 4;
  let term = 1;
  let i0 = 1;
  for (let j = 1; term > 1e-18; j++) i0 += term *= quarter / (j * j);
  return exp(x) / (x * i0 * k0) - ratioI;
}

let steedRatio = 0;

/** e^x K_0(x) for x ≥ 2 by Steed's continued fraction; leaves K_1/K_0 in `steedRatio`. */
function steedK(x: number): number {
  let b = 2 * (1 + x);
  let d = 1 / b;
  let step = d;
  let h = d;
  let q1 = 0;
  let q2 = 1;
  let q = 0.25;
  let c = 0.25;
  let a = -0.25;
  let s = 1 + q * step;
  for (let i = 2; i < 500; i++) {
    a -= 2 * (i - 1);
    c = (-a * c) / i;
    const next = (q1 - b * q2) / a;
    q1 = q2;
    q2 = next;
    q += c * next;
    b += 2;
    d = 1 / (b + a * d);
    step *= b * d - 1;
    h += step;
    const change = q * step;
    s += change;
    if (Math.abs(change) < 1e-17 * Math.abs(s)) break;
  }
  steedRatio = (x + 0.5 - 0.25 * h) / x;
  return Math.sqrt(Math.PI / (2 * x)) / s;
}
