import { fingerNames, type FingerName } from '../../../src/decoder/prosthesis/grip.js';
import type { FingerShape } from './finger-shape.js';
import { reachThumb } from './thumb.js';
import { add, bent, moved, outward, place, smooth, times, type Frame, type Vec } from './space.js';

/** Flexion of each finger, 0 open … 100 closed. */
export type Fingers = Readonly<Record<FingerName, number>>;

/** Something round between fingers and palm, its axis towards the thumb; in the frame of the hand, mm. */
export interface InHand {
  readonly along: number;
  readonly palm: number;
  readonly radius: number;
}

interface Ray {
  readonly finger: Exclude<FingerName, 'thumb'>;
  /** Knuckle, in the frame of the hand. */
  readonly knuckle: Vec;
  readonly lengths: readonly [number, number, number];
  readonly radius: number;
}

/** Knuckles and bones of a grown person's hand, mm. */
export const rays: readonly Ray[] = [
  { finger: 'index', knuckle: [94, 0, 29], lengths: [45, 27, 21], radius: 9.5 },
  { finger: 'middle', knuckle: [97, -2, 9], lengths: [49, 31, 22], radius: 9.8 },
  { finger: 'ring', knuckle: [93, -1, -11], lengths: [45, 28, 22], radius: 9.4 },
  { finger: 'little', knuckle: [86, 2, -29], lengths: [36, 21, 19], radius: 8.4 },
];

const share = (percent: number): number => Math.min(1, Math.max(0, percent / 100));

/** Bend of a finger's joints, degrees: the knuckle goes first, the tip curls in last. */
function bends(flexion: number): readonly [number, number, number] {
  return [4 + 74 * flexion, 6 + 92 * flexion ** 1.6, 4 + 52 * flexion ** 2];
}

/** All five fingers of a hand. A joint stops where its bone meets what is in the hand, as in an adaptive hand. */
export function handShape(hand: Frame, fingers: Fingers, inHand?: InHand): readonly FingerShape[] {
  const four = rays.map((ray) => fingerShape(hand, ray, share(fingers[ray.finger]), inHand));
  return [thumbShape(hand, fingers, four, inHand), ...four];
}

function fingerShape(
  hand: Frame,
  { finger, knuckle, lengths, radius }: Ray,
  flexion: number,
  inHand: InHand | undefined,
): FingerShape {
  // The fingers spread a little while open.
  const spread = ((1 - flexion) * knuckle[2]) / 9;
  const [c, s] = [Math.cos((spread * Math.PI) / 180), Math.sin((spread * Math.PI) / 180)];
  let frame: Frame = {
    at: place(hand, knuckle),
    along: outward(hand, [c, 0, s]),
    palm: hand.palm,
    thumb: outward(hand, [-s, 0, c]),
  };
  const bones: FingerShape['bones'][number][] = [];
  for (const [i, wanted] of bends(flexion).entries()) {
    const size = lengths[i] ?? 0;
    const thick = radius - i * 0.9;
    frame = bent(
      frame,
      stopAt(wanted, (deg) => clears(hand, bent(frame, deg), size, thick, inHand)),
    );
    bones.push({ frame, length: size, radius: thick });
    frame = moved(frame, [size, 0, 0]);
  }
  return { finger, bones, tip: frame.at, tipRadius: radius - 2.7 };
}

/** As far as wanted, or as far as it goes freely. */
function stopAt(wanted: number, free: (deg: number) => boolean): number {
  if (free(wanted)) return wanted;
  let [low, high] = [0, wanted];
  for (let i = 0; i < 9; i++) {
    const half = (low + high) / 2;
    if (free(half)) low = half;
    else high = half;
  }
  return low;
}

/** Whether a bone stays outside what is in the hand. */
function clears(hand: Frame, bone: Frame, size: number, thick: number, inHand: InHand | undefined): boolean {
  if (!inHand) return true;
  const apart = (along: number): number => {
    const at = add(place(bone, [along, 0, 0]), times(hand.at, -1));
    const a = at[0] * hand.along[0] + at[1] * hand.along[1] + at[2] * hand.along[2] - inHand.along;
    const p = at[0] * hand.palm[0] + at[1] * hand.palm[1] + at[2] * hand.palm[2] - inHand.palm;
    return Math.hypot(a, p);
  };
  return [0.35, 0.7, 1].every((part) => apart(part * size) >= inHand.radius + thick - 0.5);
}

/** Where the thumb's tip is while the hand is open, in the frame of the hand. */
const OPEN: Vec = [70, 18, 82];

/**
 * The thumb goes to where its counterpart is: the pads of the fingers that close (pinch, tripod), the back of those that
 * are closed (power, point), or the side of the index finger where it closes further than all others (lateral).
 */
function thumbShape(
  hand: Frame,
  fingers: Fingers,
  four: readonly FingerShape[],
  inHand: InHand | undefined,
): FingerShape {
  const closing = share(fingers.thumb);
  const others = fingerNames.filter((name) => name !== 'thumb').map((name) => share(fingers[name]));
  const most = Math.max(0.001, ...others);
  const lateral = smooth(0.97, 1.04, closing / most) * smooth(0.3, 0.6, Math.min(...others));
  const [index, middle] = [four[0], four[1]];
  if (!index || !middle) throw new RangeError('a hand has an index and a middle finger');
  const weigh = (finger: FingerName): number => smooth(0.25, 0.6, share(fingers[finger]) / most);
  const weights = [weigh('index'), weigh('middle')] as const;
  const sum = weights[0] + weights[1] || 1;
  const opposed = add(
    times(counterpart(index, share(fingers.index)), weights[0] / sum),
    times(counterpart(middle, share(fingers.middle)), weights[1] / sum),
  );
  const side = middleBone(index);
  const beside = add(
    place(side.frame, [0.65 * side.length, 0, 0]),
    times(hand.thumb, side.radius + THUMB_TIP),
  );
  const around = inHand && grasped(hand, inHand);
  const goal = add(times(around ?? opposed, 1 - lateral), times(beside, lateral));
  const way = smooth(0, 0.7, closing) * 0.35 + 0.65 * Math.min(1, closing / 0.7);
  const open = place(hand, OPEN);
  return reachThumb(hand, add(times(open, 1 - way), times(goal, way)));
}

const THUMB_TIP = 8.6;

function middleBone({ bones }: FingerShape): FingerShape['bones'][number] {
  const bone = bones[1];
  if (!bone) throw new RangeError('a finger has three bones');
  return bone;
}

/** Where the thumb's tip touches a finger: at its pad, or on its middle bone once it is closed. */
function counterpart(finger: FingerShape, flexion: number): Vec {
  const last = finger.bones.at(-1) ?? middleBone(finger);
  const pad = add(finger.tip, times(last.frame.palm, finger.tipRadius + THUMB_TIP));
  const middle = middleBone(finger);
  const back = add(
    place(middle.frame, [0.5 * middle.length, 0, 0]),
    times(middle.frame.palm, -(middle.radius + THUMB_TIP)),
  );
  const closed = smooth(0.8, 0.98, flexion);
  return add(times(pad, 1 - closed), times(back, closed));
}

/** Where the thumb's tip lies on what is in the hand: opposite the fingers. */
function grasped(hand: Frame, { along, palm, radius }: InHand): Vec {
  const turn = (112 * Math.PI) / 180;
  const out = radius + THUMB_TIP;
  return place(hand, [along + out * Math.cos(turn), palm + out * Math.sin(turn), 20]);
}
