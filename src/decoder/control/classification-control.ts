import type { Classifier } from '../classifiers/classifier.js';
import { type ModelReader } from '../classifiers/model-reader.js';
import type { DecoderSpec } from '../decoder-fields.js';
import { rowsOfTable } from '../training/labelled-features.js';
import { ProportionalSpeed } from '../proportional/proportional-speed.js';
import { DecisionSmoother, smoothingDelayMs, smoothingSteps } from '../smoothing/decision-smoother.js';
import type { RestAmplitude } from '../smoothing/onset-threshold.js';
import { isRest, quantile } from '../training/training-windows.js';
import {
  rowSums,
  total,
  type Control,
  type ControlDecision,
  type ControlInput,
  type ControlTraining,
} from './control.js';
import { square } from '../../ground/math/real.js';

/** Pattern recognition: a classifier, the smoothing steps, and proportional speed. */
export class ClassificationControl implements Control {
  readonly kind = 'classification';
  readonly stepNames = smoothingSteps;
  private readonly rest: number;
  private smoother: DecisionSmoother;

  constructor(
    private spec: DecoderSpec,
    readonly classifier: Classifier,
    private proportional: ProportionalSpeed,
    private readonly restAmplitude: RestAmplitude,
  ) {
    this.rest = classifier.classes.findIndex(isRest);
    this.smoother = this.createSmoother();
  }

  static train(
    spec: DecoderSpec,
    { table, amplitudes, channels }: ControlTraining,
    classifier: Classifier,
  ): ClassificationControl {
    classifier.fit(rowsOfTable(table), table.labels);
    const metric = rowSums(amplitudes, channels);
    return new ClassificationControl(
      spec,
      classifier,
      speedRanges(classifier.classes, metric, table.labels),
      restAmplitudeOf(metric, table.labels),
    );
  }

  get classes(): readonly string[] {
    return this.classifier.classes;
  }

  get warnings(): readonly string[] {
    return this.classifier.warnings ?? [];
  }

  decide({ index, features, amplitudes }: ControlInput, given?: Float64Array): ControlDecision {
    const posterior = given ?? this.classifier.posterior(features);
    const metric = total(amplitudes);
    const { fused, steps, rejected, confidence, gain } = this.smoother.push(posterior, metric);
    const smoothed = steps[steps.length - 1];
    const moving = smoothed >= 0 && smoothed !== this.rest;
    const speed = moving ? gain * this.proportional.speed(smoothed, metric, this.spec.proportional) : 0;
    return { index, posterior, fused, predicted: steps[0], steps, smoothed, rejected, confidence, speed };
  }

  /** Learn more windows, where the classifier can. Returns false where it cannot. */
  add({ table, amplitudes, channels }: ControlTraining): boolean {
    if (!this.classifier.update) return false;
    const before = this.classes;
    const old = this.proportional;
    this.classifier.update(rowsOfTable(table), table.labels);
    this.proportional = speedRanges(this.classes, rowSums(amplitudes, channels), table.labels);
    before.forEach((name, k) => {
      const label = this.classes.indexOf(name);
      this.proportional.include(old.min[k], label);
      this.proportional.include(old.max[k], label);
    });
    this.smoother = this.createSmoother();
    return true;
  }

  smoothingMs(): number {
    return smoothingDelayMs(this.spec.smoothing, this.spec.stepMs);
  }

  tune(spec: DecoderSpec): void {
    const changed = JSON.stringify(spec.smoothing) !== JSON.stringify(this.spec.smoothing);
    this.spec = spec;
    if (changed) this.smoother = this.createSmoother();
  }

  reset(): void {
    this.smoother.reset();
  }

  toJSON(): unknown {
    const { kind, classifier, proportional, restAmplitude } = this;
    return { kind, classifier: classifier.toJSON(), proportional: proportional.toJSON(), restAmplitude };
  }

  static fromJSON(
    spec: DecoderSpec,
    reader: ModelReader,
    classifierFromJSON: (json: unknown) => Classifier,
  ): ClassificationControl {
    const classifier = classifierFromJSON(reader.raw('classifier'));
    const rest = reader.child('restAmplitude');
    return new ClassificationControl(
      spec,
      classifier,
      ProportionalSpeed.fromJSON(reader.child('proportional'), classifier.classes.length),
      { mean: rest.number('mean'), sd: rest.number('sd') },
    );
  }

  private createSmoother(): DecisionSmoother {
    return new DecisionSmoother(this.spec.smoothing, this.classes, this.rest, this.restAmplitude);
  }
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
