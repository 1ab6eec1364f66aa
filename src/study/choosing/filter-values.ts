import type { FeatureColumns } from '../../decoder/features/feature-columns.js';
import { sortedClasses } from '../../decoder/classifiers/training-set.js';
import { Standardizer } from '../../decoder/training/standardizer.js';
import { exp, square } from '../../ground/math/real.js';
import { mean } from '../../ground/math/statistics.js';
import { classCloud, type ClassCloud } from './class-clouds.js';
import type { CriterionName } from './criteria.js';
import { levelsOf, mutualInformation } from './mutual-information.js';

/** Windows that features are ranked on: training windows only. */
export interface FilterTask {
  readonly x: readonly ArrayLike<number>[];
  readonly labels: readonly string[];
  /** Repetition, trial or person of each row. */
  readonly groups: readonly (string | number)[];
  /** What is ranked: the columns of a feature, of a channel, or single ones. */
  readonly items: readonly FeatureColumns[];
}

/** The value of each item by each criterion; NaN where it cannot be had, as of what never changes. */
export type FilterValues = Readonly<Record<CriterionName, readonly number[]>>;

/** All filter criteria of all items. Depends on nothing but the rows that are given. */
export function filterValues({ x, labels, groups, items }: FilterTask): FilterValues {
  const width = x[0]?.length ?? 0;
  const flat = new Float64Array(x.length * width);
  x.forEach((row, r) => flat.set(row, r * width));
  const standardizer = Standardizer.of(flat, x.length, width);
  const z = standardizer.applied(flat);
  const classes = sortedClasses(labels);
  const rowsOf = classes.map((name) => labels.flatMap((label, r) => (label === name ? [r] : [])));
  const alive = items.map(({ columns }) => columns.filter((column) => standardizer.scale[column] > 0));
  const levels = Array.from({ length: width }, (_, c) => levelsOf(x.map((_row, r) => z[r * width + c])));
  const classOf = Int32Array.from(labels, (label) => classes.indexOf(label));
  const relevance = levels.map((own) => mutualInformation(own, classOf));
  const found = alive.map((columns) => {
    if (columns.length === 0) return undefined;
    const points = rowsOf.map((rows) =>
      rows.map((r) => Float64Array.from(columns, (column) => z[r * width + column])),
    );
    const clouds = points.filter((rows) => rows.length > 1).map(classCloud);
    return {
      fisherRatio: fisherRatio(points, clouds),
      daviesBouldin: daviesBouldin(points, clouds),
      separability: separability(clouds),
      repeatability: repeatability(
        points,
        rowsOf.map((rows) => rows.map((r) => groups[r])),
      ),
      semiPrincipalAxis: meanOf(clouds.map(({ logAxis }) => exp(logAxis))),
      resIndex: resIndex(clouds),
      mutualInformation: mean(columns.map((column) => relevance[column])),
    };
  });
  const of = (name: keyof NonNullable<(typeof found)[number]>): number[] =>
    found.map((one) => one?.[name] ?? NaN);
  return {
    fisherRatio: of('fisherRatio'),
    daviesBouldin: of('daviesBouldin'),
    separability: of('separability'),
    repeatability: of('repeatability'),
    semiPrincipalAxis: of('semiPrincipalAxis'),
    resIndex: of('resIndex'),
    mutualInformation: of('mutualInformation'),
    mrmr: takenOrder(alive, of('mutualInformation'), levels),
  };
}

type Points = readonly (readonly Float64Array[])[];

/** Mean of what could be had. */
function meanOf(values: readonly number[]): number {
  return mean(values.filter(Number.isFinite));
}

function separability(clouds: readonly ClassCloud[]): number {
  const nearest = clouds.map((one) =>
    Math.min(...clouds.flatMap((other) => (other === one ? [] : [one.distance(other.mean) / 2]))),
  );
  return meanOf(nearest);
}

/** trace(S_B)/trace(S_W), classes weighted by their windows. */
function fisherRatio(points: Points, clouds: readonly ClassCloud[]): number {
  const counts = points.map((rows) => rows.length).filter((n) => n > 1);
  const total = counts.reduce((sum, n) => sum + n, 0);
  const size = clouds[0]?.mean.length ?? 0;
  let between = 0;
  let within = 0;
  for (let i = 0; i < size; i++) {
    const centre = clouds.reduce((sum, cloud, k) => sum + (counts[k] / total) * cloud.mean[i], 0);
    clouds.forEach((cloud, k) => {
      between += counts[k] * square(cloud.mean[i] - centre);
      within += (counts[k] - 1) * cloud.variances[i];
    });
  }
  return between / within;
}

/** Mean over classes of the largest (sᵢ + sⱼ)/dᵢⱼ, s being the mean distance from the class mean. */
function daviesBouldin(points: Points, clouds: readonly ClassCloud[]): number {
  const spreads = points
    .filter((rows) => rows.length > 1)
    .map((rows, k) => mean(rows.map((row) => euclid(row, clouds[k].mean))));
  return mean(
    clouds.map((one, i) =>
      Math.max(
        ...clouds.flatMap((other, j) =>
          i === j ? [] : [(spreads[i] + spreads[j]) / euclid(one.mean, other.mean)],
        ),
      ),
    ),
  );
}

/** As LibEMG, but for its division by the number of classes where there are repetitions. */
function repeatability(points: Points, groups: readonly (readonly (string | number)[])[]): number {
  const distances = points.map((rows, k) => {
    const own = groups[k] ?? [];
    const each = [...new Set(own)].flatMap((group) => {
      const inside = rows.filter((_, r) => own[r] === group);
      const outside = rows.filter((_, r) => own[r] !== group);
      return outside.length > 1 ? [classCloud(outside).distance(centreOf(inside)) / 2] : [];
    });
    return each.length > 0 ? mean(each) : NaN;
  });
  return meanOf(distances);
}

function resIndex(clouds: readonly ClassCloud[]): number {
  const distances = clouds.flatMap((one, i) =>
    clouds.slice(i + 1).map((other) => euclid(one.mean, other.mean)),
  );
  const deviations = clouds.map(({ variances }) => mean(variances.map((value) => Math.sqrt(value))));
  return mean(distances) / mean(deviations);
}

/**
 * Greedy order by relevance less mean redundancy (the difference of Peng, Long & Ding), counted from 1; the first of
 * equals. How much an item tells again of what was taken before is, of several columns, the mean over its columns of the
 * most that one column there tells. What never changes comes last.
 */
function takenOrder(
  items: readonly (readonly number[])[],
  relevance: readonly number[],
  levels: readonly Uint8Array[],
): number[] {
  const places = items.map(() => NaN);
  const redundancy = items.map(() => 0);
  const left = new Set(items.flatMap((columns, n) => (columns.length > 0 ? [n] : [])));
  for (let taken = 0; left.size > 0; taken++) {
    let next = -1;
    let highest = -Infinity;
    for (const n of left) {
      const score = relevance[n] - (taken > 0 ? redundancy[n] / taken : 0);
      if (score > highest) [next, highest] = [n, score];
    }
    if (next < 0) break;
    places[next] = taken + 1;
    left.delete(next);
    for (const n of left)
      redundancy[n] += mean(
        items[n].map((a) => Math.max(...items[next].map((b) => mutualInformation(levels[a], levels[b])))),
      );
  }
  return places;
}

function centreOf(rows: readonly Float64Array[]): Float64Array {
  return Float64Array.from(rows[0] ?? [], (_, i) => mean(rows.map((row) => row[i])));
}

function euclid(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += square(a[i] - b[i]);
  return Math.sqrt(sum);
}
