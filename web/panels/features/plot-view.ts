import { within, type Range } from './steady-range.js';
import { seen, type Turn } from './turn.js';

/** A canvas, in its own pixels. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
  /** Its pixels to one of CSS. */
  readonly unit: number;
}

/** A place on the canvas; `near` −1 to 1 is how far it is towards the one who looks, 0 in a flat plot. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly near: number;
}

/** Where something on the axes is on the canvas. */
export type PlotView = (place: readonly number[]) => Spot;

/** Room that the axes take around a flat plot, CSS pixels. */
const edges = { left: 52, top: 8, right: 12, bottom: 36 } as const;

/** The plot's own corners within the canvas. */
export function flatBox({ width, height, unit }: PlotSize): Record<keyof typeof edges, number> {
  return {
    left: edges.left * unit,
    top: edges.top * unit,
    right: Math.max(edges.left + 1, width / unit - edges.right) * unit,
    bottom: Math.max(edges.top + 1, height / unit - edges.bottom) * unit,
  };
}

/** Two axes: the first to the right, the second upwards. */
export function flatView(size: PlotSize, [x, y]: readonly Range[]): PlotView {
  const { left, top, right, bottom } = flatBox(size);
  return (place) => {
    const across = x ? within(x, place[0] ?? NaN) : 0;
    const up = y ? within(y, place[1] ?? NaN) : 0;
    return {
      x: (left + right) / 2 + (across * (right - left)) / 2,
      y: (top + bottom) / 2 - (up * (bottom - top)) / 2,
      near: 0,
    };
  };
}

/** Half a cube's edge as a share of the canvas: turned anyhow, it and its labels fit. */
const HALF = 0.26;

/** Three axes in a turned cube. Places are of the cube, −1 to 1. */
export function cubeView({ width, height }: PlotSize, turn: Turn): PlotView {
  const half = HALF * Math.min(height * 1.1, width);
  return ([x = 0, y = 0, z = 0]) => {
    const { right, up, near } = seen(turn, x, y, z);
    return { x: width / 2 + half * right, y: height / 2 - half * up, near: near / Math.sqrt(3) };
  };
}

/** The same, by values on the axes. */
export function solidView(size: PlotSize, ranges: readonly Range[], turn: Turn): PlotView {
  const cube = cubeView(size, turn);
  return (place) => cube(ranges.map((range, i) => within(range, place[i] ?? NaN)));
}

/** A corner of the cube. */
export type Corner = readonly [x: number, y: number, z: number];

/** The cube's edges along each axis, from its lower to its upper end. */
export const cubeEdges: readonly (readonly (readonly [from: Corner, to: Corner])[])[] = [0, 1, 2].map(
  (axis) =>
    [-1, 1].flatMap((a) =>
      [-1, 1].map((b) => {
        const corner = (end: number): Corner => {
          const rest = [a, b];
          const [x = 0, y = 0, z = 0] = [0, 1, 2].map((one) => (one === axis ? end : (rest.shift() ?? 0)));
          return [x, y, z];
        };
        return [corner(-1), corner(1)] as const;
      }),
    ),
);

/**
 * The edge that an axis is written on: the lowest one seen, of the upright axis the leftmost, so that nothing of the cube
 * lies beyond it.
 */
export function axisEdge(cube: PlotView, axis: number): readonly [from: Corner, to: Corner] {
  const outness = ([from, to]: readonly [Corner, Corner]): number => {
    const [a, b] = [cube(from), cube(to)];
    return axis === 2 ? -(a.x + b.x) : a.y + b.y;
  };
  const [first, ...others] = cubeEdges[axis] ?? [];
  if (!first) throw new RangeError(`axis: got ${axis}, expected 0, 1 or 2`);
  return others.reduce((best, edge) => (outness(edge) > outness(best) ? edge : best), first);
}

/** Direction at right angles to a line, away from the middle of the canvas. Length 1. */
export function away(from: Spot, to: Spot, { width, height }: PlotSize): readonly [x: number, y: number] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [(to.y - from.y) / length, (from.x - to.x) / length];
  const out = x * ((from.x + to.x) / 2 - width / 2) + y * ((from.y + to.y) / 2 - height / 2);
  return out < 0 ? [-x, -y] : [x, y];
}

/** Number of the spot nearest to a point, if one is within reach; of several as near, the last. */
export function nearestSpot(spots: readonly Spot[], x: number, y: number, reach: number): number | undefined {
  let [found, least] = [-1, reach];
  spots.forEach((spot, i) => {
    const distance = Math.hypot(spot.x - x, spot.y - y);
    if (distance <= least) [found, least] = [i, distance];
  });
  return found < 0 ? undefined : found;
}
