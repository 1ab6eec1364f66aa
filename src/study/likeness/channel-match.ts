import { isRest } from '../../decoder/training/training-windows.js';
import { correlation, mean } from '../../ground/math/statistics.js';
import type { Measured } from './portrait.js';

type Patterned = Pick<Measured, 'pattern'>;

/** Which simulated channel stands for which real one, around the limb. */
export interface ChannelMatch {
  /** Simulated channel of each real one, from 0. */
  readonly order: readonly number[];
  /** Places by which the ring is turned, and whether it runs the other way round. */
  readonly turn: number;
  readonly mirrored: boolean;
  /** Correlation of the patterns of the classes both have, before and after. */
  readonly before: number;
  readonly after: number;
}

/**
 * The turn of the simulated ring of electrodes, and its direction, in which the levels by class and channel resemble
 * the real ones most. `undefined` where they share no two movements.
 */
export function matchChannels(
  real: readonly Patterned[],
  simulated: readonly Patterned[],
): ChannelMatch | undefined {
  const theirs = meanPattern(simulated);
  const ours = [...meanPattern(real)].filter(([label]) => theirs.has(label));
  const channels = ours[0]?.[1].length ?? 0;
  if (ours.length < 2 || channels < 2) return undefined;
  const likenessOf = (order: readonly number[]): number =>
    correlation(
      ours.flatMap(([, levels]) => levels),
      ours.flatMap(([label]) => order.map((c) => theirs.get(label)?.[c] ?? NaN)),
    );
  const identity = Array.from({ length: channels }, (_, c) => c);
  const before = likenessOf(identity);
  let best: ChannelMatch = { order: identity, turn: 0, mirrored: false, before, after: before };
  for (const mirrored of [false, true])
    for (let turn = 0; turn < channels; turn++) {
      const order = identity.map((c) => (turn + (mirrored ? channels - c : c)) % channels);
      const after = likenessOf(order);
      if (after > best.after) best = { order, turn, mirrored, before, after };
    }
  return best;
}

/** Level of each movement and channel over the movement’s mean, averaged over people: strength says nothing of place. */
function meanPattern(side: readonly Patterned[]): Map<string, number[]> {
  const rows = side.flatMap(({ pattern }) =>
    pattern
      .filter(({ label }) => !isRest(label))
      .map(({ label, levels }) => {
        const middle = mean(levels);
        return { label, levels: levels.map((db) => db - middle) };
      }),
  );
  return new Map(
    [...new Set(rows.map(({ label }) => label))].map((wanted) => {
      const own = rows.filter(({ label }) => label === wanted).map(({ levels }) => levels);
      return [wanted, (own[0] ?? []).map((_, c) => mean(own.map((row) => row[c])))];
    }),
  );
}
