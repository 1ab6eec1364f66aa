import { ClassStatistics } from './class-statistics.js';
import type { Lda } from './lda.js';
import { sortedClasses, type Labels, type Rows } from './training-set.js';

/**
 * Draw an LDA towards windows of now, however few they are beside those of the training: class means and covariance, each
 * by a share. Other than by `update` a short batch counts as much as a long one.
 *
 * Source: `vidovic-2016` (abstract read: the parameters of the training are shrunk towards those of a calibration set of
 * less than a minute).
 *
 * @param share 0 … 1: of 0 nothing changes, of 1 the windows of now take the place of what was known
 * @throws ModelError on rows of another length than those of the training
 */
export function drawLda(lda: Lda, x: Rows, labels: Labels, share: number): Lda {
  return lda.adopt(drawn(lda.learned, lda.further(x, labels), share));
}

/**
 * Statistics between two. How often classes are stays as it was: windows of now say where they lie, not how often they
 * are wanted. Classes that these lack stay where they were, and so does the covariance where they are no more than
 * features.
 */
function drawn(known: ClassStatistics, now: ClassStatistics, share: number): ClassStatistics {
  const { size } = known;
  const result = new ClassStatistics(sortedClasses([...known.classes, ...now.classes]), size);
  result.classes.forEach((name, k) => {
    const a = known.classes.indexOf(name);
    const b = now.classes.indexOf(name);
    result.counts[k] = a < 0 ? now.counts[b] : known.counts[a];
    const part = a < 0 ? 1 : b < 0 ? 0 : share;
    for (let i = 0; i < size; i++)
      result.means[k * size + i] =
        (part < 1 ? (1 - part) * known.means[a * size + i] : 0) +
        (part > 0 ? part * now.means[b * size + i] : 0);
  });
  const part = freedom(now) > size ? share : 0;
  const before = ((1 - part) * freedom(result)) / freedom(known);
  const later = (part * freedom(result)) / freedom(now);
  for (let i = 0; i < result.scatter.length; i++)
    result.scatter[i] = before * known.scatter[i] + (part > 0 ? later * now.scatter[i] : 0);
  return result;
}

/** Rows less the means that were taken off; at least 1. */
function freedom({ total, classes }: ClassStatistics): number {
  return Math.max(1, total - classes.length);
}
