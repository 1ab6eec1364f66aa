import { exp } from '../../ground/math/real.js';
import { DB } from '../../ground/signal/units.js';
import type { Limits } from './limits.js';
import type { PopulationSpec } from './population-fields.js';
import { factorOf } from './spread.js';
import type { Traits } from './traits.js';

/** The part of the disturbances that goes with the person: their skin under the contacts. */
export interface PersonNoise {
  readonly noiseUv: number;
  readonly noiseSlopeDbPerOctave: number;
  readonly noiseCommonPercent: number;
  readonly noiseKurtosis: number;
}

/** As far as the fields of the disturbances go. */
const ranges = {
  noiseUv: [0, 200, 'µV'],
  noiseSlopeDbPerOctave: [0, 9, 'dB/octave'],
  noiseCommonPercent: [0, 45, '%'],
  noiseKurtosis: [3, 15, ''],
} as const;

/** The contact noise of a person: its level, its colour, what neighbours share of it, and how much it crackles. */
export function noiseOf(
  noise: PersonNoise,
  { contacts }: PopulationSpec,
  traits: Traits,
  limits: Limits,
): PersonNoise {
  const keep = (name: keyof PersonNoise, value: number): number => {
    const [min, max, unit] = ranges[name];
    return limits.within(`disturbances.${name}`, value, min, max, unit);
  };
  return {
    noiseUv: keep('noiseUv', noise.noiseUv * exp(DB * contacts.noiseDb * traits.noise)),
    noiseSlopeDbPerOctave: keep(
      'noiseSlopeDbPerOctave',
      noise.noiseSlopeDbPerOctave + contacts.noiseSlopeDb * traits.noiseColour,
    ),
    noiseCommonPercent: keep(
      'noiseCommonPercent',
      noise.noiseCommonPercent * factorOf(contacts.noiseCommonPercent, traits.noiseCommon),
    ),
    noiseKurtosis: keep(
      'noiseKurtosis',
      3 + (noise.noiseKurtosis - 3) * factorOf(contacts.cracklePercent, traits.crackle),
    ),
  };
}
