import { ClassStatistics } from './class-statistics.js';
import { FlatClassifier, softmax } from './classifier.js';
import { inverseFactor, steadyCovariance, triangularNorm2 } from './covariance.js';
import type { LdaOptions } from './lda.js';
import { ModelReader } from './model-reader.js';
import type { TrainingSet } from './training-set.js';
import { log, square } from '../../ground/math/real.js';

/**
 * Quadratic discriminant analysis: Gaussian classes, each with a covariance of its own (over n_k − 1), priors
 * from class frequencies. Held to scikit-learn 1.2.
 */
export class Qda extends FlatClassifier {
  readonly kind = 'qda';
  readonly shrinkage: number;
  private means: Float64Array = new Float64Array(0);
  /** K × D × D: inverse Cholesky factor of each class. */
  private factors: Float64Array = new Float64Array(0);
  /** Log prior less half the log determinant. */
  private offsets: Float64Array = new Float64Array(0);
  private centred: Float64Array = new Float64Array(0);

  constructor({ shrinkage = 0 }: LdaOptions = {}) {
    super();
    this.shrinkage = shrinkage;
  }

  protected learn({ rows, columns: size, x, y, classes, counts }: TrainingSet): void {
    const total = rows;
    this.means = new Float64Array(classes.length * size);
    this.factors = new Float64Array(classes.length * size * size);
    this.offsets = new Float64Array(classes.length);
    this.centred = new Float64Array(size);
    for (let k = 0; k < classes.length; k++) {
      const own = new Float64Array(counts[k] * size);
      for (let r = 0, at = 0; r < rows; r++)
        if (y[r] === k) own.set(x.subarray(r * size, (r + 1) * size), size * at++);
      const statistics = ClassStatistics.of({
        rows: counts[k],
        columns: size,
        x: own,
        y: new Int32Array(counts[k]),
        classes: [classes[k]],
        counts: Int32Array.of(counts[k]),
      });
      const freedom = counts[k] - 1;
      const { cholesky, reduced } = steadyCovariance(
        statistics.scatter.map((value) => value / Math.max(1, freedom)),
        size,
        (feature) => variance(x, rows, size, feature),
        freedom,
        this.shrinkage,
      );
      if (reduced > 0)
        this.warn(
          `${counts[k]} windows of ${classes[k]} do not determine the covariance of ${size} features; its ` +
            `off-diagonal was reduced by ${reduced}. Record more, use fewer features, or set a shrinkage.`,
        );
      this.means.set(statistics.means, k * size);
      const inverse = inverseFactor(cholesky, size);
      this.factors.set(inverse, k * size * size);
      this.offsets[k] = log(counts[k] / total);
      for (let i = 0; i < size; i++) this.offsets[k] += log(inverse[i * size + i]);
    }
  }

  protected evaluate(x: ArrayLike<number>, out: Float64Array): void {
    const { means, factors, offsets, centred, features: size } = this;
    for (let k = 0; k < offsets.length; k++) {
      for (let i = 0; i < size; i++) centred[i] = x[i] - means[k * size + i];
      out[k] = offsets[k] - 0.5 * triangularNorm2(factors, k * size * size, size, centred);
    }
    softmax(out);
  }

  toJSON(): unknown {
    const { kind, shrinkage, classes, features, means, factors, offsets } = this;
    return {
      kind,
      shrinkage,
      classes,
      features,
      means: Array.from(means),
      factors: Array.from(factors),
      offsets: Array.from(offsets),
    };
  }

  /** @throws ModelError when the JSON is not that of a saved QDA */
  static fromJSON(json: unknown): Qda {
    const reader = new ModelReader(json, 'qda');
    const qda = new Qda({ shrinkage: reader.number('shrinkage') });
    qda.classes = reader.texts('classes');
    const size = (qda.features = reader.count('features'));
    qda.means = reader.numbers('means', qda.classes.length * size);
    qda.factors = reader.numbers('factors', qda.classes.length * size * size);
    qda.offsets = reader.numbers('offsets', qda.classes.length);
    qda.centred = new Float64Array(size);
    return qda;
  }
}

/** Variance of one column of a row-major matrix. */
function variance(x: Float64Array, rows: number, size: number, column: number): number {
  let mean = 0;
  for (let r = 0; r < rows; r++) mean += x[r * size + column] / rows;
  let sum = 0;
  for (let r = 0; r < rows; r++) sum += square(x[r * size + column] - mean);
  return sum / rows;
}
