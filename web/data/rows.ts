/** Index of the first row that has one of these names; −1 when there is none. */
export function rowOf(rows: readonly string[], ...names: string[]): number {
  for (const name of names) {
    const index = rows.indexOf(name);
    if (index >= 0) return index;
  }
  return -1;
}

/** Row of `part` of `quantity`, whichever way round the server writes it. */
export function rowFor(rows: readonly string[], quantity: string, part: string): number {
  return rowOf(
    rows,
    `${quantity}.${part}`,
    `${part}.${quantity}`,
    `${quantity}:${part}`,
    `${quantity} ${part}`,
  );
}
