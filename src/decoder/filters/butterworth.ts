import fili, { type Biquad } from 'fili';
import type { Section } from './frequency-response.js';
import { cos, tan } from '../../ground/math/real.js';

/**
 * Butterworth high- or low-pass of `order` poles by bilinear transform, coefficients by fili.
 *
 * fili counts biquads, so an even order is its cascade of order/2; an odd one is its biquads with the
 * Butterworth Q of each pole pair, and one first-order section placed by its pole and zero. Sections are laid
 * out as SciPy lays them out: lowest Q first and the whole gain in the first.
 */
export function butterworthSections(
  kind: 'highpass' | 'lowpass',
  order: number,
  cutoffHz: number,
  sampleRateHz: number,
): Section[] {
  const biquads =
    order % 2 === 0
      ? new fili.CalcCascades()
          [kind]({ order: order / 2, characteristic: 'butterworth', Fs: sampleRateHz, Fc: cutoffHz })
          .reverse()
      : oddBiquads(kind, order, cutoffHz, sampleRateHz);
  return gainFirst(biquads.map(toSection));
}

/** Section of a fili biquad, its gain k multiplied in. */
export function toSection({ a, b, k }: Biquad): Section {
  return [k * b[0], k * b[1], k * b[2], 1, a[0], a[1]];
}

function oddBiquads(kind: 'highpass' | 'lowpass', order: number, Fc: number, Fs: number): Biquad[] {
  const coeffs = new fili.IirCoeffs();
  const warped = tan((Math.PI * Fc) / Fs);
  const none = { re: 0, im: 0 };
  const pole = { re: (1 - warped) / (1 + warped), im: 0 };
  const zero = { re: kind === 'lowpass' ? -1 : 1, im: 0 };
  const biquads = [coeffs.fromPZ({ type: kind, p0: pole, p1: none, z0: zero, z1: none })];
  for (let pair = 1; pair <= (order - 1) / 2; pair++)
    biquads.push(coeffs[kind]({ Fs, Fc, Q: 0.5 / cos((Math.PI * pair) / order) }));
  return biquads;
}

function gainFirst(sections: Section[]): Section[] {
  const gain = sections.reduce((product, [b0]) => product * b0, 1);
  return sections.map(([b0, b1, b2, a0, a1, a2], i) => {
    const scale = i === 0 ? gain : 1;
    return [scale, (b1 / b0) * scale, (b2 / b0) * scale, a0, a1, a2];
  });
}
