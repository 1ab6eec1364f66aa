import { constantColumns } from './constant-features.js';

/** Features cut into quantile bins: bin b of feature i holds values up to `edges[i][b]`. */
export interface FeatureBins {
  /** Row-major bin numbers. */
  readonly bin: Uint8Array;
  readonly edges: readonly Float64Array[];
}

const BINS = 64;

/**
 * Cut row-major rows × columns numbers into at most 64 quantile bins per column; a column that never changes but for
 * rounding error has one.
 */
export function binned(x: Float64Array, rows: number, columns: number): FeatureBins {
  const bin = new Uint8Array(rows * columns);
  const edges: Float64Array[] = [];
  const sorted = new Float64Array(rows);
  const constant = new Set(constantColumns(x, rows, columns));
  for (let i = 0; i < columns; i++) {
    for (let r = 0; r < rows; r++) sorted[r] = x[r * columns + i];
    sorted.sort();
    const cuts: number[] = [];
    for (let b = 1; b < BINS && !constant.has(i); b++) {
      const at = Math.floor((b * rows) / BINS);
      // Half way between neighbours, so that unseen values fall on the nearer side.
      const cut = at > 0 ? 0.5 * (sorted[at - 1] + sorted[at]) : sorted[0];
      if (cut < sorted[rows - 1] && (cuts.length === 0 || cut > cuts[cuts.length - 1])) cuts.push(cut);
    }
    const edge = Float64Array.from(cuts);
    edges.push(edge);
    for (let r = 0; r < rows; r++) bin[r * columns + i] = binOf(edge, x[r * columns + i]);
  }
  return { bin, edges };
}

/** First bin whose edge is not below the value. */
function binOf(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}
