import { bestCell, type Cell } from './evaluate-cells.js';
import { pairedDifference } from './folds.js';
import { peopleMean, type PeopleMean } from './people-mean.js';
import { standings, type Standing } from './standing.js';

/** A combination among others. */
export interface Ranked {
  readonly cell: Cell;
  /** Accuracy over folds; equal weight for each. */
  readonly spread: PeopleMean;
  /** Accuracy by which it lies below the most accurate, in the same folds; of that itself 0. */
  readonly behind: PeopleMean;
  readonly standing: Standing;
}

/**
 * Combinations beside each other, in their order. Folds share most of what was learned from, so that intervals over
 * them are rather too narrow than too wide.
 */
export function ranked(cells: readonly Cell[]): Ranked[] {
  const best = bestCell(cells);
  if (!best) return [];
  const behind = cells.map((cell) => pairedDifference(best, cell));
  const standing = standings(behind, cells.indexOf(best));
  return cells.map((cell, n) => ({
    cell,
    spread: spreadOf(cell),
    behind: behind[n],
    standing: standing[n],
  }));
}

/** Accuracy over the folds of a combination; equal weight for each. */
export function spreadOf({ folds }: Cell): PeopleMean {
  return peopleMean(folds.map(({ accuracy }) => accuracy));
}
