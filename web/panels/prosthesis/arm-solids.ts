import { UPPER_ARM, FOREARM, type ArmPose } from './arm-pose.js';
import type { Anchor } from './anchor.js';
import { anchorSolids } from './anchor.js';
import type { Carrier } from './figure-scene.js';
import type { Ball, Solid } from './solid.js';
import { rod } from './solid.js';
import { moved, type Frame } from './space.js';

/** Where the parts of an amputated upper arm end, mm from the shoulder; and of a forearm, from the elbow. */
const upperAnchor: Anchor = {
  skinMm: 168,
  boneMm: 142,
  stemFromMm: 62,
  adapterMm: 206,
  radius: 46,
  bone: 11.5,
};
const forearmAnchor: Anchor = {
  skinMm: 128,
  boneMm: 108,
  stemFromMm: 40,
  adapterMm: 160,
  radius: 37,
  bone: 8,
};

/** The person's own part of the arm, and the anchor in it. */
export function stumpSolids(pose: ArmPose, ownElbow: boolean, carrier: Carrier): readonly Solid[] {
  const socket = carrier === 'socket';
  if (!ownElbow) return anchorSolids(pose.upper, upperAnchor, socket);
  return [
    { id: 'own-upper', look: 'skin', frame: pose.upper, balls: taper(0, UPPER_ARM, 47, 40), nearer: -120 },
    ...(carrier === 'whole'
      ? [
          {
            id: 'own-forearm',
            look: 'skin',
            frame: pose.forearm,
            balls: taper(0, FOREARM - 26, 41, 25),
          } as const,
        ]
      : anchorSolids(pose.forearm, forearmAnchor, socket)),
  ];
}

/** Where the anchor's bone ends: what is felt arrives there. */
export const boneEnd = (pose: ArmPose, ownElbow: boolean): Frame =>
  ownElbow
    ? moved(pose.forearm, [forearmAnchor.stemFromMm, 0, 0])
    : moved(pose.upper, [upperAnchor.stemFromMm, 0, 0]);

const taper = (from: number, to: number, r1: number, r2: number): readonly Ball[] => [
  [from, 0, 0, r1],
  [to, 0, 0, r2],
];

/** Shell of elbow and forearm. */
export function armShellSolids(pose: ArmPose, ownElbow: boolean, carrier: Carrier): readonly Solid[] {
  const { upper, forearm } = pose;
  if (ownElbow && carrier === 'whole') return [];
  if (ownElbow)
    return [
      {
        id: 'forearm',
        look: 'shell',
        frame: moved(forearm, [160, 0, 0]),
        balls: flat(0, FOREARM - 160 - 24, 31, 24),
      },
    ];
  return [
    {
      id: 'elbow-upper',
      look: 'shell',
      frame: moved(upper, [204, 0, 0]),
      balls: [
        [4, 0, 9, 20],
        [4, 0, -9, 20],
        [UPPER_ARM - 204, 0, 12, 27],
        [UPPER_ARM - 204, 0, -12, 27],
      ],
    },
    { id: 'forearm', look: 'shell', frame: forearm, balls: flat(14, FOREARM - 24, 33, 24) },
    {
      id: 'elbow-joint',
      look: 'dark',
      frame: { ...forearm, along: forearm.thumb, thumb: forearm.along },
      balls: [
        [-42, 0, 0, 12],
        [42, 0, 0, 12],
      ],
      nearer: 40,
    },
  ];
}

/** A shell that is a little broader than thick. */
const flat = (from: number, to: number, r1: number, r2: number): readonly Ball[] => [
  [from, 5, 0, r1],
  [from, -5, 0, r1],
  [to, 4, 0, r2 - 3],
  [to, -4, 0, r2 - 3],
];

/** A person's trunk and head behind the arm, so that nothing floats; `hip` is where they sit or stand from. */
export function bustSolids(shoulder: readonly [number, number, number], lean: number): readonly Solid[] {
  const [x, y, z] = shoulder;
  const mid = z + 185;
  const hipY = y - 470;
  const hipX = x - 12 - lean;
  const frame: Frame = { at: [0, 0, 0], along: [1, 0, 0], palm: [0, 1, 0], thumb: [0, 0, 1] };
  return [
    {
      id: 'bust',
      look: 'cloth',
      frame,
      balls: [
        [x - 8, y - 6, z + 30, 52],
        [x - 8, y - 6, mid + 155, 52],
        [x - 4, y - 150, z + 88, 92],
        [x - 4, y - 150, mid + 97, 92],
        [hipX, hipY + 40, z + 110, 92],
        [hipX, hipY + 40, mid + 75, 92],
      ],
    },
    rod(
      'neck',
      'skin',
      { ...frame, at: [x + 2, y + 24, mid], along: [0.2, 0.98, 0], palm: [0.98, -0.2, 0] },
      [80, 48, 46],
    ),
    {
      id: 'head',
      look: 'skin',
      frame,
      balls: [
        [x + 24, y + 215, mid, 76],
        [x + 44, y + 160, mid, 52],
      ],
    },
  ];
}
