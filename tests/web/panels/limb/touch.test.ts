import { afterEach, expect, it, vi } from 'vitest';
import { fatAfter, onMuscle, sparks, sutureAfter, throttled } from '../../../../web/panels/limb/touch.js';

afterEach(() => void vi.useRealTimers());

it('fat grows outwards by half millimetres, within its dial', () => {
  expect(fatAfter(3, 2.3)).toBe(5.5);
  expect(fatAfter(3, -9)).toBe(0);
  expect(fatAfter(39, 9)).toBe(40);
});

it('a suture stays within dial and compartment', () => {
  const muscle = { innerRadiusMm: 20, outerRadiusMm: 40 };
  const room = { innerRadiusMm: 15.2, outerRadiusMm: 41.2 };
  const from = { angleDeg: 0, depthMm: 0 };
  const inwards = sutureAfter(from, { aroundDeg: 120, outwardsMm: -20 }, muscle, room);
  expect(inwards).toEqual({ angleDeg: 90, depthMm: 4.5 });
  expect(sutureAfter(from, { aroundDeg: -7.4, outwardsMm: 20 }, muscle, room)).toEqual({
    angleDeg: -7,
    depthMm: -1,
  });
});

it('a spark is relative to what it was', () => {
  expect(sparks([[0, -2, 1], [0.5], []], 2)).toEqual([1, 0.25, 0]);
});

it('electrodes on the muscle are known', () => {
  const limb = (radiusMm: number) => ({
    layers: [{ name: 'muscle', outerRadiusMm: 40 }],
    muscles: [],
    electrodes: [{ name: 'E1', contacts: [{ angleDeg: 0, radiusMm, axialMm: 0 }] }],
  });
  expect(onMuscle(limb(40))).toBe(true);
  expect(onMuscle(limb(45))).toBe(false);
});

it('a drag sends now and then, and the last always', () => {
  vi.useFakeTimers();
  const act = vi.fn();
  const sent = throttled(act, 100);
  for (let i = 0; i < 10; i++) sent.call();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(1);
  sent.call();
  sent.flush();
  expect(act).toHaveBeenCalledTimes(2);
});
