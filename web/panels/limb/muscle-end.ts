import { polar } from './sector-path.js';

/** A muscle in the cross-section, and how well it is sewn to the bone, 0 … 1. */
export interface SewnMuscle {
  readonly angleDeg: number;
  readonly widthDeg: number;
  readonly innerRadiusMm: number;
  readonly fixation: number;
}

/** How wide the end lies on the bone, deg to each side at most. */
const ON_BONE_DEG = 11;
/** A muscle that is not sewn hangs about half of the way. */
const LOOSE_REACH = 0.5;
/** Stitches of a perfect suture. */
const STITCHES = 4;

const at = (angleDeg: number, radius: number): string =>
  polar(angleDeg, radius)
    .map((value) => value.toFixed(2))
    .join(' ');

/** Radius at which the end of a muscle ends: on the bone where it is sewn to it. */
export function endRadius({ innerRadiusMm, fixation }: SewnMuscle, boneMm: number): number {
  return fixation > 0 ? boneMm : innerRadiusMm - LOOSE_REACH * (innerRadiusMm - boneMm);
}

/**
 * Outline of the end of a muscle, drawn into the cross-section from its belly to the bone: it lies farther down the limb.
 * A sewn one lies on the bone. Undefined where the belly lies on the bone itself.
 */
export function endPath(muscle: SewnMuscle, boneMm: number): string | undefined {
  const { angleDeg, widthDeg, innerRadiusMm } = muscle;
  if (innerRadiusMm <= boneMm + 0.3) return undefined;
  const end = endRadius(muscle, boneMm);
  const wide = Math.min(60, 0.36 * widthDeg);
  const narrow = Math.min(ON_BONE_DEG, 0.36 * widthDeg);
  const middle = (innerRadiusMm + end) / 2;
  const from = innerRadiusMm + 0.2;
  return (
    `M${at(angleDeg - wide, from)}Q${at(angleDeg - narrow, middle)} ${at(angleDeg - narrow, end)}` +
    `A${end.toFixed(2)} ${end.toFixed(2)} 0 0 1 ${at(angleDeg + narrow, end)}` +
    `Q${at(angleDeg + narrow, middle)} ${at(angleDeg + wide, from)}` +
    `A${from.toFixed(2)} ${from.toFixed(2)} 0 0 0 ${at(angleDeg - wide, from)}Z`
  );
}

/** The stitches that hold a muscle on the bone: fewer where it is sewn badly, none where it is not. */
export function stitches(muscle: SewnMuscle, boneMm: number, length: number): string {
  const count = Math.min(STITCHES, Math.ceil(STITCHES * muscle.fixation - 1e-9));
  const narrow = Math.min(ON_BONE_DEG, 0.36 * muscle.widthDeg);
  return Array.from({ length: Math.max(0, count) }, (_, n) => {
    const angle = muscle.angleDeg + (count > 1 ? narrow * ((1.7 * n) / (count - 1) - 0.85) : 0);
    return `M${at(angle, boneMm - 0.45 * length)}L${at(angle, boneMm + 0.55 * length)}`;
  }).join('');
}
