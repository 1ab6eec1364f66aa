import type { LabelledFeatures } from './labelled-features.js';

/** How strongly each channel took part in a class, over all windows that were learned from. */
export interface LearnedPattern {
  readonly label: string;
  /** Mean of one amplitude feature for each channel, in its order; standardised as the decoder's features are. */
  readonly amplitudes: readonly number[];
}

/**
 * The pattern of every class over the channels.
 * @param columns column of the amplitude of each channel
 * @returns none where there is no such column
 */
export function learnedPatterns(table: LabelledFeatures, columns: readonly number[]): LearnedPattern[] {
  if (columns.length === 0) return [];
  const sums = new Map<string, { count: number; readonly sum: Float64Array }>();
  table.labels.forEach((label, row) => {
    const of = sums.get(label) ?? { count: 0, sum: new Float64Array(columns.length) };
    sums.set(label, of);
    of.count++;
    columns.forEach((column, c) => (of.sum[c] += table.x[row * table.columns + column]));
  });
  return [...sums].map(([label, { count, sum }]) => ({
    label,
    amplitudes: Array.from(sum, (value) => value / count),
  }));
}
