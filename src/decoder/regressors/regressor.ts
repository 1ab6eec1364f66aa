import { ModelError } from '../../ground/signal/errors.js';
import { checkedRow, matrixOf, type Rows } from '../classifiers/training-set.js';
import type { RegressorKind } from '../model-fields.js';

/** Estimates several outputs at once, such as the velocity of every joint. */
export interface Regressor {
  readonly kind: string;
  /** Length of a feature vector; 0 before `fit`. */
  readonly features: number;
  /** Number of outputs; 0 before `fit`. */
  readonly outputs: number;
  /**
   * Learn from feature vectors and, row by row, the outputs wanted.
   * @throws ModelError on values that are not finite or on rows of unequal length or number
   */
  fit(x: Rows, y: Rows): this;
  /**
   * Outputs for one feature vector. Allocates nothing when `out` is given.
   * @throws ModelError before `fit`, on a wrong number of features, or on values that are not finite
   */
  predict(x: ArrayLike<number>, out?: Float64Array): Float64Array;
  toJSON(): unknown;
}

/** Row-major inputs and outputs of equally many rows. */
export interface RegressionSet {
  readonly rows: number;
  readonly columns: number;
  readonly outputs: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Shared frame of our regressors: validation around `learn` and `evaluate`. */
export abstract class FlatRegressor implements Regressor {
  abstract readonly kind: RegressorKind;
  features = 0;
  outputs = 0;

  fit(x: Rows, y: Rows): this {
    const inputs = matrixOf(this.kind, x);
    const wanted = matrixOf(this.kind, y);
    if (inputs.rows !== wanted.rows)
      throw new ModelError(
        `${this.kind}: got ${wanted.rows} targets for ${inputs.rows} rows, expected one per row`,
        {
          hint: 'Give one row of targets for each feature vector.',
        },
      );
    this.features = inputs.columns;
    this.outputs = wanted.columns;
    this.learn({
      rows: inputs.rows,
      columns: inputs.columns,
      outputs: wanted.columns,
      x: inputs.data,
      y: wanted.data,
    });
    return this;
  }

  predict(x: ArrayLike<number>, out: Float64Array = new Float64Array(this.outputs)): Float64Array {
    checkedRow(this.kind, x, this.features);
    this.evaluate(x, out);
    return out;
  }

  protected abstract learn(set: RegressionSet): void;
  protected abstract evaluate(x: ArrayLike<number>, out: Float64Array): void;
  abstract toJSON(): unknown;
}
