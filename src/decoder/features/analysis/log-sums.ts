import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';
import { log } from '../../../ground/math/real.js';

/** Sums over the log-power series log(x² + ε) and its differences: the second view of the TDPSD features. */
export class LogSums extends Analysis {
  /** Σy² */
  square = 0.5;
  /** Σ(Δy)² */
  slope = 0.5;
  /** Σ(Δ²y)² */
  curvature = 0.5;
  /** Σ|Δy| */
  path = 0.5;
  /** Σ|Δ²y| */
  curvaturePath = 0.5;
  private readonly logs: Float64Array;

  constructor(context: FeatureContext) {
    super(context);
    this.logs = new Float64Array(context.length);
  }

  protected compute(): void {
    const { x } = this.view;
    const { logs, length } = this;
    for (let i = 0; i < length; i++) logs[i] = log(x[i] * x[i] + Number.EPSILON);
    let previous = logs[0];
    let square = previous * previous;
    let d = logs[1] - previous;
    previous = logs[1];
    square += previous * previous;
    let slope = d * d;
    let path = Math.abs(d);
    let curvature = 0;
    let curvaturePath = 0;
    for (let i = 2; i < length; i++) {
      const y = logs[i];
      const next = y - previous;
      const c = next - d;
      square += y * y;
      slope += next * next;
      path += Math.abs(next);
      curvature += c * c;
      curvaturePath += Math.abs(c);
      previous = y;
      d = next;
    }
    this.square = square;
    this.slope = slope;
    this.path = path;
    this.curvature = curvature;
    this.curvaturePath = curvaturePath;
  }
}
