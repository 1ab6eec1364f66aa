import { dot, place, radians, type Vec } from './space.js';
import type { Solid } from './solid.js';

/** Whence the figure is looked at: round it from its side to its front, and from above, degrees. */
export interface View {
  readonly aroundDeg: number;
  readonly aboveDeg: number;
}

/** Directions of a view: to the right and up in the picture, and out of it. */
export interface Axes {
  readonly right: Vec;
  readonly up: Vec;
  readonly out: Vec;
}

/** Directions of a view. */
export function axesOf({ aroundDeg, aboveDeg }: View): Axes {
  const [ca, sa] = [Math.cos(radians(aroundDeg)), Math.sin(radians(aroundDeg))];
  const [ce, se] = [Math.cos(radians(aboveDeg)), Math.sin(radians(aboveDeg))];
  return { right: [ca, 0, -sa], up: [-sa * se, ce, -ca * se], out: [sa * ce, se, ca * ce] };
}

/** A point in the picture, downwards positive as in SVG, mm. */
export const project = ({ right, up }: Axes, at: Vec): readonly [x: number, y: number] => [
  dot(at, right),
  -dot(at, up),
];

/** How near a point is to who looks. */
export const nearness = ({ out }: Axes, at: Vec): number => dot(at, out);

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

const fixed = (value: number): string => value.toFixed(1);

/** Outline of a solid as an SVG path. Exact for two balls, else within a hundredth of a ball's radius. */
export function outline({ frame, balls }: Solid, axes: Axes): string {
  const discs = balls.map(([a, p, t, r]): Disc => {
    const [x, y] = project(axes, place(frame, [a, p, t]));
    return { x, y, r };
  });
  const [first, second] = discs;
  if (!first) return '';
  if (!second) return circle(first);
  return discs.length === 2 ? capsule(first, second) : hull(discs);
}

function circle({ x, y, r }: Disc): string {
  const arc = `A${fixed(r)} ${fixed(r)} 0 0 0`;
  return `M${fixed(x - r)} ${fixed(y)}${arc} ${fixed(x + r)} ${fixed(y)}${arc} ${fixed(x - r)} ${fixed(y)}Z`;
}

/** Two discs with their outer tangents. */
function capsule(one: Disc, two: Disc): string {
  const far = Math.hypot(two.x - one.x, two.y - one.y);
  if (far <= Math.abs(one.r - two.r) + 0.01) return circle(one.r > two.r ? one : two);
  const towards = Math.atan2(two.y - one.y, two.x - one.x);
  const open = Math.acos((one.r - two.r) / far);
  const at = ({ x, y, r }: Disc, turn: number): string =>
    `${fixed(x + r * Math.cos(towards + turn))} ${fixed(y + r * Math.sin(towards + turn))}`;
  const arc = ({ r }: Disc, large: boolean): string => `A${fixed(r)} ${fixed(r)} 0 ${large ? 1 : 0} 1`;
  return (
    `M${at(one, open)}${arc(one, one.r > two.r)} ${at(one, -open)}L${at(two, -open)}` +
    `${arc(two, two.r > one.r)} ${at(two, open)}Z`
  );
}

/** Convex hull of discs, by points on their rims. */
function hull(discs: readonly Disc[]): string {
  const points: (readonly [number, number])[] = [];
  for (const { x, y, r } of discs) {
    const count = r < 4 ? 6 : r < 50 ? 24 : 60;
    for (let i = 0; i < count; i++) {
      const turn = (2 * Math.PI * i) / count;
      points.push([x + r * Math.cos(turn), y + r * Math.sin(turn)]);
    }
  }
  const round = convex(points);
  return `M${round.map(([x, y]) => `${fixed(x)} ${fixed(y)}`).join('L')}Z`;
}

/** Convex hull of points, in their order around it (Andrew's monotone chain). */
export function convex(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (some: readonly (readonly [number, number])[]): (readonly [number, number])[] => {
    const chain: (readonly [number, number])[] = [];
    for (const point of some) {
      while (chain.length > 1 && turnsRight(chain.at(-2), chain.at(-1), point)) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

type Point = readonly [number, number] | undefined;
function turnsRight(a: Point, b: Point, c: readonly [number, number]): boolean {
  return !a || !b || (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0;
}

/** Part of the picture, mm. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box around points in the picture. */
export function boxAround(axes: Axes, points: readonly Vec[], margin = 0): Box {
  const seen = points.map((point) => project(axes, point));
  const xs = seen.map(([x]) => x);
  const ys = seen.map(([, y]) => y);
  const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y };
}

/** The box made wider or taller until it has a shape, width by height; `above` is the share of more height that goes there. */
export function fitted({ x, y, width, height }: Box, shape: number, above = 0.5): Box {
  if (!(shape > 0)) return { x, y, width, height };
  const wide = Math.max(width, height * shape);
  const tall = Math.max(height, width / shape);
  return { x: x - (wide - width) / 2, y: y - (tall - height) * above, width: wide, height: tall };
}
