import type { WorldThing } from '../../../src/protocol/world-state.js';
import { carriedArm, hangingArm, HELD_PALM, type ArmPose } from './arm-pose.js';
import { armShellSolids, boneEnd, bustSolids, stumpSolids } from './arm-solids.js';
import type { Figure, FigureInput, World } from './figure-scene.js';
import type { Positions } from './ghost.js';
import { handSolids, wristSolids } from './hand-solids.js';
import type { InHand } from './hand-shape.js';
import { tableSolids, thingSolids } from './table-solids.js';
import { place, type Vec } from './space.js';
import type { Solid } from './solid.js';

/** The upper arm of a person who does nothing at a table hangs a little forward. */
const HANGS_DEG = 14;
/** Elbow of a person who has their own: bent, so that the forearm lies level. */
const OWN_ELBOW_DEG = 84;

/** An arm on a person: at a table where there is something to do. */
export function armScene({ positions, ghost, target, world, ownElbow, carrier }: FigureInput): Figure {
  const pose = poseOf(positions, world, ownElbow);
  const held = world?.things.find((thing) => thing.held);
  const touched = held ?? touchedThing(world);
  const inHand = touched && roundInHand(touched, world);
  const hand = handSolids(pose.hand, positions, inHand);
  const shoulder = pose.shoulder;
  const lean = world ? shoulder[0] * 0.55 : 0;
  const index = hand.fingers[1]?.tip ?? pose.hand.at;
  const moving = (some: Positions): readonly Solid[] =>
    movingPart(poseOf(some, world, ownElbow), some, ownElbow);
  const nerveEnd = boneEnd(pose, ownElbow);
  const anchorFrame = ownElbow ? pose.forearm : pose.upper;
  const parts = ownElbow ? [55, 90, 84, 128, 150] : [90, 124, 104, 168, 196];
  return {
    back: [
      ...bustSolids(shoulder, lean),
      ...(world?.wrist ? tableSolids([40, 760], world.goalXMm, world.partition) : []),
    ],
    solids: [
      ...stumpSolids(pose, ownElbow, carrier),
      ...armShellSolids(pose, ownElbow, carrier),
      ...wristSolids(pose.wrist, positions['wrist-rotation'] ?? 0),
      ...hand.solids,
      ...(world?.things ?? []).flatMap((thing) => thingSolids(thing, across(positions, world))),
    ],
    ghost: moving(ghost),
    target: target ? moving(target) : [],
    focus: world?.wrist ? tableFocus : ownElbow ? forearmFocus : [...armFocus, ...reachOf(pose)],
    above: 0.7,
    nerve: [
      index,
      place(pose.hand, [90, 0, 20]),
      pose.wrist.at,
      ...(ownElbow ? [] : [pose.forearm.at]),
      place(anchorFrame, [ownElbow ? 160 : 206, 0, 0]),
      nerveEnd.at,
    ],
    ghostAt: place(poseOf(ghost, world, ownElbow).hand, [70, 0, 90]),
    anchor: anchorParts.map((id, i) => ({
      id,
      at: place(anchorFrame, [parts[i] ?? 0, id === 'muscle' ? -26 : 0, 0]),
    })),
  };
}

const anchorParts = ['muscle', 'bone', 'stem', 'stoma', 'adapter'] as const;

/** What must be seen: all postures of the elbow, or of the hand where the elbow is the person's own. */
const armFocus: readonly Vec[] = [
  [-70, 60, 0],
  [480, -60, 0],
  [300, -560, 0],
  [-40, -520, 0],
];
/** What a posture needs beyond: an arm that hangs straight. */
const reachOf = ({ hand }: ArmPose): readonly Vec[] => [
  place(hand, [195, 0, 30]),
  place(hand, [195, 0, -30]),
];
const forearmFocus: readonly Vec[] = [
  [30, -190, 0],
  [40, -420, 0],
  [540, -160, 0],
  [540, -420, 0],
];
const tableFocus: readonly Vec[] = [
  [-130, 330, 0],
  [-60, -60, 130],
  [640, -40, 130],
  [640, 200, -100],
];

function poseOf(positions: Readonly<Positions>, world: World | undefined, ownElbow: boolean): ArmPose {
  const wrist = world?.wrist;
  if (!wrist)
    return hangingArm(
      [0, 0, 0],
      HANGS_DEG,
      ownElbow ? OWN_ELBOW_DEG - 8 : (positions.elbow ?? 90),
      positions,
    );
  const pitch = (wrist.pitchDeg * Math.PI) / 180;
  const hold: Vec = [
    wrist.xMm + wrist.handMm * Math.cos(pitch),
    wrist.yMm + wrist.handMm * Math.sin(pitch),
    0,
  ];
  return carriedArm(
    hold,
    wrist.handMm,
    wrist.pitchDeg,
    ownElbow ? 90 + wrist.pitchDeg : (positions.elbow ?? 90),
    positions,
  );
}

function movingPart(pose: ArmPose, positions: Readonly<Positions>, ownElbow: boolean): readonly Solid[] {
  return [
    ...(ownElbow ? [] : armShellSolids(pose, false, 'stem').slice(1)),
    ...handSolids(pose.hand, positions).solids,
  ];
}

/** What the fingers lie on without holding it firmly. */
function touchedThing(world: World | undefined): WorldThing | undefined {
  const wrist = world?.wrist;
  if (!wrist) return undefined;
  const x = wrist.xMm + wrist.handMm * Math.cos((wrist.pitchDeg * Math.PI) / 180);
  return world.things.find(
    (thing) =>
      Math.abs(thing.xMm - x) < thing.widthMm / 2 + 20 &&
      Math.abs(thing.yMm + thing.heightMm / 2 - wrist.yMm) < thing.heightMm / 2 + 20 &&
      Math.abs(thing.leanDeg) < 60,
  );
}

/** Where fingers meet a thing, in the frame of the hand. Squeezed, it is thinner. */
function roundInHand(thing: WorldThing, world: World | undefined): InHand {
  const along = world?.wrist?.handMm ?? 95;
  const radius = (thing.widthMm / 2) * (thing.kind === 'cup' ? 0.95 - 0.25 * thing.squeeze ** 1.5 : 1);
  return { along, palm: HELD_PALM, radius };
}

/** Share of a thing's lean that comes from the turn of the wrist, signed as the hand turns. */
function across(positions: Readonly<Positions>, world: World | undefined): number {
  const turn = positions['wrist-rotation'] ?? 0;
  const tilt = (world?.wrist?.pitchDeg ?? 0) + (positions['wrist-deviation'] ?? 0);
  const size = Math.hypot(turn, tilt);
  return size < 1 ? 0 : Math.abs(turn) / size;
}
