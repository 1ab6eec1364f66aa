import { exactUser } from './exact-user.js';
import { presetByName } from '../../src/scenario/presets/index.js';
import type { Scenario } from '../../src/scenario/scenario.js';

/** A patient who is quickly made: few muscles and units, a short calibration, and efforts exactly as asked. */
export function smallScenario(patch: Record<string, unknown> = {}): Scenario {
  const whole = presetByName('transfemoral-surface');
  return presetByName('transfemoral-surface', {
    muscles: whole.muscles.slice(0, 3).map((muscle) => ({ ...muscle, unitCount: 8 })),
    electrodes: { positions: whole.electrodes.positions.slice(0, 3) },
    calibration: {
      movements: ['rest', 'knee-flexion', 'knee-extension'],
      repetitions: 2,
      rampMs: 100,
      holdMs: 700,
      restMs: 100,
      countdownMs: 300,
      reactionMs: 0,
    },
    // Of these muscles none bends the knee: that is told from rest by what spreads to them.
    intent: { ...whole.intent, ...exactUser, coContractionPercent: 8 },
    ...patch,
  });
}
