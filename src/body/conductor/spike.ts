import { MM } from '../../ground/signal/units.js';

/** Width of w³ e^(−w) at half its height, from w = 1.3941 to 5.5254. */
const halfWidth = 4.1312;

/** Scales of the source behind which nothing of it is left (5e-4 of its peak). */
export const sourceScales = 16;

/**
 * Scale s, in m, of the action potential V(z) = 96 w³ e^(−w) − 90 mV, w = z/s, whose spike is as long as asked at
 * half its height. Rosenfalck's own s is 1 mm; single-fibre recordings ask for half of that, 768 z³ e^(−2z) − 90 mV
 * with z in mm (Nandedkar & Stålberg, Med Biol Eng Comput 1983;21:158).
 */
export function spikeScale(spikeLengthMm: number): number {
  return (spikeLengthMm * MM) / halfWidth;
}
