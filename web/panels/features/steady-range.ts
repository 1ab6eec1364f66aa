import { niceStep } from '../signals/time-axis.js';

/** From where to where an axis goes. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Share of the values beyond each end that do not stretch an axis: one artefact makes no plot of a dot. */
const BEYOND = 0.01;
/** How much longer than its values an axis may stay; a new one, with margins and round ends, is up to 1.4 times as long. */
const ROOMY = 1.7;
/** Its ends lie on steps that divide it into no more than so many. */
const PARTS = 20;

/**
 * Range of an axis for these values, from one round number to another. The one there was stays while it holds them and is
 * not far too long, so that a plot stands still.
 */
export function steadyRange(values: readonly number[], before?: Range): Range {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const last = sorted.length - 1;
  const low = sorted[Math.round(BEYOND * last)] ?? 0;
  const high = sorted[Math.round((1 - BEYOND) * last)] ?? 1;
  const span = high - low || Math.abs(high) || 1;
  if (before && low >= before.from && high <= before.to && before.to - before.from < ROOMY * span)
    return before;
  const margin = 0.06 * span;
  const step = niceStep(span, PARTS);
  return {
    from: step * Math.floor((low - margin) / step),
    to: step * Math.ceil((high + margin) / step),
  };
}

/** Place of a value within a range, −1 to 1 from one end to the other. */
export function within({ from, to }: Range, value: number): number {
  return (2 * (value - from)) / (to - from) - 1;
}
