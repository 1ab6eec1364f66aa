import type { ColumnRing } from '../../data/column-ring.js';

/** The amplitude of a channel over the last moments. */
export interface ChannelCourse {
  readonly channel: number;
  /** 100 wide and 30 high, newest on the right. */
  readonly path: string;
}

/**
 * Channels whose amplitude changed most over the newest `span` samples, in the channels' order, so that lines do not jump.
 * All on one scale, from the least
 * to the largest of them all: amplitudes may be logarithms or standardised, and lie below 0 at rest.
 * @param rows row of each channel's amplitude
 */
export function strongestCourses(
  ring: Pick<ColumnRing, 'held' | 'column' | 'indexOf'>,
  rows: readonly number[],
  span: number,
  count: number,
): ChannelCourse[] {
  const moments: { readonly before: number; readonly values: readonly number[] }[] = [];
  const newest = ring.indexOf(0);
  for (let back = 0; back < ring.held; back++) {
    const before = newest - ring.indexOf(back);
    // Older than what is shown, or of a stream that began anew since.
    if (!(before >= 0 && before <= span)) break;
    const column = ring.column(back);
    const values = rows.map((row) => column?.[row] ?? NaN);
    if (values.every(Number.isFinite)) moments.unshift({ before, values });
  }
  if (moments.length < 2) return [];
  const chosen = rows
    .map((_, channel) => {
      const values = moments.map((at) => at.values[channel] ?? 0);
      const [least, most] = [Math.min(...values), Math.max(...values)];
      return { channel, least, most, change: most - least };
    })
    .sort((a, b) => b.change - a.change)
    .slice(0, count)
    .sort((a, b) => a.channel - b.channel);
  const low = Math.min(...chosen.map(({ least }) => least));
  const range = Math.max(...chosen.map(({ most }) => most)) - low || 1;
  return chosen.map(({ channel }) => {
    const points = moments.map(({ before, values }) => {
      const y = 30 - (29 * ((values[channel] ?? low) - low)) / range;
      return `${(100 * (1 - before / span)).toFixed(1)} ${y.toFixed(1)}`;
    });
    return { channel, path: `M${points.join('L')}` };
  });
}
