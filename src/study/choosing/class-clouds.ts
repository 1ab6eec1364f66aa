import { ClassStatistics } from '../../decoder/classifiers/class-statistics.js';
import {
  idleFeatures,
  inverseFactor,
  steadyCovariance,
  triangularNorm2,
} from '../../decoder/classifiers/covariance.js';
import { trainingSet } from '../../decoder/classifiers/training-set.js';
import { log } from '../../ground/math/real.js';
import { mean } from '../../ground/math/statistics.js';

/** Windows of one class as a cloud in the space of some features. */
export interface ClassCloud {
  readonly mean: Float64Array;
  /** Variance of each feature within the class. */
  readonly variances: Float64Array;
  /** Natural logarithm of the geometric mean of the semi-principal axes; NaN where nothing varies. */
  readonly logAxis: number;
  /** Mahalanobis distance of a point from the centre, by the covariance of this class; NaN where nothing varies. */
  readonly distance: (point: ArrayLike<number>) => number;
}

/**
 * The windows of one class: centre and covariance. What is constant within the class, or follows from others, says nothing
 * of it and counts in neither distance nor axes, as by LibEMG's pseudo-inverse; where windows are fewer than features
 * the covariance is steadied.
 * @param rows at least two, of features on the same footing: variance 1 over all classes
 */
export function classCloud(rows: readonly ArrayLike<number>[]): ClassCloud {
  const labels = rows.map(() => 'one');
  const statistics = ClassStatistics.of(trainingSet('ranking', rows, labels));
  const { size, scatter, means } = statistics;
  const freedom = rows.length - 1;
  const covariance = scatter.map((value) => value / freedom);
  const variances = Float64Array.from({ length: size }, (_, i) => covariance[i * size + i]);
  const idle = idleFeatures(statistics, 0);
  const quiet = new Set([...idle.constant, ...idle.repeated]);
  const { cholesky } = steadyCovariance(covariance, size, () => 1, freedom, 0, idle);
  const lower = cholesky.lowerTriangularMatrix;
  const axes = Array.from({ length: size }, (_, i) => log(lower.get(i, i)));
  const factor = inverseFactor(cholesky, size, idle);
  const apart = new Float64Array(size);
  const distance = (point: ArrayLike<number>): number => {
    if (quiet.size === size) return NaN;
    for (let i = 0; i < size; i++) apart[i] = point[i] - means[i];
    return Math.sqrt(triangularNorm2(factor, 0, size, apart));
  };
  return { mean: means, variances, logAxis: mean(axes.filter((_, i) => !quiet.has(i))), distance };
}
