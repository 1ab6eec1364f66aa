import { DEG, wrapAngle } from '../../ground/signal/units.js';
import type { MuscleSpec } from './muscle.js';

/** Number of the muscle whose middle is nearest to a direction around the limb, degrees. */
export function muscleBelow(muscles: readonly MuscleSpec[], angleDeg: number): number {
  const away = muscles.map((muscle) =>
    Math.abs(wrapAngle((muscle.angleDeg + muscle.reattachedAngleDeg - angleDeg) * DEG)),
  );
  return away.indexOf(Math.min(...away));
}
