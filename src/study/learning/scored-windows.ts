import type { Classifier } from '../../decoder/classifiers/classifier.js';
import { posteriorOf } from '../../decoder/control/classification-control.js';
import {
  decisionOf,
  metricsOfTested,
  type TestedDecision,
} from '../../decoder/evaluation/tested-decisions.js';
import { ModelError } from '../../ground/signal/errors.js';

/** How often windows that were not learned from were decided rightly. */
export interface Score {
  /** Share of right decisions, 0 … 1. */
  readonly accuracy: number;
  readonly decisions: number;
}

type Decides = Pick<Classifier, 'classes' | 'posterior'>;

/** Windows that are scored, perhaps by several models one after the other. */
export class ScoredWindows {
  private readonly decisions: TestedDecision[] = [];
  private readonly truth: string[] = [];

  /** @param labels what each row was meant to be */
  add(model: Decides, x: readonly ArrayLike<number>[], labels: readonly string[]): this {
    x.forEach((values, r) => {
      this.decisions.push(decisionOf(this.truth.length, posteriorOf(model, values), model.classes));
      this.truth.push(labels[r] ?? '');
    });
    return this;
  }

  /** @throws ModelError where nothing was decided */
  get score(): Score {
    if (this.truth.length === 0)
      throw new ModelError('got no window to test on', {
        hint: 'Test on longer recordings, or use a shorter window.',
      });
    const { accuracy } = metricsOfTested(this.decisions, this.truth);
    return { accuracy, decisions: this.truth.length };
  }
}
