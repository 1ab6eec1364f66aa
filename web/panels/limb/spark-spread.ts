import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import { angleOf, middleDeg, polar } from './sector-path.js';

/** How the action potential of one motor unit lies over the electrodes. */
export interface SparkSpread {
  /** Middle of its energy around the limb, deg. */
  readonly angleDeg: number;
  /** Half its width around the limb, deg: the circular standard deviation of its energy. */
  readonly halfWidthDeg: number;
  /** On how many channels it would lie if it lay on each of them alike: 1 on one only. */
  readonly channels: number;
}

/** Energy of a waveform, V² per sample. */
export const energyOf = (wave: readonly number[]): number =>
  wave.reduce((sum, value) => sum + value * value, 0);

/**
 * How far the energy of an action potential spreads: over how many channels, (Σ E)² / Σ E² (participation ratio), and how wide
 * around the limb. Undefined where it reaches no electrode.
 */
export function sparkSpread(
  waves: readonly (readonly number[])[],
  { electrodes }: Pick<LimbGeometry, 'electrodes'>,
): SparkSpread | undefined {
  const energies = waves.map(energyOf);
  const sum = energies.reduce((total, energy) => total + energy, 0);
  if (!(sum > 0)) return undefined;
  const squares = energies.reduce((total, energy) => total + (energy / sum) ** 2, 0);
  let [x, y] = [0, 0];
  energies.forEach((energy, c) => {
    const contacts = electrodes[c]?.contacts ?? [];
    const [ux, uy] = polar(middleDeg(contacts.map(({ angleDeg }) => angleDeg)), energy / sum);
    x += ux;
    y += uy;
  });
  // Nearer to 1 the more of it lies in one direction.
  const together = Math.min(1, Math.hypot(x, y));
  const sd = together > 0 ? Math.sqrt(2 * Math.abs(Math.log(together))) : Math.PI;
  return {
    angleDeg: angleOf(x, y),
    halfWidthDeg: Math.min(180, (sd * 180) / Math.PI),
    channels: 1 / squares,
  };
}
