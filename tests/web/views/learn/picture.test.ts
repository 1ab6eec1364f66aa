import { describe, expect, it } from 'vitest';
import { RingBuffer } from '../../../../src/ground/signal/ring-buffer.js';
import { boundsOf } from '../../../../web/views/learn/bounds.js';
import { roundBelow } from '../../../../web/views/learn/picture-drawing.js';
import { scaleOf } from '../../../../web/views/learn/picture.js';

describe('pictures of a lesson', () => {
  it('are drawn at one scale, by what is held', () => {
    const low = [-3, NaN];
    const traces = (high: number[]) => ({
      kind: 'traces' as const,
      seconds: 1,
      traces: [{ name: 'E1', low, high }],
    });
    expect(scaleOf([traces([1, NaN]), traces([8, 2])])).toBe(8);
    expect(scaleOf([traces([1, 2])])).toBe(3);
    expect(scaleOf([{ ...traces([]), traces: [] }])).toBeGreaterThan(0);
  });

  it('take the bounds of each column, and nothing where nothing is held', () => {
    const ring = new RingBuffer(1, 100);
    ring.push({ index: 10, channels: 1, length: 4, data: Float32Array.of(1e-6, -2e-6, 3e-6, 4e-6) });
    const { low, high } = boundsOf(ring, 0, 8, 6, 3);
    expect(low.map(Math.round)).toEqual([NaN, -2, 3]);
    expect(high.map(Math.round)).toEqual([NaN, 1, 4]);
  });

  it('have a bar of a round size', () => {
    expect([0.7, 1, 3.9, 49, 260, 1999].map(roundBelow)).toEqual([0.5, 1, 2, 20, 200, 1000]);
  });
});
