import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { ModelReader } from '../classifiers/model-reader.js';
import { Standardizer } from '../training/standardizer.js';
import { FlatRegressor, type RegressionSet } from './regressor.js';

/** Options of {@link Ridge}. */
export interface RidgeOptions {
  /** Penalty λ on squared weights of standardised features; 0 is ordinary least squares. Default 1. */
  readonly ridge?: number;
}

/**
 * Linear regression with a ridge penalty (Hoerl & Kennard 1970): minimises |y − b − Zw|² + λ|w|² on standardised
 * features Z. Every output has weights of its own, so joints move at the same time.
 */
export class Ridge extends FlatRegressor {
  readonly kind = 'ridge';
  readonly ridge: number;
  /** O × D on raw features. */
  private weights: Float64Array = new Float64Array(0);
  private bias: Float64Array = new Float64Array(0);

  constructor({ ridge = 1 }: RidgeOptions = {}) {
    super();
    this.ridge = ridge;
  }

  protected learn({ rows, columns: size, outputs, x, y }: RegressionSet): void {
    const standardizer = Standardizer.of(x, rows, size);
    const z = standardizer.applied(x);
    const means = new Float64Array(outputs);
    for (let r = 0; r < rows; r++) for (let o = 0; o < outputs; o++) means[o] += y[r * outputs + o] / rows;
    const gram = Matrix.zeros(size, size);
    const right = Matrix.zeros(size, outputs);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let r = 0; r < rows; r++) sum += z[r * size + i] * z[r * size + j];
        gram.set(i, j, sum);
        gram.set(j, i, sum);
      }
      for (let o = 0; o < outputs; o++) {
        let sum = 0;
        for (let r = 0; r < rows; r++) sum += z[r * size + i] * (y[r * outputs + o] - means[o]);
        right.set(i, o, sum);
      }
    }
    // A penalty next to nothing keeps least squares solvable where features repeat one another.
    const penalty = Math.max(this.ridge, 1e-9 * rows);
    for (let i = 0; i < size; i++) gram.set(i, i, gram.get(i, i) + penalty);
    const solved = new CholeskyDecomposition(gram).solve(right);
    this.weights = new Float64Array(outputs * size);
    this.bias = means;
    for (let o = 0; o < outputs; o++)
      for (let i = 0; i < size; i++) {
        this.weights[o * size + i] = solved.get(i, o) * standardizer.scale[i];
        this.bias[o] -= this.weights[o * size + i] * standardizer.mean[i];
      }
  }

  protected evaluate(x: ArrayLike<number>, out: Float64Array): void {
    const { weights, bias, features: size } = this;
    for (let o = 0, at = 0; o < bias.length; o++) {
      let sum = bias[o];
      for (let i = 0; i < size; i++, at++) sum += weights[at] * x[i];
      out[o] = sum;
    }
  }

  toJSON(): unknown {
    const { kind, ridge, features, outputs, weights, bias } = this;
    return { kind, ridge, features, outputs, weights: Array.from(weights), bias: Array.from(bias) };
  }

  /** @throws ModelError when the JSON is not that of a saved model of this kind */
  static fromJSON(json: unknown): Ridge {
    const reader = new ModelReader(json, 'ridge');
    const model = new Ridge({ ridge: reader.number('ridge', 0) });
    model.features = reader.count('features');
    model.outputs = reader.count('outputs');
    model.weights = reader.numbers('weights', model.features * model.outputs);
    model.bias = reader.numbers('bias', model.outputs);
    return model;
  }
}
