import { expect, it } from 'vitest';
import {
  away,
  axisEdge,
  cubeEdges,
  cubeView,
  flatBox,
  flatView,
  nearestSpot,
  solidView,
} from '../../../../web/panels/features/plot-view.js';
import { firstTurn } from '../../../../web/panels/features/turn.js';

const size = { width: 400, height: 300, unit: 1 };
const ranges = [
  { from: 0, to: 10 },
  { from: -1, to: 1 },
  { from: 5, to: 6 },
];

it('puts the ends of flat axes at the corners of the plot, larger upwards', () => {
  const view = flatView(size, ranges);
  const { left, top, right, bottom } = flatBox(size);
  expect(view([0, -1])).toEqual({ x: left, y: bottom, near: 0 });
  expect(view([10, 1])).toEqual({ x: right, y: top, near: 0 });
});

it('has as much room on a screen of twice as many pixels', () => {
  const { left, bottom } = flatBox({ width: 800, height: 600, unit: 2 });
  expect([left, bottom]).toEqual([2 * flatBox(size).left, 2 * flatBox(size).bottom]);
});

it('keeps the whole cube and the room for its labels on the canvas, however it is turned', () => {
  for (const { width, height } of [size, { width: 300, height: 600 }, { width: 900, height: 240 }])
    for (let about = 0; about < 6.3; about += 0.3)
      for (let tilt = -1.5; tilt <= 1.5; tilt += 0.3) {
        const view = cubeView({ width, height, unit: 1 }, { about, tilt });
        for (const corner of [-1, 1].flatMap((x) => [-1, 1].flatMap((y) => [-1, 1].map((z) => [x, y, z])))) {
          const spot = view(corner);
          expect(spot.x > 0 && spot.x < width && spot.y > 0 && spot.y < height).toBe(true);
          expect(Math.abs(spot.near)).toBeLessThanOrEqual(1 + 1e-12);
        }
      }
});

it('places values in the cube by their axes', () => {
  expect(solidView(size, ranges, firstTurn)([5, 0, 5.5])).toMatchObject({ x: 200, y: 150 });
  expect(solidView(size, ranges, firstTurn)([10, 1, 6])).toEqual(cubeView(size, firstTurn)([1, 1, 1]));
});

it('finds the dot that is meant, if one is near', () => {
  const spots = [
    { x: 10, y: 10, near: 0 },
    { x: 14, y: 10, near: 0 },
  ];
  expect(nearestSpot(spots, 11, 10, 5)).toBe(0);
  expect(nearestSpot(spots, 12, 10, 5)).toBe(1);
  expect(nearestSpot(spots, 50, 10, 5)).toBeUndefined();
});

it('writes beside a line, on the side that is away from the middle', () => {
  const left = { x: 50, y: 100, near: 0 };
  const [x, y] = away(left, { x: 50, y: 200, near: 0 }, size);
  expect([x, Math.abs(y)]).toEqual([-1, 0]);
  const [aside, down] = away({ x: 100, y: 280, near: 0 }, { x: 300, y: 290, near: 0 }, size);
  expect(down).toBeGreaterThan(0.9);
  expect(Math.hypot(aside, down)).toBeCloseTo(1, 12);
});

it('knows four edges along each axis, twelve in all', () => {
  expect(cubeEdges.map((edges) => edges.length)).toEqual([4, 4, 4]);
  cubeEdges.forEach((edges, axis) => {
    for (const [from, to] of edges)
      expect(to.map((value, i) => value - (from[i] ?? 0))).toEqual(
        [0, 1, 2].map((i) => (i === axis ? 2 : 0)),
      );
  });
  expect(new Set(cubeEdges.flat().map(String)).size).toBe(12);
});

it('writes axes on edges beyond which nothing of the cube lies', () => {
  for (let about = 0; about < 6.3; about += 0.4) {
    const cube = cubeView(size, { about, tilt: 0.4 });
    const middle = (axis: number): { x: number; y: number } => {
      const [a, b] = axisEdge(cube, axis).map(cube);
      return { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2 };
    };
    const middles = cubeEdges.map((edges) =>
      edges.map(([from, to]) => ({ x: (cube(from).x + cube(to).x) / 2, y: (cube(from).y + cube(to).y) / 2 })),
    );
    expect(middle(0).y).toBeCloseTo(Math.max(...(middles[0] ?? []).map(({ y }) => y)), 9);
    expect(middle(1).y).toBeCloseTo(Math.max(...(middles[1] ?? []).map(({ y }) => y)), 9);
    expect(middle(2).x).toBeCloseTo(Math.min(...(middles[2] ?? []).map(({ x }) => x)), 9);
  }
});
