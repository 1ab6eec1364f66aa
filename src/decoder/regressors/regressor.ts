import { ModelError } from '../../ground/signal/errors.js';
import { checkedRow, matrixOf, type Rows } from '../classifiers/training-set.js';
import type { RegressorKind } from '../model-fields.js';

/** Estimates several outputs at once, such as the velocity of every joint. Regressors of one's own need this and no more. */
export interface Regressor {
  /** Learn from feature vectors and, row by row, the outputs wanted. */
  fit(x: readonly ArrayLike<number>[], y: readonly ArrayLike<number>[]): this;
  /**
   * Outputs for one feature vector, as many as a row of targets had.
   * @param out may be filled and returned, so that nothing is allocated
   */
  predict(x: ArrayLike<number>, out?: Float64Array): ArrayLike<number>;
  /** Plain JSON of what was learned; without it the decoder cannot be saved. */
  toJSON?(): unknown;
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
  /** Length of a feature vector; 0 before `fit`. */
  features = 0;
  /** Number of outputs; 0 before `fit`. */
  outputs = 0;

  /** @throws ModelError on values that are not finite or on rows of unequal length or number */
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

  /**
   * Finite numbers: an output that overflows is 0, standstill.
   * @throws ModelError before `fit`, on a wrong number of features, or on values that are not finite
   */
  predict(x: ArrayLike<number>, out: Float64Array = new Float64Array(this.outputs)): Float64Array {
    checkedRow(this.kind, x, this.features);
    this.evaluate(x, out);
    for (let o = 0; o < out.length; o++) if (!(out[o] - out[o] === 0)) out[o] = 0;
    return out;
  }

  protected abstract learn(set: RegressionSet): void;
  protected abstract evaluate(x: ArrayLike<number>, out: Float64Array): void;
  abstract toJSON(): unknown;
}
