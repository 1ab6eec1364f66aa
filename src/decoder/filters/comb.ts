import type { Complex } from 'fili';
import { cos, pow, sin, tan } from '../../ground/math/real.js';
import type { Section } from './frequency-response.js';
import { poleZeroSection } from './pole-zero-section.js';

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
  const sections: Section[] = [];
  for (let k = 0; 2 * k < teeth; k++) {
    const angle = (2 * Math.PI * k) / teeth;
    // The real root at 0 Hz pairs with the one at Nyquist where there is one, else it stands alone.
    const angles = k > 0 ? [angle, -angle] : teeth % 2 === 0 ? [0, Math.PI] : [0];
    sections.push(
      poleZeroSection(
        angles.map((at) => onRay(1, at)),
        angles.map((at) => onRay(radius, at)),
      ),
    );
  }
  const [b0, b1, b2, ...rest] = sections[0];
  sections[0] = [b0 / (1 + beta), b1 / (1 + beta), b2 / (1 + beta), ...rest];
  return sections;
}

function onRay(radius: number, angle: number): Complex {
  if (angle === 0) return { re: radius, im: 0 };
  if (Math.abs(angle) === Math.PI) return { re: -radius, im: 0 };
  return { re: radius * cos(angle), im: radius * sin(angle) };
}
