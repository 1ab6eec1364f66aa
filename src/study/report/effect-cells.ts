import { scaled, type PeopleMean } from '../people-mean.js';
import type { Effect } from '../plan/effects.js';
import { scaleOf } from '../plan/metrics.js';

/** Columns of a table of effects. */
export const effectHead: readonly string[] = [
  ...['decoder', 'condition', 'people', 'measure', 'difference', '95 % interval', 'effect'],
];

/** An effect as cells of {@link effectHead}; a decoder is named where it begins. */
export function effectCells(
  { decoder, condition, metric, value, difference, size }: Effect,
  before?: Effect,
): string[] {
  const { factor, unit } = scaleOf(metric);
  const measure = meanText(scaled(value, factor), false);
  return [
    decoder === before?.decoder ? '' : decoder,
    condition,
    String(value.n),
    measure === '–' ? measure : `${measure} ${unit}`,
    ...(difference
      ? [meanText(scaled(difference, factor), true), intervalText(scaled(difference, factor))]
      : ['', '']),
    size === undefined ? '' : numberText(size, true),
  ];
}

function meanText({ mean, sd }: PeopleMean, sign: boolean): string {
  if (!Number.isFinite(mean)) return '–';
  return `${numberText(mean, sign)}${Number.isFinite(sd) ? ` ± ${numberText(sd, false)}` : ''}`;
}

function intervalText({ low, high }: PeopleMean): string {
  return Number.isFinite(low) ? `${numberText(low, true)} to ${numberText(high, true)}` : '–';
}

/** Two decimals, one from ten on; a sign where differences are told. */
function numberText(value: number, sign: boolean): string {
  if (!Number.isFinite(value)) return '–';
  const text = Math.abs(value).toFixed(Math.abs(value) < 10 ? 2 : 1);
  if (value < 0 && Number(text) !== 0) return `−${text}`;
  return sign && Number(text) !== 0 ? `+${text}` : text;
}
