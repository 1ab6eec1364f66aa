import fili from 'fili';
import { toSection } from './butterworth.js';
import type { Section } from './frequency-response.js';
import { sin, tan } from '../../ground/math/real.js';

/**
 * Notch at `cutoffHz` and at its multiples up to `harmonics`, each with the same Q, so that higher ones are
 * wider, as mains harmonics wander in proportion. Multiples at or above Nyquist cannot be in the signal and are
 * left out.
 *
 * fili's band-stop equals SciPy's `iirnotch` when it is given Q' = sin ω₀ / (2 tan(ω₀ / 2Q)).
 */
export function notchSections(
  cutoffHz: number,
  q: number,
  harmonics: number,
  sampleRateHz: number,
): Section[] {
  const coeffs = new fili.IirCoeffs();
  const sections: Section[] = [];
  for (let h = 1; h <= harmonics && h * cutoffHz < sampleRateHz / 2; h++) {
    const Fc = h * cutoffHz;
    const w = (2 * Math.PI * Fc) / sampleRateHz;
    const Q = sin(w) / (2 * tan(w / (2 * q)));
    sections.push(toSection(coeffs.bandstop({ Fs: sampleRateHz, Fc, Q })));
  }
  return sections;
}
