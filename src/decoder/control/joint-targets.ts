import type { DofId } from '../../ground/movement/degree-of-freedom.js';
import { quantile } from '../training/training-windows.js';
import { requireMovement, rowSums, type ControlTraining } from './control.js';

/** Windows with what was done in them and how strongly. */
export interface TargetWindows extends Pick<ControlTraining, 'amplitudes' | 'channels' | 'vocabulary'> {
  readonly labels: readonly string[];
}

/**
 * Velocities that windows of movements stand for: direction times strength, where strength runs from the amplitude of
 * rest (0) to that of the strong windows of the movement (1). What a regressor learns, and what its estimates are
 * measured against.
 */
export class JointTargets {
  private constructor(
    readonly joints: readonly DofId[],
    private readonly low: number,
    /** Amplitude of strong windows by label. */
    private readonly high: ReadonlyMap<string, number>,
  ) {}

  /** @throws ModelError where a label is no movement */
  static of(windows: TargetWindows, joints: readonly DofId[]): JointTargets {
    const { labels, amplitudes, channels, vocabulary } = windows;
    const metric = rowSums(amplitudes, channels);
    const of = (label: string): number[] => Array.from(metric.filter((_, r) => labels[r] === label));
    const ofRest = Array.from(
      metric.filter((_, r) => requireMovement(labels[r], vocabulary, 'regression').id === 'rest'),
    );
    const low = quantile(ofRest.length > 0 ? ofRest : metric, ofRest.length > 0 ? 0.5 : 0.02);
    const high = new Map([...new Set(labels)].map((label) => [label, quantile(of(label), 0.7)]));
    return new JointTargets(joints, low, high);
  }

  /** Wanted velocity of every joint, rows × joints. */
  rows({ labels, amplitudes, channels, vocabulary }: TargetWindows): Float64Array {
    const { joints, low, high } = this;
    const metric = rowSums(amplitudes, channels);
    const y = new Float64Array(labels.length * joints.length);
    labels.forEach((label, r) => {
      const top = high.get(label) ?? low;
      const strength = top > low ? Math.min(1, Math.max(0, (metric[r] - low) / (top - low))) : 1;
      for (const { dof, direction } of requireMovement(label, vocabulary, 'regression').actions) {
        const j = joints.indexOf(dof);
        if (j >= 0) y[r * joints.length + j] = direction * strength;
      }
    });
    return y;
  }
}
