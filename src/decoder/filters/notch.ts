import { cos, sin, tan } from '../../ground/math/real.js';
import type { Section } from './frequency-response.js';
import { poleZeroSection } from './pole-zero-section.js';

/**
 * Notch at `cutoffHz` and at its multiples up to `harmonics`, each with the same Q, so that higher ones are
 * wider, as mains harmonics wander in proportion. Multiples at or above Nyquist cannot be in the signal and are
 * left out. As SciPy's `iirnotch`: with β = tan(ω₀ / 2Q), zeros e^±jω₀ and the poles of
 * z² − 2 cos ω₀ / (1 + β) z + (1 − β) / (1 + β).
 */
export function notchSections(
  cutoffHz: number,
  q: number,
  harmonics: number,
  sampleRateHz: number,
): Section[] {
  const sections: Section[] = [];
  for (let h = 1; h <= harmonics && h * cutoffHz < sampleRateHz / 2; h++) {
    const w = (2 * Math.PI * h * cutoffHz) / sampleRateHz;
    const beta = tan(w / (2 * q));
    const middle = cos(w) / (1 + beta);
    // A very wide notch has two real poles.
    const square = (sin(w) - beta) * (sin(w) + beta);
    const apart = Math.sqrt(Math.abs(square)) / (1 + beta);
    const pole = (sign: number) =>
      square < 0 ? { re: middle + sign * apart, im: 0 } : { re: middle, im: sign * apart };
    const zero = (sign: number) => ({ re: cos(w), im: sign * sin(w) });
    const [b0, b1, b2, ...rest] = poleZeroSection([zero(1), zero(-1)], [pole(1), pole(-1)]);
    sections.push([b0 / (1 + beta), b1 / (1 + beta), b2 / (1 + beta), ...rest]);
  }
  return sections;
}
