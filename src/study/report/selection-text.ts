import type { Cell } from '../evaluate-cells.js';
import { keyOf, type PersonEvaluation } from '../evaluate-cohort.js';
import type { Selection } from '../select-features.js';

/** What was chosen of the features of each combination, as phrases; none of those that took all. */
export function chosenOf(cells: readonly Cell[]): string[] {
  return cells.flatMap((cell) => (cell.selection ? [phraseOf(cell, cell.selection)] : []));
}

/** As {@link chosenOf}, over the parts of the test of all people. */
export function chosenOverPeople(people: readonly PersonEvaluation[]): string[] {
  const all = people.flatMap(({ cells }) => cells).filter(({ selection }) => selection);
  return [...new Set(all.map(keyOf))].flatMap((key) => {
    const own = all.filter((cell) => keyOf(cell) === key);
    const selection = own.flatMap((cell) => cell.selection ?? []);
    const [first] = own;
    return first ? [phraseOf(first, selection, ` of ${own.length} people`)] : [];
  });
}

function phraseOf(
  { features, classifier, windowMs }: Cell,
  selection: readonly Selection[],
  whose = '',
): string {
  const counts = new Map<string, number>();
  for (const name of selection.flatMap((one) => one.features)) counts.set(name, (counts.get(name) ?? 0) + 1);
  // The most frequent first; sorting keeps the order of choice among equals.
  const chosen = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
  return (
    `of ${features.join('+')} for ${classifier}, ${windowMs} ms, in ${selection.length} ` +
    `${selection.length === 1 ? 'part' : 'parts'} of the test${whose}: ${chosen.join(', ')}`
  );
}
