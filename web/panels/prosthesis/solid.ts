import { place, type Frame, type Vec } from './space.js';

/** What a solid is made of: a class of the drawing, a material of the 3-D view. */
export const looks = [
  'skin',
  'muscle',
  'bone',
  'stem',
  'titanium',
  'stoma',
  'socket',
  'shell',
  'pad',
  'dark',
  'cloth',
  'cloth-2',
  'seat',
  'table',
  'wall',
  'goal',
  'cup',
  'water',
  'block',
  'block-2',
  'shadow',
  'floor',
] as const;
/** Look of a solid. */
export type Look = (typeof looks)[number];

/** A ball in the frame of its solid: along, towards the palm, towards the thumb, and its radius. */
export type Ball = readonly [along: number, palm: number, thumb: number, radius: number];

/**
 * What everything in the figure is made of: the tightest skin around a few balls. Two balls are a finger's bone, a ring
 * of small ones a cup, eight a box. The drawing shows its outline, the 3-D view its surface.
 */
export interface Solid {
  readonly id: string;
  readonly look: Look;
  readonly frame: Frame;
  readonly balls: readonly Ball[];
  /** Drawn as if it were so much nearer, mm: what is seen through an open skin. */
  readonly nearer?: number;
  /** Only for the drawing: what a surface shows by itself. */
  readonly drawn?: boolean;
}

/** Middle of a solid in the scene. */
export function middleOf({ frame, balls }: Solid): Vec {
  let [a, p, t] = [0, 0, 0];
  for (const ball of balls) {
    a += ball[0];
    p += ball[1];
    t += ball[2];
  }
  const n = balls.length || 1;
  return place(frame, [a / n, p / n, t / n]);
}

/** A bone from the frame's origin along it. */
export const rod = (
  id: string,
  look: Look,
  frame: Frame,
  size: readonly [length: number, from: number, to: number],
): Solid => ({
  id,
  look,
  frame,
  balls: [
    [0, 0, 0, size[1]],
    [size[0], 0, 0, size[2]],
  ],
});

/** A box with round edges between two corners of the frame. */
export function box(id: string, look: Look, frame: Frame, low: Vec, high: Vec, edge = 3): Solid {
  const balls: Ball[] = [];
  for (const a of [low[0] + edge, high[0] - edge])
    for (const p of [low[1] + edge, high[1] - edge])
      for (const t of [low[2] + edge, high[2] - edge]) balls.push([a, p, t, edge]);
  return { id, look, frame, balls };
}

/** Balls in a circle about the axis along the frame. */
export function ring(along: number, radius: number, thick = 1, count = 14, flat = 1): Ball[] {
  return Array.from({ length: count }, (_, i): Ball => {
    const turn = (2 * Math.PI * i) / count;
    return [along, radius * Math.cos(turn), flat * radius * Math.sin(turn), thick];
  });
}
