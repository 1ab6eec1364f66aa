import { expect, it } from 'vitest';
import { simulateQueue } from './queue-simulation.js';

const model = { tasks: 1000, inFlight: 256, workSeconds: () => 20, sharedSeconds: 0 };

it('a queue that costs nothing takes the rounds that its workers need', () => {
  for (const workers of [1, 7, 256])
    expect(simulateQueue({ ...model, workers })).toBe(20 * Math.ceil(1000 / workers));
});

it('no more work than there are tasks in the queue', () => {
  expect(simulateQueue({ ...model, workers: 1000 })).toBe(simulateQueue({ ...model, workers: 256 }));
  expect(simulateQueue({ ...model, workers: 1000, inFlight: 1000 })).toBe(20);
});

it('what all share is the limit: one task after the other', () => {
  const shared = { ...model, workers: 256, workSeconds: () => 0.1, sharedSeconds: 0.01 };
  expect(simulateQueue(shared)).toBeCloseTo(1000 * 0.01, 0);
  expect(simulateQueue({ ...shared, workers: 1, workSeconds: () => 1 })).toBeCloseTo(1000, 0);
});
