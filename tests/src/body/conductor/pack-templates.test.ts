import { describe, expect, it } from 'vitest';
import { packTemplates, pruneLimit, tailLimit } from '../../../../src/body/conductor/pack-templates.js';
import { templateOf } from '../../../../src/body/conductor/template-bank.js';

/** Three units on two channels, 12 samples each; unit u on channel c has one sample of the given height. */
const dense = (heights: number[][]): Float32Array => {
  const out = new Float32Array(3 * 2 * 12);
  heights.forEach((row, unit) =>
    row.forEach((height, channel) => (out[(unit * 2 + channel) * 12 + 1] = height)),
  );
  return out;
};
const layout = { sampleRateHz: 2000, channels: 2, length: 12, muscleStart: Int32Array.of(0, 1, 3) };

describe('packTemplates', () => {
  it('drops only pairs whose joint share of a channel’s RMS is within the limit, and says how large it was', () => {
    const bank = packTemplates(
      dense([
        [1, 0.006],
        [0.006, 1],
        [0.009, 0],
      ]),
      layout,
    );
    // On channel 0 the 0.006 goes; with the 0.009 it would be 1.1 %.
    expect([...bank.unitStart]).toEqual([0, 1, 2, 3]);
    expect([...bank.pairChannel]).toEqual([0, 1, 0]);
    expect(bank.prunedBound).toBeCloseTo(0.006, 5);
    expect(bank.prunedBound).toBeLessThanOrEqual(pruneLimit);
    expect(templateOf(bank, 0, 1)).toBeUndefined();
    expect(templateOf(bank, 2, 0)?.[1]).toBeCloseTo(0.009);
  });

  it('ends templates where nothing follows and measures what it cut', () => {
    const data = dense([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    data[9] = 0.002;
    const bank = packTemplates(data, layout);
    expect(bank.length).toBe(4);
    expect(bank.tailBound).toBeCloseTo(0.002 / Math.sqrt(3), 5);
    data[9] = 0.1;
    expect(packTemplates(data, layout)).toMatchObject({ length: 12, tailBound: 0 });
    expect(tailLimit).toBeLessThan(pruneLimit);
  });

  it('copes with a silent channel', () => {
    const bank = packTemplates(
      dense([
        [1, 0],
        [1, 0],
        [1, 0],
      ]),
      layout,
    );
    expect([...bank.pairChannel]).toEqual([0, 0, 0]);
    expect(bank.prunedBound).toBe(0);
  });
});
