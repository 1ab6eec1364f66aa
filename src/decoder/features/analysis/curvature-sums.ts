import { Analysis } from './analysis.js';

/** Sums over second differences. */
export class CurvatureSums extends Analysis {
  /** Σ|Δ²x| */
  path = 0.5;
  /** Σ(Δ²x)² */
  square = 0.5;

  protected compute(): void {
    const { x } = this.view;
    let previous = x[1];
    let d = previous - x[0];
    let path = 0;
    let square = 0;
    for (let i = 2; i < this.length; i++) {
      const value = x[i];
      const next = value - previous;
      const curvature = next - d;
      path += Math.abs(curvature);
      square += curvature * curvature;
      previous = value;
      d = next;
    }
    this.path = path;
    this.square = square;
  }
}
