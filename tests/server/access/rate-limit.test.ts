import { expect, it } from 'vitest';
import { RateLimit } from '../../../server/access/rate-limit.js';

it('lets a burst through, then the long-run rate, and recovers', () => {
  const limit = new RateLimit(10, 5);
  const passed = (at: number, count: number): number =>
    Array.from({ length: count }, () => limit.take(at)).filter(Boolean).length;
  expect(passed(0, 20)).toBe(5);
  expect(passed(100, 20)).toBe(1);
  expect(passed(300, 20)).toBe(2);
  expect(passed(1e6, 20)).toBe(5);
});

it('does not give tokens back when the clock runs backwards', () => {
  const limit = new RateLimit(10, 1);
  expect(limit.take(1000)).toBe(true);
  expect(limit.take(0)).toBe(false);
});
