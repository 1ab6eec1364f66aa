/** Where a text stands, by its middle and half its size, in the unit of its drawing. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Whether two texts lie over each other. */
export function overlap(a: LabelBox, b: LabelBox): boolean {
  return Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;
}
