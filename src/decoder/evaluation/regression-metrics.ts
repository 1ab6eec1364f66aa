import { square } from '../../ground/math/real.js';

/** Agreement of an estimate with the truth in one degree of freedom. */
export interface RegressionMetrics {
  /** Coefficient of determination, at most 1; NaN where the truth never changes. */
  readonly r2: number;
  readonly rmse: number;
  /** RMSE over the range of the truth; NaN where the truth never changes. */
  readonly nrmse: number;
  readonly mae: number;
}

/**
 * Metrics of a series of estimates, as LibEMG 2.0.0 defines them.
 * @throws RangeError on series that differ in length or are empty
 */
export function regressionMetrics(truth: ArrayLike<number>, estimate: ArrayLike<number>): RegressionMetrics {
  const rows = truth.length;
  if (rows === 0 || estimate.length !== rows)
    throw new RangeError(
      `regressionMetrics: got ${estimate.length} estimates for ${rows} truths, expected as many`,
    );
  let mean = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let n = 0; n < rows; n++) {
    mean += truth[n] / rows;
    low = Math.min(low, truth[n]);
    high = Math.max(high, truth[n]);
  }
  let residual = 0;
  let spread = 0;
  let absolute = 0;
  for (let n = 0; n < rows; n++) {
    residual += square(truth[n] - estimate[n]);
    spread += square(truth[n] - mean);
    absolute += Math.abs(truth[n] - estimate[n]);
  }
  const rmse = Math.sqrt(residual / rows);
  const changes = high > low;
  return {
    r2: changes ? 1 - residual / spread : NaN,
    rmse,
    nrmse: changes ? rmse / (high - low) : NaN,
    mae: absolute / rows,
  };
}
