import { cos, sin, square, tan } from '../../ground/math/real.js';
import type { Section } from './frequency-response.js';

/**
 * Butterworth band-pass as SciPy's `butter(order, [low, high], 'band')`: a low-pass of `order` poles carried over to
 * the band, which makes twice as many. Where the band is narrow it differs from a high-pass and a low-pass in cascade.
 *
 * @param order an even number of poles on each side
 * @param lowHz lower corner, above 0
 * @param highHz upper corner, above the lower and below half the sampling rate
 */
export function butterworthBandSections(
  order: number,
  lowHz: number,
  highHz: number,
  sampleRateHz: number,
): Section[] {
  const low = tan((Math.PI * lowHz) / sampleRateHz);
  const high = tan((Math.PI * highHz) / sampleRateHz);
  const width = high - low;
  const sections: Section[] = [];
  for (let pair = 1; pair <= order / 2; pair++) {
    // A pole of the prototype lies on the unit circle, this far from the negative real axis; half the band times it.
    const angle = (Math.PI * (pair - 0.5)) / order;
    const re = -0.5 * width * cos(angle);
    const im = 0.5 * width * sin(angle);
    // It becomes two: s = p ± √(p² − ω₀²).
    const apart = rootOf(re * re - im * im - low * high, 2 * re * im);
    for (const sign of [1, -1]) {
      const s = { re: re + sign * apart.re, im: im + sign * apart.im };
      // Bilinear transform of the pole and its conjugate; zeros at 0 Hz and at half the rate.
      const size = square(1 - s.re) + square(s.im);
      const poleRe = (1 - square(s.re) - square(s.im)) / size;
      const poleIm = (2 * s.im) / size;
      const gain = width / size;
      sections.push([gain, 0, -gain, 1, -2 * poleRe, square(poleRe) + square(poleIm)]);
    }
  }
  return sections;
}

/** Square root of a complex number, that with a real part of at least 0. */
function rootOf(re: number, im: number): { re: number; im: number } {
  const size = Math.sqrt(re * re + im * im);
  const rootRe = Math.sqrt(0.5 * (size + re));
  const rootIm = Math.sqrt(0.5 * (size - re));
  return { re: rootRe, im: im < 0 ? -rootIm : rootIm };
}
