import { type ModelReader } from './model-reader.js';
import { sortedClasses, type TrainingSet } from './training-set.js';
import { square } from '../../ground/math/real.js';

/**
 * Counts and means of each class and the scatter pooled over all of them. Batches add up exactly (Chan,
 * Golub & LeVeque 1983), so that learning in two goes equals learning at once.
 */
export class ClassStatistics {
  counts: Float64Array;
  /** K × D. */
  means: Float64Array;
  /** Σ over rows of (x − own class mean)(x − own class mean)ᵀ, D × D, lower triangle. */
  scatter: Float64Array;

  constructor(
    public classes: readonly string[],
    readonly size: number,
  ) {
    this.counts = new Float64Array(classes.length);
    this.means = new Float64Array(classes.length * size);
    this.scatter = new Float64Array(size * size);
  }

  /** Rows learned from. */
  get total(): number {
    return this.counts.reduce((sum, n) => sum + n, 0);
  }

  /** Statistics of one batch. */
  static of(set: TrainingSet): ClassStatistics {
    const { rows, columns: size, x, y } = set;
    const statistics = new ClassStatistics(set.classes, size);
    const { means, scatter } = statistics;
    for (let r = 0; r < rows; r++) for (let i = 0; i < size; i++) means[y[r] * size + i] += x[r * size + i];
    for (let k = 0; k < set.classes.length; k++) {
      statistics.counts[k] = set.counts[k];
      for (let i = 0; i < size; i++) means[k * size + i] /= set.counts[k];
    }
    const centred = new Float64Array(size);
    for (let r = 0; r < rows; r++) {
      for (let i = 0; i < size; i++) centred[i] = x[r * size + i] - means[y[r] * size + i];
      addOuter(scatter, centred, 1);
    }
    return statistics;
  }

  /** This and another batch together; classes new to either are kept. */
  merged(other: ClassStatistics): ClassStatistics {
    const { size } = this;
    const sum = new ClassStatistics(sortedClasses([...this.classes, ...other.classes]), size);
    for (let i = 0; i < sum.scatter.length; i++) sum.scatter[i] = this.scatter[i] + other.scatter[i];
    const apart = new Float64Array(size);
    sum.classes.forEach((name, k) => {
      const a = this.classes.indexOf(name);
      const b = other.classes.indexOf(name);
      const na = a < 0 ? 0 : this.counts[a];
      const nb = b < 0 ? 0 : other.counts[b];
      sum.counts[k] = na + nb;
      for (let i = 0; i < size; i++) {
        const ma = a < 0 ? 0 : this.means[a * size + i];
        const mb = b < 0 ? 0 : other.means[b * size + i];
        sum.means[k * size + i] = (na * ma + nb * mb) / (na + nb);
        apart[i] = mb - ma;
      }
      if (na > 0 && nb > 0) addOuter(sum.scatter, apart, (na * nb) / (na + nb));
    });
    return sum;
  }

  /** Mean over all rows. */
  grandMean(): Float64Array {
    const { size, counts, means, total } = this;
    const mean = new Float64Array(size);
    for (let k = 0; k < counts.length; k++)
      for (let i = 0; i < size; i++) mean[i] += (counts[k] / total) * means[k * size + i];
    return mean;
  }

  /** How far from 0 a feature lies: the largest of its class means, without sign. */
  level(feature: number): number {
    let level = 0;
    for (let at = feature; at < this.means.length; at += this.size)
      level = Math.max(level, Math.abs(this.means[at]));
    return level;
  }

  /** Variance of a feature over all rows, within and between classes. */
  totalVariance(feature: number): number {
    const { size, counts, means, total, scatter } = this;
    let mean = 0;
    for (let k = 0; k < counts.length; k++) mean += (counts[k] / total) * means[k * size + feature];
    let between = 0;
    for (let k = 0; k < counts.length; k++) between += counts[k] * square(means[k * size + feature] - mean);
    return (scatter[feature * size + feature] + between) / total;
  }

  /** The counts, means and scatter as plain lists. */
  toJSON(): unknown {
    const { size, counts, means, scatter } = this;
    return { size, counts: Array.from(counts), means: Array.from(means), scatter: Array.from(scatter) };
  }

  static fromJSON(reader: ModelReader, classes: readonly string[]): ClassStatistics {
    // Lists are measured before anything of their size is made: a damaged size asks for no memory.
    const size = reader.count('size');
    const counts = reader.numbers('counts', classes.length, 1, 1e9);
    const means = reader.numbers('means', classes.length * size);
    const scatter = reader.numbers('scatter', size * size);
    for (let i = 0; i < size; i++)
      if (scatter[i * size + i] < 0)
        throw reader.wrong(`scatter[${i * size + i}]`, scatter[i * size + i], 'a sum of squares, at least 0');
    const statistics = new ClassStatistics(classes, size);
    Object.assign(statistics, { counts, means, scatter });
    return statistics;
  }
}

/** Add weight·v vᵀ to the lower triangle of a matrix. */
function addOuter(matrix: Float64Array, v: Float64Array, weight: number): void {
  const size = v.length;
  for (let i = 0; i < size; i++) {
    const scaled = weight * v[i];
    const row = i * size;
    for (let j = 0; j <= i; j++) matrix[row + j] += scaled * v[j];
  }
}
