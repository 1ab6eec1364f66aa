import type { Classifier } from '../classifiers/classifier.js';
import { matrixOf } from '../classifiers/training-set.js';
import { rowsOf } from '../training/labelled-features.js';
import { Standardizer } from '../training/standardizer.js';

/**
 * A classifier whose features are prepared by what it was fitted on alone, so that nothing of the test windows leaks
 * into training: put on the same footing, or left raw. Features that are not finite become the training mean.
 */
export class PreparedClassifier implements Classifier {
  private standardizer = new Standardizer(new Float64Array(), new Float64Array());
  private row = new Float64Array();

  /** @param standardize whether features are put on the same footing */
  constructor(
    private readonly inner: Classifier,
    private readonly standardize: boolean,
  ) {}

  get classes(): readonly string[] {
    return this.inner.classes;
  }

  get warnings(): readonly string[] {
    return this.inner.warnings ?? [];
  }

  fit(x: readonly ArrayLike<number>[], labels: readonly string[]): this {
    const { data, rows, columns } = matrixOf('standardisation', x);
    this.standardizer = Standardizer.of(data, rows, columns, !this.standardize);
    this.row = new Float64Array(columns);
    this.inner.fit(rowsOf(this.standardizer.applied(data), rows, columns), labels);
    return this;
  }

  posterior(x: ArrayLike<number>, out?: Float64Array): ArrayLike<number> {
    if (x.length !== this.row.length) return this.inner.posterior(x, out); // which says what is wrong
    this.row.set(x);
    this.standardizer.apply(this.row);
    return this.inner.posterior(this.row, out);
  }
}
