import { Matrix } from 'ml-matrix';
import { ModelError } from '../../ground/signal/errors.js';
import { ClassStatistics } from './class-statistics.js';
import { FlatClassifier, softmax } from './classifier.js';
import type { CompiledModel } from './compiled-model.js';
import { constantWarning, repeatedWarning } from './constant-features.js';
import { idleFeatures, steadyCovariance } from './covariance.js';
import { ModelReader } from './model-reader.js';
import { logPrior, readPriors, type Priors } from './priors.js';
import { trainingSet, type Labels, type Rows, type TrainingSet } from './training-set.js';

/** Options of {@link Lda}. */
export interface LdaOptions {
  /** 0 … 1; default 0. */
  readonly shrinkage?: number;
  /** How likely classes are beforehand: as frequent as in the data (default), or all alike. */
  readonly priors?: Priors;
}

/**
 * Linear discriminant analysis: Gaussian classes of one shared covariance, priors from class frequencies or all alike.
 *
 * Without shrinkage the covariance is the pooled scatter over n − K (scikit-learn's solver `svd`); with it,
 * the class covariances over n_k, each drawn towards a sphere, averaged by prior (solver `lsqr`), which for
 * one shared shrinkage is the pooled scatter over n drawn towards its own sphere. Uniform priors leave the covariance
 * that of the data.
 *
 * Source: Fisher 1936; Englehart & Hudgins 2003 for EMG; held to scikit-learn 1.2.
 *
 * @example new Lda().fit([[0, 1], [0.2, 1], [2, 0], [2.1, 0.3]], ['rest', 'rest', 'hand-close', 'hand-close']).posterior([2, 0])
 */
export class Lda extends FlatClassifier {
  readonly kind = 'lda';
  readonly shrinkage: number;
  readonly priors: Priors;
  private statistics = new ClassStatistics([], 0);
  /** K × D, then one bias per class: score = w·x + b. */
  private weights: Float64Array = new Float64Array(0);
  private bias: Float64Array = new Float64Array(0);

  /** @throws ModelError when the shrinkage is outside [0, 1] */
  constructor({ shrinkage = 0, priors = 'data' }: LdaOptions = {}) {
    super();
    if (!(shrinkage >= 0 && shrinkage <= 1))
      throw new ModelError(`lda: got shrinkage ${shrinkage}, expected a number within [0, 1]`, {
        hint: 'Write 0 for none, or about 0.1 to 0.3 where windows are few.',
      });
    this.shrinkage = shrinkage;
    this.priors = priors;
  }

  protected learn(set: TrainingSet): void {
    this.statistics = ClassStatistics.of(set);
    this.solve();
  }

  /** Learn more windows, of known or new classes, as if they had been there from the start. */
  update(x: Rows, labels: Labels): this {
    if (this.features === 0) return this.fit(x, labels);
    return this.adopt(this.statistics.merged(this.further(x, labels)));
  }

  /** What was learned. */
  get learned(): ClassStatistics {
    return this.statistics;
  }

  /**
   * Further windows, as {@link learned} has the first.
   * @throws ModelError on rows of another length
   */
  further(x: Rows, labels: Labels): ClassStatistics {
    const set = trainingSet(this.kind, x, labels);
    if (set.columns !== this.features)
      throw new ModelError(`lda: got ${set.columns} features, expected ${this.features}`, {
        hint: 'Add windows with the channels and features of the first training.',
      });
    return ClassStatistics.of(set);
  }

  /** Decide by other statistics of the same features from now on. */
  adopt(statistics: ClassStatistics): this {
    this.statistics = statistics;
    this.classes = statistics.classes;
    const { constant } = idleFeatures(statistics, this.shrinkage);
    this.warnings = constantWarning(constant, this.features, this.featureLabels);
    this.solve();
    return this;
  }

  private solve(): void {
    const { statistics, features: size } = this;
    const { classes, counts, means, total } = statistics;
    const freedom = total - classes.length;
    const idle = idleFeatures(statistics, this.shrinkage);
    const divisor = this.shrinkage > 0 ? total : Math.max(1, freedom);
    const { cholesky, reduced } = steadyCovariance(
      statistics.scatter.map((value) => value / divisor),
      size,
      (feature) => statistics.totalVariance(feature),
      freedom,
      this.shrinkage,
      idle,
    );
    for (const warning of repeatedWarning(idle.repeated, size, this.featureLabels)) this.warn(warning);
    if (reduced > 0)
      this.warn(
        `${total} windows do not determine the covariance of ${size} features; its off-diagonal was reduced by ` +
          `${reduced}. Record more, use fewer features, or set a shrinkage.`,
      );
    // Centring on the grand mean keeps the scores small where features lie far from zero.
    const centre = statistics.grandMean();
    const right = new Matrix(size, classes.length);
    for (let k = 0; k < classes.length; k++) {
      for (let i = 0; i < size; i++) right.set(i, k, means[k * size + i] - centre[i]);
      for (const i of [...idle.constant, ...idle.repeated]) right.set(i, k, 0);
    }
    const solved = cholesky.solve(right);
    this.weights = new Float64Array(classes.length * size);
    this.bias = new Float64Array(classes.length);
    for (let k = 0; k < classes.length; k++) {
      let bias = logPrior(this.priors, counts, k);
      for (let i = 0; i < size; i++) {
        const weight = solved.get(i, k);
        this.weights[k * size + i] = weight;
        bias -= weight * (centre[i] + 0.5 * right.get(i, k));
      }
      this.bias[k] = bias;
    }
  }

  protected evaluate(x: ArrayLike<number>, out: Float64Array): void {
    const { weights, bias, features: size } = this;
    for (let k = 0, w = 0; k < bias.length; k++) {
      let score = bias[k];
      for (let i = 0; i < size; i++, w++) score += weights[w] * x[i];
      out[k] = score;
    }
    softmax(out);
  }

  override compiled(): CompiledModel {
    const { weights, bias } = this;
    return { shape: 'linear', weights, bias };
  }

  toJSON(): unknown {
    const { kind, shrinkage, priors, classes, statistics } = this;
    return { kind, shrinkage, priors, classes, statistics: statistics.toJSON() };
  }

  /** @throws ModelError when the JSON is not that of a saved LDA */
  static fromJSON(json: unknown): Lda {
    const reader = new ModelReader(json, 'lda');
    const lda = new Lda({ shrinkage: reader.number('shrinkage', 0, 1), priors: readPriors(reader) });
    lda.classes = reader.classes();
    lda.statistics = ClassStatistics.fromJSON(reader.child('statistics'), lda.classes);
    lda.features = lda.statistics.size;
    lda.solve();
    return lda;
  }
}
