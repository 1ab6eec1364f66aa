import { median, percentile, standardDeviation } from '../ground/math/statistics.js';
import type { ClockStatistics } from '../protocol/server-messages.js';

/** How far lateness and jitter look back, and how long the stretches are whose ends tell the skew, in milliseconds. */
const MEMORY_MS = 60_000;
const STRETCH_MS = 10_000;

/** The least lag of a stretch, and when it was. */
interface Stretch {
  readonly from: number;
  atMs: number;
  lagMs: number;
}

/**
 * Holds the stream against a clock that nobody sets. The lag of a block is the time at which it came less the time
 * that its index stands for. Blocks come late, never early, so that the least lag is that of a block in time: what a
 * block has beyond it is its lateness, and how the least lag moves over the minutes is the skew.
 */
export class TimeKeeper {
  private sampleRateHz = 1;
  private skippedSamples = 0;
  private times: number[] = [];
  private lags: number[] = [];
  private first: Stretch | undefined;
  private last: Stretch | undefined;
  /** The stretch before the last one, which is whole. */
  private whole: Stretch | undefined;

  /** Another signal begins. */
  begin(sampleRateHz: number): void {
    this.sampleRateHz = sampleRateHz;
    this.restart();
  }

  /** A block came, the last sample of which is before `index`. */
  block(nowMs: number, index: number): void {
    const lagMs = nowMs - (1000 * index) / this.sampleRateHz;
    this.times.push(nowMs);
    this.lags.push(lagMs);
    if (this.times[0] < nowMs - 2 * MEMORY_MS) this.forget(nowMs - MEMORY_MS);
    if (!this.last || nowMs >= this.last.from + STRETCH_MS) {
      this.whole = this.last;
      this.last = { from: nowMs, atMs: nowMs, lagMs };
      this.first ??= this.last;
    } else if (lagMs < this.last.lagMs) {
      this.last.atMs = nowMs;
      this.last.lagMs = lagMs;
    }
  }

  /** Samples were skipped. */
  skip(samples: number): void {
    this.skippedSamples += samples;
    this.restart();
  }

  /** The stream goes on after it stood still: what is measured begins anew. */
  restart(): void {
    this.times = [];
    this.lags = [];
    this.first = this.last = this.whole = undefined;
  }

  /** What was measured over the last minute; undefined before the second block. */
  statistics(): ClockStatistics | undefined {
    const newest = this.times.at(-1);
    if (newest === undefined || this.times.length < 2) return undefined;
    this.forget(newest - MEMORY_MS);
    const { times, lags } = this;
    const least = lags.reduce((lowest, lag) => Math.min(lowest, lag), Infinity);
    const late = lags.map((lag) => lag - least);
    return {
      skewPpm: this.skewPpm(),
      latenessMs: { median: median(late), p99: percentile(late, 0.99), max: percentile(late, 1) },
      jitterMs: standardDeviation(times.slice(1).map((time, n) => time - times[n])),
      skippedSamples: this.skippedSamples,
    };
  }

  /** Samples made beyond those that the time asks for, in millionths; null before a minute. */
  private skewPpm(): number | null {
    const { first, whole } = this;
    if (!first || !whole || whole.from - first.from < MEMORY_MS) return null;
    return (1e6 * (first.lagMs - whole.lagMs)) / (whole.atMs - first.atMs);
  }

  private forget(before: number): void {
    const from = this.times.findIndex((time) => time >= before);
    if (from <= 0) return;
    this.times = this.times.slice(from);
    this.lags = this.lags.slice(from);
  }
}
