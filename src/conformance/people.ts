import { presetByName } from '../scenario/presets/index.js';
import type { Scenario } from '../scenario/scenario.js';
import { seeds } from './series.js';

/**
 * People of a preset's population: persons 1 … count, each in a session of their own luck.
 * @param patch partial scenario merged over the preset
 */
export function peopleOf(preset: string, count: number, patch: object = {}): Scenario[] {
  return seeds(count).map((seed) => presetByName(preset, { seed, person: { number: seed }, ...patch }));
}

/** Conditions that all rows on control share. */
export const decoding =
  'HTD unless said otherwise, LDA, 200 ms windows every 50 ms, the preset’s own filters and rate';

/** The preset that stands for a hand, and the five classes of short sessions. */
export const hand = 'volunteer-forearm';
/** Five classes of short sessions. */
export const fiveMovements = ['rest', 'hand-close', 'hand-open', 'wrist-flexion', 'wrist-extension'] as const;

/** Gelled discs in pairs in place of the preset's broad bars, which would touch around the limb. */
export const discPairs = {
  configuration: 'single-differential',
  contactShape: 'disc',
  contactDiameterMm: 10,
} as const;
