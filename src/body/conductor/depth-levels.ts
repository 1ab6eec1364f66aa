/**
 * Radii at which fibres may lie, fine near the electrode: steps of a tenth of the distance to it and at least
 * 0.25 mm. A fibre is put on the nearest level, so that its potential needs no interpolation over depth.
 *
 * @param from smallest radius of any fibre, m
 * @param to largest radius of any fibre, m
 * @param electrode radius of the contacts, m
 */
export function depthLevels(from: number, to: number, electrode: number): Float64Array {
  const levels: number[] = [];
  const start = Math.min(to, Math.max(from, electrode));
  levels.push(start);
  for (const direction of [-1, 1])
    for (let r = start; ;) {
      r += direction * Math.max(0.25e-3, 0.1 * Math.abs(r - electrode));
      if (r < from || r > to) break;
      levels.push(r);
    }
  return Float64Array.from(levels).sort();
}

/** Index of the level nearest to a radius. */
export function nearestLevel(levels: Float64Array, radius: number): number {
  let best = 0;
  for (let i = 1; i < levels.length; i++)
    if (Math.abs(levels[i] - radius) < Math.abs(levels[best] - radius)) best = i;
  return best;
}
