import { mean } from '../../ground/math/statistics.js';
import type { Measured } from '../likeness/portrait.js';

/** Levels by channel, dB. */
export interface Levels {
  /** Those of each movement. */
  readonly active: ReadonlyMap<string, readonly number[]>;
  readonly rest: readonly number[];
}

/** Levels of a person's movements and rest over the mean of the movements: the gain of a recording is not known. */
export function levelsOf({ pattern }: Pick<Measured, 'pattern'>): Levels {
  const active = pattern.filter(({ label }) => label !== 'rest');
  const middle = mean(active.flatMap(({ levels }) => levels));
  const centred = (levels: readonly number[]): readonly number[] => levels.map((db) => db - middle);
  return {
    active: new Map(active.map(({ label, levels }) => [label, centred(levels)])),
    rest: centred(pattern.find(({ label }) => label === 'rest')?.levels ?? []),
  };
}

/** Levels asked for next where `got` came of what was asked: so much of what is still missing is added. */
export function corrected({ active, rest }: Levels, wanted: Levels, got: Levels, share: number): Levels {
  return {
    rest,
    active: new Map(
      [...active].map(([movement, levels]) => {
        const missing = (c: number): number =>
          (wanted.active.get(movement)?.[c] ?? 0) - (got.active.get(movement)?.[c] ?? 0);
        return [movement, levels.map((db, c) => db + share * missing(c))];
      }),
    ),
  };
}
