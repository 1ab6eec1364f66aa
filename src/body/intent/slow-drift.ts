import { cos, sin } from '../../ground/math/real.js';
import { RandomStream } from '../../ground/signal/random.js';

/**
 * Random drift of unit variance that can be evaluated at any sample index directly: independent normal values at
 * even distances of time, joined along quarters of a circle, so that the variance is the same everywhere between two
 * of them.
 */
export class SlowDrift {
  private readonly knotSamples: number;
  /** Slot that is at hand, and the values at its start and end: a stream asks for it hundreds of times. */
  private slot = NaN;
  private from = 0;
  private to = 0;

  /**
   * @param name of the stream its values are drawn from; each has one of its own
   * @param seconds from one independent value to the next
   */
  constructor(
    private readonly seed: number,
    private readonly name: string,
    sampleRateHz: number,
    seconds: number,
  ) {
    this.knotSamples = seconds * sampleRateHz;
  }

  /** Value at an absolute sample index; that of the start before it. */
  at(index: number): number {
    const place = Math.max(0, index) / this.knotSamples;
    const slot = Math.floor(place);
    if (slot !== this.slot) {
      this.slot = slot;
      this.from = this.knot(slot);
      this.to = this.knot(slot + 1);
    }
    const angle = (Math.PI / 2) * (place - slot);
    return cos(angle) * this.from + sin(angle) * this.to;
  }

  private knot(number: number): number {
    return new RandomStream(this.seed, `${this.name}/${number}`).normal();
  }
}
