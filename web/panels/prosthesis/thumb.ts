import type { FingerShape } from './finger-shape.js';
import {
  add,
  along,
  cross,
  dot,
  length,
  minus,
  moved,
  outward,
  place,
  times,
  unit,
  type Frame,
  type Vec,
} from './space.js';

/** Root of the thumb in the frame of the hand, mm. */
export const thumbRoot: Vec = [24, 8, 24];
/** Ball of the thumb, then its two bones; the last one stays bent a little. */
const BALL = 46;
const PROXIMAL = 36;
const DISTAL = 28;
const LAST_BEND = 22;
const radii = [12.5, 10.5, 9.4, 8.6] as const;

/** A thumb whose tip is at a place, or as near as it reaches; its knuckle stands out from the palm. */
export function reachThumb(hand: Frame, goal: Vec): FingerShape {
  const root = place(hand, thumbRoot);
  const bend = (LAST_BEND * Math.PI) / 180;
  // The two last bones as one straight line from knuckle to tip.
  const reach = Math.hypot(PROXIMAL + DISTAL * Math.cos(bend), DISTAL * Math.sin(bend));
  const lag = Math.atan2(DISTAL * Math.sin(bend), PROXIMAL + DISTAL * Math.cos(bend));
  const way = minus(goal, root);
  const far = Math.min(BALL + reach - 0.5, Math.max(BALL * 0.75, length(way)));
  const towards = unit(way);
  const hint = outward(hand, [-0.25, 0.35, 1]);
  const out = unit(minus(hint, times(towards, dot(hint, towards))));
  const cos = (BALL * BALL + far * far - reach * reach) / (2 * BALL * far);
  const angle = Math.acos(Math.min(1, Math.max(-1, cos)));
  const knuckle = add(root, add(times(towards, BALL * Math.cos(angle)), times(out, BALL * Math.sin(angle))));
  const tip = add(root, times(towards, far));
  const inwards = times(out, -1);
  const line = unit(minus(tip, knuckle));
  const side = unit(cross(line, inwards));
  const palm = unit(cross(side, line));
  // The first of the two leaves the line outwards by as much as the last one comes back.
  const first = add(times(line, Math.cos(lag)), times(palm, -Math.sin(lag)));
  const ball = along(root, minus(knuckle, root), inwards);
  const proximal = along(knuckle, first, palm);
  const joint = place(proximal, [PROXIMAL, 0, 0]);
  const distal = along(joint, minus(tip, joint), palm);
  return {
    finger: 'thumb',
    bones: [
      { frame: ball, length: BALL, radius: radii[0] },
      { frame: proximal, length: PROXIMAL, radius: radii[1] },
      { frame: distal, length: DISTAL, radius: radii[2] },
    ],
    tip: moved(distal, [DISTAL, 0, 0]).at,
    tipRadius: radii[3],
  };
}
