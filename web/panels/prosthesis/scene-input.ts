import { valueAt } from '../../data/scenario-path.js';
import type { Store } from '../../data/store.js';
import type { Carrier, World } from './figure-scene.js';
import type { Target } from './joint-list.js';

/** What carries the prosthesis; a volunteer's limb is whole, and the hand that moves is only a picture of one. */
export function carrierOf({ scenario }: Store): Carrier {
  if (valueAt(scenario, ['limb', 'level']) === 'forearm') return 'whole';
  const socket =
    valueAt(scenario, ['surgery', 'anchor']) === 'socket' ||
    valueAt(scenario, ['limb', 'stemRadiusMm']) === 0;
  return socket ? 'socket' : 'stem';
}

/** What the prosthesis does something to now; undefined where nothing is to be done, or what was told is of before. */
export function worldOf({ world, scenario }: Store): World | undefined {
  const task = valueAt(scenario, ['prosthesis', 'task']);
  return world && world.task !== 'none' && world.task === task ? world : undefined;
}

/** Posture that a running test asks for, or else a task. */
export function targetOf(store: Store): Target | undefined {
  const state = store.test?.state;
  if (state?.target && (state.phase === 'trial' || state.phase === 'pause')) return state.target;
  const targets = worldOf(store)?.targets ?? [];
  if (targets.length === 0) return undefined;
  return {
    posture: Object.fromEntries(targets.map(({ dof, position }) => [dof, position])),
    tolerance: Object.fromEntries(targets.map(({ dof, tolerance }) => [dof, tolerance])),
  };
}
