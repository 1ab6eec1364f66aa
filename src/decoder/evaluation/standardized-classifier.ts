import type { Classifier } from '../classifiers/classifier.js';
import { matrixOf, type Labels, type Rows } from '../classifiers/training-set.js';
import { Standardizer } from '../training/standardizer.js';

/**
 * A classifier that puts features on the same footing first, by what it was fitted on alone: nothing of the test
 * windows leaks into training. Features that are not finite become the mean.
 */
export class StandardizedClassifier implements Classifier {
  private standardizer = new Standardizer(new Float64Array(), new Float64Array());
  private row = new Float64Array();

  constructor(private readonly inner: Classifier) {}

  get kind(): string {
    return this.inner.kind;
  }

  get classes(): readonly string[] {
    return this.inner.classes;
  }

  get warnings(): readonly string[] {
    return this.inner.warnings ?? [];
  }

  fit(x: Rows, labels: Labels): this {
    const { data, rows, columns } = matrixOf(this.kind, x);
    this.standardizer = Standardizer.of(data, rows, columns);
    this.row = new Float64Array(columns);
    const x0 = this.standardizer.applied(data);
    this.inner.fit(
      Array.from({ length: rows }, (_, r) => x0.subarray(r * columns, (r + 1) * columns)),
      labels,
    );
    return this;
  }

  posterior(x: ArrayLike<number>, out?: Float64Array): Float64Array {
    if (x.length !== this.row.length) return this.inner.posterior(x, out); // which says what is wrong
    this.row.set(x);
    this.standardizer.apply(this.row);
    return this.inner.posterior(this.row, out);
  }

  toJSON(): unknown {
    return { kind: 'standardized', standardizer: this.standardizer.toJSON(), inner: this.inner.toJSON() };
  }
}
