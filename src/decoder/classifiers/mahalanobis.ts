import { ClassStatistics } from './class-statistics.js';
import { FlatClassifier, softmax } from './classifier.js';
import type { CompiledModel } from './compiled-model.js';
import { repeatedWarning } from './constant-features.js';
import { idleFeatures, inverseFactor, steadyCovariance, triangularNorm2 } from './covariance.js';
import type { LdaOptions } from './lda.js';
import { ModelReader } from './model-reader.js';
import type { TrainingSet } from './training-set.js';

/**
 * Nearest centroid in Mahalanobis distance over the pooled covariance: as LDA, but every class is as likely as
 * the next however often it was recorded.
 */
export class Mahalanobis extends FlatClassifier {
  readonly kind = 'mahalanobis';
  readonly shrinkage: number;
  private means: Float64Array = new Float64Array(0);
  private factor: Float64Array = new Float64Array(0);
  private centred: Float64Array = new Float64Array(0);

  constructor({ shrinkage = 0 }: LdaOptions = {}) {
    super();
    this.shrinkage = shrinkage;
  }

  protected learn(set: TrainingSet): void {
    const size = set.columns;
    const statistics = ClassStatistics.of(set);
    const idle = idleFeatures(statistics, this.shrinkage);
    const freedom = set.rows - set.classes.length;
    const { cholesky, reduced } = steadyCovariance(
      statistics.scatter.map((value) => value / Math.max(1, freedom)),
      size,
      (feature) => statistics.totalVariance(feature),
      freedom,
      this.shrinkage,
      idle,
    );
    for (const warning of repeatedWarning(idle.repeated, size, this.featureLabels)) this.warn(warning);
    if (reduced > 0)
      this.warn(
        `${set.rows} windows do not determine the covariance of ${size} features; its off-diagonal was reduced ` +
          `by ${reduced}. Record more, use fewer features, or set a shrinkage.`,
      );
    this.means = statistics.means;
    this.factor = inverseFactor(cholesky, size, idle);
    this.centred = new Float64Array(size);
  }

  protected evaluate(x: ArrayLike<number>, out: Float64Array): void {
    const { means, factor, centred, features: size } = this;
    for (let k = 0; k < out.length; k++) {
      for (let i = 0; i < size; i++) centred[i] = x[i] - means[k * size + i];
      out[k] = -0.5 * triangularNorm2(factor, 0, size, centred);
    }
    softmax(out);
  }

  override compiled(): CompiledModel {
    const { means, factor: factors, classes } = this;
    return { shape: 'quadratic', means, factors, offsets: new Float64Array(classes.length) };
  }

  toJSON(): unknown {
    const { kind, shrinkage, classes, features, means, factor } = this;
    return { kind, shrinkage, classes, features, means: Array.from(means), factor: Array.from(factor) };
  }

  /** @throws ModelError when the JSON is not that of a saved model of this kind */
  static fromJSON(json: unknown): Mahalanobis {
    const reader = new ModelReader(json, 'mahalanobis');
    const model = new Mahalanobis({ shrinkage: reader.number('shrinkage', 0, 1) });
    model.classes = reader.classes();
    const size = (model.features = reader.count('features'));
    model.means = reader.numbers('means', model.classes.length * size);
    model.factor = reader.numbers('factor', size * size);
    model.centred = new Float64Array(size);
    return model;
  }
}
