import { pairedDifference } from './folds.js';
import type { PeopleMean } from './people-mean.js';

/** What of a combination is needed to compare two runs. */
export interface RunCell {
  readonly features: readonly string[];
  readonly classifier: string;
  readonly windowMs: number;
  readonly accuracy: number;
  /** Accuracy in each fold, or in each person. */
  readonly folds: readonly { readonly name: string; readonly accuracy: number }[];
}

/** The same combination, or the only one of each, in two runs. */
export interface SideBySide {
  readonly earlier: RunCell;
  readonly now: RunCell;
  /** Accuracy now less that of the earlier run, over the folds or people that both have. */
  readonly difference: PeopleMean;
  /** `not told apart` where the 95 % interval includes 0, or there is none. */
  readonly verdict: 'better' | 'worse' | 'not told apart';
}

/** Two runs beside each other. */
export interface RunComparison {
  readonly pairs: readonly SideBySide[];
  /** What could not be compared, as sentences. */
  readonly notes: readonly string[];
}

/**
 * Set the combinations of two runs side by side: those of the same features, classifier and window, and, where each
 * run has one alone, these whatever they are.
 */
export function sideBySide(earlier: readonly RunCell[], now: readonly RunCell[]): RunComparison {
  const single = earlier.length === 1 && now.length === 1;
  const pairs = now.flatMap((cell) => {
    const before = single ? earlier[0] : earlier.find((one) => keyOf(one) === keyOf(cell));
    return before ? [pairOf(before, cell)] : [];
  });
  const alone = (cells: readonly RunCell[], side: 'earlier' | 'now'): string[] => {
    const missing = cells.filter((cell) => !pairs.some((pair) => pair[side] === cell));
    const where = side === 'now' ? 'are not in the earlier run' : 'are in the earlier run only';
    return missing.length > 0 ? [`${missing.map(nameOf).join('; ')} ${where}.`] : [];
  };
  const notes = [...alone(now, 'now'), ...alone(earlier, 'earlier')];
  if (pairs.some(({ difference }) => difference.n < 2))
    notes.push('The runs share fewer than two folds or people: their differences have no interval.');
  return { pairs, notes };
}

function pairOf(earlier: RunCell, now: RunCell): SideBySide {
  const difference = pairedDifference(now, earlier);
  const { low, high } = difference;
  const verdict = low > 0 ? 'better' : high < 0 ? 'worse' : 'not told apart';
  return { earlier, now, difference, verdict };
}

function keyOf({ features, classifier, windowMs }: RunCell): string {
  return JSON.stringify([features, classifier, windowMs]);
}

function nameOf({ features, classifier, windowMs }: RunCell): string {
  return [...features, classifier, `${windowMs} ms`].join(' ');
}
