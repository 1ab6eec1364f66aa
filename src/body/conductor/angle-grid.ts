import { exp, log } from '../../ground/math/real.js';

const sinh = (x: number): number => (exp(x) - exp(-x)) / 2;
const arsinh = (x: number): number => log(x + Math.sqrt(x * x + 1));

/**
 * Angles 0 … π, finest near 0: θ_i = π sinh(b i/M)/sinh(b). The potential of a fibre changes fast under the
 * electrode and slowly on the far side of the limb.
 */
export class AngleGrid {
  readonly angles: Float64Array;
  private readonly bend: number;

  /**
   * @param count number of angles, at least 2
   * @param first wanted first step, rad
   */
  constructor(
    readonly count: number,
    first: number,
  ) {
    const steps = count - 1;
    // First step is about π b/(M sinh b), falling with b: bisect.
    let low = 1e-3;
    let high = 12;
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2;
      if ((Math.PI * sinh(middle / steps)) / sinh(middle) > first) low = middle;
      else high = middle;
    }
    this.bend = low;
    this.angles = Float64Array.from({ length: count }, (_, i) =>
      i === steps ? Math.PI : (Math.PI * sinh((low * i) / steps)) / sinh(low),
    );
  }

  /** Grid index below an angle in [0, π], at most count − 2. */
  below(angle: number): number {
    const at = (arsinh((angle * sinh(this.bend)) / Math.PI) * (this.count - 1)) / this.bend;
    return Math.min(this.count - 2, Math.max(0, Math.floor(at)));
  }

  /** Share of grid point `index + 1` at an angle between it and `index`. */
  share(angle: number, index: number): number {
    const from = this.angles[index];
    return Math.min(1, Math.max(0, (angle - from) / (this.angles[index + 1] - from)));
  }
}
