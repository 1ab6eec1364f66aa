import { ClassStatistics } from './class-statistics.js';
import { FlatClassifier, softmax } from './classifier.js';
import type { CompiledModel } from './compiled-model.js';
import { repeatedWarning } from './constant-features.js';
import { idleFeatures, inverseFactor, steadyCovariance, triangularNorm2 } from './covariance.js';
import type { LdaOptions } from './lda.js';
import { ModelReader } from './model-reader.js';
import { logPrior, readPriors, type Priors } from './priors.js';
import type { TrainingSet } from './training-set.js';
import { log } from '../../ground/math/real.js';

/**
 * Quadratic discriminant analysis: Gaussian classes, each with a covariance of its own (over n_k − 1), priors
 * from class frequencies or all alike. Held to scikit-learn 1.2.
 */
export class Qda extends FlatClassifier {
  readonly kind = 'qda';
  readonly shrinkage: number;
  readonly priors: Priors;
  private means: Float64Array = new Float64Array(0);
  /** K × D × D: inverse Cholesky factor of each class. */
  private factors: Float64Array = new Float64Array(0);
  /** Log prior less half the log determinant. */
  private offsets: Float64Array = new Float64Array(0);
  private centred: Float64Array = new Float64Array(0);

  constructor({ shrinkage = 0, priors = 'data' }: LdaOptions = {}) {
    super();
    this.shrinkage = shrinkage;
    this.priors = priors;
  }

  protected learn(set: TrainingSet): void {
    const { rows, columns: size, x, y, classes, counts } = set;
    // Left out of all classes alike: densities over different features cannot be compared.
    const pooled = ClassStatistics.of(set);
    const idle = idleFeatures(pooled, this.shrinkage);
    for (const warning of repeatedWarning(idle.repeated, size, this.featureLabels)) this.warn(warning);
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
        (feature) => pooled.totalVariance(feature),
        freedom,
        this.shrinkage,
        idle,
      );
      if (reduced > 0)
        this.warn(
          `${counts[k]} windows of ${classes[k]} do not determine the covariance of ${size} features; its ` +
            `off-diagonal was reduced by ${reduced}. Record more, use fewer features, or set a shrinkage.`,
        );
      this.means.set(statistics.means, k * size);
      const inverse = inverseFactor(cholesky, size, idle);
      this.factors.set(inverse, k * size * size);
      this.offsets[k] = logPrior(this.priors, counts, k);
      for (let i = 0; i < size; i++)
        if (inverse[i * size + i] > 0) this.offsets[k] += log(inverse[i * size + i]);
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

  override compiled(): CompiledModel {
    const { means, factors, offsets } = this;
    return { shape: 'quadratic', means, factors, offsets };
  }

  toJSON(): unknown {
    const { kind, shrinkage, priors, classes, features, means, factors, offsets } = this;
    return {
      kind,
      shrinkage,
      priors,
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
    const qda = new Qda({ shrinkage: reader.number('shrinkage', 0, 1), priors: readPriors(reader) });
    qda.classes = reader.classes();
    const size = (qda.features = reader.count('features'));
    qda.means = reader.numbers('means', qda.classes.length * size);
    qda.factors = reader.numbers('factors', qda.classes.length * size * size);
    qda.offsets = reader.numbers('offsets', qda.classes.length);
    qda.centred = new Float64Array(size);
    return qda;
  }
}
