import { ClassStatistics } from '../classifiers/class-statistics.js';
import { idleFeatures, inverseFactor, steadyCovariance, triangularNorm2 } from '../classifiers/covariance.js';
import { matrixOfTable, pickRows, type LabelledFeatures } from './labelled-features.js';
import { qualityLimits } from './quality-limits.js';
import { isRest } from './training-windows.js';
import { trainingSet } from '../classifiers/training-set.js';

/** How well one class can be told from the others, and what to do about it. */
export interface ClassQuality {
  readonly label: string;
  /** Mahalanobis distance from the nearest other class, in pooled standard deviations. */
  readonly separability: number;
  /** Class that is nearest. */
  readonly nearest: string;
  /** 1 where repetitions are alike, 0 where they stray as far as the nearest other class. */
  readonly repeatability: number;
  /** Mean amplitude relative to that of rest; NaN where rest was not recorded. */
  readonly amplitudeOverRest: number;
  /** Windows learned from. */
  readonly windows: number;
  /** One sentence for the person who calibrates. */
  readonly advice: string;
}

/**
 * Quality of every class: separability and repeatability as distances between centroids in the pooled
 * covariance, after Bunderson & Kuiken (2012).
 * @param amplitude amplitude of each row, in any unit
 */
export function classQuality(table: LabelledFeatures, amplitude: ArrayLike<number>): ClassQuality[] {
  const set = trainingSet('quality', matrixOfTable(table), table.labels);
  const statistics = ClassStatistics.of(set);
  const { size, classes } = statistics;
  const idle = idleFeatures(statistics, 0);
  const freedom = table.rows - classes.length;
  const { cholesky } = steadyCovariance(
    statistics.scatter.map((value) => value / Math.max(1, freedom)),
    size,
    (feature) => statistics.totalVariance(feature),
    freedom,
    0,
    idle,
  );
  const factor = inverseFactor(cholesky, size, idle);
  const apart = new Float64Array(size);
  const distance = (a: Float64Array, b: Float64Array): number => {
    for (let i = 0; i < size; i++) apart[i] = a[i] - b[i];
    return Math.sqrt(triangularNorm2(factor, 0, size, apart));
  };
  const centroid = (k: number): Float64Array => statistics.means.subarray(k * size, (k + 1) * size);
  const meanAmplitude = classes.map((label) => meanWhere(amplitude, (r) => table.labels[r] === label));
  const restClass = classes.findIndex(isRest);
  return classes.map((label, k) => {
    const others = classes.flatMap((other, j) =>
      j === k ? [] : [{ other, d: distance(centroid(k), centroid(j)) }],
    );
    const nearest = others.reduce((best, next) => (next.d < best.d ? next : best), {
      other: '',
      d: Infinity,
    });
    const spread = repetitionSpread(table, label, centroid(k), distance);
    const quality = {
      label,
      separability: nearest.d,
      nearest: nearest.other,
      repeatability: Math.max(0, 1 - spread / nearest.d),
      amplitudeOverRest: restClass < 0 ? NaN : meanAmplitude[k] / meanAmplitude[restClass],
      windows: set.counts[k],
    };
    return { ...quality, advice: adviceOn(quality) };
  });
}

/** Mean distance of the centroids of single repetitions from that of the class. */
function repetitionSpread(
  table: LabelledFeatures,
  label: string,
  centre: Float64Array,
  distance: (a: Float64Array, b: Float64Array) => number,
): number {
  const own = table.labels.flatMap((other, r) => (other === label ? [r] : []));
  const repetitions = [...new Set(own.map((r) => table.repetitions[r]))];
  let sum = 0;
  for (const repetition of repetitions) {
    const part = pickRows(
      table,
      own.filter((r) => table.repetitions[r] === repetition),
    );
    const mean = new Float64Array(table.columns);
    for (let r = 0; r < part.rows; r++)
      for (let i = 0; i < part.columns; i++) mean[i] += part.x[r * part.columns + i] / part.rows;
    sum += distance(mean, centre);
  }
  return sum / repetitions.length;
}

/** Near is what is confused in 2 % of cases, which is at 4 standard deviations. */
function adviceOn(quality: Omit<ClassQuality, 'advice'>): string {
  const { label, separability, nearest, repeatability, amplitudeOverRest, windows } = quality;
  if (windows < 20) return `Only ${windows} windows: record this movement longer or more often.`;
  if (!isRest(label) && amplitudeOverRest < qualityLimits.amplitudeOverRest)
    return `Weak: only ${amplitudeOverRest.toFixed(1)} times the amplitude of rest. Contract harder, or move an electrode.`;
  if (separability < qualityLimits.separability)
    return `Often taken for ${nearest}: make the two more different, or leave one out.`;
  if (repeatability < qualityLimits.repeatability)
    return 'Repetitions differ: repeat the same movement with the same strength.';
  if (separability < 4) return `Good, but near ${nearest}.`;
  return 'Good.';
}

function meanWhere(values: ArrayLike<number>, include: (row: number) => boolean): number {
  let sum = 0;
  let count = 0;
  for (let r = 0; r < values.length; r++)
    if (include(r)) {
      sum += values[r];
      count++;
    }
  return sum / count;
}
