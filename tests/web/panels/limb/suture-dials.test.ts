import { describe, expect, it, vi } from 'vitest';
import {
  fixationIn,
  setSuture,
  sutureByKey,
  sutureIn,
  tensionAfter,
} from '../../../../web/panels/limb/suture-dials.js';

const muscle = { innerRadiusMm: 20, outerRadiusMm: 40 };
const room = { innerRadiusMm: 12, outerRadiusMm: 42 };
const now = { angleDeg: 0, depthMm: 0, tension: 1 };
const key = (name: string, view: 'across' | 'along', shiftKey = false) =>
  sutureByKey(
    now,
    { key: name, shiftKey, ctrlKey: false, metaKey: false, altKey: false },
    view,
    muscle,
    room,
  );

describe('a suture', () => {
  it('is read of a muscle that was cut, with how well it holds', () => {
    const muscles = [
      { cut: true, reattachedAngleDeg: 5, reattachedDepthMm: 2, tension: 1.1, fixation: 0.5 },
      { cut: false, reattachedAngleDeg: 0, reattachedDepthMm: 0, tension: 1, fixation: 1 },
    ];
    const scenario = { muscles, surgery: { fixation: 0.8 } };
    expect(sutureIn(scenario, 0)).toEqual({ angleDeg: 5, depthMm: 2, tension: 1.1 });
    expect(sutureIn(scenario, 1)).toBeUndefined();
    expect(sutureIn(scenario, 7)).toBeUndefined();
    expect(fixationIn(scenario, 0)).toBeCloseTo(0.4);
    expect(fixationIn(scenario, 1)).toBeUndefined();
  });

  it('is tightened by what it is dragged along the limb, within the dial', () => {
    expect(tensionAfter(1, 60, 6)).toBe(1.1);
    expect(tensionAfter(1.1, 66, -6)).toBe(1);
    expect(tensionAfter(1, 60, 500)).toBe(1.6);
    expect(tensionAfter(1, 60, -500)).toBe(0.5);
    expect(tensionAfter(1.2, 0, 10)).toBe(1.2);
  });

  it('is moved by keys: around in both views, deeper in the slice, tighter along the limb', () => {
    expect(key('ArrowRight', 'across')).toEqual({ ...now, angleDeg: 2 });
    expect(key('ArrowLeft', 'along', true)).toEqual({ ...now, angleDeg: -10 });
    expect(key('ArrowDown', 'across')).toEqual({ ...now, depthMm: 0.5 });
    expect(key('ArrowDown', 'along')).toEqual({ ...now, tension: 1.02 });
    expect(key('-', 'across')).toEqual({ ...now, tension: 0.98 });
    expect(key('Enter', 'along')).toBeUndefined();
  });

  it('turns only the dials that change', () => {
    const set = vi.fn();
    setSuture({ set }, 3, now, { ...now, tension: 1.2 });
    expect(set.mock.calls).toEqual([['muscles.3.tension', 1.2]]);
  });
});
