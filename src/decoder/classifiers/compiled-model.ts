/**
 * What a trained classifier computes, as plain numbers: enough to compute the same elsewhere. Tables of classes × features
 * are row-major, x is the vector that the classifier is given.
 */
export type CompiledModel = LinearModel | DiagonalModel | QuadraticModel | NetworkModel;

/** Score of class k is w_k·x + b_k. */
export interface LinearModel {
  readonly shape: 'linear';
  /** K × D. */
  readonly weights: Float64Array;
  /** K. */
  readonly bias: Float64Array;
  /**
   * Slope A and offset B of each class, 2 K: its share is 1e-12 + 1 / (1 + exp(A · score + B)), and the posterior those
   * shares over their sum. Where there are none, the posterior is the softmax of the scores, as in all other shapes.
   */
  readonly sigmoids?: Float64Array;
}

/** Score of class k is offset_k − Σ (x − mean_k)² · precision_k. */
export interface DiagonalModel {
  readonly shape: 'diagonal';
  /** K × D. */
  readonly means: Float64Array;
  /** K × D, or D where all classes share them. */
  readonly precisions: Float64Array;
  /** K. */
  readonly offsets: Float64Array;
}

/** Score of class k is offset_k − ½ |F_k (x − mean_k)|². */
export interface QuadraticModel {
  readonly shape: 'quadratic';
  /** K × D. */
  readonly means: Float64Array;
  /** Lower triangular matrices with zeros above, K × D × D, or D × D where all classes share one. */
  readonly factors: Float64Array;
  /** K. */
  readonly offsets: Float64Array;
}

/** Scores are W₂ tanh(W₁ x + b₁) + b₂. */
export interface NetworkModel {
  readonly shape: 'network';
  readonly hiddenUnits: number;
  /** H × (D + 1), bias last. */
  readonly first: Float64Array;
  /** K × (H + 1), bias last. */
  readonly second: Float64Array;
}
