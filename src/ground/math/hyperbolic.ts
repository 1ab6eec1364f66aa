import { exp } from './exponential.js';
import { upper } from './words.js';

/**
 * Hyperbolic tangent, within 1 ulp. Near 0 Lambert's continued fraction x / (1 + x² / (3 + x² / (5 + …))) up to
 * 19, multiplied out; beyond, 1 − 2 / (e^2x + 1) with what rounding took from sum and quotient.
 */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.55) {
    if (size < 1e-8) return x;
    const z = x * x;
    const part = z * (218243025 + z * (16081065 + z * (289575 + z * (1430 + z))));
    const rest = 654729075 + z * (91891800 + z * (2837835 + z * (25740 + z * 55)));
    return x - (x * part) / (rest + part);
  }
  if (!(size < 22)) return x === x ? Math.sign(x) : x;
  const power = exp(2 * size);
  const sum = power + 1;
  const share = 2 / sum;
  const sumHigh = upper(sum);
  const shareHigh = upper(share);
  const sumLow = sum - sumHigh;
  const shareLow = share - shareHigh;
  const lost = 2 - sumHigh * shareHigh - sumHigh * shareLow - sumLow * shareHigh - sumLow * shareLow;
  const correction = 0.5 * share * (lost - share * (power - (sum - 1)));
  const near = 1 - share;
  const value = near - (correction - (1 - near - share));
  return x < 0 ? -value : value;
}
