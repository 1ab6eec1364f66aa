import type { DisturbanceSpec } from './disturbance-fields.js';

/** Samples per second by a true clock, of a device that says it takes `sampleRateHz`. */
export function trueRate(
  sampleRateHz: number,
  { clockDriftPpm }: Pick<DisturbanceSpec, 'clockDriftPpm'>,
): number {
  return sampleRateHz * (1 + clockDriftPpm * 1e-6);
}
