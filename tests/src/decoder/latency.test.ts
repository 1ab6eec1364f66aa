import { expect, it } from 'vitest';
import { filterDelayMs, latencyOf } from '../../../src/decoder/latency.js';

it('adds half a window, filters, one step and smoothing', () => {
  expect(latencyOf({ windowMs: 200, stepMs: 50 }, 9, 100)).toEqual({
    windowDelayMs: 100,
    filterMs: 9,
    stepMs: 50,
    smoothingMs: 100,
    totalMs: 259,
  });
  expect(latencyOf({ windowMs: 150, stepMs: 25 }, 4).totalMs).toBe(75 + 4 + 25);
});

it('takes the delay of the filters in milliseconds, whatever the rate', () => {
  expect(filterDelayMs([], 2000, 1)).toBe(0);
  const highpass = {
    kind: 'highpass' as const,
    order: 4,
    cutoffHz: 20,
    highCutoffHz: 450,
    q: 30,
    harmonics: 1,
  };
  const slow = filterDelayMs([highpass], 1000, 1);
  expect(slow).toBeGreaterThan(0);
  expect(filterDelayMs([highpass], 4000, 1)).toBeCloseTo(slow, 0);
});
