/** A point or direction in millimetres: forward (to the right of the picture), up, and towards who looks from the side. */
export type Vec = readonly [x: number, y: number, z: number];

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vec, k: number): Vec => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const length = (a: Vec): number => Math.hypot(...a);
export const between = (a: Vec, b: Vec, share: number): Vec => add(times(a, 1 - share), times(b, share));
/** The direction of a vector; that of x for none. */
export function unit(a: Vec): Vec {
  const size = length(a);
  return size > 1e-9 ? times(a, 1 / size) : [1, 0, 0];
}
export const radians = (deg: number): number => (deg * Math.PI) / 180;
/** 0 below `from`, 1 above `to`, smooth between. */
export function smooth(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** A place with three directions: along a limb, to its palm or front, and to the thumb. */
export interface Frame {
  readonly at: Vec;
  readonly along: Vec;
  readonly palm: Vec;
  readonly thumb: Vec;
}

/** The scene itself. */
export const scene: Frame = { at: [0, 0, 0], along: [1, 0, 0], palm: [0, 1, 0], thumb: [0, 0, 1] };

/** A direction given in a frame, in the scene. */
export const outward = ({ along, palm, thumb }: Frame, [a, p, t]: Vec): Vec =>
  add(add(times(along, a), times(palm, p)), times(thumb, t));

/** A point given in a frame, in the scene. */
export const place = (frame: Frame, point: Vec): Vec => add(frame.at, outward(frame, point));

/** The frame moved to a point that is given in it. */
export const moved = (frame: Frame, point: Vec): Frame => ({ ...frame, at: place(frame, point) });

/** The frame bent so that what lies along it goes towards the palm. */
export function bent(frame: Frame, deg: number): Frame {
  const [c, s] = [Math.cos(radians(deg)), Math.sin(radians(deg))];
  const along = add(times(frame.along, c), times(frame.palm, s));
  return { ...frame, along, palm: add(times(frame.palm, c), times(frame.along, -s)) };
}

/** The frame bent so that what lies along it goes towards the thumb. */
export function leaned(frame: Frame, deg: number): Frame {
  const [c, s] = [Math.cos(radians(deg)), Math.sin(radians(deg))];
  const along = add(times(frame.along, c), times(frame.thumb, s));
  return { ...frame, along, thumb: add(times(frame.thumb, c), times(frame.along, -s)) };
}

/** The frame turned about what lies along it: the thumb goes where the palm looks. */
export function turned(frame: Frame, deg: number): Frame {
  const [c, s] = [Math.cos(radians(deg)), Math.sin(radians(deg))];
  const thumb = add(times(frame.thumb, c), times(frame.palm, s));
  return { ...frame, thumb, palm: add(times(frame.palm, c), times(frame.thumb, -s)) };
}

/** A frame at a point that lies along a direction; `front` is turned upright to it. */
export function along(at: Vec, direction: Vec, front: Vec): Frame {
  const a = unit(direction);
  const palm = unit(minus(front, times(a, dot(front, a))));
  return { at, along: a, palm, thumb: cross(a, palm) };
}
