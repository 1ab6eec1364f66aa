import type { ElectrodePosition } from '../../anatomy/electrodes.js';

/**
 * The neighbour of each channel: the next one around the limb by angle, those at the same angle from proximal to
 * distal; the last one's is the first. Lists of positions may be in any order.
 */
export function nextAround(
  positions: readonly Pick<ElectrodePosition, 'angleDeg' | 'axialMm'>[],
): Int32Array {
  const turn = (channel: number): number => (positions[channel].angleDeg + 720) % 360;
  const order = positions
    .map((_, channel) => channel)
    .sort((a, b) => turn(a) - turn(b) || positions[a].axialMm - positions[b].axialMm || a - b);
  const next = new Int32Array(order.length);
  order.forEach((channel, place) => (next[channel] = order[(place + 1) % order.length]));
  return next;
}
