import type { Classification } from '../classification.js';
import type { Decoder } from '../decoder.js';
import type { FeatureVector } from '../feature-vector.js';
import type { OutsideModel } from '../outside-model.js';
import { isRest } from '../training/training-windows.js';
import { sampleOf } from './sample-of.js';

/** Questions that may be open at once. */
const MOST_OPEN = 32;

export interface OutsideQuestionsOptions {
  /** What happens to a window that comes while as many questions are open as may be. */
  readonly overflow?: 'rest' | 'wait';
}

/**
 * Asks an outside model about windows and gives its answers in the order of the windows. Where the model gives no
 * usable answer in time the window counts as rest; a decoder that knows no rest asks its own model instead.
 */
export class OutsideQuestions {
  private readonly restPosterior: Float64Array | undefined;
  /** When each of the last questions was answered. */
  private readonly answered: Promise<void>[] = [];
  private asked = 0;
  private open = 0;
  private closed = false;

  constructor(
    private readonly decoder: Decoder,
    private readonly model: OutsideModel,
    private readonly options: OutsideQuestionsOptions = {},
  ) {
    const rest = decoder.classes.findIndex(isRest);
    if (rest >= 0) this.restPosterior = Float64Array.from(decoder.classes, (_, k) => (k === rest ? 1 : 0));
  }

  /** Ask about a window; what it says of its samples is taken at once, so that its owner may go on using it. */
  push(vector: FeatureVector, onAnswer: (answer: Classification) => void): void {
    const { decoder, model, answered, asked } = this;
    const sample = sampleOf(vector, model.kind);
    const before = answered[(asked + MOST_OPEN - 1) % MOST_OPEN];
    const given =
      this.open < MOST_OPEN
        ? model.posterior(sample)
        : this.options.overflow === 'wait'
          ? answered[asked % MOST_OPEN].then(() => model.posterior(sample))
          : // A model that is slower than the stream must not gather questions without end.
            Promise.resolve(undefined);
    this.open++;
    answered[asked % MOST_OPEN] = given.then(async (posterior = this.restPosterior) => {
      await before;
      this.open--;
      if (!this.closed) onAnswer(decoder.classify(vector, posterior));
    });
    this.asked++;
  }

  /** Wait until everything pushed has been answered. */
  async settled(): Promise<void> {
    await Promise.all(this.answered);
  }

  /** Give no answer any more, not even to what was asked. */
  close(): void {
    this.closed = true;
  }
}
