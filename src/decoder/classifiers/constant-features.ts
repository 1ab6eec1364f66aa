/**
 * A spread this small beside the values is what rounding makes of a constant: sums over a hundred thousand windows are
 * right to 1e-13, and no feature of a living channel varies by less than 1e-9 of itself.
 */
const ROUNDING = 1e-10;

/** Whether numbers of this standard deviation about this level are one number and rounding error. */
export function isConstant(sd: number, level: number): boolean {
  return sd <= ROUNDING * Math.abs(level);
}

/** Columns of row-major numbers, counted from 0, that hold one number throughout, give or take rounding error. */
export function constantColumns(x: Float64Array, rows: number, columns: number): number[] {
  const constant: number[] = [];
  for (let i = 0; i < columns; i++) {
    let low = x[i];
    let high = x[i];
    for (let r = 1, at = i + columns; r < rows; r++, at += columns) {
      if (x[at] < low) low = x[at];
      else if (x[at] > high) high = x[at];
    }
    if (isConstant(high - low, Math.max(Math.abs(low), Math.abs(high)))) constant.push(i);
  }
  return constant;
}

/** Names of features for what is told of them; undefined for those of which enough has been said. */
export type FeatureLabels = readonly (string | undefined)[];

/** That features never change, in a sentence; none where there is nothing to say. */
export function constantWarning(features: readonly number[], size: number, labels?: FeatureLabels): string[] {
  const [words, many] = inWords(features, size, labels);
  if (words === '') return [];
  return [many ? `${words} never change; they are left out` : `${words} never changes; it is left out`];
}

/** That features say nothing beside others, in a sentence; none where there is nothing to say. */
export function repeatedWarning(features: readonly number[], size: number, labels?: FeatureLabels): string[] {
  const [words, many] = inWords(features, size, labels);
  if (words === '') return [];
  return [
    many
      ? `${words} follow from other features; they are left out`
      : `${words} follows from other features; it is left out`,
  ];
}

/** Features as the subject of a sentence, and whether they are several; no words where all have been spoken of. */
function inWords(
  features: readonly number[],
  size: number,
  labels?: FeatureLabels,
): [words: string, many: boolean] {
  const named = labels
    ? features.flatMap((i) => labels[i] ?? [])
    : features.map((i) => `feature ${i + 1} of ${size}`);
  const shown = named.length > 6 ? [...named.slice(0, 5), `${named.length - 5} more`] : [...named];
  const last = shown.pop() ?? '';
  return [shown.length > 0 ? `${shown.join(', ')} and ${last}` : last, named.length > 1];
}
