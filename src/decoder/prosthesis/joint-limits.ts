import type { DofId } from '../../ground/movement/degree-of-freedom.js';
import { ConfigError } from '../../ground/signal/errors.js';
import type { ProsthesisSpec } from './prosthesis-fields.js';

/** Limits of one joint in its own unit (degrees, or percent for the hand). */
export interface JointLimits {
  readonly min: number;
  readonly max: number;
  /** Per second, at a command of ±1. */
  readonly maxSpeed: number;
  /** Per second squared. */
  readonly maxAcceleration: number;
}

/**
 * Limits of a joint, from the description.
 * @throws ConfigError when the range is empty
 */
export function jointLimits(joints: ProsthesisSpec['joints'], dof: DofId): JointLimits {
  const limits = dof === 'hand' ? handLimits(joints.hand) : rotaryLimits(joints[dof]);
  if (limits.min < limits.max) return limits;
  throw new ConfigError(`prosthesis.joints.${dof}: got a range from ${limits.min} to ${limits.max}`, {
    field: `prosthesis.joints.${dof}`,
    hint: 'The lowest position must be below the highest.',
  });
}

function handLimits(hand: ProsthesisSpec['joints']['hand']): JointLimits {
  return {
    min: hand.minPercent,
    max: hand.maxPercent,
    maxSpeed: hand.maxSpeedPercentPerS,
    maxAcceleration: hand.maxAccelerationPercentPerS2,
  };
}

function rotaryLimits(joint: ProsthesisSpec['joints']['elbow']): JointLimits {
  return {
    min: joint.minDeg,
    max: joint.maxDeg,
    maxSpeed: joint.maxSpeedDegPerS,
    maxAcceleration: joint.maxAccelerationDegPerS2,
  };
}
