import type { MovementId } from '../../ground/movement/movement.js';
import { defaultsOf } from '../../ground/signal/parse-fields.js';
import { intentFields, type IntentSpec } from './intent-fields.js';

/** How the prompts of a calibration run. */
export interface CalibrationScriptOptions {
  /** Rest before the first prompt; default 1000. */
  readonly leadMs?: number;
  /** Default 3. */
  readonly repetitions?: number;
  /** Default 500. */
  readonly rampMs?: number;
  /** Default 3000. */
  readonly holdMs?: number;
  /** Rest from one prompt to the next; default 1500. */
  readonly restMs?: number;
  /** Default 40 % MVC. */
  readonly strengthPercent?: number;
}

/**
 * Script of a screen-guided calibration: each class in turn, ramp and hold, once per repetition. Rest is a class
 * like the others: its prompt asks to do nothing.
 *
 * @param classes movements to record, in the order of the prompts
 * @param user whose reaction, variability and habits it has; default the average user's
 * @example new IntentScript(calibrationScript(['rest', 'hand-close'], { repetitions: 2 }), 1, 1000).trials()
 */
export function calibrationScript(
  classes: readonly MovementId[],
  options: CalibrationScriptOptions = {},
  user: IntentSpec = defaultsOf(intentFields),
): IntentSpec {
  const { repetitions = 3, leadMs = 1000, rampMs = 500, holdMs = 3000 } = options;
  const { restMs = 1500, strengthPercent = 40 } = options;
  return {
    ...user,
    style: 'trapezoid',
    movements: [...classes],
    order: 'listed',
    simultaneous: 1,
    loop: false,
    repetitions,
    leadMs,
    rampMs,
    holdMs,
    restMs,
    strengthPercent,
    strengthsPercent: [],
  };
}
