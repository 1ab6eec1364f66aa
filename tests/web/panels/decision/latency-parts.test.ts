import { expect, it } from 'vitest';
import { latencyOf } from '../../../../src/decoder/latency.js';
import { latencyParts } from '../../../../web/panels/decision/latency-parts.js';

const budget = { ...latencyOf({ windowMs: 200, stepMs: 50 }, 9, 100), computeMs: 0.5 };

it('adds up to the decoder’s delay, computing and the way to the page', () => {
  const { parts, totalMs } = latencyParts(budget, 3);
  expect(totalMs).toBe(259 + 0.5 + 3);
  expect(parts.reduce((sum, { ms }) => sum + ms, 0)).toBe(totalMs);
  expect(parts[0]).toMatchObject({ name: 'Window (half its length)', ms: 100 });
});

it('counts an outside model, and no way that is not known', () => {
  const { parts, totalMs } = latencyParts({ ...budget, outsideMs: 12 }, NaN);
  expect(totalMs).toBe(259 + 0.5 + 12);
  expect(parts.map(({ name }) => name)).toContain('Outside classifier');
});
