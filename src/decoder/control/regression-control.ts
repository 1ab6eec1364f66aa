import { degreesOfFreedom, type DofId } from '../../ground/movement/degree-of-freedom.js';
import type { Vocabulary } from '../../ground/movement/vocabulary.js';
import { ModelError } from '../../ground/signal/errors.js';
import { type ModelReader } from '../classifiers/model-reader.js';
import type { Estimate } from '../classification.js';
import type { DecoderSpec } from '../decoder-fields.js';
import type { FeatureVector } from '../feature-vector.js';
import { rowsOf, rowsOfTable } from '../training/labelled-features.js';
import { createRegressor } from '../regressors/create-regressor.js';
import { FlatRegressor, type Regressor } from '../regressors/regressor.js';
import { deadband } from '../smoothing/deadband.js';
import { OneEuroFilter } from '../smoothing/one-euro-filter.js';
import { requireMovement, type Control, type ControlTraining, type SteadyingSteps } from './control.js';
import { jointClasses, sharesOf, type JointClass } from './joint-classes.js';
import { JointTargets } from './joint-targets.js';

/**
 * Joints that classes move, in their usual order.
 * @throws ModelError where a class is no movement, or none moves a joint
 */
export function jointsOf(labels: readonly string[], vocabulary: Vocabulary): DofId[] {
  const used = new Set(
    [...new Set(labels)].flatMap((label) =>
      requireMovement(label, vocabulary, 'regression').actions.map(({ dof }) => dof),
    ),
  );
  if (used.size === 0)
    throw new ModelError('regression: got no movement of any joint, expected at least one', {
      hint: 'Record movements such as elbow-flexion beside rest.',
    });
  return degreesOfFreedom.map(({ id }) => id).filter((id) => used.has(id));
}

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

  constructor(
    private spec: DecoderSpec,
    readonly joints: readonly DofId[],
    readonly regressor: Regressor,
  ) {
    ({ classes: this.classes, moving: this.moving } = jointClasses(joints));
  }

  /** @throws ModelError where a class is no movement, or none moves a joint */
  static train(
    spec: DecoderSpec,
    training: ControlTraining,
    regressor: Regressor = createRegressor(spec.regressor, spec.modelOptions),
  ): RegressionControl {
    const { table, vocabulary } = training;
    const { labels } = table;
    const joints = jointsOf(labels, vocabulary);
    const windows = { ...training, labels };
    const targets = JointTargets.of(windows, joints).rows(windows);
    regressor.fit(rowsOfTable(table), rowsOf(targets, labels.length, joints.length));
    return new RegressionControl(spec, joints, regressor);
  }

  estimate({ values }: Pick<FeatureVector, 'values'>): Estimate {
    const outputs = new Float64Array(this.joints.length);
    const given = this.regressor.predict(values, outputs);
    if (given.length !== outputs.length)
      throw new ModelError(`regressor: got ${given.length} outputs, expected ${outputs.length}`, {
        hint: 'Return one number for each column of the targets that fit was given.',
      });
    if (given !== outputs) outputs.set(given);
    if (!outputs.every(Number.isFinite))
      throw new ModelError(
        `regressor: got ${outputs.find((y) => !Number.isFinite(y))} as an output, expected a finite number`,
        {
          hint: 'Return 0, standstill, where nothing can be told.',
        },
      );
    const posterior = new Float64Array(this.classes.length);
    return { posterior, predicted: sharesOf(this.moving, this.byJoint(outputs), posterior), outputs };
  }

  /** A one-euro filter and a deadband for every joint. */
  steps(): SteadyingSteps {
    const { joints } = this;
    let by = this.spec.smoothing;
    let filters = this.createFilters();
    return {
      push: ({ posterior, predicted, outputs = new Float64Array(joints.length) }) => {
        const { smoothing, stepMs } = this.spec;
        if (smoothing !== by) {
          by = smoothing;
          filters = this.createFilters();
        }
        const calm = outputs.map((value, j) =>
          deadband(filters[j].push(value, stepMs / 1000), smoothing.deadbandPercent / 100),
        );
        const velocities = this.byJoint(calm);
        const fused = new Float64Array(this.classes.length);
        const smoothed = sharesOf(this.moving, velocities, fused);
        return {
          posterior,
          fused,
          predicted,
          steps: Int32Array.of(predicted, smoothed),
          smoothed,
          rejected: false,
          confidence: fused[smoothed],
          speed: calm.reduce((fastest, velocity) => Math.max(fastest, Math.abs(velocity)), 0),
          velocities,
        };
      },
      reset: () => filters.forEach((filter) => filter.reset()),
    };
  }

  /** Delay of the one-euro filter at standstill, that of a first-order low-pass. */
  smoothingMs(): number {
    const { oneEuroMinCutoffHz } = this.spec.smoothing;
    return oneEuroMinCutoffHz > 0 ? 1000 / (2 * Math.PI * oneEuroMinCutoffHz) : 0;
  }

  tune(spec: DecoderSpec): void {
    const { smoothing } = this.spec;
    const same = JSON.stringify(spec.smoothing) === JSON.stringify(smoothing);
    this.spec = same ? { ...spec, smoothing } : spec;
  }

  /** @throws ModelError where a regressor of one's own cannot be saved */
  toJSON(): unknown {
    const { kind, joints, regressor } = this;
    if (!regressor.toJSON)
      throw new ModelError('decoder: its regressor has no method toJSON, so it cannot be saved', {
        hint: 'Give your regressor a method toJSON() that returns plain JSON.',
      });
    return { kind, joints, regressor: regressor.toJSON() };
  }

  static fromJSON(
    spec: DecoderSpec,
    reader: ModelReader,
    regressorFromJSON: (json: unknown) => Regressor,
  ): RegressionControl {
    const names = reader.texts('joints');
    const joints = degreesOfFreedom.map(({ id }) => id).filter((id) => names.includes(id));
    if (joints.length === 0 || joints.join() !== names.join())
      throw reader.wrong(
        'joints',
        names.join(', '),
        `some of ${degreesOfFreedom.map(({ id }) => id).join(', ')}`,
      );
    const regressor = regressorFromJSON(reader.raw('regressor'));
    if (regressor instanceof FlatRegressor && regressor.outputs !== joints.length)
      throw reader.wrong('regressor.outputs', regressor.outputs, `one per joint, ${joints.length}`);
    return new RegressionControl(spec, joints, regressor);
  }

  private byJoint(values: Float64Array): Partial<Record<DofId, number>> {
    return Object.fromEntries(this.joints.map((dof, j) => [dof, values[j]]));
  }

  private createFilters(): OneEuroFilter[] {
    const { oneEuroMinCutoffHz, oneEuroBeta } = this.spec.smoothing;
    return this.joints.map(() => new OneEuroFilter(oneEuroMinCutoffHz, oneEuroBeta));
  }
}
