import { RandomStream } from '../../ground/signal/random.js';

/** How a forest is grown. */
export interface ForestOptions {
  readonly trees?: number;
  /** Splits from the root to the farthest leaf, at most. */
  readonly depth?: number;
  /** Rows that a leaf has at least. */
  readonly leafRows?: number;
  readonly seed?: number;
}

/** Splits of a tree in flat arrays; a node whose feature is −1 is a leaf. */
interface Tree {
  readonly feature: number[];
  readonly threshold: number[];
  readonly left: number[];
  readonly right: number[];
  /** Share of the positive class among the rows of a leaf. */
  readonly share: number[];
}

/**
 * A random forest that tells two kinds apart (Breiman, Mach Learn 2001;45:5): trees on bootstrap samples, each split
 * the best by Gini among √p features drawn anew. The same rows and seed give the same forest.
 */
export class Forest {
  /** Mean fall of impurity by feature, summing to 1; all 0 where no split helped. */
  readonly importance: Float64Array;
  private readonly trees: Tree[];

  /**
   * @param x feature vectors of equal length, finite
   * @param positive which kind each row is
   */
  constructor(
    x: readonly Float64Array[],
    positive: readonly boolean[],
    { trees = 60, depth = 10, leafRows = 5, seed = 1 }: ForestOptions = {},
  ) {
    const features = x[0]?.length ?? 0;
    this.importance = new Float64Array(features);
    this.trees = Array.from({ length: trees }, (_, t) => {
      const random = new RandomStream(seed, `study/likeness/forest/${t}`);
      const rows = Int32Array.from(x, () => random.integer(x.length));
      return new Grower(x, positive, { depth, leafRows }, random, this.importance).grow(rows);
    });
    const total = this.importance.reduce((sum, value) => sum + value, 0);
    if (total > 0) for (let f = 0; f < features; f++) this.importance[f] /= total;
  }

  /** How sure the forest is that a row is of the positive kind, 0 to 1. */
  score(x: ArrayLike<number>): number {
    let sum = 0;
    for (const { feature, threshold, left, right, share } of this.trees) {
      let node = 0;
      while (feature[node] >= 0) node = x[feature[node]] <= threshold[node] ? left[node] : right[node];
      sum += share[node];
    }
    return sum / this.trees.length;
  }
}

/** Grows one tree. */
class Grower {
  private readonly tree: Tree = { feature: [], threshold: [], left: [], right: [], share: [] };
  private readonly tried: number;

  constructor(
    private readonly x: readonly Float64Array[],
    private readonly positive: readonly boolean[],
    private readonly limits: { readonly depth: number; readonly leafRows: number },
    private readonly random: RandomStream,
    private readonly importance: Float64Array,
  ) {
    this.tried = Math.max(1, Math.round(Math.sqrt(importance.length)));
  }

  grow(rows: Int32Array): Tree {
    this.node(rows, 0);
    return this.tree;
  }

  private node(rows: Int32Array, depth: number): number {
    const { tree, positive, limits } = this;
    const at = tree.feature.length;
    const ones = rows.reduce((sum, row) => sum + (positive[row] ? 1 : 0), 0);
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.left.push(-1);
    tree.right.push(-1);
    tree.share.push(rows.length > 0 ? ones / rows.length : 0.5);
    if (depth >= limits.depth || ones === 0 || ones === rows.length || rows.length < 2 * limits.leafRows)
      return at;
    const split = this.bestSplit(rows, ones);
    if (!split) return at;
    this.importance[split.feature] += split.gain;
    tree.feature[at] = split.feature;
    tree.threshold[at] = split.threshold;
    const goesLeft = (row: number): boolean => this.x[row][split.feature] <= split.threshold;
    tree.left[at] = this.node(rows.filter(goesLeft), depth + 1);
    tree.right[at] = this.node(
      rows.filter((row) => !goesLeft(row)),
      depth + 1,
    );
    return at;
  }

  /** The split that leaves least impurity, among features drawn without returning any. */
  private bestSplit(rows: Int32Array, ones: number) {
    const { x, positive, random, tried, limits, importance } = this;
    const candidates = Array.from(importance, (_, f) => f);
    let best: { feature: number; threshold: number; gain: number } | undefined;
    const n = rows.length;
    const whole = impurity(ones, n);
    for (let k = 0; k < tried; k++) {
      const pick = k + random.integer(candidates.length - k);
      const feature = candidates[pick];
      candidates[pick] = candidates[k];
      const sorted = rows.slice().sort((a, b) => x[a][feature] - x[b][feature]);
      let onesLeft = 0;
      for (let i = 1; i < n; i++) {
        if (positive[sorted[i - 1]]) onesLeft++;
        const below = x[sorted[i - 1]][feature];
        const above = x[sorted[i]][feature];
        if (below === above || i < limits.leafRows || n - i < limits.leafRows) continue;
        const gain = whole - impurity(onesLeft, i) - impurity(ones - onesLeft, n - i);
        if (gain > (best?.gain ?? 1e-9)) best = { feature, threshold: 0.5 * (below + above), gain };
      }
    }
    return best;
  }
}

/** Gini impurity times the number of rows. */
function impurity(ones: number, rows: number): number {
  return (2 * ones * (rows - ones)) / rows;
}

/**
 * Area under the receiver operating characteristic: how likely a positive has a higher score than a negative, ties
 * counted half; 0.5 is chance, NaN where a kind is missing.
 */
export function areaUnderRoc(scores: readonly number[], positive: readonly boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => scores[a] - scores[b]);
  let rankSum = 0;
  for (let i = 0; i < order.length;) {
    let end = i;
    while (end < order.length && scores[order[end]] === scores[order[i]]) end++;
    // Ranks count from 1; equal scores share the mean of theirs.
    for (let k = i; k < end; k++) if (positive[order[k]]) rankSum += (i + end + 1) / 2;
    i = end;
  }
  const ones = positive.filter(Boolean).length;
  const others = positive.length - ones;
  return (rankSum - (ones * (ones + 1)) / 2) / (ones * others);
}
