import { exp } from '../../ground/math/real.js';
import { RandomStream } from '../../ground/signal/random.js';
import { DB } from '../../ground/signal/units.js';
import type { IntentSpec } from './intent-fields.js';

/** What the shares need to know of a muscle. */
export interface SharingMuscle {
  readonly name: string;
  /** Relative force per movement, 0 … 1: part of the muscle's maximum asked for at full strength. */
  readonly drives: Readonly<Record<string, number>>;
}

/**
 * Share of each muscle in each movement that any of them is driven by, as this person has it in this position of the
 * limb and on this day. One number per muscle, which may exceed 1.
 */
export function movementShares(
  spec: IntentSpec,
  muscles: readonly SharingMuscle[],
  seed: number,
): ReadonlyMap<string, Float64Array> {
  const shares = new Map<string, Float64Array>();
  for (const { drives } of muscles)
    for (const movement of Object.keys(drives))
      shares.set(
        movement,
        Float64Array.from(muscles, (muscle) => Math.max(0, muscle.drives[movement] ?? 0)),
      );
  blur(shares, spec.selectivityPercent / 100);
  if (spec.limbPosition > 0)
    for (const [movement, share] of shares) place(share, movement, spec, muscles, seed);
  if (spec.day > 0) for (const [movement, share] of shares) age(share, movement, spec, muscles, seed);
  return shares;
}

/**
 * Move each movement's pattern towards the mean pattern of all. Its total stays: how well someone can single out
 * muscles says nothing of how hard they try.
 */
function blur(shares: ReadonlyMap<string, Float64Array>, selectivity: number): void {
  if (selectivity === 1) return;
  const patterns = [...shares.values()];
  const mean = Float64Array.from(patterns[0] ?? [], (_, m) => patterns.reduce((sum, p) => sum + p[m], 0));
  const all = total(mean);
  if (all === 0) return;
  for (const pattern of patterns) {
    const own = total(pattern);
    for (let m = 0; m < pattern.length; m++)
      pattern[m] = selectivity * pattern[m] + ((1 - selectivity) * own * mean[m]) / all;
  }
}

/**
 * Another position of the limb: other muscles make the same movement with the same effort. Log-normal factors per
 * muscle and movement, of which the total is taken back, so that no position makes anyone stronger.
 */
function place(
  share: Float64Array,
  movement: string,
  { limbPosition, positionEffectPercent }: IntentSpec,
  muscles: readonly SharingMuscle[],
  seed: number,
): void {
  const before = total(share);
  for (let m = 0; m < share.length; m++) {
    const name = `intent/${muscles[m].name}/position/${limbPosition}/${movement}`;
    share[m] *= exp((positionEffectPercent / 100) * new RandomStream(seed, name).normal());
  }
  const scale = before / (total(share) || 1);
  for (let m = 0; m < share.length; m++) share[m] *= scale;
}

/** Another day: half of the variance is the movement's own strength, the other half differs from muscle to muscle. */
function age(
  share: Float64Array,
  movement: string,
  { day, dayDriftDb }: IntentSpec,
  muscles: readonly SharingMuscle[],
  seed: number,
): void {
  const sd = DB * dayDriftDb * Math.SQRT1_2;
  const common = new RandomStream(seed, `intent/day/${day}/${movement}`).normal();
  for (let m = 0; m < share.length; m++) {
    const own = new RandomStream(seed, `intent/${muscles[m].name}/day/${day}/${movement}`).normal();
    share[m] *= exp(sd * (common + own));
  }
}

function total(pattern: Float64Array): number {
  return pattern.reduce((sum, share) => sum + share, 0);
}
