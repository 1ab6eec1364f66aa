import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import type { Dials } from '../../data/dials.js';
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

/**
 * The suture after a key: ← → around; ↑ ↓ of the view deeper or, in the long view, tighter; + and − tighter in both.
 * Undefined for any other key.
 */
export function sutureByKey(
  now: Suture,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  view: 'across' | 'along',
  muscle: { readonly innerRadiusMm: number; readonly outerRadiusMm: number },
  room: { readonly innerRadiusMm: number; readonly outerRadiusMm: number },
): Suture | undefined {
  const steps = shiftKey ? 5 : 1;
  const tighter = (by: number): Suture => ({
    ...now,
    tension: hundredths(Math.min(TAUT, Math.max(SLACK, now.tension + by))),
  });
  const moved = (aroundDeg: number, outwardsMm: number): Suture => ({
    ...now,
    ...sutureAfter(now, { aroundDeg, outwardsMm }, muscle, room),
  });
  switch (key) {
    case 'ArrowLeft':
      return moved(-2 * steps, 0);
    case 'ArrowRight':
      return moved(2 * steps, 0);
    case 'ArrowUp':
      return view === 'along' ? tighter(-0.02 * steps) : moved(0, 0.5 * steps);
    case 'ArrowDown':
      return view === 'along' ? tighter(0.02 * steps) : moved(0, -0.5 * steps);
    case '+':
    case '=':
      return tighter(0.02 * steps);
    case '-':
      return tighter(-0.02 * steps);
    default:
      return undefined;
  }
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
