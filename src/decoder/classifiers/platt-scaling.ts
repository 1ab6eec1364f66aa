import { exp, log, log1p, square } from '../../ground/math/real.js';

/**
 * Slope A and offset B of P(class | margin f) = 1 / (1 + exp(A f + B)), fitted by Newton's method with
 * backtracking. Source: Platt 1999 in the form of Lin, Lin & Weng 2007.
 *
 * @param margins decision value per window
 * @param sign +1 for windows of the class, −1 for the others
 */
export function plattScaling(margins: Float64Array, sign: Float64Array): [slope: number, offset: number] {
  const rows = margins.length;
  let positive = 0;
  for (const s of sign) if (s > 0) positive++;
  const high = (positive + 1) / (positive + 2);
  const low = 1 / (rows - positive + 2);
  const loss = (a: number, b: number): number => {
    let sum = 0;
    for (let r = 0; r < rows; r++) {
      const f = a * margins[r] + b;
      const t = sign[r] > 0 ? high : low;
      sum += f >= 0 ? t * f + log1p(exp(-f)) : (t - 1) * f + log1p(exp(f));
    }
    return sum;
  };
  let a = 0;
  let b = log((rows - positive + 1) / (positive + 1));
  let value = loss(a, b);
  for (let iteration = 0; iteration < 100; iteration++) {
    let haa = 1e-12;
    let hbb = 1e-12;
    let hab = 0;
    let ga = 0;
    let gb = 0;
    for (let r = 0; r < rows; r++) {
      const p = 1 / (1 + exp(a * margins[r] + b));
      const d = (sign[r] > 0 ? high : low) - p;
      const q = p * (1 - p);
      haa += square(margins[r]) * q;
      hab += margins[r] * q;
      hbb += q;
      ga += margins[r] * d;
      gb += d;
    }
    if (Math.abs(ga) < 1e-5 && Math.abs(gb) < 1e-5) break;
    const determinant = haa * hbb - hab * hab;
    const da = -(hbb * ga - hab * gb) / determinant;
    const db = -(haa * gb - hab * ga) / determinant;
    const descent = ga * da + gb * db;
    let step = 1;
    for (; step > 1e-10; step /= 2) {
      const next = loss(a + step * da, b + step * db);
      if (next < value + 1e-4 * step * descent) {
        [a, b, value] = [a + step * da, b + step * db, next];
        break;
      }
    }
    if (step <= 1e-10) break;
  }
  return [a, b];
}
