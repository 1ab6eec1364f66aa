import { ModelError } from '../../ground/signal/errors.js';
import { FlatClassifier } from './classifier.js';
import { ModelReader } from './model-reader.js';
import type { TrainingSet } from './training-set.js';

/** Options of {@link Knn}. */
export interface KnnOptions {
  /** Training windows that vote; default 5. */
  readonly neighbours?: number;
}

/**
 * k nearest neighbours: the share of each class among the k training windows nearest in Euclidean distance.
 * Exhaustive search; of windows equally far the one recorded first counts.
 */
export class Knn extends FlatClassifier {
  readonly kind = 'knn';
  readonly neighbours: number;
  private x: Float64Array = new Float64Array(0);
  private y: Int32Array = new Int32Array(0);
  private nearest: Float64Array;
  private owner: Int32Array;

  /** @throws ModelError when `neighbours` is not a positive integer */
  constructor({ neighbours = 5 }: KnnOptions = {}) {
    super();
    if (!Number.isInteger(neighbours) || neighbours < 1)
      throw new ModelError(`knn: got ${neighbours} neighbours, expected a positive integer`, {
        hint: 'Write an odd number such as 5.',
      });
    this.neighbours = neighbours;
    this.nearest = new Float64Array(neighbours);
    this.owner = new Int32Array(neighbours);
  }

  protected learn({ rows, x, y }: TrainingSet): void {
    this.x = x.slice();
    this.y = y;
    if (rows < this.neighbours)
      this.warn(`only ${rows} windows vote, fewer than the ${this.neighbours} neighbours asked for`);
  }

  protected evaluate(p: ArrayLike<number>, out: Float64Array): void {
    const { x, y, nearest, owner, features: size } = this;
    const k = Math.min(this.neighbours, y.length);
    let found = 0;
    nearest.fill(Infinity);
    for (let r = 0, at = 0; r < y.length; r++, at = r * size) {
      const worst = nearest[k - 1];
      let distance = 0;
      for (let i = 0; i < size && distance < worst; i++) {
        const d = p[i] - x[at + i];
        distance += d * d;
      }
      if (distance >= worst) continue;
      let slot = k - 1;
      while (slot > 0 && nearest[slot - 1] > distance) {
        nearest[slot] = nearest[slot - 1];
        owner[slot] = owner[slot - 1];
        slot--;
      }
      nearest[slot] = distance;
      owner[slot] = y[r];
      if (found < k) found++;
    }
    // Votes are counted and then divided: adding shares may end above 1.
    out.fill(0);
    for (let slot = 0; slot < found; slot++) out[owner[slot]]++;
    for (let c = 0; c < out.length; c++) out[c] /= found;
  }

  toJSON(): unknown {
    const { kind, neighbours, classes, features, x, y } = this;
    return { kind, neighbours, classes, features, x: Array.from(x), y: Array.from(y) };
  }

  /** @throws ModelError when the JSON is not that of a saved model of this kind */
  static fromJSON(json: unknown): Knn {
    const reader = new ModelReader(json, 'knn');
    const model = new Knn({ neighbours: reader.count('neighbours', 1e5) });
    model.classes = reader.classes();
    model.features = reader.count('features');
    model.y = reader.indices('y', model.classes.length);
    model.x = reader.numbers('x', model.y.length * model.features);
    return model;
  }
}
