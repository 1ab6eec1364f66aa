import {
  metricsOfTested,
  type TestedDecision,
  type TrainTest,
} from '../decoder/evaluation/tested-decisions.js';
import type { SegmentOrigin } from '../ground/signal/segment-origin.js';
import { peopleMean, type PeopleMean } from './people-mean.js';

/** How one part of the test did by itself: a trial, a repetition or a person. */
export interface Fold {
  /** Such as `trial 3`. */
  readonly name: string;
  readonly decisions: number;
  readonly accuracy: number;
  readonly activeErrorRate: number;
  readonly instability: number;
  readonly rejectionRate: number;
  readonly f1: number;
}

const units = ['subject', 'trial', 'repetition'] as const;
type Unit = (typeof units)[number];

/**
 * The parts of a test by themselves: what was left out in turn, or, where some were tested at once, the trials or
 * repetitions they are of.
 * @param origins where each row comes from
 * @param truth of each row
 */
export function foldsOf(
  parts: readonly TrainTest[],
  origins: readonly SegmentOrigin[],
  decisions: readonly TestedDecision[],
  truth: readonly string[],
  options: Parameters<typeof metricsOfTested>[2] = {},
): Fold[] {
  const names = namesOf(parts, origins);
  const groups = new Map<string, TestedDecision[]>();
  for (const decision of decisions) {
    const name = names.get(decision.row) ?? '';
    const own = groups.get(name);
    if (own) own.push(decision);
    else groups.set(name, [decision]);
  }
  return [...groups].map(([name, own]) => {
    const { decisions: count, ...all } = metricsOfTested(own, truth, options);
    const { accuracy, activeErrorRate, instability, rejectionRate, f1 } = all;
    return { name, decisions: count, accuracy, activeErrorRate, instability, rejectionRate, f1 };
  });
}

/** Name of the part that tests each row. */
function namesOf(parts: readonly TrainTest[], origins: readonly SegmentOrigin[]): Map<number, string> {
  const names = new Map<number, string>();
  const [only] = parts;
  if (parts.length === 1 && only) {
    const unit = units.find((one) => valuesOf(only.test, origins, one).size > 1);
    for (const row of only.test)
      names.set(row, unit ? `${unit} ${String(origins[row]?.[unit])}` : 'all that was tested');
    return names;
  }
  const unit = units.find((one) => {
    const values = parts.map(({ test }) => valuesOf(test, origins, one));
    return (
      values.every(({ size }) => size === 1) &&
      new Set(values.flatMap((own) => [...own])).size === parts.length
    );
  });
  parts.forEach(({ test }, p) => {
    for (const row of test)
      names.set(row, unit ? `${unit} ${String(origins[row]?.[unit])}` : `part ${p + 1}`);
  });
  return names;
}

function valuesOf(rows: readonly number[], origins: readonly SegmentOrigin[], unit: Unit): Set<unknown> {
  return new Set(rows.map((row) => origins[row]?.[unit]));
}

/** What can be told apart by its folds. */
export interface Folded {
  readonly folds: readonly Pick<Fold, 'name' | 'accuracy'>[];
}

/** Accuracy by which one lies above another, fold by fold, over the folds that both have. */
export function pairedDifference(one: Folded, other: Folded): PeopleMean {
  const known = new Map(other.folds.map(({ name, accuracy }) => [name, accuracy]));
  return peopleMean(one.folds.map(({ name, accuracy }) => accuracy - (known.get(name) ?? NaN)));
}
