import { expect, it } from 'vitest';
import { LiveStatistics } from '../../../src/patient/live-statistics.js';

const RATE = 1000;
const nobody = { clients: 2, lostBlocks: 3 };

it('counts a decision only when the intent has settled before its window began', () => {
  const statistics = new LiveStatistics(RATE);
  statistics.decided('rest', 0);
  expect(statistics.snapshot(nobody).accuracy).toBeNull();
  statistics.intends('rest', 1000);
  statistics.decided('hand-close', 1499);
  expect(statistics.snapshot(nobody).decisions).toBe(0);
  statistics.decided('hand-close', 1500);
  for (const index of [1550, 1600, 1650]) statistics.decided('rest', index);
  expect(statistics.snapshot(nobody)).toMatchObject({
    accuracy: 0.75,
    decisions: 4,
    clients: 2,
    lostBlocks: 3,
  });
  statistics.intends('hand-close', 1700);
  statistics.decided('hand-close', 1800);
  expect(statistics.snapshot(nobody).decisions).toBe(4);
});

it('looks back one minute of signal', () => {
  const statistics = new LiveStatistics(RATE);
  statistics.intends('rest', 0);
  statistics.decided('hand-close', 1000);
  for (let second = 2; second <= 62; second++) statistics.decided('rest', second * RATE);
  expect(statistics.snapshot(nobody)).toMatchObject({ accuracy: 1, decisions: 61 });
});

it('measures blocks per second and the time of those that held a decision', () => {
  const statistics = new LiveStatistics(RATE);
  expect(statistics.computeMs).toBeNull();
  statistics.block(0, 900); // The first one compiles.
  for (let block = 1; block <= 100; block++) statistics.block(20 * block, block % 5 === 0 ? 2 : undefined);
  expect(statistics.snapshot(nobody).blocksPerSecond).toBeCloseTo(50);
  expect(statistics.computeMs).toBeCloseTo(2);
});
