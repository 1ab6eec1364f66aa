import { describe, expect, it } from 'vitest';
import { RingBuffer } from '../../../../src/ground/signal/ring-buffer.js';
import {
  autoScaleUv,
  extentOf,
  SweepGeometry,
  WindowPeaks,
} from '../../../../web/panels/signals/sweep-geometry.js';

describe('places of samples on the sweep', () => {
  it('gives every sample to exactly one column', () => {
    const geometry = new SweepGeometry(677, 10_000);
    for (let column = 0; column < 2000; column++) {
      const from = geometry.firstSample(column);
      const to = geometry.firstSample(column + 1);
      expect(geometry.columnOf(from)).toBe(column);
      expect(geometry.columnOf(to - 1)).toBe(column);
    }
  });

  it('returns to the left edge after a window', () => {
    const geometry = new SweepGeometry(500, 2000);
    expect(geometry.x(geometry.columnOf(2000))).toBe(0);
    expect(geometry.x(-1)).toBe(499);
  });
});

describe('extent of a column', () => {
  it('finds the least and greatest, across the ring’s seam', () => {
    const ring = new RingBuffer(1, 8);
    ring.push({
      index: 0,
      channels: 1,
      length: 12,
      data: Float32Array.from([0, 0, 0, 0, 0, 0, 5, -3, 2, 9, 1, 1]),
    });
    const extent = { min: 0, max: 0, known: false };
    extentOf(ring, 0, 6, 10, extent);
    expect(extent).toEqual({ min: -3, max: 9, known: true });
  });

  it('knows lost samples from silence', () => {
    const ring = new RingBuffer(1, 16);
    ring.push({ index: 0, channels: 1, length: 2, data: new Float32Array(2) });
    ring.push({ index: 8, channels: 1, length: 2, data: new Float32Array(2) });
    const extent = { min: 0, max: 0, known: true };
    extentOf(ring, 0, 3, 6, extent);
    expect(extent.known).toBe(false);
    extentOf(ring, 0, 0, 1, extent);
    expect(extent.known).toBe(true);
  });
});

describe('automatic scale', () => {
  it('grows at once and shrinks only after calm', () => {
    expect(autoScaleUv(100, 390, false)).toBe(400);
    expect(autoScaleUv(500, 20, false)).toBe(500);
    expect(autoScaleUv(500, 20, true)).toBe(50);
    expect(autoScaleUv(500, 450, true)).toBe(500);
    expect(autoScaleUv(500, NaN, true)).toBe(500);
  });

  it('follows the window’s peak but not a single artefact, and forgets what has scrolled out', () => {
    const peaks = new WindowPeaks();
    peaks.reset(100);
    expect(peaks.robust()).toBeNaN();
    for (let x = 0; x < 100; x++) peaks.set(x, x % 2 === 0 ? 3 : 200);
    for (let x = 40; x < 42; x++) peaks.set(x, 9000);
    expect(peaks.robust()).toBe(200);
    for (let x = 0; x < 100; x++) peaks.set(x, 3);
    expect(peaks.robust()).toBe(3);
  });
});
