import { cos, hypot, sin } from '../../ground/math/real.js';

/** One second-order section: [b0, b1, b2, a0 = 1, a1, a2], as SciPy writes it. */
export type Section = [b0: number, b1: number, b2: number, a0: number, a1: number, a2: number];

/** Magnitude of a cascade of sections at a frequency, 1 = unchanged. */
export function magnitudeOf(sections: readonly Section[], hz: number, sampleRateHz: number): number {
  const w = (2 * Math.PI * hz) / sampleRateHz;
  let product = 1;
  for (const [b0, b1, b2, a0, a1, a2] of sections)
    product *= polynomialMagnitude(b0, b1, b2, w) / polynomialMagnitude(a0, a1, a2, w);
  return product;
}

/**
 * Group delay −dφ/dω of a cascade in samples: for each polynomial the delay is
 * Re(Σ k c_k e^{−jωk} / Σ c_k e^{−jωk}), numerators add and denominators subtract.
 */
export function groupDelayOf(sections: readonly Section[], hz: number, sampleRateHz: number): number {
  const w = (2 * Math.PI * hz) / sampleRateHz;
  let delay = 0;
  for (const [b0, b1, b2, a0, a1, a2] of sections)
    delay += polynomialDelay(b0, b1, b2, w) - polynomialDelay(a0, a1, a2, w);
  return delay;
}

function polynomialMagnitude(c0: number, c1: number, c2: number, w: number): number {
  // Factored for palindromes, whose value near a zero on the unit circle would otherwise be lost to rounding.
  if (c2 === c0 && c0 !== 0) return Math.abs(2 * c0 * cos(w) + c1);
  return hypot(c0 + c1 * cos(w) + c2 * cos(2 * w), c1 * sin(w) + c2 * sin(2 * w));
}

function polynomialDelay(c0: number, c1: number, c2: number, w: number): number {
  // Symmetric polynomials have constant delay; said outright because they vanish at their own zeros.
  if (c2 !== 0 && (c2 === c0 || (c2 === -c0 && c1 === 0))) return 1;
  if (c2 === 0 && c1 !== 0 && Math.abs(c1) === Math.abs(c0)) return 0.5;
  const re1 = c1 * cos(w);
  const im1 = c1 * sin(w);
  const re2 = c2 * cos(2 * w);
  const im2 = c2 * sin(2 * w);
  const re = c0 + re1 + re2;
  const im = im1 + im2;
  return ((re1 + 2 * re2) * re + (im1 + 2 * im2) * im) / (re * re + im * im);
}
