import { expect, it } from 'vitest';
import {
  dragged,
  firstTurn,
  keyTurn,
  seen,
  turnedBy,
  turnOfKey,
} from '../../../../web/panels/features/turn.js';

const level = { about: 0, tilt: 0 };

it('sees the cube from the front: x to the right, z upwards, y away', () => {
  expect(seen(level, 1, 0, 0)).toMatchObject({ right: 1, up: 0 });
  expect(seen(level, 0, 0, 1)).toMatchObject({ right: 0, up: 1 });
  expect(seen(level, 0, 1, 0)).toMatchObject({ right: 0, near: -1 });
});

it('sees it from above where it is tilted by a quarter', () => {
  const above = seen({ about: 0, tilt: Math.PI / 2 }, 0, 1, 1);
  expect(above.up).toBeCloseTo(1, 12);
  expect(above.near).toBeCloseTo(1, 12);
});

it('keeps lengths, however it is turned', () => {
  for (const turn of [firstTurn, { about: 2, tilt: -1 }, { about: -3, tilt: 0.2 }]) {
    const { right, up, near } = seen(turn, 0.3, -0.7, 0.9);
    expect(Math.hypot(right, up, near)).toBeCloseTo(Math.hypot(0.3, 0.7, 0.9), 12);
  }
});

it('follows the pointer with what is in front', () => {
  const front = (turn: typeof level): ReturnType<typeof seen> => seen(turn, 0, -1, 0);
  expect(front(level).near).toBe(1);
  expect(front(dragged(level, 20, 0)).right).toBeGreaterThan(0.1);
  // Downwards on the screen.
  expect(front(dragged(level, 0, 20)).up).toBeLessThan(-0.1);
  expect(dragged(level, 0, 0)).toEqual(level);
});

it('goes round and round, but not over the top', () => {
  let turn = level;
  for (let i = 0; i < 48; i++) turn = turnedBy(turn, keyTurn, keyTurn);
  expect(turn.about).toBeCloseTo(0, 9);
  expect(turn.tilt).toBe(Math.PI / 2);
});

it('is turned by arrows alone', () => {
  expect(turnOfKey('ArrowLeft')).toEqual([-keyTurn, 0]);
  expect(turnOfKey('ArrowUp')).toEqual([0, -keyTurn]);
  expect(turnOfKey('a')).toBeUndefined();
});
