import type { TrainTest } from './tested-decisions.js';

/**
 * Classes that a split keeps from being learned or tested, as sentences.
 *
 * @param labels of all rows
 * @param parts rows to learn from and to test on, in turn
 */
export function unknownClasses(labels: readonly string[], parts: readonly TrainTest[]): string[] {
  const classes = [...new Set(labels)];
  const unlearned = new Map<string, number>();
  const tested = new Set<number>();
  for (const { train, test } of parts) {
    const known = new Set(train.map((row) => labels[row]));
    for (const row of test) {
      tested.add(row);
      if (!known.has(labels[row])) unlearned.set(labels[row], (unlearned.get(labels[row]) ?? 0) + 1);
    }
  }
  const learned = new Set(parts.flatMap(({ train }) => train.map((row) => labels[row])));
  const notes = [...unlearned].map(
    ([label, windows]) =>
      `nothing of ${label} is among what is learned from: its ${windows} windows tested cannot be decided rightly, and count as wrong`,
  );
  for (const label of classes) {
    const rows = labels.flatMap((one, row) => (one === label ? [row] : []));
    const count = rows.filter((row) => tested.has(row)).length;
    if (count > 0 || unlearned.has(label)) continue;
    notes.push(
      learned.has(label) && parts.length === 1
        ? `${label} is learned but not tested: no window of it is in what is tested`
        : `${label} is not tested: only one of what is left out in turn has it, so that it could not be learned`,
    );
  }
  return notes;
}
