import { expect, it } from 'vitest';
import { RecentMedian } from '../../../../src/ground/math/recent-median.js';

it('is told once there are enough values, whatever single ones were like', () => {
  const median = new RecentMedian(5, 3);
  expect(median.value).toBeNaN();
  for (const value of [9000, 2]) median.push(value);
  expect(median.value).toBeNaN();
  median.push(3);
  expect(median.value).toBe(3);
  for (const value of [2, 4, 2]) median.push(value);
  expect(median.value).toBe(2);
  median.replace(9);
  expect(median.value).toBe(3);
  median.forget();
  expect(median.value).toBeNaN();
});
