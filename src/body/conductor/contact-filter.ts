import type { ElectrodeChannel } from '../anatomy/anatomy.js';
import { cos, hypot, sin, square } from '../../ground/math/real.js';

/** Size and shape of a contact that lies on the cylinder of its radius. */
export type ContactShape = Pick<ElectrodeChannel, 'contactShape' | 'contactDiameter' | 'contactWidth'>;

/**
 * Factor by which averaging over a contact lowers the potential of spatial frequency k (rad/m) along the axis and
 * order n around it: 2 J_1(qa)/(qa) for a disc of radius a, q² = k² + (n/ρ)², and a product of two sinc functions
 * for a rectangle (Farina & Merletti, IEEE Trans Biomed Eng 2001;48:654).
 */
export function contactFilter(shape: ContactShape, radius: number, k: number, n: number): number {
  const around = n / radius;
  if (shape.contactShape === 'disc') return jinc(hypot(k, around) * (shape.contactDiameter / 2));
  return sinc((k * shape.contactDiameter) / 2) * sinc((around * shape.contactWidth) / 2);
}

function sinc(x: number): number {
  return Math.abs(x) < 1e-6 ? 1 : sin(x) / x;
}

/** 2 J_1(x)/x to 3e-8 (Abramowitz & Stegun 9.4.4 and 9.4.6). */
export function jinc(x: number): number {
  if (x < 3) {
    const t = square(x / 3);
    return (
      1 +
      2 *
        t *
        (-0.56249985 +
          t * (0.21093573 + t * (-0.03954289 + t * (0.00443319 + t * (-0.00031761 + t * 0.00001109)))))
    );
  }
  const t = 3 / x;
  const amplitude =
    0.79788456 +
    t *
      (0.00000156 +
        t * (0.01659667 + t * (0.00017105 + t * (-0.00249511 + t * (0.00113653 - t * 0.00020033)))));
  const phase =
    x -
    2.35619449 +
    t *
      (0.12499612 +
        t * (0.0000565 + t * (-0.00637879 + t * (0.00074348 + t * (0.00079824 - t * 0.00029166)))));
  return (2 * amplitude * cos(phase)) / (x * Math.sqrt(x));
}
