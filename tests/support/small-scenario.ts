import { exactUser } from '../../src/body/intent/exact-user.js';
import { presetByName } from '../../src/scenario/presets/index.js';
import type { Scenario } from '../../src/scenario/scenario.js';

/** A patient who is quickly made: few muscles and units, a short calibration, and efforts exactly as asked. */
export function smallScenario(patch: Record<string, unknown> = {}): Scenario {
  const whole = presetByName('transfemoral-surface');
  return presetByName('transfemoral-surface', {
    muscles: among(whole.muscles).map((muscle) => ({ ...muscle, unitCount: 8 })),
    electrodes: { positions: among(whole.electrodes.positions) },
    calibration: {
      movements: ['rest', 'knee-flexion', 'knee-extension'],
      repetitions: 2,
      rampMs: 100,
      holdMs: 700,
      restMs: 100,
      countdownMs: 300,
      reactionMs: 0,
    },
    // Holds as short as these leave nothing to learn from where someone reacts late.
    intent: {
      ...whole.intent,
      ...exactUser,
      movementStrengthDb: { 'knee-flexion': 0, 'knee-extension': 0 },
      reactionMs: 0,
    },
    ...patch,
  });
}

/** What belongs to two muscles that stretch the knee and one that bends it. */
function among<T>(all: readonly T[]): T[] {
  return all.filter((_, m) => m === 0 || m === 1 || m === 5);
}
