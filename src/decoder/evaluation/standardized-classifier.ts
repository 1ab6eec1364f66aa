import type { Classifier } from '../classifiers/classifier.js';
import { matrixOf } from '../classifiers/training-set.js';
import { rowsOf } from '../training/labelled-features.js';
import { Standardizer } from '../training/standardizer.js';

/**
 * A classifier that puts features on the same footing first, by what it was fitted on alone: nothing of the test
 * windows leaks into training. Features that are not finite become the mean.
 */
export class StandardizedClassifier implements Classifier {
  private standardizer = new Standardizer(new Float64Array(), new Float64Array());
  private row = new Float64Array();

  constructor(private readonly inner: Classifier) {}

  get classes(): readonly string[] {
    return this.inner.classes;
  }

  get warnings(): readonly string[] {
    return this.inner.warnings ?? [];
  }

  fit(x: readonly ArrayLike<number>[], labels: readonly string[]): this {
    const { data, rows, columns } = matrixOf('standardisation', x);
    this.standardizer = Standardizer.of(data, rows, columns);
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
