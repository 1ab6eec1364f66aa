import { FlatClassifier, softmax } from './classifier.js';
import type { CompiledModel } from './compiled-model.js';
import { ClassStatistics } from './class-statistics.js';
import { ModelReader } from './model-reader.js';
import type { TrainingSet } from './training-set.js';
import { square } from '../../ground/math/real.js';

/**
 * Nearest centroid: the class whose mean is nearest in Euclidean distance. The posterior is that of spheres
 * of unit variance around the means, so features should be standardised (the decoder does so).
 */
export class NearestCentroid extends FlatClassifier {
  readonly kind = 'nearest-centroid';
  private means: Float64Array = new Float64Array(0);

  protected learn(set: TrainingSet): void {
    this.means = ClassStatistics.of(set).means;
  }

  protected evaluate(x: ArrayLike<number>, out: Float64Array): void {
    const { means, features: size } = this;
    for (let k = 0, at = 0; k < out.length; k++) {
      let distance = 0;
      for (let i = 0; i < size; i++, at++) distance += square(x[i] - means[at]);
      out[k] = -0.5 * distance;
    }
    softmax(out);
  }

  override compiled(): CompiledModel {
    const { means, classes, features } = this;
    const precisions = new Float64Array(features).fill(0.5);
    return { shape: 'diagonal', means, precisions, offsets: new Float64Array(classes.length) };
  }

  toJSON(): unknown {
    const { kind, classes, features, means } = this;
    return { kind, classes, features, means: Array.from(means) };
  }

  /** @throws ModelError when the JSON is not that of a saved model of this kind */
  static fromJSON(json: unknown): NearestCentroid {
    const reader = new ModelReader(json, 'nearest-centroid');
    const model = new NearestCentroid();
    model.classes = reader.classes();
    model.features = reader.count('features');
    model.means = reader.numbers('means', model.classes.length * model.features);
    return model;
  }
}
