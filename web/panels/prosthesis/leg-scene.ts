import type { Figure, FigureInput, World } from './figure-scene.js';
import type { Positions } from './ghost.js';
import { legAbove, soundLeg, standOf, type LegPose } from './leg-pose.js';
import {
  hipAt,
  personSolids,
  prostheticLegSolids,
  roomSolids,
  soundLegSolids,
  thighAnchor,
  thighSolids,
} from './leg-solids.js';
import { between, place, type Vec } from './space.js';

/** A person on a chair, rising or standing, with a prosthetic leg on the near side. */
export function legScene({ positions, ghost, target, world, carrier }: FigureInput): Figure {
  const stand = standOf(world?.stance?.rise ?? 0);
  const pose = legOf(positions, world);
  const rise = world?.stance?.rise ?? 0;
  const ghostPose = legOf(ghost, world);
  const { thigh, shank, ankle } = pose;
  return {
    back: [
      ...roomSolids(),
      ...soundLegSolids(soundLeg(hipAt(stand, -1))),
      ...personSolids(stand, asksForCrutches(world), rise),
      {
        id: 'shadow',
        look: 'shadow',
        frame: { along: [1, 0, 0], palm: [0, 1, 0], thumb: [0, 0, 1], at: [ankle.at[0], 1, ankle.at[2]] },
        nearer: -8000,
        balls: [
          [-70, 0, 0, 20],
          [150, 0, 30, 14],
          [150, 0, -30, 14],
        ],
      },
    ],
    solids: [...thighSolids(pose, carrier === 'socket'), ...prostheticLegSolids(pose)],
    ghost: prostheticLegSolids(ghostPose),
    target: target ? prostheticLegSolids(legOf(target, world)) : [],
    focus: seatedFocus.map((point, i) => between(point, standingFocus[i] ?? point, rise)),
    head: [stand.hip[0], stand.hip[1] + 745, 0],
    above: 0.86,
    nerve: [
      place(ankle, [78, 110, 0]),
      ankle.at,
      shank.at,
      place(thigh, [thighAnchor.adapterMm, 0, 0]),
      place(thigh, [thighAnchor.stemFromMm, 0, 0]),
    ],
    ghostAt: place(ghostPose.ankle, [40, 150, 0]),
    anchor: [
      { id: 'muscle', at: place(thigh, [140, -42, 0]) },
      { id: 'bone', at: place(thigh, [70, 0, 0]) },
      { id: 'stem', at: place(thigh, [160, 0, 0]) },
      { id: 'stoma', at: place(thigh, [262, 0, 0]) },
      { id: 'adapter', at: place(thigh, [300, 0, 0]) },
    ],
  };
}

const seatedFocus: readonly Vec[] = [
  [-300, 0, 230],
  [-300, 940, -150],
  [780, -20, 95],
  [860, 620, 95],
];
const standingFocus: readonly Vec[] = [
  [-270, 0, 230],
  [60, 1330, 0],
  [760, -40, 95],
  [760, 1000, 95],
];

/** The prosthetic leg: as high over the ground as it was told, else as the foot has room. */
function legOf(positions: Readonly<Positions>, world: World | undefined): LegPose {
  const stance = world?.stance;
  const rise = stance?.rise ?? 0;
  const clearance = stance?.grounded ? 0 : rise > 0.02 ? (stance?.clearanceMm ?? 0) : 0;
  return legAbove(hipAt(standOf(rise), 1), clearance, positions, rise < 0.04);
}

/** While the stage of rehabilitation lets the prosthesis carry less than the whole body, crutches carry the rest. */
function asksForCrutches(world: World | undefined): boolean {
  const stance = world?.stance;
  return stance !== null && stance !== undefined && stance.limitKg < stance.bodyKg - 0.5;
}
