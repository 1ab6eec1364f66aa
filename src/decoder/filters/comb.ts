import fili from 'fili';
import type { Section } from './frequency-response.js';
import { cos, pow, sin, tan } from '../../ground/math/real.js';

/**
 * Comb notch b (1 − z⁻ᴺ) / (1 − a z⁻ᴺ) with N = rate / cut-off teeth, as SciPy's `iircomb`: it removes 0 Hz and
 * every multiple of the cut-off, each with the −3 dB width `cutoffHz / q` (Orfanidis 1996, § 8.3).
 *
 * Its zeros are the N-th roots of 1 and its poles lie on the same rays; conjugate pairs make N/2 second-order
 * sections, so that it runs like every other filter.
 */
export function combSections(cutoffHz: number, q: number, sampleRateHz: number): Section[] {
  const teeth = Math.round(sampleRateHz / cutoffHz);
  const beta = tan(Math.PI / (2 * q));
  const radius = pow((1 - beta) / (1 + beta), 1 / teeth);
  const coeffs = new fili.IirCoeffs();
  const sections: Section[] = [];
  for (let k = 0; 2 * k < teeth; k++) {
    const angle = (2 * Math.PI * k) / teeth;
    // The real root at 0 Hz pairs with the one at Nyquist where there is one, else it stands alone.
    const partner = k > 0 ? angle : teeth % 2 === 0 ? Math.PI : undefined;
    const { a, b } = coeffs.fromPZ({
      type: 'lowpass',
      z0: onRay(1, angle),
      z1: partner === undefined ? { re: 0, im: 0 } : onRay(1, -partner),
      p0: onRay(radius, angle),
      p1: partner === undefined ? { re: 0, im: 0 } : onRay(radius, -partner),
    });
    sections.push([b[0], b[1], b[2], 1, a[0], a[1]]);
  }
  const [b0, b1, b2, a0, a1, a2] = sections[0];
  sections[0] = [b0 / (1 + beta), b1 / (1 + beta), b2 / (1 + beta), a0, a1, a2];
  return sections;
}

function onRay(radius: number, angle: number): { re: number; im: number } {
  if (angle === 0) return { re: radius, im: 0 };
  if (Math.abs(angle) === Math.PI) return { re: -radius, im: 0 };
  return { re: radius * cos(angle), im: radius * sin(angle) };
}
