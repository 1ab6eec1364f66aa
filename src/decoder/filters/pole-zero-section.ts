import fili, { type Complex } from 'fili';
import type { Section } from './frequency-response.js';

const NONE: Complex = { re: 0, im: 0 };

/**
 * Section of one or two zeros and poles (both real, or conjugates), with b0 = 1, by fili. Its designs by cut-off call
 * `Math.tan` and `Math.cos`, whose last bit depends on the engine; from poles and zeros it only adds and multiplies,
 * so that our own trigonometry gives every engine the same coefficients.
 */
export function poleZeroSection(zeros: readonly Complex[], poles: readonly Complex[]): Section {
  const [z0 = NONE, z1 = NONE] = zeros;
  const [p0 = NONE, p1 = NONE] = poles;
  const { a, b } = new fili.IirCoeffs().fromPZ({ type: 'lowpass', z0, z1, p0, p1 });
  return [b[0], b[1], b[2], 1, a[0], a[1]];
}
