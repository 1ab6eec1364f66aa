import { anchorSolids, type Anchor } from './anchor.js';
import { foot, HIP_Z, SEAT, SHANK, THIGH, type LegPose, type Stand } from './leg-pose.js';
import { box, rod, type Ball, type Solid } from './solid.js';
import { add, along, between, minus, moved, radians, scene, times, type Vec } from './space.js';

/** Where the parts of an amputated thigh end, mm from the hip. */
export const thighAnchor: Anchor = {
  skinMm: 262,
  boneMm: 224,
  stemFromMm: 96,
  adapterMm: 318,
  radius: 72,
  bone: 16,
};

/** Knee, shank and foot of the prosthesis. */
export function prostheticLegSolids({ shank, ankle }: LegPose): readonly Solid[] {
  return [
    {
      id: 'knee-joint',
      look: 'dark',
      frame: shank,
      balls: [
        [0, 0, -34, 20],
        [0, 0, 34, 20],
      ],
      nearer: 30,
    },
    {
      id: 'shank-shell',
      look: 'shell',
      frame: shank,
      balls: [
        [16, -8, 0, 40],
        [150, -14, 0, 38],
        [235, -4, 0, 26],
      ],
    },
    rod('pylon', 'titanium', moved(shank, [220, 0, 0]), [SHANK - 236, 14, 14]),
    {
      id: 'ankle-joint',
      look: 'dark',
      frame: ankle,
      balls: [
        [0, 0, -24, 15],
        [0, 0, 24, 15],
      ],
      nearer: 10,
    },
    { id: 'foot', look: 'pad', frame: ankle, balls: foot },
  ];
}

/** The person's own part of the leg with its anchor, and the shell over the knee. */
export function thighSolids({ thigh }: LegPose, socket: boolean): readonly Solid[] {
  return [
    {
      id: 'knee-upper',
      look: 'shell',
      frame: moved(thigh, [THIGH - 118, 0, 0]),
      balls: [
        [8, 0, 0, 21],
        [92, 4, 0, 37],
        [118, 0, 0, 36],
      ],
    },
    ...anchorSolids(thigh, thighAnchor, socket),
  ];
}

/** The sound leg, in trousers. */
export function soundLegSolids({ thigh, shank, ankle }: LegPose): readonly Solid[] {
  return [
    rod('sound-thigh', 'cloth-2', thigh, [THIGH, 80, 54]),
    rod('sound-shank', 'cloth-2', shank, [SHANK - 30, 54, 36]),
    { id: 'sound-foot', look: 'dark', frame: ankle, balls: foot },
  ];
}

/** Trunk, head and arms of a person. With crutches their hands are on them. */
export function personSolids({ hip, leanDeg }: Stand, crutches: boolean, standing: number): readonly Solid[] {
  const [c, s] = [Math.cos(radians(leanDeg)), Math.sin(radians(leanDeg))];
  const up: Vec = [s, c, 0];
  const front: Vec = [c, -s, 0];
  const at = (height: number, forward: number, side: number): Vec =>
    add(add(hip, times(up, height)), add(times(front, forward), [0, 0, side]));
  const ball = (height: number, forward: number, side: number, r: number): Ball => [
    ...at(height, forward, side),
    r,
  ];
  const solids: Solid[] = [
    { id: 'pelvis', look: 'cloth-2', frame: scene, balls: [ball(10, -6, 58, 92), ball(10, -6, -58, 92)] },
    {
      id: 'trunk',
      look: 'cloth',
      frame: scene,
      balls: [
        ball(60, 0, 62, 88),
        ball(60, 0, -62, 88),
        ball(320, 0, 84, 92),
        ball(320, 0, -84, 92),
        ball(450, -6, 140, 50),
        ball(450, -6, -140, 50),
      ],
    },
    rod('neck', 'skin', along(at(480, 4, 0), up, front), [90, 46, 44]),
    { id: 'head', look: 'skin', frame: scene, balls: [ball(655, 30, 0, 76), ball(605, 48, 0, 54)] },
  ];
  for (const side of [1, -1] as const) solids.push(...armSolids(side, at, crutches, standing, hip));
  return solids;
}

