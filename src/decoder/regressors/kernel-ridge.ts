import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { ModelReader } from '../classifiers/model-reader.js';
import { Standardizer } from '../training/standardizer.js';
import { FlatRegressor, type RegressionSet } from './regressor.js';
import { exp, square } from '../../ground/math/real.js';

/** Options of {@link KernelRidge}. */
export interface KernelRidgeOptions {
  /** Penalty λ; default 1. */
  readonly ridge?: number;
  /** Width of the kernel in units of √D; default 1. */
  readonly kernelWidth?: number;
}

/** Training windows kept at most: solving costs their number cubed, inference their number. */
export const MOST_KERNEL_WINDOWS = 600;

/**
 * Kernel ridge regression with the Gaussian kernel exp(−|z − z′|² / (2 D width²)) on standardised features
 * (Hahne et al. 2014). More than 600 training windows are thinned evenly.
 */
export class KernelRidge extends FlatRegressor {
  readonly kind = 'kernel-ridge';
  readonly ridge: number;
  readonly kernelWidth: number;
  private standardizer = new Standardizer(new Float64Array(0), new Float64Array(0));
  private support: Float64Array = new Float64Array(0);
  /** N × O. */
  private dual: Float64Array = new Float64Array(0);
  private bias: Float64Array = new Float64Array(0);
  private z: Float64Array = new Float64Array(0);

  constructor({ ridge = 1, kernelWidth = 1 }: KernelRidgeOptions = {}) {
    super();
    this.ridge = ridge;
    this.kernelWidth = kernelWidth;
  }

  protected learn({ rows, columns: size, outputs, x, y }: RegressionSet): void {
    this.standardizer = Standardizer.of(x, rows, size);
    this.z = new Float64Array(size);
    const kept = Math.min(rows, MOST_KERNEL_WINDOWS);
    const all = this.standardizer.applied(x);
    this.support = new Float64Array(kept * size);
    this.bias = new Float64Array(outputs);
    const wanted = Matrix.zeros(kept, outputs);
    for (let n = 0; n < kept; n++) {
      const r = Math.floor((n * rows) / kept);
      this.support.set(all.subarray(r * size, (r + 1) * size), n * size);
      for (let o = 0; o < outputs; o++) {
        wanted.set(n, o, y[r * outputs + o]);
        this.bias[o] += y[r * outputs + o] / kept;
      }
    }
    const gram = Matrix.zeros(kept, kept);
    for (let n = 0; n < kept; n++) {
      for (let o = 0; o < outputs; o++) wanted.set(n, o, wanted.get(n, o) - this.bias[o]);
      for (let m = 0; m <= n; m++) {
        const value = this.kernel(this.support.subarray(n * size, (n + 1) * size), m);
        gram.set(n, m, value);
        gram.set(m, n, value);
      }
      gram.set(n, n, 1 + Math.max(this.ridge, 1e-6));
    }
    this.dual = Float64Array.from(new CholeskyDecomposition(gram).solve(wanted).to1DArray());
  }

  protected evaluate(x: ArrayLike<number>, out: Float64Array): void {
    const { z, dual, bias } = this;
    z.set(x);
    this.standardizer.apply(z);
    out.set(bias);
    for (let n = 0, at = 0; at < dual.length; n++) {
      const k = this.kernel(z, n);
      for (let o = 0; o < bias.length; o++, at++) out[o] += k * dual[at];
    }
  }

  private kernel(z: Float64Array, row: number): number {
    const { support, features: size, kernelWidth } = this;
    let distance = 0;
    for (let i = 0, at = row * size; i < size; i++, at++) distance += square(z[i] - support[at]);
    return exp(-distance / (2 * size * kernelWidth * kernelWidth));
  }

  toJSON(): unknown {
    const { kind, ridge, kernelWidth, features, outputs, standardizer, support, dual, bias } = this;
    return {
      kind,
      ridge,
      kernelWidth,
      features,
      outputs,
      standardizer: standardizer.toJSON(),
      support: Array.from(support),
      dual: Array.from(dual),
      bias: Array.from(bias),
    };
  }

  /** @throws ModelError when the JSON is not that of a saved model of this kind */
  static fromJSON(json: unknown): KernelRidge {
    const reader = new ModelReader(json, 'kernel-ridge');
    const model = new KernelRidge({
      ridge: reader.number('ridge', 0),
      kernelWidth: reader.number('kernelWidth', 1e-6),
    });
    model.features = reader.count('features');
    model.outputs = reader.count('outputs');
    model.standardizer = Standardizer.fromJSON(reader.child('standardizer'), model.features);
    model.dual = reader.numbers('dual');
    model.support = reader.numbers('support', (model.dual.length / model.outputs) * model.features);
    model.bias = reader.numbers('bias', model.outputs);
    model.z = new Float64Array(model.features);
    return model;
  }
}
