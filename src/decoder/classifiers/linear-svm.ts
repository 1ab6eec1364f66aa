import { RandomStream } from '../../ground/signal/random.js';
import { Standardizer } from '../training/standardizer.js';
import { FlatClassifier } from './classifier.js';
import type { CompiledModel } from './compiled-model.js';
import { ModelReader } from './model-reader.js';
import { plattScaling } from './platt-scaling.js';
import type { TrainingSet } from './training-set.js';
import { exp, square } from '../../ground/math/real.js';

/** Options of {@link LinearSvm}. */
export interface LinearSvmOptions {
  /** Price of a window on the wrong side of the margin; default 1. */
  readonly cost?: number;
  readonly seed?: number;
}

/**
 * Linear support vector machine, one class against the rest, with squared hinge loss; trained by dual
 * coordinate descent (Hsieh et al. 2008, as LIBLINEAR) on standardised features. Margins become probabilities
 * by Platt's sigmoid per class, normalised to sum to 1.
 */
export class LinearSvm extends FlatClassifier {
  readonly kind = 'linear-svm';
  readonly cost: number;
  readonly seed: number;
  /** K × D on raw features: the standardisation is folded in. */
  private weights: Float64Array = new Float64Array(0);
  private bias: Float64Array = new Float64Array(0);
  /** Slope and offset of the sigmoid of each class. */
  private sigmoids: Float64Array = new Float64Array(0);

  constructor({ cost = 1, seed = 1 }: LinearSvmOptions = {}) {
    super();
    this.cost = cost;
    this.seed = seed;
  }

  protected learn({ rows, columns: size, x, y, classes }: TrainingSet): void {
    const standardizer = Standardizer.of(x, rows, size);
    const z = standardizer.applied(x);
    const random = new RandomStream(this.seed, 'decoding/linear-svm');
    this.weights = new Float64Array(classes.length * size);
    this.bias = new Float64Array(classes.length);
    this.sigmoids = new Float64Array(2 * classes.length);
    const margins = new Float64Array(rows);
    for (let k = 0; k < classes.length; k++) {
      const sign = Float64Array.from(y, (label) => (label === k ? 1 : -1));
      const w = dualCoordinateDescent(z, sign, size, this.cost, random);
      for (let r = 0; r < rows; r++) margins[r] = w[size] + dot(z, r * size, w, size);
      this.sigmoids.set(plattScaling(margins, sign), 2 * k);
      this.bias[k] = w[size];
      for (let i = 0; i < size; i++) {
        this.weights[k * size + i] = w[i] * standardizer.scale[i];
        this.bias[k] -= this.weights[k * size + i] * standardizer.mean[i];
      }
    }
  }

  protected evaluate(x: ArrayLike<number>, out: Float64Array): void {
    const { weights, bias, sigmoids, features: size } = this;
    let sum = 0;
    for (let k = 0, at = 0; k < bias.length; k++) {
      let margin = bias[k];
      for (let i = 0; i < size; i++, at++) margin += weights[at] * x[i];
      // The floor keeps the sum positive where every class is far away.
      sum += out[k] = 1e-12 + 1 / (1 + exp(sigmoids[2 * k] * margin + sigmoids[2 * k + 1]));
    }
    for (let k = 0; k < out.length; k++) out[k] /= sum;
  }

  override compiled(): CompiledModel {
    const { weights, bias, sigmoids } = this;
    return { shape: 'linear', weights, bias, sigmoids };
  }

  toJSON(): unknown {
    const { kind, cost, seed, classes, features, weights, bias, sigmoids } = this;
    return {
      kind,
      cost,
      seed,
      classes,
      features,
      weights: Array.from(weights),
      bias: Array.from(bias),
      sigmoids: Array.from(sigmoids),
    };
  }

  /** @throws ModelError when the JSON is not that of a saved model of this kind */
  static fromJSON(json: unknown): LinearSvm {
    const reader = new ModelReader(json, 'linear-svm');
    const model = new LinearSvm({ cost: reader.number('cost', 0), seed: reader.number('seed') });
    model.classes = reader.classes();
    model.features = reader.count('features');
    model.weights = reader.numbers('weights', model.classes.length * model.features);
    model.bias = reader.numbers('bias', model.classes.length);
    model.sigmoids = reader.numbers('sigmoids', 2 * model.classes.length);
    return model;
  }
}

/** Weights and, last, bias of one class against the rest (Hsieh et al. 2008, algorithm 1, L2 loss). */
function dualCoordinateDescent(
  x: Float64Array,
  sign: Float64Array,
  size: number,
  cost: number,
  random: RandomStream,
): Float64Array {
  const rows = sign.length;
  const w = new Float64Array(size + 1);
  const alpha = new Float64Array(rows);
  const diagonal = 0.5 / cost;
  const curvature = new Float64Array(rows);
  const order = new Int32Array(rows);
  for (let r = 0; r < rows; r++) {
    order[r] = r;
    curvature[r] = 1 + diagonal;
    for (let i = 0; i < size; i++) curvature[r] += square(x[r * size + i]);
  }
  for (let sweep = 0; sweep < 200; sweep++) {
    let low = Infinity;
    let high = -Infinity;
    for (let n = rows - 1; n >= 0; n--) {
      const pick = random.integer(n + 1);
      const r = order[pick];
      order[pick] = order[n];
      order[n] = r;
      const gradient = sign[r] * (w[size] + dot(x, r * size, w, size)) - 1 + diagonal * alpha[r];
      const projected = alpha[r] === 0 ? Math.min(gradient, 0) : gradient;
      low = Math.min(low, projected);
      high = Math.max(high, projected);
      if (Math.abs(projected) < 1e-12) continue;
      const before = alpha[r];
      alpha[r] = Math.max(0, before - gradient / curvature[r]);
      const step = (alpha[r] - before) * sign[r];
      for (let i = 0; i < size; i++) w[i] += step * x[r * size + i];
      w[size] += step;
    }
    // LIBLINEAR's tolerance.
    if (high - low < 0.1) break;
  }
  return w;
}

function dot(x: Float64Array, offset: number, w: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += x[offset + i] * w[i];
  return sum;
}
