import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import type { Dials } from '../../data/dials.js';
import { struckAt } from '../../data/key-places.js';
import type { KeyStroke } from '../../data/keys.js';
import { valueAt } from '../../data/scenario-path.js';
import { sutureAfter } from './touch.js';

/** How a muscle was sewn: moved around the limb, deeper, and stretched. */
export interface Suture {
  readonly angleDeg: number;
  readonly depthMm: number;
  /** Length at which it was sutured, of its length at rest. */
  readonly tension: number;
}

/** Limits of the scenario's field. */
const SLACK = 0.5;
const TAUT = 1.6;

/** The suture of a muscle in a scenario; undefined where there is none. */
export function sutureIn(scenario: unknown, muscle: number): Suture | undefined {
  const at = (key: string): unknown => valueAt(scenario, ['muscles', muscle, key]);
  const [angleDeg, depthMm, tension] = [at('reattachedAngleDeg'), at('reattachedDepthMm'), at('tension')];
  if (typeof angleDeg !== 'number' || typeof depthMm !== 'number' || typeof tension !== 'number')
    return undefined;
  return at('cut') === false ? undefined : { angleDeg, depthMm, tension };
}

/** How well a muscle is sewn, 0 … 1; undefined of one that was never cut. */
export function fixationIn(scenario: unknown, muscle: number): number | undefined {
  if (valueAt(scenario, ['muscles', muscle, 'cut']) === false) return undefined;
  const share = (value: unknown): number => (typeof value === 'number' ? value : 1);
  return (
    share(valueAt(scenario, ['muscles', muscle, 'fixation'])) *
    share(valueAt(scenario, ['surgery', 'fixation']))
  );
}

/**
 * Tension after the sutured end was dragged along the limb.
 * @param endMm how far the end lies beyond the end-plates now
 */
export function tensionAfter(tension: number, endMm: number, alongMm: number): number {
  if (endMm <= 0) return tension;
  return hundredths(Math.min(TAUT, Math.max(SLACK, (tension * (endMm + alongMm)) / endMm)));
}

/** The suture after a key: around; deeper in the slice, tighter in the long view. Undefined of a key that moves none. */
export function sutureByKey(
  now: Suture,
  event: KeyStroke,
  view: 'across' | 'along',
  muscle: { readonly innerRadiusMm: number; readonly outerRadiusMm: number },
  room: { readonly innerRadiusMm: number; readonly outerRadiusMm: number },
): Suture | undefined {
  const found = struckAt('sutures', event);
  if (!found) return undefined;
  const tighter = (by: number): Suture => ({
    ...now,
    tension: hundredths(Math.min(TAUT, Math.max(SLACK, now.tension + by))),
  });
  if (found.action === 'tighter') return tighter(0.02);
  if (found.action === 'looser') return tighter(-0.02);
  const steps = found.action === 'far' ? 5 : 1;
  const [around, inwards] = [[-2, 2, 0, 0][found.nth] ?? 0, [0, 0, -1, 1][found.nth] ?? 0];
  if (view === 'along' && inwards !== 0) return tighter(0.02 * steps * inwards);
  const moved = { aroundDeg: around * steps, outwardsMm: -0.5 * inwards * steps };
  return { ...now, ...sutureAfter(now, moved, muscle, room) };
}

/** Turn the dials of a suture that change. */
export function setSuture(dials: Pick<Dials, 'set'>, muscle: number, from: Suture, to: Suture): void {
  const path = `muscles.${muscle}`;
  if (to.angleDeg !== from.angleDeg) dials.set(`${path}.reattachedAngleDeg`, to.angleDeg);
  if (to.depthMm !== from.depthMm) dials.set(`${path}.reattachedDepthMm`, to.depthMm);
  if (to.tension !== from.tension) dials.set(`${path}.tension`, to.tension);
}

/** Between bone and surface of the compartment a muscle can be sewn. */
export function roomOf({ layers }: LimbGeometry): {
  readonly innerRadiusMm: number;
  readonly outerRadiusMm: number;
} {
  const radius = (name: string): number => layers.find((l) => l.name === name)?.outerRadiusMm ?? 0;
  return { innerRadiusMm: radius('bone'), outerRadiusMm: radius('muscle') };
}

const hundredths = (value: number): number => Math.round(100 * value) / 100;
