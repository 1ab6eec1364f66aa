import type { WorldThing } from '../../../src/protocol/world-state.js';
import { box, ring, type Ball, type Solid } from './solid.js';
import { add, between, place, radians, scene, times, type Frame, type Vec } from './space.js';

/** Share of a cup's height that is filled while nothing was spilled. */
const FILLED = 0.74;
/** Sides of a cup. */
const SIDES = 18;

/** Where a thing stands, its axis upwards along the frame. `across` is the share of its lean that goes about the forearm. */
export function thingFrame(thing: WorldThing, across: number): Frame {
  const lean = radians(thing.leanDeg);
  const inPlane = Math.sqrt(Math.max(0, 1 - across * across));
  // Upwards, leaned: clockwise in the picture's plane, or towards who looks.
  const up: Vec = [Math.sin(lean) * inPlane, Math.cos(lean), Math.sin(lean) * across];
  const back: Vec = [Math.cos(lean) * inPlane + (1 - inPlane), -Math.sin(lean) * inPlane, 0];
  const size = Math.hypot(...back) || 1;
  const palm = times(back, 1 / size);
  const thumb: Vec = [
    up[1] * palm[2] - up[2] * palm[1],
    up[2] * palm[0] - up[0] * palm[2],
    up[0] * palm[1] - up[1] * palm[0],
  ];
  // What is held turns about its middle; what lies on the table rests on its side.
  const half = thing.heightMm / 2;
  const lying = Math.abs(thing.leanDeg) > 60 && !thing.held;
  const middle: Vec = lying
    ? [thing.xMm, thing.yMm + thing.widthMm / 2, 0]
    : [thing.xMm, thing.yMm + half, 0];
  return { at: add(middle, times(up, -half)), along: up, palm, thumb };
}

/** A cup or a block. */
export function thingSolids(thing: WorldThing, across: number): readonly Solid[] {
  const frame = thingFrame(thing, across);
  if (thing.kind === 'cup') return cupSolids(thing, frame);
  const half = thing.widthMm / 2;
  return [
    box(
      `block-${thing.id}`,
      thing.id % 2 ? 'block-2' : 'block',
      frame,
      [0, -half, -half],
      [thing.heightMm, half, half],
      2,
    ),
  ];
}

function cupSolids(thing: WorldThing, frame: Frame): readonly Solid[] {
  const { id, widthMm, heightMm, squeeze } = thing;
  const [foot, rim] = [widthMm * 0.4, widthMm / 2];
  // Fingers dent a thin cup where they hold it; crushed it stays so.
  const dent = 1 - 0.34 * Math.max(squeeze, thing.lost && Math.abs(thing.leanDeg) < 60 ? 0.75 : 0) ** 1.5;
  const waist = ((foot + rim) / 2) * dent;
  const low: readonly Ball[] = [...ring(1, foot, 1, SIDES), ...ring(heightMm * 0.5, waist, 1, SIDES)];
  const high: readonly Ball[] = [
    ...ring(heightMm * 0.5, waist, 1, SIDES),
    ...ring(heightMm - 1, rim, 1, SIDES),
  ];
  const solids: Solid[] = [
    {
      id: `cup-${id}-inside`,
      look: 'wall',
      frame,
      balls: ring(heightMm - 1, rim, 0.5, SIDES),
      nearer: -30,
      drawn: true,
    },
  ];
  const water = waterIn(frame, heightMm, [foot, waist, rim], thing.lost);
  if (water.length > 0) solids.push({ id: `cup-${id}-water`, look: 'water', frame: scene, balls: water });
  solids.push(
    { id: `cup-${id}-low`, look: 'cup', frame, balls: low, nearer: 4 },
    { id: `cup-${id}-high`, look: 'cup', frame, balls: high, nearer: 4 },
  );
  if (thing.lost) solids.push(puddle(thing));
  return solids;
}

/** What is left in a cup, with its level as water keeps it: never higher than the lowest place of the rim. */
export function waterIn(
  frame: Frame,
  height: number,
  [foot, waist, rim]: readonly [number, number, number],
  lost: boolean,
): readonly Ball[] {
  if (lost) return [];
  const circle = (along: number, radius: number): readonly Vec[] =>
    ring(along, radius - 2, 0, SIDES).map(([a, p, t]) => place(frame, [a, p, t]));
  const circles = [circle(2, foot), circle(height / 2, waist), circle(height - 2, rim)];
  const lowest = Math.min(...(circles[2] ?? []).map(([, y]) => y));
  const level = Math.min(place(frame, [FILLED * height, 0, 0])[1], lowest);
  const points: Vec[] = [];
  for (let side = 0; side < SIDES; side++)
    for (let i = 0; i < 2; i++) {
      const [low, high] = [circles[i]?.[side], circles[i + 1]?.[side]];
      if (!low || !high) continue;
      if (low[1] <= level) points.push(low);
      if (low[1] <= level !== high[1] <= level)
        points.push(between(low, high, (level - low[1]) / (high[1] - low[1])));
    }
  return points.map(([x, y, z]): Ball => [x, y, z, 0.5]);
}

function puddle({ id, xMm, leanDeg }: WorldThing): Solid {
  const x = xMm + Math.sign(leanDeg || 1) * 55;
  return {
    id: `puddle-${id}`,
    look: 'water',
    frame: scene,
    nearer: -60,
    balls: [
      [x - 32, 0.4, 10, 0.6],
      [x - 12, 0.4, 42, 0.6],
      [x + 28, 0.4, 38, 0.6],
      [x + 52, 0.4, 2, 0.6],
      [x + 26, 0.4, -30, 0.6],
      [x - 18, 0.4, -26, 0.6],
    ],
  };
}

/** The table, a mark where the thing is to go, and what blocks are carried over. */
export function tableSolids(
  span: readonly [from: number, to: number],
  goal: number | null,
  partition: { readonly xMm: number; readonly heightMm: number } | null,
): readonly Solid[] {
  const solids: Solid[] = [
    box('table', 'table', scene, [span[0], -26, -190], [span[1], 0, 190], 4),
    box('leg-near', 'table', scene, [span[1] - 70, -420, 130], [span[1] - 40, -26, 160], 4),
    box('leg-far', 'table', scene, [span[1] - 70, -420, -160], [span[1] - 40, -26, -130], 4),
  ];
  if (goal !== null)
    solids.push({
      id: 'goal',
      look: 'goal',
      frame: { ...scene, at: [goal, 0.5, 0], along: [0, 1, 0], palm: [1, 0, 0] },
      balls: ring(0, 46, 0.5, 24),
    });
  if (partition) {
    const { xMm, heightMm } = partition;
    solids.push(box('partition', 'wall', scene, [xMm - 5, 0, -120], [xMm + 5, heightMm, 120], 2));
  }
  return solids;
}
