import { argmax } from '../classifiers/classifier.js';
import type { ProportionalSpec } from '../proportional/proportional-fields.js';
import type { ProportionalSpeed } from '../proportional/proportional-speed.js';
import { DecisionSmoother, type SmootherSettings } from '../smoothing/decision-smoother.js';
import { total, type SteadyDecision, type SteadyingSteps } from './control.js';
import type { Classification } from '../classification.js';

/** What {@link ClassificationSteps} go by. */
export interface ClassificationSettings extends SmootherSettings {
  readonly proportional: ProportionalSpec;
  /** Amplitudes between which each class speeds up; full speed without. */
  readonly speeds?: ProportionalSpeed;
}

/** Smoothing of classes, then the speed of what was decided, for one stream. */
export class ClassificationSteps implements SteadyingSteps {
  private seen: ClassificationSettings;
  private smoother: DecisionSmoother;

  /** @param settings asked before every decision: a change of smoothing starts the smoothing anew */
  constructor(private readonly settings: () => ClassificationSettings) {
    this.seen = settings();
    this.smoother = new DecisionSmoother(this.seen);
  }

  push({ posterior, amplitudes }: Pick<Classification, 'posterior' | 'amplitudes'>): SteadyDecision {
    const settings = this.follow();
    const metric = total(amplitudes);
    const { fused, steps, rejected, confidence, gain } = this.smoother.push(posterior, metric);
    const smoothed = steps[steps.length - 1];
    const moving = smoothed >= 0 && smoothed !== this.smoother.rest;
    const full = moving ? (settings.speeds?.speed(smoothed, metric, settings.proportional) ?? 1) : 0;
    const speed = moving ? gain * full : 0;
    return { posterior, fused, predicted: argmax(posterior), steps, smoothed, rejected, confidence, speed };
  }

  reset(): void {
    this.smoother.reset();
  }

  private follow(): ClassificationSettings {
    const next = this.settings();
    if (next === this.seen) return next;
    const { seen } = this;
    const same =
      next.classes === seen.classes && JSON.stringify(next.smoothing) === JSON.stringify(seen.smoothing);
    this.seen = next;
    if (!same) this.smoother = new DecisionSmoother(next);
    return next;
  }
}
