/** A sample whose time is known. */
export interface Anchor {
  /** Number of the sample, counted from 0 through the whole stream. */
  readonly sample: number;
  /** Seconds on the recorder's clock. */
  readonly time: number;
}

/** Stamps nearer than this to the last one kept, seconds, are passed over unless they deviate. */
const spacingSeconds = 0.1;
/** Deviation from the regular time, seconds, by which a stamp is kept along with the one before it. */
const oddSeconds = 0.02;

/**
 * The stamps of a stream, thinned out so that a long one with a stamp for every sample takes little memory, without
 * losing the places where something happens. Irregular streams are kept whole: of them nothing is known beforehand.
 */
export class Anchors {
  readonly kept: Anchor[] = [];
  /** Samples so far. */
  samples = 0;
  private last: Anchor | undefined;

  constructor(private readonly nominalRateHz: number) {}

  /** The next sample; its time is NaN where it has no stamp. */
  add(time: number): void {
    const sample = this.samples++;
    if (!Number.isFinite(time)) return;
    const anchor = { sample, time };
    const { last } = this;
    this.last = anchor;
    const kept = this.kept.at(-1);
    if (!last || !kept || this.nominalRateHz === 0) this.kept.push(anchor);
    else if (Math.abs(time - last.time - (sample - last.sample) / this.nominalRateHz) > oddSeconds) {
      if (last !== kept) this.kept.push(last);
      this.kept.push(anchor);
    } else if (time - kept.time >= spacingSeconds) this.kept.push(anchor);
  }

  /** All that is kept, and the last stamp. */
  finish(): readonly Anchor[] {
    if (this.last && this.last !== this.kept.at(-1)) this.kept.push(this.last);
    return this.kept;
  }
}
