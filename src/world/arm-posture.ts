import type { DofId } from '../ground/movement/degree-of-freedom.js';
import { clamp } from './clamp.js';
import { closedPercentAt } from './hand-grips.js';
import { armWords } from './table-words.js';
import type { JointTarget } from './world-view.js';
import type { WorldJoints, WorldSetting } from './world.js';

/** How far the arm's joints may be off for the hand to take something, and where a person stops correcting; assumptions. */
const straight: readonly (readonly [dof: DofId, at: number, ready: number, aim: number, word: string])[] = [
  ['elbow', 90, 45, 40, armWords.level],
  ['wrist-rotation', 0, 22, 20, armWords.turn],
  ['wrist-deviation', 0, 15, 14, armWords.deviate],
];
/** Room at both sides of a thing that the hand is to go around, mm, and how much wider a person opens it, percent. */
const ROOM_MM = 12;
const WIDER_PERCENT = 25;

/** Joints of the arm that keep the hand from taking something, with what to do about the first. */
export function offStraight(
  { positions }: WorldJoints,
  { joints }: WorldSetting,
): { readonly targets: readonly JointTarget[]; readonly word: string | undefined } {
  const off = straight.filter(([dof, at, ready]) => {
    const limits = joints.get(dof);
    const position = positions[dof];
    if (!limits || position === undefined) return false;
    return Math.abs(position - clamp(at, limits.min, limits.max)) > ready;
  });
  const targets = off.map(([dof, at, , aim]) => {
    const limits = joints.get(dof);
    return { dof, position: limits ? clamp(at, limits.min, limits.max) : at, tolerance: aim };
  });
  return { targets, word: off[0]?.[4] };
}

/** How far a joint that leans what is held may be from where it was when that was taken, and where a person aims. */
const LEANS_DEG = 10;
const UPRIGHT_DEG = 12;
const leaning = ['wrist-rotation', 'wrist-deviation'] as const;

/** Joints of the arm that lean what was taken as the joints were then. */
export function offUpright(
  { positions }: WorldJoints,
  { joints }: WorldSetting,
  then: WorldJoints['positions'],
): JointTarget[] {
  return leaning.flatMap((dof) => {
    const [now, met] = [positions[dof], then[dof]];
    if (!joints.has(dof) || now === undefined || met === undefined) return [];
    return Math.abs(now - met) > LEANS_DEG ? [{ dof, position: met, tolerance: UPRIGHT_DEG }] : [];
  });
}

/** Where the hand is to be opened to for something so wide; undefined where it is open enough, or cannot open further. */
export function openFor(
  widthMm: number,
  { positions }: WorldJoints,
  { joints }: WorldSetting,
): JointTarget | undefined {
  const limits = joints.get('hand');
  const closed = positions.hand;
  if (!limits || closed === undefined) return undefined;
  const enough = Math.max(limits.min, closedPercentAt(widthMm + ROOM_MM));
  if (closed <= enough) return undefined;
  const position = Math.max(limits.min, enough - WIDER_PERCENT);
  // People aim at six tenths of a tolerance.
  return { dof: 'hand', position, tolerance: Math.max(5, (enough - position) / 0.7) };
}
