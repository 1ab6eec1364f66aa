/**
 * Zero within ±width, beyond it a straight line that still reaches ±1, so that there is no jump at the edge.
 * @param value −1 … 1; beyond is clipped
 * @param width 0 ≤ width < 1
 */
export function deadband(value: number, width: number): number {
  const magnitude = Math.min(1, Math.abs(value));
  return magnitude <= width ? 0 : (Math.sign(value) * (magnitude - width)) / (1 - width);
}
