import { ModelError } from '../../ground/signal/errors.js';
import type { ClassifierKind } from '../model-fields.js';
import type { CompiledModel } from './compiled-model.js';
import { constantColumns, constantWarning, type FeatureLabels } from './constant-features.js';
import { checkedRow, trainingSet, type Labels, type Rows, type TrainingSet } from './training-set.js';
import { exp } from '../../ground/math/real.js';

/**
 * What tells movements apart. A classifier of one's own needs this interface and no more.
 *
 * @example
 * class NearestMean implements Classifier {
 *   classes: string[] = [];
 *   private means: number[][] = [];
 *   fit(rows: readonly ArrayLike<number>[], labels: readonly string[]): this { … return this; }
 *   posterior(x: ArrayLike<number>): Float64Array { … }
 * }
 * calibrate(scenario, { extensions: { classifier: () => new NearestMean() } });
 */
export interface Classifier {
  /** Class names in the order of the posterior; ours sort them. Empty before `fit`. */
  readonly classes: readonly string[];
  /** What the last fit had to do to succeed, as sentences for people. */
  readonly warnings?: readonly string[];
  /** Learn from feature vectors and the label of each. */
  fit(rows: readonly ArrayLike<number>[], labels: readonly string[]): this;
  /**
   * Probability of each class for one feature vector, summing to 1.
   * @param out may be filled and returned, so that nothing is allocated
   */
  posterior(x: ArrayLike<number>, out?: Float64Array): ArrayLike<number>;
  /** Add labelled vectors to what was learned, where that can be done without the old ones. */
  update?(rows: readonly ArrayLike<number>[], labels: readonly string[]): this;
  /** Plain JSON of what was learned; without it the decoder cannot be saved. */
  toJSON?(): unknown;
}

/** Shared frame of our classifiers: validation around `learn` and `evaluate`, flat arrays inside. */
export abstract class FlatClassifier implements Classifier {
  abstract readonly kind: ClassifierKind;
  classes: readonly string[] = [];
  warnings: readonly string[] = [];
  /** Length of a feature vector; 0 before `fit`. */
  features = 0;
  /** What features are called in warnings; by number, counted from 1, where it is not said. */
  featureLabels?: FeatureLabels | undefined;

  /**
   * Learn from feature vectors (a list of rows, or flat numbers with their dimensions) and their labels.
   * @throws ModelError on one class only, on values that are not finite or never change, or on rows of unequal length
   */
  fit(x: Rows, labels: Labels): this {
    const set = trainingSet(this.kind, x, labels);
    if (set.classes.length < 2)
      throw new ModelError(`${this.kind}: got one class only (${set.classes[0]}), expected at least two`, {
        hint: 'Record at least two movements, rest being one of them.',
      });
    this.classes = set.classes;
    this.features = set.columns;
    const constant = constantColumns(set.x, set.rows, set.columns);
    if (constant.length === set.columns)
      throw new ModelError(`${this.kind}: got ${set.columns} features of which none ever changes`, {
        hint: 'Check that the electrodes are connected and that the channels hold EMG.',
      });
    this.warnings = constantWarning(constant, set.columns, this.featureLabels);
    this.learn(set);
    return this;
  }

  /**
   * Numbers within [0, 1]. A vector so far out that its scores overflow says nothing of any class: all are alike then,
   * and a rejection by confidence holds rest.
   * @throws ModelError before `fit`, on a wrong number of features, or on values that are not finite
   */
  posterior(x: ArrayLike<number>, out: Float64Array = new Float64Array(this.classes.length)): Float64Array {
    checkedRow(this.kind, x, this.features);
    this.evaluate(x, out);
    for (let k = 0; k < out.length; k++) if (!(out[k] >= 0 && out[k] <= 1)) return out.fill(1 / out.length);
    return out;
  }

  protected warn(warning: string): void {
    this.warnings = [...this.warnings, warning];
  }

  /** What it computes, for export; undefined for a kind whose size grows with what it learned from. */
  compiled(): CompiledModel | undefined {
    return undefined;
  }

  protected abstract learn(set: TrainingSet): void;
  protected abstract evaluate(x: ArrayLike<number>, out: Float64Array): void;
  abstract toJSON(): unknown;
}

/** Turn log scores into probabilities in place; the largest is taken off first, so that none overflows. */
export function softmax(scores: Float64Array): void {
  let max = -Infinity;
  for (let k = 0; k < scores.length; k++) if (scores[k] > max) max = scores[k];
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += scores[k] = exp(scores[k] - max);
  for (let k = 0; k < scores.length; k++) scores[k] /= sum;
}

/** Index of the largest value; the first of equals. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if (values[k] > values[best]) best = k;
  return best;
}
