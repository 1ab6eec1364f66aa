import type { RandomStream } from '../../ground/signal/random.js';
import type { FeatureBins } from './feature-bins.js';
import type { TrainingSet } from './training-set.js';
import { square } from '../../ground/math/real.js';

/** Trees laid end to end. A node with feature −1 is a leaf. */
export interface ForestArrays {
  /** First node of each tree. */
  readonly roots: number[];
  readonly feature: number[];
  /** A value not above it goes left. */
  readonly threshold: number[];
  /** Left child (the right one follows it), or of a leaf, where its class shares start in `leaves`. */
  readonly child: number[];
  readonly leaves: number[];
}

interface Split {
  readonly feature: number;
  /** Last bin that goes left. */
  readonly bin: number;
}

/** Grow one tree on a bootstrap sample and append it to the forest. */
export function growTree(
  forest: ForestArrays,
  set: TrainingSet,
  bins: FeatureBins,
  depth: number,
  random: RandomStream,
): void {
  const sample = Int32Array.from({ length: set.rows }, () => random.integer(set.rows));
  const search = new SplitSearch(set, bins, random);
  const pending = [{ node: addNode(forest), rows: sample, depth }];
  forest.roots.push(pending[0].node);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, rows, depth } = next;
    const split = depth > 0 && rows.length >= 2 ? search.best(rows) : undefined;
    if (!split) {
      forest.child[node] = forest.leaves.length;
      forest.leaves.push(...classShares(set, rows));
      continue;
    }
    const goesLeft = (r: number): boolean => bins.bin[r * set.columns + split.feature] <= split.bin;
    const left = addNode(forest);
    const right = addNode(forest);
    forest.feature[node] = split.feature;
    forest.threshold[node] = bins.edges[split.feature][split.bin];
    forest.child[node] = left;
    pending.push(
      { node: left, rows: rows.filter(goesLeft), depth: depth - 1 },
      { node: right, rows: rows.filter((r) => !goesLeft(r)), depth: depth - 1 },
    );
  }
}

function addNode({ feature, threshold, child }: ForestArrays): number {
  feature.push(-1);
  threshold.push(0);
  child.push(0);
  return feature.length - 1;
}

function classShares(set: TrainingSet, rows: Int32Array): number[] {
  const shares = new Array<number>(set.classes.length).fill(0);
  // Counted and then divided: adding shares may end above 1.
  for (const r of rows) shares[set.y[r]]++;
  return shares.map((count) => count / rows.length);
}

/** Finds the question that parts the classes best, among √D random features. */
class SplitSearch {
  private readonly order: Int32Array;
  private readonly tries: number;
  private readonly histogram: Float64Array;
  private readonly left: Float64Array;
  private readonly total: Float64Array;

  constructor(
    private readonly set: TrainingSet,
    private readonly bins: FeatureBins,
    private readonly random: RandomStream,
  ) {
    const classes = set.classes.length;
    this.order = Int32Array.from({ length: set.columns }, (_, i) => i);
    this.tries = Math.max(1, Math.round(Math.sqrt(set.columns)));
    this.histogram = new Float64Array(256 * classes);
    this.left = new Float64Array(classes);
    this.total = new Float64Array(classes);
  }

  best(rows: Int32Array): Split | undefined {
    const { set, total, order, random } = this;
    total.fill(0);
    for (const r of rows) total[set.y[r]]++;
    let parent = 0;
    for (const n of total) parent += (n * n) / rows.length;
    if (parent === rows.length) return undefined;
    let best: Split | undefined;
    let bestScore = parent + 1e-9;
    // Features without a usable cut do not count as tries, as in scikit-learn.
    for (let i = 0, tried = 0; i < order.length && tried < this.tries; i++) {
      const pick = i + random.integer(order.length - i);
      const feature = order[pick];
      order[pick] = order[i];
      order[i] = feature;
      const [bin, score] = this.bestCut(rows, feature);
      if (bin >= 0) tried++;
      if (score > bestScore) {
        bestScore = score;
        best = { feature, bin };
      }
    }
    return best;
  }

  /** Cut of one feature with the largest Σ n_left,k²/n_left + Σ n_right,k²/n_right (least Gini impurity). */
  private bestCut(rows: Int32Array, feature: number): [bin: number, score: number] {
    const { set, bins, histogram, left, total } = this;
    const classes = total.length;
    const cuts = bins.edges[feature].length;
    histogram.fill(0, 0, (cuts + 1) * classes);
    for (const r of rows) histogram[bins.bin[r * set.columns + feature] * classes + set.y[r]]++;
    left.fill(0);
    let best = -1;
    let bestScore = 0;
    let onLeft = 0;
    for (let b = 0; b < cuts; b++) {
      for (let k = 0; k < classes; k++) {
        const n = histogram[b * classes + k];
        left[k] += n;
        onLeft += n;
      }
      const onRight = rows.length - onLeft;
      if (onLeft === 0 || onRight === 0) continue;
      let score = 0;
      for (let k = 0; k < classes; k++)
        score += square(left[k]) / onLeft + square(total[k] - left[k]) / onRight;
      if (score > bestScore) {
        bestScore = score;
        best = b;
      }
    }
    return [best, bestScore];
  }
}