function armSolids(
  side: 1 | -1,
  at: (height: number, forward: number, side: number) => Vec,
  crutches: boolean,
  standing: number,
  hip: Vec,
): readonly Solid[] {
  const name = side > 0 ? 'near' : 'far';
  const shoulder = at(440, -4, side * 168);
  // Without crutches the near hand holds on to the chair, so that the thigh is seen; standing, both hang down.
  const seated: Vec = side > 0 ? [hip[0] - 70, SEAT + 24, 236] : [hip[0] + 190, hip[1] + 70, -150];
  const hand: Vec = crutches
    ? [
        hip[0] + (side > 0 ? 300 : 190) + 20 * standing,
        SEAT + 300 * standing + 60 * (1 - standing),
        side * 290,
      ]
    : between(seated, add(at(-20, 60, 0), [0, 0, side * 215]), standing);
  const middle = times(add(shoulder, hand), 0.5);
  // The elbow lies behind the line from shoulder to hand, as far as the arm's length leaves.
  const gap = Math.max(0, 540 * 540 - minus(hand, shoulder).reduce((sum, v) => sum + v * v, 0));
  const elbow = add(middle, [-0.5 * Math.sqrt(gap) * 0.9, -0.15 * Math.sqrt(gap), side * 22]);
  const limb = (id: string, look: Solid['look'], from: Vec, to: Vec, r1: number, r2: number): Solid =>
    rod(`${id}-${name}`, look, along(from, minus(to, from), [0, 0, 1]), [
      Math.hypot(...minus(to, from)),
      r1,
      r2,
    ]);
  const solids = [
    limb('upper-arm', 'cloth', shoulder, elbow, 46, 40),
    limb('forearm', 'skin', elbow, hand, 36, 25),
    {
      id: `hand-${name}`,
      look: 'skin',
      frame: { ...scene, at: hand },
      balls: [[0, 0, 0, 33]],
    } satisfies Solid,
  ];
  if (!crutches) return solids;
  const tip: Vec = [hand[0] + 46, 8, side * 330];
  const cuff = add(hand, times(minus(hand, tip), 0.32));
  return [
    limb('crutch', 'titanium', cuff, tip, 8, 8),
    limb('crutch-foot', 'dark', add(tip, [0, 24, 0]), tip, 12, 13),
    ...solids,
  ];
}

/** Floor and chair. */
export function roomSolids(): readonly Solid[] {
  const leg = (id: string, x: number, z: number): Solid =>
    box(id, 'seat', scene, [x - 17, 0, z - 17], [x + 17, SEAT - 46, z + 17], 6);
  return [
    { ...box('floor', 'floor', scene, [-2500, -14, -620], [3500, 0, 1800], 2), nearer: -9000 },
    leg('chair-back-far', -255, -205),
    leg('chair-front-far', 125, -205),
    box('chair-rest', 'seat', scene, [-286, SEAT + 150, -215], [-252, SEAT + 430, 215], 14),
    box('chair-post-far', 'seat', scene, [-282, SEAT - 30, -215], [-254, SEAT + 180, -185], 8),
    box('chair-post-near', 'seat', scene, [-282, SEAT - 30, 185], [-254, SEAT + 180, 215], 8),
    box('chair-seat', 'seat', scene, [-285, SEAT - 48, -230], [160, SEAT, 230], 18),
    leg('chair-back-near', -255, 205),
    leg('chair-front-near', 125, 205),
  ];
}

/** Places of the hips beside the middle. */
export const hipAt = ({ hip }: Stand, side: 1 | -1): Vec => add(hip, [0, 0, side * HIP_Z]);
