/** A silence must be this much longer than the longest usual one to be looked at. */
const LONGER = 1.3;
/** How long the samples after a silence are waited for before it is told whether others are missing, in seconds. */
const SETTLE_S = 0.15;
/** Usual silences and offsets are those of the last one to two of these, in seconds. */
const SPAN_S = 2;
/** Share of the silence's excess that must be missing: less is a delay. */
const MISSING_SHARE = 0.7;

/** What became of a silence: samples missing, or none because all of them came late. */
export interface Verdict {
  readonly missing: number;
  readonly silenceS: number;
}

/** Extremes of the span under way and of the one before it. */
interface Span {
  offset: number;
  interval: number;
}
const fresh = (): Span => ({ offset: Infinity, interval: 0 });

/**
 * Tells by a clock whether samples are missing after a silence, or only came late. The time of a sample less that by
 * count can only be too late (queues, threads), so that its least value keeps still until samples are missing; then it
 * steps up by what they would have taken. A clock that is a little fast or slow moves it slowly, which is no step.
 */
export class ClockWatch {
  private count = 0;
  private lastS = NaN;
  private spanFrom = NaN;
  private before = fresh();
  private now = fresh();
  private suspicion:
    { readonly silenceS: number; readonly usualS: number; fromS: number; offset: number } | undefined;

  /** @param leastS the least time that can be told to be missing, in seconds */
  constructor(
    private readonly sampleRateHz: number,
    private readonly leastS: number,
  ) {}

  /** Whether a silence is being looked at, so that what comes must wait. */
  get suspicious(): boolean {
    return this.suspicion !== undefined;
  }

  /** Samples came. @param seconds the clock at the last of them */
  push(seconds: number, samples: number): void {
    const interval = seconds - this.lastS;
    if (interval < 0) return this.restart(seconds, samples);
    const usualS = Math.max(this.before.interval, this.now.interval);
    this.lastS = seconds;
    this.count += samples;
    const offset = seconds - this.count / this.sampleRateHz;
    if (this.suspicion) {
      this.suspicion.offset = Math.min(this.suspicion.offset, offset);
      return;
    }
    if (usualS > 0 && interval > LONGER * usualS + this.leastS && this.settled) {
      this.suspicion = { silenceS: interval, usualS, fromS: seconds, offset };
      return;
    }
    this.remember(seconds, offset, Number.isNaN(interval) ? 0 : interval);
  }

  /** What is known at a time; undefined while nothing is suspected or it is too early to tell. */
  verdict(seconds: number): Verdict | undefined {
    const { suspicion } = this;
    if (!suspicion || seconds - suspicion.fromS < SETTLE_S) return undefined;
    this.suspicion = undefined;
    const { silenceS, usualS } = suspicion;
    const step = suspicion.offset - Math.min(this.before.offset, this.now.offset);
    const isGap = step >= Math.max(this.leastS, MISSING_SHARE * (silenceS - usualS));
    const missing = isGap ? Math.max(1, Math.round(step * this.sampleRateHz)) : 0;
    // Missing samples are counted as if they had come, so that the offset is what it was.
    this.count += missing;
    if (!isGap) this.now.interval = Math.max(this.now.interval, Math.min(silenceS, SPAN_S));
    return { missing, silenceS };
  }

  /** Samples that another watch found missing. */
  skip(samples: number): void {
    this.count += samples;
    this.suspicion = undefined;
  }

  private get settled(): boolean {
    return this.before.offset < Infinity || this.lastS - this.spanFrom > SPAN_S / 2;
  }

  private remember(seconds: number, offset: number, interval: number): void {
    if (Number.isNaN(this.spanFrom)) this.spanFrom = seconds;
    if (seconds - this.spanFrom > SPAN_S) {
      this.before = this.now;
      this.now = fresh();
      this.spanFrom = seconds;
    }
    this.now.offset = Math.min(this.now.offset, offset);
    this.now.interval = Math.max(this.now.interval, interval);
  }

  /** The clock went back: the sender began anew, and nothing of before can be compared with. */
  private restart(seconds: number, samples: number): void {
    this.suspicion = undefined;
    this.lastS = seconds;
    this.count = samples;
    this.spanFrom = NaN;
    this.before = fresh();
    this.now = fresh();
  }
}
