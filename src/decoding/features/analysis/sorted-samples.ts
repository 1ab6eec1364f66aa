import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';

/** Most samples in one bucket before the standard sort is the better choice. */
const CROWDED = 64;

/** Samples in ascending order and where each came from: a bucket sort, linear for anything like EMG. */
export class SortedSamples extends Analysis {
  readonly values: Float64Array;
  /** Index in the window of each sorted value; kept only on request. */
  readonly order: Int32Array;
  private ordering = false;
  private readonly buckets: Int32Array;
  private readonly bucketOf: Int32Array;

  constructor(context: FeatureContext) {
    super(context);
    this.values = new Float64Array(this.length);
    this.order = new Int32Array(this.length);
    this.bucketOf = new Int32Array(this.length);
    this.buckets = new Int32Array(this.length + 1);
  }

  /** Keep {@link order} too. */
  withOrder(): this {
    this.ordering = true;
    return this;
  }

  protected compute(): void {
    if (this.distribute() > CROWDED) this.sortCrowded();
    else if (this.ordering) this.insertOrdered();
    else this.insert();
  }

  /** Counting sort into `length` equal ranges; returns the fullest bucket's count. */
  private distribute(): number {
    const { x } = this.view;
    const { values, order, bucketOf, buckets, length, ordering } = this;
    let min = x[0];
    let max = min;
    for (let i = 1; i < length; i++) {
      const value = x[i];
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    buckets.fill(0);
    const scale = max > min ? (length - 1) / (max - min) : 0;
    for (let i = 0; i < length; i++) {
      const bucket = ((x[i] - min) * scale) | 0;
      bucketOf[i] = bucket;
      buckets[bucket + 1]++;
    }
    let fullest = 0;
    let before = 0;
    for (let b = 1; b <= length; b++) {
      const count = buckets[b];
      fullest = Math.max(fullest, count);
      before += count;
      buckets[b] = before;
    }
    for (let i = 0; i < length; i++) {
      const to = buckets[bucketOf[i]]++;
      values[to] = x[i];
      if (ordering) order[to] = i;
    }
    return fullest;
  }

  private insert(): void {
    const { values, length } = this;
    for (let i = 1; i < length; i++) {
      const value = values[i];
      let j = i - 1;
      for (; j >= 0 && values[j] > value; j--) values[j + 1] = values[j];
      values[j + 1] = value;
    }
  }

  private insertOrdered(): void {
    const { values, order, length } = this;
    for (let i = 1; i < length; i++) {
      const value = values[i];
      const index = order[i];
      let j = i - 1;
      for (; j >= 0 && values[j] > value; j--) {
        values[j + 1] = values[j];
        order[j + 1] = order[j];
      }
      values[j + 1] = value;
      order[j + 1] = index;
    }
  }

  private sortCrowded(): void {
    const { x } = this.view;
    const { values, order } = this;
    if (!this.ordering) {
      values.set(x);
      values.sort();
      return;
    }
    for (let i = 0; i < order.length; i++) order[i] = i;
    order.sort((a, b) => x[a] - x[b]);
    for (let i = 0; i < order.length; i++) values[i] = x[order[i]];
  }
}
