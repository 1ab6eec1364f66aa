import { argmax, type Classifier } from '../classifiers/classifier.js';
import { type ModelReader } from '../classifiers/model-reader.js';
import type { Estimate } from '../classification.js';
import type { DecoderSpec } from '../decoder-fields.js';
import type { FeatureVector } from '../feature-vector.js';
import { ModelError } from '../../ground/signal/errors.js';
import { rowsOfTable } from '../training/labelled-features.js';
import { ProportionalSpeed } from '../proportional/proportional-speed.js';
import { smoothingDelayMs, smoothingSteps } from '../smoothing/decision-smoother.js';
import type { RestAmplitude } from '../smoothing/onset-threshold.js';
import type { Smoothing } from '../smoothing/smoothing.js';
import { isRest, quantile } from '../training/training-windows.js';
import { LARGEST_AMPLITUDE } from '../training/window-amplitudes.js';
import { ClassificationSteps, type ClassificationSettings } from './classification-steps.js';
import { rowSums, total, type Control, type ControlTraining } from './control.js';
import { square } from '../../ground/math/real.js';

/** Pattern recognition: a classifier, the smoothing steps, and proportional speed. */
export class ClassificationControl implements Control {
  readonly kind = 'classification';
  readonly stepNames: readonly string[];
  private inForce: ClassificationSettings;

  constructor(
    private spec: DecoderSpec,
    readonly classifier: Classifier,
    private speeds: ProportionalSpeed,
    private readonly restAmplitude: RestAmplitude,
    private readonly own: readonly Smoothing[] = [],
  ) {
    this.stepNames = [...smoothingSteps, ...own.map(({ name }) => name)];
    this.inForce = this.settingsNow();
  }

  static train(
    spec: DecoderSpec,
    { table, amplitudes, channels }: ControlTraining,
    classifier: Classifier,
    own?: readonly Smoothing[],
  ): ClassificationControl {
    classifier.fit(rowsOfTable(table), table.labels);
    const metric = rowSums(amplitudes, channels);
    return new ClassificationControl(
      spec,
      classifier,
      speedRanges(classifier.classes, metric, table.labels),
      restAmplitudeOf(metric, table.labels),
      own,
    );
  }

  get classes(): readonly string[] {
    return this.classifier.classes;
  }

  get warnings(): readonly string[] {
    return this.classifier.warnings ?? [];
  }

  /** What its steps go by. */
  get settings(): ClassificationSettings {
    return this.inForce;
  }

  estimate({ values }: Pick<FeatureVector, 'values'>, given?: Float64Array): Estimate {
    const posterior = given ?? posteriorOf(this.classifier, values);
    return { posterior, predicted: argmax(posterior) };
  }

  steps(): ClassificationSteps {
    return new ClassificationSteps(() => this.settings);
  }

  /** Learn more windows, where the classifier can. Returns false where it cannot. */
  add({ table, amplitudes, channels }: ControlTraining): boolean {
    if (!this.classifier.update) return false;
    const before = this.classes;
    const old = this.speeds;
    this.classifier.update(rowsOfTable(table), table.labels);
    this.speeds = speedRanges(this.classes, rowSums(amplitudes, channels), table.labels);
    before.forEach((name, k) => {
      const label = this.classes.indexOf(name);
      this.speeds.include(old.min[k], label);
      this.speeds.include(old.max[k], label);
    });
    this.inForce = this.settingsNow();
    return true;
  }

  smoothingMs(): number {
    return smoothingDelayMs(this.spec.smoothing, this.spec.stepMs, this.own);
  }

  tune(spec: DecoderSpec): void {
    this.spec = spec;
    this.inForce = this.settingsNow();
  }

  /** @throws ModelError where a classifier of one's own cannot be saved */
  toJSON(): unknown {
    const { kind, classifier, speeds, restAmplitude } = this;
    if (!classifier.toJSON)
      throw new ModelError('decoder: its classifier has no method toJSON, so it cannot be saved', {
        hint: 'Give your classifier a method toJSON() that returns plain JSON.',
      });
    return { kind, classifier: classifier.toJSON(), proportional: speeds.toJSON(), restAmplitude };
  }

  static fromJSON(
    spec: DecoderSpec,
    reader: ModelReader,
    classifierFromJSON: (json: unknown) => Classifier,
    own?: readonly Smoothing[],
  ): ClassificationControl {
    const classifier = classifierFromJSON(reader.raw('classifier'));
    const rest = reader.child('restAmplitude');
    return new ClassificationControl(
      spec,
      classifier,
      ProportionalSpeed.fromJSON(reader.raw('proportional'), classifier.classes.length),
      { mean: rest.number('mean', 0, LARGEST_AMPLITUDE), sd: rest.number('sd', 0, LARGEST_AMPLITUDE) },
      own,
    );
  }

  private settingsNow(): ClassificationSettings {
    const { classes, speeds, restAmplitude, own } = this;
    const { smoothing, proportional } = this.spec;
    return { smoothing, proportional, classes, speeds, restAmplitude, own };
  }
}

/** Largest sum of a posterior: many of them are added up while decisions are smoothed, which must not overflow. */
const LARGEST_SUM = 1e300;

/**
 * Posterior of one feature vector that the receiver owns, whichever way the classifier gives it.
 * @throws ModelError where it does not have one finite number per class, or numbers so large that sums overflow
 */
export function posteriorOf(
  classifier: Pick<Classifier, 'classes' | 'posterior'>,
  values: ArrayLike<number>,
): Float64Array {
  const { classes } = classifier;
  const own = new Float64Array(classes.length);
  const given = classifier.posterior(values, own);
  if (given.length !== classes.length)
    throw new ModelError(`classifier: got a posterior of ${given.length}, expected ${classes.length}`, {
      hint: 'Return one probability for each of classes, in their order.',
    });
  if (given !== own) own.set(given);
  const wrong = own.findIndex((p) => !Number.isFinite(p));
  if (wrong < 0) {
    let sum = 0;
    for (const p of own) sum += Math.abs(p);
    if (sum <= LARGEST_SUM) return own;
    throw new ModelError(
      `classifier: got numbers that sum to ${sum.toPrecision(3)}, expected probabilities, which sum to 1`,
      { hint: 'Return probabilities: weights divided by their sum, or the softmax of scores.' },
    );
  }
  throw new ModelError(
    `classifier: got ${own[wrong]} as probability of ${classes[wrong]}, expected a finite number`,
    {
      hint: 'Return one probability for each of classes; 1 / classes.length where nothing can be told.',
    },
  );
}

function speedRanges(
  classes: readonly string[],
  metric: Float64Array,
  labels: readonly string[],
): ProportionalSpeed {
  const indexOf = new Map(classes.map((name, k) => [name, k]));
  return ProportionalSpeed.of(
    metric,
    labels.map((label) => indexOf.get(label) ?? 0),
    classes.length,
  );
}

/** Amplitude of rest; where rest was not recorded, the quietest twentieth of the windows stands for it. */
function restAmplitudeOf(metric: Float64Array, labels: readonly string[]): RestAmplitude {
  const recorded = metric.filter((_, r) => isRest(labels[r]));
  const quiet = quantile(metric, 0.05);
  const rest = recorded.length > 0 ? recorded : metric.filter((value) => value <= quiet);
  const mean = total(rest) / rest.length;
  return { mean, sd: Math.sqrt(total(rest.map((value) => square(value - mean))) / rest.length) };
}
