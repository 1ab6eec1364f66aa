import { noScore } from '../../../../src/world/world-view.js';
import type { World } from '../../../../web/panels/prosthesis/figure-scene.js';

/** A world with a task at a table, other than told only where it is said. */
export function worldWith(changed: Partial<World>): World {
  return {
    op: 'world',
    index: 0,
    task: 'cup',
    phase: 'reach',
    prompt: '',
    wrist: { xMm: 235, yMm: 47.5, pitchDeg: 0, handMm: 95 },
    things: [],
    goalXMm: null,
    partition: null,
    touchPercent: null,
    gripN: 0,
    stance: null,
    targets: [],
    contact: null,
    score: noScore(),
    ...changed,
  };
}
