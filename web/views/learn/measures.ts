import type { StreamName } from '../../../src/protocol/stream-kind.js';
import { dischargeRows } from '../../../src/protocol/stream-rows.js';
import { Welch } from '../../panels/spectrum/welch.js';
import type { Measured } from './measured.js';

const UV = 1e6;

/** Mean of something over the samples of a stretch, for each channel; lost samples are left out. */
function meansOver(
  { page, from, to }: Measured,
  stream: StreamName,
  of: (volts: number) => number,
): number[] {
  const ring = page.store.samples.get(stream);
  if (!ring) return [];
  return Array.from({ length: ring.channels }, (_, channel) => {
    let sum = 0;
    let count = 0;
    for (let i = Math.max(from, ring.start); i < Math.min(to, ring.end); i++) {
      const value = ring.at(channel, i);
      if (Number.isNaN(value)) continue;
      sum += of(value);
      count++;
    }
    return count === 0 ? NaN : sum / count;
  });
}

/** Root mean square of each channel, in µV. */
export function rmsUv(measured: Measured, stream: StreamName): number[] {
  return meansOver(measured, stream, (value) => value * value).map((power) => UV * Math.sqrt(power));
}

/** Root mean square over channels. */
export function overall(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value * value)));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Channel with the largest value. */
export function strongest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > (values[best] ?? -Infinity) ? i : best), 0);
}

/** Root mean square within a few hertz of a frequency, over channels, in µV. */
export function bandUv({ page, from, to }: Measured, stream: StreamName, hz: number, width = 2): number {
  const ring = page.store.samples.get(stream);
  const rate = page.store.info?.sampleRateHz ?? NaN;
  if (!ring) return NaN;
  const welch = new Welch(2048);
  const segments = Math.max(1, Math.floor((2 * (to - from)) / welch.size) - 1);
  const step = rate / welch.size;
  const powers = Array.from({ length: ring.channels }, (_, channel) => {
    if (!welch.estimate(ring, channel, segments, rate, Math.min(to, ring.end))) return NaN;
    let power = 0;
    for (let k = Math.ceil((hz - width) / step); k <= (hz + width) / step; k++)
      power += (welch.density[k] ?? 0) * step;
    return power;
  }).filter(Number.isFinite);
  return UV * Math.sqrt(mean(powers));
}

/** Share of decisions that were what was intended, of windows within the stretch in which a movement was held. */
export function accuracy({ page, from, to }: Measured): { readonly share: number; readonly counted: number } {
  const held = page.windows.windows.filter(
    ({ end, label, steady }) => steady && label !== 'rest' && end > from && end <= to,
  );
  const right = held.filter(({ label, decided }) => label === decided).length;
  return { share: held.length === 0 ? NaN : right / held.length, counted: held.length };
}

/** Windows within the stretch by what was decided, the most frequent first. */
export function decided({
  page,
  from,
  to,
}: Measured): readonly (readonly [movement: string, share: number])[] {
  const windows = page.windows.windows.filter(({ end }) => end > from && end <= to);
  const counts = new Map<string, number>();
  for (const { decided: movement } of windows) counts.set(movement, (counts.get(movement) ?? 0) + 1);
  return [...counts]
    .map(([movement, count]) => [movement, count / windows.length] as const)
    .sort(([, a], [, b]) => b - a);
}

/** Mean absolute value (MAV) of each channel after the filters, in µV: the simplest of the features a decoder sees. */
export function pattern(measured: Measured): number[] {
  return meansOver(measured, 'filtered', Math.abs).map((volts) => UV * volts);
}

/** Discharges of the stretch: muscle, unit, absolute sample. */
export function discharges({ page, from, to }: Measured): { muscle: number; unit: number; at: number }[] {
  const { store } = page;
  const ring = store.columns.get('discharges');
  const rows = store.rows('discharges');
  if (!ring || !rows) return [];
  const { muscle, unit, offset } = dischargeRows.places(rows);
  const found: { muscle: number; unit: number; at: number }[] = [];
  for (let back = 0; back < ring.held; back++) {
    const column = ring.column(back);
    const index = ring.indexOf(back);
    if (!column || index < from - 1e5) break;
    const at = index + (column[offset] ?? 0);
    if (at < from || at >= to) continue;
    found.push({ muscle: column[muscle] ?? 0, unit: column[unit] ?? 0, at });
  }
  return found.reverse();
}
