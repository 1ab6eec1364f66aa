/** How a cube is turned before it is looked at: about its upright axis, then towards the one who looks. Radians. */
export interface Turn {
  readonly about: number;
  readonly tilt: number;
}

/** Seen a little from above and from the side: all three axes are apart. */
export const firstTurn: Turn = { about: -0.62, tilt: 0.42 };

/** What an arrow key turns. */
export const keyTurn = Math.PI / 24;

/** Pixels that turn it by one radian. */
const DRAG = 120;

/** Where something in the cube is seen: to the right, upwards, and towards the one who looks. */
export interface Seen {
  readonly right: number;
  readonly up: number;
  readonly near: number;
}

/** A point of the cube, x to the right, y into the picture, z upwards, as it is seen without perspective. */
export function seen({ about, tilt }: Turn, x: number, y: number, z: number): Seen {
  const [c, s] = [Math.cos(about), Math.sin(about)];
  const right = c * x - s * y;
  const away = s * x + c * y;
  return {
    right,
    up: Math.cos(tilt) * z + Math.sin(tilt) * away,
    near: Math.sin(tilt) * z - Math.cos(tilt) * away,
  };
}

/** Turned further; never past looking straight from above or below. */
export function turnedBy({ about, tilt }: Turn, byAbout: number, byTilt: number): Turn {
  const around = about + byAbout;
  return {
    about: around - 2 * Math.PI * Math.round(around / (2 * Math.PI)),
    tilt: Math.min(Math.PI / 2, Math.max(-Math.PI / 2, tilt + byTilt)),
  };
}

/** Turned by a pointer that drags what is in front. */
export const dragged = (turn: Turn, dx: number, dy: number): Turn => turnedBy(turn, dx / DRAG, dy / DRAG);

/** What a key turns, if it does. */
export function turnOfKey(key: string): readonly [about: number, tilt: number] | undefined {
  switch (key) {
    case 'ArrowLeft':
      return [-keyTurn, 0];
    case 'ArrowRight':
      return [keyTurn, 0];
    case 'ArrowUp':
      return [0, -keyTurn];
    case 'ArrowDown':
      return [0, keyTurn];
    default:
      return undefined;
  }
}
