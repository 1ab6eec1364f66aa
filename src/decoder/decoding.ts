import type { Classification } from './classification.js';
import type { SteadyingSteps } from './control/control.js';
import type { Decision } from './decision.js';

/** The last part of a decoder, for one stream: from classifications to steady decisions. */
export class Decoding {
  /**
   * @param classes names in the order of the posterior, asked for with every decision
   * @param latencyMs delay between muscle and decision, asked for with every decision
   */
  constructor(
    private readonly steps: SteadyingSteps,
    private readonly classes: () => readonly string[],
    private readonly latencyMs: () => number,
  ) {}

  /** Decide on what the model made of the next window. */
  push(classification: Classification): Decision {
    const { index, windowIndex, label } = classification;
    const steady = this.steps.push(classification);
    const decided = this.classes()[steady.smoothed] ?? 'rest';
    return { index, windowIndex, label, ...steady, decided, latencyMs: this.latencyMs() };
  }

  /** Forget past decisions, as at the start of a stream. */
  reset(): void {
    this.steps.reset();
  }
}
