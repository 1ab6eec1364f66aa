/** Seconds by which stamps may be away from the clock before they are set to it anew, as after a pause. */
const ASTRAY_S = 0.25;

/**
 * Time stamps of samples that come in bursts: evenly spaced by the rate, and near the clock. Made by counting, so that
 * the burst does not show in them.
 */
export class SampleStamps {
  private next: number | undefined;

  constructor(private readonly rateHz: number) {}

  /** Stamp of the next sample. @param now seconds, by the clock that stamps are of */
  stamp(now: number): number {
    if (this.next === undefined || Math.abs(this.next - now) > ASTRAY_S) this.next = now;
    const { next } = this;
    // A crystal that drifts would part from the clock: a thousandth of the way back each time, which nobody sees.
    this.next += 1 / this.rateHz + (now - next) * 1e-3;
    return next;
  }
}
