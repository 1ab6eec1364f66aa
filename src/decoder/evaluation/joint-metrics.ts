import type { DofId } from '../../ground/movement/degree-of-freedom.js';
import { regressionMetrics, type RegressionMetrics } from './regression-metrics.js';

/** How well the velocity of one degree of freedom was estimated. */
export interface JointMetrics extends RegressionMetrics {
  readonly joint: DofId;
}

/** Velocity of each joint in [−1, 1]. */
export type Velocities = Readonly<Partial<Record<DofId, number>>>;

/** Wanted and estimated velocities of joints, gathered from one stretch after the other. */
export class JointSeries {
  private readonly series = new Map<DofId, { truth: number[]; estimate: number[] }>();

  /** @param wanted rows × joints, as many rows as estimates */
  add(joints: readonly DofId[], wanted: Float64Array, estimates: readonly Velocities[]): void {
    joints.forEach((joint, j) => {
      const both = this.series.get(joint) ?? { truth: [], estimate: [] };
      this.series.set(joint, both);
      estimates.forEach((estimate, n) => {
        both.truth.push(wanted[n * joints.length + j]);
        both.estimate.push(estimate[joint] ?? 0);
      });
    });
  }

  metrics(): JointMetrics[] {
    return [...this.series]
      .filter(([, { truth }]) => truth.length > 0)
      .map(([joint, { truth, estimate }]) => ({ joint, ...regressionMetrics(truth, estimate) }));
  }
}
