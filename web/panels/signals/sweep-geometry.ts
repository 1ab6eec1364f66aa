import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';

/** Places samples on pixel columns: column k (counted from sample 0 of the stream) shows a fixed stretch. */
export class SweepGeometry {
  constructor(
    readonly columns: number,
    readonly windowSamples: number,
  ) {}

  /** Absolute column of a sample. */
  columnOf(index: number): number {
    return Math.floor((index * this.columns) / this.windowSamples);
  }

  /** First sample of an absolute column. */
  firstSample(column: number): number {
    return Math.ceil((column * this.windowSamples) / this.columns);
  }

  /** Pixel column on the screen. */
  x(column: number): number {
    return ((column % this.columns) + this.columns) % this.columns;
  }
}

/** Least and greatest sample of a stretch. */
export interface Extent {
  min: number;
  max: number;
  /** False where no sample is known: lost, or not yet come. */
  known: boolean;
}

/** Extent of samples `[from, to)` of one channel, written into `out`; at least one sample is looked at. */
export function extentOf(ring: RingBuffer, channel: number, from: number, to: number, out: Extent): void {
  const start = Math.max(from, ring.start);
  const end = Math.min(Math.max(to, from + 1), ring.end);
  const base = channel * ring.capacity;
  out.min = Infinity;
  out.max = -Infinity;
  for (let i = start; i < end; i++) {
    const value = ring.data[base + (i % ring.capacity)] as number;
    if (value < out.min) out.min = value;
    if (value > out.max) out.max = value;
  }
  out.known = out.min <= out.max;
}

/** Scales a person can choose, in microvolts from a lane's middle to its edge. */
export const scalesUv = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/**
 * Finer than what a person chooses from, so that traces fill their lanes; never so fine that the amplifier's
 * noise at rest looks like muscle.
 */
const autoScalesUv = [50, 500, 5000].flatMap((decade) =>
  [1, 1.4, 2, 3, 4, 6, 8].map((step) => Math.round(decade * step)),
);

/**
 * Next automatic scale for a robust peak: grows at once when the signal no longer fits, shrinks only when
 * `calm` (it has been small for a while), so that the picture does not pump.
 */
export function autoScaleUv(current: number, peakUv: number, calm: boolean): number {
  if (!(peakUv > 0)) return current;
  const fitting = autoScalesUv.find((scale) => scale >= peakUv) ?? 40_000;
  if (peakUv > current * 1.1) return fitting;
  if (calm && peakUv < current * 0.6) return fitting;
  return current;
}

/** Share of pixel columns whose peak a scale must hold: single artefacts do not flatten the muscle. */
const ROBUST_SHARE = 0.975;

/** Greatest magnitude per pixel column of the visible window. */
export class WindowPeaks {
  private values = new Float32Array(0);
  private sorted = new Float32Array(0);

  /** Forget everything; a new width is adopted. */
  reset(columns: number): void {
    if (columns !== this.values.length) {
      this.values = new Float32Array(columns);
      this.sorted = new Float32Array(columns);
    }
    this.values.fill(NaN);
  }

  /** NaN for a column without data. */
  set(x: number, peak: number): void {
    this.values[x] = peak;
  }

  /** Peak that all but a few columns stay below; NaN while less than a tenth of the window is known. */
  robust(): number {
    this.sorted.set(this.values);
    // Typed arrays sort NaN to the end.
    this.sorted.sort();
    let known = this.sorted.length;
    while (known > 0 && Number.isNaN(this.sorted[known - 1])) known--;
    if (known < this.sorted.length / 10) return NaN;
    return this.sorted[Math.floor(ROBUST_SHARE * (known - 1))] ?? NaN;
  }
}
