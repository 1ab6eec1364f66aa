import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';

/** Samples on either side that a value between two samples is made of. */
export const REACH = 8;
const TAPS = 2 * REACH;
const PHASES = 128;

/** A windowed sinc (Hann) at `PHASES` places between two samples, one row each, and one more to go on to. */
const kernel = ((): Float32Array => {
  const rows = new Float32Array((PHASES + 1) * TAPS);
  for (let phase = 0; phase <= PHASES; phase++)
    for (let k = 0; k < TAPS; k++) {
      const away = k - REACH + 1 - phase / PHASES;
      const sinc = away === 0 ? 1 : Math.sin(Math.PI * away) / (Math.PI * away);
      rows[phase * TAPS + k] = sinc * (0.5 + 0.5 * Math.cos((Math.PI * away) / REACH));
    }
  return rows;
})();

/**
 * Read a channel at `from`, `from + step`, … into `out`, between its samples where these fall there. A step below one makes
 * more of the samples: a stream of 2 kHz becomes sound of 48 kHz without any frequency that it had not. Samples that were
 * lost are silence. What is read depends on the place alone, so that stretches read one after the other fit together.
 */
export function readBetween(
  ring: RingBuffer,
  channel: number,
  from: number,
  step: number,
  out: Float32Array,
): void {
  const first = Math.floor(from) - REACH + 1;
  const samples = new Float32Array(Math.ceil(out.length * step) + TAPS + 1);
  for (let i = 0; i < samples.length; i++) {
    const value = ring.at(channel, first + i);
    samples[i] = Number.isNaN(value) ? 0 : value;
  }
  for (let n = 0; n < out.length; n++) {
    const place = from + n * step;
    const sample = Math.floor(place);
    const phase = (place - sample) * PHASES;
    const at = sample - REACH + 1 - first;
    const row = Math.floor(phase);
    const share = phase - row;
    const here = row * TAPS;
    let sum = 0;
    for (let k = 0; k < TAPS; k++) {
      const tap = kernel[here + k] as number;
      sum += (samples[at + k] as number) * (tap + share * ((kernel[here + TAPS + k] as number) - tap));
    }
    out[n] = sum;
  }
}
