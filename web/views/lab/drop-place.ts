/** A panel, or the room of a column, on the screen. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where something that is let go at a point comes to stand: the column nearest to it, before the first panel whose middle is below. */
export function dropPlace(
  columns: readonly { readonly box: Box; readonly panels: readonly Box[] }[],
  x: number,
  y: number,
): { readonly column: number; readonly at: number } | undefined {
  let column = -1;
  let nearest = Infinity;
  columns.forEach(({ box }, i) => {
    const away = Math.max(box.left - x, x - box.right, 0);
    if (away < nearest) [column, nearest] = [i, away];
  });
  const panels = columns[column]?.panels;
  return panels && { column, at: panels.filter(({ top, bottom }) => (top + bottom) / 2 < y).length };
}
