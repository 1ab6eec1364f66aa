import { degreesOfFreedom, type DofId } from '../../ground/movement/degree-of-freedom.js';
import { ModelError } from '../../ground/signal/errors.js';
import { type ModelReader } from '../classifiers/model-reader.js';
import type { DecoderSpec } from '../decoder-fields.js';
import { matrixOfTable } from '../training/labelled-features.js';
import { createRegressor, regressorFromJSON } from '../regressors/create-regressor.js';
import type { Regressor } from '../regressors/regressor.js';
import { deadband } from '../smoothing/deadband.js';
import { OneEuroFilter } from '../smoothing/one-euro-filter.js';
import { quantile } from '../training/training-windows.js';
import {
  requireMovement,
  rowSums,
  type Control,
  type ControlDecision,
  type ControlInput,
  type ControlTraining,
} from './control.js';
import { jointClasses, sharesOf, type JointClass } from './joint-classes.js';

/**
 * Simultaneous proportional control: a regressor estimates the velocity of every joint at once, steadied by a
 * one-euro filter and a deadband. It learns from single movements: the target of a window is the movement's
 * direction times its strength, from rest (0) to the strong windows of that movement (1).
 */
export class RegressionControl implements Control {
  readonly kind = 'regression';
  readonly stepNames = ['predicted', 'smoothed'];
  readonly warnings: readonly string[] = [];
  readonly classes: readonly string[];
  private readonly moving: readonly JointClass[];
  private readonly raw: Float64Array;
  private filters: OneEuroFilter[];

  constructor(
    private spec: DecoderSpec,
    readonly joints: readonly DofId[],
    readonly regressor: Regressor,
  ) {
    ({ classes: this.classes, moving: this.moving } = jointClasses(joints));
    this.raw = new Float64Array(joints.length);
    this.filters = this.createFilters();
  }

  /** @throws ModelError where a class is no movement, or none moves a joint */
  static train(spec: DecoderSpec, training: ControlTraining): RegressionControl {
    const { labels } = training.table;
    const used = new Set(
      [...new Set(labels)].flatMap((label) =>
        requireMovement(label, 'regression').actions.map(({ dof }) => dof),
      ),
    );
    const joints = degreesOfFreedom.map(({ id }) => id).filter((id) => used.has(id));
    if (joints.length === 0)
      throw new ModelError('regression: got no movement of any joint, expected at least one', {
        hint: 'Record movements such as elbow-flexion beside rest.',
      });
    const regressor = createRegressor(spec.regressor, spec.modelOptions);
    regressor.fit(matrixOfTable(training.table), {
      data: targets(training, joints),
      rows: labels.length,
      columns: joints.length,
    });
    return new RegressionControl(spec, joints, regressor);
  }

  decide({ index, features }: ControlInput): ControlDecision {
    const { joints, raw, spec } = this;
    this.regressor.predict(features, raw);
    const estimated: Partial<Record<DofId, number>> = {};
    const velocities: Partial<Record<DofId, number>> = {};
    joints.forEach((dof, j) => {
      estimated[dof] = raw[j];
      const calm = this.filters[j].push(raw[j], spec.stepMs / 1000);
      velocities[dof] = deadband(calm, spec.smoothing.deadbandPercent / 100);
    });
    const posterior = new Float64Array(this.classes.length);
    const fused = new Float64Array(this.classes.length);
    const predicted = sharesOf(this.moving, estimated, posterior);
    const smoothed = sharesOf(this.moving, velocities, fused);
    return {
      index,
      posterior,
      fused,
      predicted,
      steps: Int32Array.of(predicted, smoothed),
      smoothed,
      rejected: false,
      confidence: fused[smoothed],
      speed: joints.reduce((fastest, dof) => Math.max(fastest, Math.abs(velocities[dof] ?? 0)), 0),
      velocities,
    };
  }

  /** Delay of the one-euro filter at standstill, that of a first-order low-pass. */
  smoothingMs(): number {
    const { oneEuroMinCutoffHz } = this.spec.smoothing;
    return oneEuroMinCutoffHz > 0 ? 1000 / (2 * Math.PI * oneEuroMinCutoffHz) : 0;
  }

  tune(spec: DecoderSpec): void {
    this.spec = spec;
    this.filters = this.createFilters();
  }

  reset(): void {
    for (const filter of this.filters) filter.reset();
  }

  toJSON(): unknown {
    const { kind, joints, regressor } = this;
    return { kind, joints, regressor: regressor.toJSON() };
  }

  static fromJSON(spec: DecoderSpec, reader: ModelReader): RegressionControl {
    const names = reader.texts('joints');
    const joints = degreesOfFreedom.map(({ id }) => id).filter((id) => names.includes(id));
    return new RegressionControl(spec, joints, regressorFromJSON(reader.raw('regressor')));
  }

  private createFilters(): OneEuroFilter[] {
    const { oneEuroMinCutoffHz, oneEuroBeta } = this.spec.smoothing;
    return this.joints.map(() => new OneEuroFilter(oneEuroMinCutoffHz, oneEuroBeta));
  }
}

/** Wanted velocity of every joint, rows × joints. */
function targets({ table, amplitudes, channels }: ControlTraining, joints: readonly DofId[]): Float64Array {
  const metric = rowSums(amplitudes, channels);
  const of = (label: string): number[] => Array.from(metric.filter((_, r) => table.labels[r] === label));
  const ofRest = Array.from(
    metric.filter((_, r) => requireMovement(table.labels[r], 'regression').id === 'rest'),
  );
  const low = quantile(ofRest.length > 0 ? ofRest : metric, ofRest.length > 0 ? 0.5 : 0.02);
  const high = new Map([...new Set(table.labels)].map((label) => [label, quantile(of(label), 0.7)]));
  const y = new Float64Array(table.rows * joints.length);
  table.labels.forEach((label, r) => {
    const top = high.get(label) ?? low;
    const strength = top > low ? Math.min(1, Math.max(0, (metric[r] - low) / (top - low))) : 1;
    for (const { dof, direction } of requireMovement(label, 'regression').actions)
      y[r * joints.length + joints.indexOf(dof)] = direction * strength;
  });
  return y;
}
