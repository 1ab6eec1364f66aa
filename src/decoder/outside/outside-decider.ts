import type { Decision } from '../decision.js';
import type { Decoder } from '../decoder.js';
import { isRest } from '../training/training-windows.js';
import type { Window } from '../window.js';
import type { OutsideModel } from '../outside-model.js';
import { sampleOf } from './sample-of.js';

/** Windows that may wait for a decision; further ones count as rest. */
const MOST_UNDECIDED = 32;

/**
 * Decides by an outside model, in the order of the windows. Where the model gives no usable answer in time the
 * window counts as rest; a decoder that knows no rest decides by its own model instead.
 *
 * Live, for each filtered window: `push(window)`; decisions arrive at `onDecision` within the model's time-out.
 */
export class OutsideDecider {
  private readonly restPosterior: Float64Array | undefined;
  private tail: Promise<void> = Promise.resolve();
  private closed = false;
  private undecided = 0;

  constructor(
    private readonly decoder: Decoder,
    private readonly model: OutsideModel,
    private readonly onDecision: (decision: Decision, window: Window) => void,
  ) {
    const rest = decoder.classes.findIndex(isRest);
    if (rest >= 0) this.restPosterior = Float64Array.from(decoder.classes, (_, k) => (k === rest ? 1 : 0));
  }

  /** Ask about a window; it is copied, so that its owner may go on using it. */
  push(window: Window): void {
    const kept = { ...window, data: window.data.slice() };
    const { decoder, model } = this;
    // A model that is slower than the stream must not gather questions without end.
    const asked =
      this.undecided < MOST_UNDECIDED
        ? model.posterior(sampleOf(decoder, kept, model.kind))
        : Promise.resolve(undefined);
    this.undecided++;
    const before = this.tail;
    this.tail = asked.then(async (posterior) => {
      await before;
      this.undecided--;
      if (!this.closed) this.onDecision(this.decide(kept, posterior), kept);
    });
  }

  /** Wait until everything pushed has been decided. */
  async settle(): Promise<void> {
    await this.tail;
  }

  /** Decide nothing any more, not even what was asked. */
  close(): void {
    this.closed = true;
  }

  private decide(window: Window, posterior = this.restPosterior): Decision {
    return posterior ? this.decoder.decideWith(window, posterior) : this.decoder.decide(window);
  }
}
