import type { SegmentRange } from './recording.js';

/** Ranges in which pauses belong to a repetition, with the classes that are pauses. */
export interface RangesWithPauses {
  readonly ranges: readonly SegmentRange[];
  readonly pauses: readonly string[];
}

/**
 * Give the pauses between repetitions the number of the repetition that follows them (the last ones, of the one before).
 * Labels of samples number movements and give every pause the same number (Ninapro's 0), so that leaving repetitions out
 * in turn would put all rest into one part. A class is a pause where its stretches all have one number, and those of
 * other classes in the same trial have several.
 */
export function withPauses(ranges: readonly SegmentRange[]): RangesWithPauses {
  const pauses = new Set<string>();
  const inTime = [...ranges].sort((a, b) => a.index - b.index);
  const renumbered = new Map<SegmentRange, number>();
  for (const key of new Set(inTime.map(trialKey))) {
    const trial = inTime.filter((range) => trialKey(range) === key);
    const own = pausesOf(trial);
    let beside = trial.findLast(({ label }) => !own.has(label));
    for (const range of trial.reverse()) {
      if (!own.has(range.label)) beside = range;
      else if (beside) renumbered.set(range, beside.repetition);
    }
    for (const label of own) pauses.add(label);
  }
  return {
    ranges: ranges.map((range) => ({ ...range, repetition: renumbered.get(range) ?? range.repetition })),
    pauses: [...pauses],
  };
}

/** Classes of one trial that are pauses. */
function pausesOf(trial: readonly SegmentRange[]): ReadonlySet<string> {
  const numbers = new Map<string, Set<number>>();
  const counts = new Map<string, number>();
  for (const { label, repetition } of trial) {
    numbers.set(label, (numbers.get(label) ?? new Set()).add(repetition));
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  if (![...numbers.values()].some(({ size }) => size > 1)) return new Set();
  return new Set(
    [...numbers]
      .filter(([label, { size }]) => size === 1 && (counts.get(label) ?? 0) > 1)
      .map(([label]) => label),
  );
}

function trialKey({ trial, subject = '' }: SegmentRange): string {
  return JSON.stringify([trial, subject]);
}
