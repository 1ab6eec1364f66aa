import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';
import { short } from '../../data/format.js';

/** What lies between two cursors on one channel. */
export interface Measured {
  readonly seconds: number;
  /** Value at the later cursor less that at the earlier one; NaN where one of them is lost. */
  readonly deltaUv: number;
  /** Root of the mean square about the mean, of samples from the earlier to the later cursor. */
  readonly rmsUv: number;
}

/**
 * Root mean square about the mean of samples `[from, to)`, in microvolts: an electrode's offset is not muscle. Samples
 * that are lost are left out; NaN where none is known.
 */
export function rmsUv(ring: RingBuffer, channel: number, from: number, to: number): number {
  const start = Math.max(from, ring.start);
  const end = Math.min(to, ring.end);
  const base = channel * ring.capacity;
  let [sum, squares, known] = [0, 0, 0];
  for (let i = start; i < end; i++) {
    const value = ring.data[base + (i % ring.capacity)] as number;
    if (Number.isNaN(value)) continue;
    sum += value;
    squares += value * value;
    known++;
  }
  if (known === 0) return NaN;
  const mean = sum / known;
  return 1e6 * Math.sqrt(Math.max(0, squares / known - mean * mean));
}

/** Measures between two samples, given in whatever order. */
export function measured(
  ring: RingBuffer,
  channel: number,
  [one, other]: readonly [number, number],
  sampleRateHz: number,
): Measured {
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  return {
    seconds: (to - from) / sampleRateHz,
    deltaUv: 1e6 * (ring.at(channel, to) - ring.at(channel, from)),
    rmsUv: rmsUv(ring, channel, from, to + 1),
  };
}

/** Two samples that are marked. */
export type Marks = readonly [number, number];

/** What lies between the marks, in words: time, its frequency, difference of one channel and its RMS. */
export function readout(
  ring: RingBuffer,
  channel: number,
  marks: Marks,
  sampleRateHz: number,
): readonly string[] {
  const { seconds, deltaUv, rmsUv } = measured(ring, channel, marks, sampleRateHz);
  const time = seconds >= 1 ? `${seconds.toFixed(3)} s` : `${short(1000 * seconds)} ms`;
  return [
    `Δt ${time}${seconds > 0 ? ` (${short(1 / seconds)} Hz)` : ''}`,
    `ΔV ${short(deltaUv)} µV`,
    `RMS ${short(rmsUv)} µV`,
  ];
}
