import { RandomStream } from '../../ground/signal/random.js';
import { FlatClassifier } from './classifier.js';
import { growTree, type ForestArrays } from './decision-tree.js';
import { binned } from './feature-bins.js';
import { ModelReader } from './model-reader.js';
import type { TrainingSet } from './training-set.js';

/** Options of {@link RandomForest}. */
export interface RandomForestOptions {
  /** Default 50. */
  readonly trees?: number;
  /** Most questions in a row; default 12. */
  readonly treeDepth?: number;
  readonly seed?: number;
}

/**
 * Random forest (Breiman 2001): trees on bootstrap samples, each question chosen by Gini impurity among √D
 * random features; the posterior is the mean of the leaves' class shares. Features are cut into 64 quantile
 * bins before training, which makes it linear in the windows.
 */
export class RandomForest extends FlatClassifier {
  readonly kind = 'random-forest';
  readonly trees: number;
  readonly treeDepth: number;
  readonly seed: number;
  private forest: ForestArrays = emptyForest();

  constructor({ trees = 50, treeDepth = 12, seed = 1 }: RandomForestOptions = {}) {
    super();
    this.trees = trees;
    this.treeDepth = treeDepth;
    this.seed = seed;
  }

  protected learn(set: TrainingSet): void {
    const random = new RandomStream(this.seed, 'decoding/random-forest');
    const bins = binned(set.x, set.rows, set.columns);
    this.forest = emptyForest();
    for (let t = 0; t < this.trees; t++) growTree(this.forest, set, bins, this.treeDepth, random);
  }

  protected evaluate(x: ArrayLike<number>, out: Float64Array): void {
    const { roots, feature, threshold, child, leaves } = this.forest;
    out.fill(0);
    let sum = 0;
    for (let t = 0; t < roots.length; t++) {
      let node = roots[t];
      // The right child of a node always follows its left one.
      while (feature[node] >= 0) node = child[node] + (x[feature[node]] <= threshold[node] ? 0 : 1);
      for (let k = 0, at = child[node]; k < out.length; k++, at++) {
        out[k] += leaves[at];
        sum += leaves[at];
      }
    }
    for (let k = 0; k < out.length; k++) out[k] = Math.min(1, out[k] / sum);
  }

  toJSON(): unknown {
    const { kind, trees, treeDepth, seed, classes, features, forest } = this;
    return { kind, trees, treeDepth, seed, classes, features, forest };
  }

  /** @throws ModelError when the JSON is not that of a saved model of this kind */
  static fromJSON(json: unknown): RandomForest {
    const reader = new ModelReader(json, 'random-forest');
    const model = new RandomForest({
      trees: reader.count('trees'),
      treeDepth: reader.count('treeDepth'),
      seed: reader.number('seed'),
    });
    model.classes = reader.classes();
    model.features = reader.count('features');
    const saved = reader.child('forest');
    const feature = saved.indices('feature', model.features, -1);
    const leaves = Array.from(saved.numbers('leaves', undefined, 0, 1 + 1e-9));
    const child = saved.indices('child', Math.max(feature.length, leaves.length));
    const roots = saved.indices('roots', feature.length);
    if (roots.length === 0) throw saved.wrong('roots', 'an empty list', 'one node per tree');
    if (child.length !== feature.length)
      throw saved.wrong('child', `a list of ${child.length}`, `a list of ${feature.length}`);
    const classes = model.classes.length;
    feature.forEach((question, node) => {
      const at = child[node];
      // Children lie behind their parent, or a window would be asked for ever.
      const fits = question >= 0 ? at > node && at + 1 < feature.length : at + classes <= leaves.length;
      if (!fits) throw saved.wrong(`child[${node}]`, at, 'a place further on in its tree');
      if (question < 0 && !leaves.slice(at, at + classes).some((share) => share > 0))
        throw saved.wrong(`leaves[${at}]`, 'shares of 0', 'shares that sum to 1');
    });
    model.forest = {
      roots: Array.from(roots),
      feature: Array.from(feature),
      threshold: Array.from(saved.numbers('threshold', feature.length)),
      child: Array.from(child),
      leaves,
    };
    return model;
  }
}

function emptyForest(): ForestArrays {
  return { roots: [], feature: [], threshold: [], child: [], leaves: [] };
}
