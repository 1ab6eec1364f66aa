import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Windower, type Window } from '../../../src/decoder/window.js';
import { ConfigError, StreamError } from '../../../src/ground/signal/errors.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';

/** Every sample tells its channel and absolute index. */
function ramp(index: number, length: number, channels = 2): SampleBlock {
  const block = createBlock(index, 1000, channels, length);
  for (let c = 0; c < channels; c++)
    for (let i = 0; i < length; i++) block.data[c * length + i] = (c ? -1 : 1) * (index + i);
  return block;
}

const starts = (windower: Windower, blocks: readonly SampleBlock[]): number[] => {
  const found: number[] = [];
  for (const block of blocks)
    windower.push(block, (w) => {
      for (let i = 0; i < w.length; i++) {
        expect(w.data[i]).toBe(w.index + i);
        expect(w.data[w.length + i]).toBe(-w.index - i);
      }
      found.push(w.index);
    });
  return found;
};

describe('Windower', () => {
  it('cuts overlapping windows stamped by absolute index', () => {
    const windower = new Windower({ windowMs: 20, stepMs: 5 }, 1000, 2);
    expect(starts(windower, [ramp(100, 40)])).toEqual([100, 105, 110, 115, 120]);
  });

  it('cuts the same windows whatever the blocks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 37 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 50 }),
        (lengths, windowMs, stepMs) => {
          const total = lengths.reduce((a, b) => a + b, 0);
          let at = 7;
          const blocks = lengths.map((length) => ramp((at += length) - length, length));
          const expected: number[] = [];
          for (let start = 7; start + windowMs <= 7 + total; start += stepMs) expected.push(start);
          expect(starts(new Windower({ windowMs, stepMs }, 1000, 2), blocks)).toEqual(expected);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it('is exact in samples at any rate', () => {
    const windower = new Windower({ windowMs: 200, stepMs: 50 }, 2148, 1);
    expect([windower.length, windower.step]).toEqual([430, 107]);
  });

  it('starts over after a gap, and counts it', () => {
    const windower = new Windower({ windowMs: 10, stepMs: 10 }, 1000, 2);
    expect(starts(windower, [ramp(0, 15), ramp(20, 15), ramp(35, 10)])).toEqual([0, 20, 30]);
    expect(windower.gaps).toBe(1);
    expect(starts(windower, [ramp(5, 10)])).toEqual([5]);
    expect(windower.gaps).toBe(2);
  });

  it('loses only the block in which a receiver throws', () => {
    const windower = new Windower({ windowMs: 10, stepMs: 10 }, 1000, 2);
    const fail = () =>
      windower.push(ramp(0, 15), () => {
        throw new Error('receiver');
      });
    expect(fail).toThrow('receiver');
    expect(starts(windower, [ramp(15, 20)])).toEqual([15, 25]);
  });

  it('forgets everything on reset', () => {
    const windower = new Windower({ windowMs: 10, stepMs: 10 }, 1000, 2);
    starts(windower, [ramp(0, 9), ramp(50, 5)]);
    windower.reset();
    expect(starts(windower, [ramp(55, 10)])).toEqual([55]);
    expect(windower.gaps).toBe(0);
  });

  it('hands out one and the same buffer', () => {
    const seen = new Set<Window['data']>();
    new Windower({ windowMs: 10, stepMs: 1 }, 1000, 2).push(ramp(0, 40), (w) => seen.add(w.data));
    expect(seen.size).toBe(1);
  });

  it.each([
    [{ windowMs: 0, stepMs: 50 }, 1000, 1, /windowMs: got 0/],
    [{ windowMs: 200, stepMs: NaN }, 1000, 1, /stepMs: got NaN/],
    [{ windowMs: 200, stepMs: 50 }, -1, 1, /sampleRateHz: got -1/],
    [{ windowMs: 200, stepMs: 50 }, 1000, 0, /channels: got 0/],
  ])('refuses %j at %d Hz with %d channels', (options, rate, channels, message) => {
    expect(() => new Windower(options, rate, channels)).toThrow(ConfigError);
    expect(() => new Windower(options, rate, channels)).toThrow(message);
  });

  it('refuses blocks of another shape', () => {
    const windower = new Windower({ windowMs: 10, stepMs: 10 }, 1000, 2);
    expect(() => windower.push(ramp(0, 10, 3), () => {})).toThrow(StreamError);
  });
});
