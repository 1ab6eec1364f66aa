import type { RingBuffer } from '../../../src/signal/ring-buffer.js';

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
 * Next automatic scale: grows at once when the signal no longer fits, shrinks only when `calm` (the whole
 * window has been small), so that the picture does not pump.
 */
export function autoScaleUv(current: number, peakUv: number, calm: boolean): number {
  const fitting = scalesUv.find((scale) => scale >= peakUv * 0.8) ?? 10_000;
  if (peakUv > current * 1.25) return fitting;
  if (calm && peakUv < current * 0.36) return fitting;
  return current;
}
