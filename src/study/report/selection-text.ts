import type { Cell } from '../evaluate-cells.js';
import type { Selection } from '../select-features.js';

/** What was chosen of the features of each combination, as phrases; none of those that took all. */
export function chosenOf(cells: readonly Cell[]): string[] {
  return cells.flatMap((cell) => (cell.selection ? [phraseOf(cell, cell.selection)] : []));
}

function phraseOf({ features, classifier, windowMs }: Cell, selection: readonly Selection[]): string {
  const counts = new Map<string, number>();
  for (const name of selection.flatMap((one) => one.features)) counts.set(name, (counts.get(name) ?? 0) + 1);
  // The most frequent first; sorting keeps the order of choice among equals.
  const chosen = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
  return (
    `of ${features.join('+')} for ${classifier}, ${windowMs} ms, in ${selection.length} ` +
    `${selection.length === 1 ? 'part' : 'parts'} of the test: ${chosen.join(', ')}`
  );
}
