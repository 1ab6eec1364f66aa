import { sin } from '../math/real.js';

/** Kaiser's β for 80 dB of attenuation. */
const BETA = 8;

/**
 * Impulse response of a low-pass filter without delay: a sinc under Kaiser's window.
 * @param t place, in samples
 * @param corner cycles per sample
 * @param reach where the window ends, in samples on each side
 */
export function windowedSinc(t: number, corner: number, reach: number): number {
  const share = t / reach;
  return sinc(2 * corner * t) * bessel0(BETA * Math.sqrt(Math.max(0, 1 - share * share)));
}

function sinc(x: number): number {
  return x === 0 ? 1 : sin(Math.PI * x) / (Math.PI * x);
}

/** Modified Bessel function of the first kind, order 0, by its power series. */
function bessel0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > 1e-12 * sum; k++) {
    term *= ((x / 2) * (x / 2)) / (k * k);
    sum += term;
  }
  return sum;
}
