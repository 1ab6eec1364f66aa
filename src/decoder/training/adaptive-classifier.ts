import { type Classifier } from '../classifiers/classifier.js';
import { drawLda } from '../classifiers/drawn-lda.js';
import { Lda } from '../classifiers/lda.js';
import { matrixOf } from '../classifiers/training-set.js';
import { posteriorOf } from '../control/classification-control.js';
import { rowsOf } from './labelled-features.js';
import { Standardizer } from './standardizer.js';

/** How a classifier goes on learning. */
export interface AdaptiveOptions {
  /** Whether features are put on the same footing first. */
  readonly standardize: boolean;
  /** How far an LDA is drawn towards the windows of an update, 0 … 1. */
  readonly share: number;
}

/**
 * A classifier that goes on learning in use, each in the way it can: an LDA is drawn towards the new windows
 * ({@link drawLda}), a classifier of one's own that has `update` is given them, and all others are trained anew on
 * all windows so far. Features are put on the footing of the first training; only who is trained anew gets another.
 */
export class AdaptiveClassifier {
  private model: Classifier;
  private standardizer = new Standardizer(new Float64Array(), new Float64Array());
  private readonly rows: ArrayLike<number>[] = [];
  private readonly labels: string[] = [];

  constructor(
    private readonly create: () => Classifier,
    private readonly options: AdaptiveOptions,
  ) {
    this.model = create();
  }

  get classes(): readonly string[] {
    return this.model.classes;
  }

  get warnings(): readonly string[] {
    return this.model.warnings ?? [];
  }

  /** How it learns more, as a phrase. */
  get rule(): string {
    if (this.model instanceof Lda)
      return `class means and covariance drawn ${Math.round(100 * this.options.share)} % of the way to the new windows`;
    return this.model.update ? 'its own update' : 'trained anew on all windows so far';
  }

  /** Learn from the first windows. */
  fit(x: readonly ArrayLike<number>[], labels: readonly string[]): this {
    const { data, rows, columns } = matrixOf('adaptation', x);
    this.standardizer = Standardizer.of(data, rows, columns, !this.options.standardize);
    this.model.fit(this.prepared(x), labels);
    this.keep(x, labels);
    return this;
  }

  /** Learn from windows of later on; of none nothing changes. */
  update(x: readonly ArrayLike<number>[], labels: readonly string[]): this {
    if (x.length === 0) return this;
    this.keep(x, labels);
    if (this.model instanceof Lda) drawLda(this.model, this.prepared(x), labels, this.options.share);
    else if (this.model.update) this.model.update(this.prepared(x), labels);
    else {
      this.model = this.create();
      const { data, rows, columns } = matrixOf('adaptation', this.rows);
      this.standardizer = Standardizer.of(data, rows, columns, !this.options.standardize);
      this.model.fit(this.prepared(this.rows), this.labels);
    }
    return this;
  }

  posterior(x: ArrayLike<number>): ArrayLike<number> {
    const row = Float64Array.from(x);
    this.standardizer.apply(row);
    return posteriorOf(this.model, row);
  }

  private keep(x: readonly ArrayLike<number>[], labels: readonly string[]): void {
    for (const row of x) this.rows.push(row);
    for (const label of labels) this.labels.push(label);
  }

  private prepared(x: readonly ArrayLike<number>[]): Float64Array[] {
    const { data, rows, columns } = matrixOf('adaptation', x);
    return rowsOf(this.standardizer.applied(data), rows, columns);
  }
}
