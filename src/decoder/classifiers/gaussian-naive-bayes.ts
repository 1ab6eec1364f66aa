import { FlatClassifier, softmax } from './classifier.js';
import type { CompiledModel } from './compiled-model.js';
import { constantColumns } from './constant-features.js';
import type { LdaOptions } from './lda.js';
import { ModelReader } from './model-reader.js';
import { logPrior, readPriors, type Priors } from './priors.js';
import type { TrainingSet } from './training-set.js';
import { log, square } from '../../ground/math/real.js';

/**
 * Gaussian naive Bayes: features independent within a class, priors from class frequencies or all alike. Variances
 * (over n_k) are raised by 1e-9 of the largest variance in the data, as scikit-learn does, so that none is zero. A feature
 * that never changes says the same of every class, and is left out.
 */
export class GaussianNaiveBayes extends FlatClassifier {
  readonly kind = 'gaussian-naive-bayes';
  readonly priors: Priors;
  private means: Float64Array = new Float64Array(0);
  /** 1 / (2 σ²), K × D. */
  private precisions: Float64Array = new Float64Array(0);
  /** Log prior less Σ log σ. */
  private offsets: Float64Array = new Float64Array(0);

  constructor({ priors = 'data' }: Pick<LdaOptions, 'priors'> = {}) {
    super();
    this.priors = priors;
  }

  protected learn({ rows, columns: size, x, y, classes, counts }: TrainingSet): void {
    const means = new Float64Array(classes.length * size);
    const variances = new Float64Array(classes.length * size);
    const mean = new Float64Array(size);
    const variance = new Float64Array(size);
    for (let r = 0; r < rows; r++)
      for (let i = 0; i < size; i++) {
        means[y[r] * size + i] += x[r * size + i] / counts[y[r]];
        mean[i] += x[r * size + i] / rows;
      }
    for (let r = 0; r < rows; r++)
      for (let i = 0; i < size; i++) {
        variances[y[r] * size + i] += square(x[r * size + i] - means[y[r] * size + i]) / counts[y[r]];
        variance[i] += square(x[r * size + i] - mean[i]) / rows;
      }
    const floor = 1e-9 * variance.reduce((a, b) => Math.max(a, b), 0) || 1e-9;
    this.means = means;
    this.precisions = variances.map((v) => 0.5 / (v + floor));
    this.offsets = Float64Array.from(counts, (_, k) => logPrior(this.priors, counts, k));
    const constant = new Set(constantColumns(x, rows, size));
    for (let k = 0; k < classes.length; k++)
      for (let i = 0; i < size; i++)
        if (constant.has(i)) this.precisions[k * size + i] = 0;
        else this.offsets[k] -= 0.5 * log(variances[k * size + i] + floor);
  }

  protected evaluate(x: ArrayLike<number>, out: Float64Array): void {
    const { means, precisions, offsets, features: size } = this;
    for (let k = 0, at = 0; k < offsets.length; k++) {
      let score = offsets[k];
      for (let i = 0; i < size; i++, at++) {
        const d = x[i] - means[at];
        score -= d * d * precisions[at];
      }
      out[k] = score;
    }
    softmax(out);
  }

  override compiled(): CompiledModel {
    const { means, precisions, offsets } = this;
    return { shape: 'diagonal', means, precisions, offsets };
  }

  toJSON(): unknown {
    const { kind, priors, classes, features, means, precisions, offsets } = this;
    return {
      kind,
      priors,
      classes,
      features,
      means: Array.from(means),
      precisions: Array.from(precisions),
      offsets: Array.from(offsets),
    };
  }

  /** @throws ModelError when the JSON is not that of a saved model of this kind */
  static fromJSON(json: unknown): GaussianNaiveBayes {
    const reader = new ModelReader(json, 'gaussian-naive-bayes');
    const model = new GaussianNaiveBayes({ priors: readPriors(reader) });
    model.classes = reader.classes();
    model.features = reader.count('features');
    const cells = model.classes.length * model.features;
    model.means = reader.numbers('means', cells);
    model.precisions = reader.numbers('precisions', cells, 0);
    model.offsets = reader.numbers('offsets', model.classes.length);
    return model;
  }
}
