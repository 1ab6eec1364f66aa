import { cos, sin, tan } from '../../ground/math/real.js';
import type { Section } from './frequency-response.js';
import { poleZeroSection } from './pole-zero-section.js';

/**
 * Butterworth high- or low-pass of `order` poles by bilinear transform. Sections are laid out as SciPy lays them out:
 * a first-order one (odd orders), then pole pairs, lowest Q first, and the whole gain in the first.
 */
export function butterworthSections(
  kind: 'highpass' | 'lowpass',
  order: number,
  cutoffHz: number,
  sampleRateHz: number,
): Section[] {
  const warped = tan((Math.PI * cutoffHz) / sampleRateHz);
  const zero = { re: kind === 'lowpass' ? -1 : 1, im: 0 };
  const pairs = Math.floor(order / 2);
  const sections: Section[] = [];
  let gain = 1;
  if (order % 2 === 1) {
    gain *= (kind === 'lowpass' ? warped : 1) / (1 + warped);
    sections.push(poleZeroSection([zero], [{ re: (1 - warped) / (1 + warped), im: 0 }]));
  }
  for (let pair = 1; pair <= pairs; pair++) {
    // Poles of the prototype lie on the unit circle, this far from the negative real axis.
    const angle = (Math.PI * (order % 2 === 1 ? pair : pair - 0.5)) / order;
    const size = 1 + 2 * warped * cos(angle) + warped * warped;
    const re = (1 - warped * warped) / size;
    const im = (2 * warped * sin(angle)) / size;
    gain *= (kind === 'lowpass' ? warped * warped : 1) / size;
    sections.push(
      poleZeroSection(
        [zero, zero],
        [
          { re, im },
          { re, im: -im },
        ],
      ),
    );
  }
  const [b0, b1, b2, ...poles] = sections[0];
  sections[0] = [gain * b0, gain * b1, gain * b2, ...poles];
  return sections;
}
