import type { StreamName } from '../../../src/protocol/stream-kind.js';
import { Welch } from '../../panels/spectrum/welch.js';
import type { Measured } from './measured.js';

/** Power spectral density of a channel up to a frequency, dB re 1 µV²/Hz; undefined while too little is there. */
export function densityDb(
  { page, from, to }: Measured,
  stream: StreamName,
  channel: number,
  hz: number,
): number[] | undefined {
  const ring = page.store.samples.get(stream);
  const rate = page.store.info?.sampleRateHz ?? NaN;
  if (!ring) return undefined;
  const welch = new Welch(1024);
  const segments = Math.max(1, Math.floor((2 * (to - from)) / welch.size) - 1);
  if (!welch.estimate(ring, channel, segments, rate, Math.min(to, ring.end))) return undefined;
  const bins = Math.min(welch.density.length, Math.ceil((hz * welch.size) / rate) + 1);
  return Array.from(
    { length: bins },
    (_, k) => 10 * Math.log10(Math.max(1e-4, 1e12 * (welch.density[k] ?? 0))),
  );
}
