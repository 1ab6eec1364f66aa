import { describe, expect, it } from 'vitest';
import {
  angleOf,
  labelLines,
  middleDeg,
  placeLabel,
  polar,
} from '../../../../web/panels/limb/sector-path.js';

describe('label of a muscle', () => {
  const size = { halfWidth: 9, halfHeight: 5 };

  it('moves inwards until its corners clear the electrodes', () => {
    const { x, y, scale } = placeLabel(90, 34, size, { outer: 38, inner: 11 });
    expect(scale).toBe(1);
    expect(Math.hypot(Math.abs(x) + 9, Math.abs(y) + 5)).toBeLessThanOrEqual(38);
  });

  it('stays where it is when there is room', () => {
    expect(placeLabel(90, 20, size, { outer: 38, inner: 5 })).toMatchObject({ x: 20, scale: 1 });
  });

  it('becomes smaller rather than cover the bone', () => {
    const { scale } = placeLabel(90, 24, size, { outer: 28, inner: 12 });
    expect(scale).toBeLessThan(1);
    expect(scale).toBeGreaterThan(0.6);
  });

  it('leaves brackets to the tooltip and breaks lines', () => {
    expect(labelLines('Biceps, short head (median nerve)')).toEqual(['Biceps', 'short head']);
  });
});

describe('drawing of the limb', () => {
  it('has the front upwards and goes clockwise', () => {
    expect(polar(0, 10)[1]).toBeCloseTo(-10);
    expect(polar(90, 10)[0]).toBeCloseTo(10);
    expect(angleOf(...polar(-135, 3))).toBeCloseTo(-135);
  });

  it('breaks names into short lines without what stands in brackets', () => {
    expect(labelLines('Biceps, short head (median nerve)')).toEqual(['Biceps', 'short head']);
    expect(labelLines('Coracobrachialis')).toEqual(['Coracobra.']);
  });
});

describe('middleDeg', () => {
  it('finds the middle of contacts, across the back of the limb too', () => {
    expect(middleDeg([10, 30])).toBeCloseTo(20, 9);
    expect(Math.abs(middleDeg([170, -170]))).toBeCloseTo(180, 9);
    expect(middleDeg([-45, -45])).toBeCloseTo(-45, 9);
  });
});
