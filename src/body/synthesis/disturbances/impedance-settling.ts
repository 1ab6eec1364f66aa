import type { DisturbanceSpec } from './disturbance-fields.js';

/** Contact impedance, relative to that at donning, against minutes worn. */
const COURSE = [
  [0, 1],
  [10, 0.87],
  [15, 0.78],
] as const;

/**
 * Contact impedance relative to that at donning: −13 % after 10 min, −9 points more by 15 min, then steady.
 * @param seconds since the stream started
 */
export function settledImpedance(spec: DisturbanceSpec, seconds: number): number {
  if (spec.settlingPercent === 0) return 1;
  const minutes = spec.wornMin + seconds / 60;
  let [m0, z0]: readonly [number, number] = COURSE[0];
  for (const [m1, z1] of COURSE) {
    if (minutes < m1) {
      z0 += ((z1 - z0) * (minutes - m0)) / (m1 - m0);
      break;
    }
    [m0, z0] = [m1, z1];
  }
  return 1 - (1 - z0) * (spec.settlingPercent / 100);
}
