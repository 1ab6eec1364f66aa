import { powerOfTwo, upper } from './words.js';

/**
 * √(x² + y²) within 1 ulp, with no overflow or underflow on the way. The squares are exact, as high + low
 * (T. J. Dekker 1971, Numer. Math. 18, 224–242).
 */
export function hypot(x: number, y: number): number {
  const a = Math.max(Math.abs(x), Math.abs(y));
  const b = Math.min(Math.abs(x), Math.abs(y));
  if (Math.abs(x) === Infinity || Math.abs(y) === Infinity) return Infinity;
  if (!(b > a * 1e-17)) return a + b;
  if (a > 1e150) return root(a * powerOfTwo(-700), b * powerOfTwo(-700)) * powerOfTwo(700);
  if (b < 1e-130) return root(a * powerOfTwo(700), b * powerOfTwo(700)) * powerOfTwo(-700);
  return root(a, b);
}

function root(a: number, b: number): number {
  return Math.sqrt(lost(b) + lost(a) + b * b + a * a);
}

/** What rounding took from a square. */
function lost(x: number): number {
  const high = upper(x);
  const low = x - high;
  return high * high - x * x + 2 * high * low + low * low;
}
