import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/ground/signal/random.js';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { ClockReader, RowIndex, type Clock, type ClockOptions } from '../../../server/recordings/clock.js';

function clock(stamps: readonly number[], options: Partial<ClockOptions> = {}): Clock {
  const reader = new ClockReader({ path: 'x.csv', column: 'time', ...options });
  for (const stamp of stamps) reader.add(stamp);
  return reader.finish();
}
const grid = (rate: number, rows: number, decimals = 6, from = 0): number[] =>
  Array.from({ length: rows }, (_, i) => Number((from + i / rate).toFixed(decimals)));

describe('the rate of a column of times', () => {
  it.each([200, 250, 500, 1000, 2000, 2048, 1111.11, 1259.26, 2148.148, 10_000])(
    'is %d Hz exactly where the stamps say so',
    (rate) => expect(clock(grid(rate, 100_000)).sampleRateHz).toBe(rate),
  );

  it('is not rounded', () => {
    expect(clock(grid(1925.93, 5000)).sampleRateHz).toBeCloseTo(1925.93, 2);
    expect(clock(grid(1925.925926, 400_000)).sampleRateHz).toBeCloseTo(1925.925926, 5);
  });

  it.each([
    [2148.148, 3],
    [950, 3],
    [800, 3],
    [1259.26, 3],
    [1025, 3],
    [1925.93, 4],
  ])('is found for %d Hz though stamps are rounded to %d decimals', (rate, decimals) => {
    const { sampleRateHz, gaps } = clock(grid(rate, 20_000, decimals));
    expect(Math.abs(sampleRateHz - rate) / rate).toBeLessThan(2e-4);
    expect(gaps).toEqual([]);
  });

  it('is found though stamps jitter, or are those of packets', () => {
    const random = new RandomStream(1, 'jitter');
    const jittered = grid(500, 5000).map((t) => t + 0.0004 * random.normal());
    expect(clock(jittered)).toMatchObject({ gaps: [] });
    expect(clock(jittered).sampleRateHz).toBeCloseTo(500, 1);
    const packets = grid(250, 5000).map((_, i) => Math.floor(i / 10) * 0.04 + (i % 10) * 1e-5);
    expect(clock(packets)).toMatchObject({ gaps: [] });
    expect(clock(packets).sampleRateHz).toBeCloseTo(250, 0);
    expect(clock(packets, { statedRateHz: 250 }).sampleRateHz).toBe(250);
  });

  it.each([
    ['milliseconds', 1e3, 0],
    ['microseconds', 1e6, 0],
    ['nanoseconds', 1e9, 0],
    ['seconds', 1, 1_456_704_054.567],
    ['milliseconds', 1e3, 1_456_704_054_567],
    ['microseconds', 1e6, 1_456_704_054_567_891],
    ['nanoseconds', 1e9, 1_456_704_054_567_891_000],
  ])('is told from stamps in %s (%d a second) from %d on by their size', (name, perSecond, from) => {
    const stamps = Array.from({ length: 2000 }, (_, i) => from + (i * perSecond) / 500);
    const { sampleRateHz, notes } = clock(stamps);
    expect(sampleRateHz).toBeCloseTo(500, 2);
    expect(notes.join()).toMatch(
      perSecond === 1 ? /^$/ : new RegExp(`by their size its numbers are ${name}`),
    );
  });

  it.each([
    [[0, 1, 2, 3], 1, /"time" gives a sampling rate of 1 Hz, expected 20 Hz to 100 kHz/],
    [[0, 1, 2, 3], 1e-6, /"time" gives a sampling rate of 1000000 Hz/],
    [[5, 5, 5, 5], undefined, /"time" does not rise in even steps/],
    [[3, 2, 1, 0], undefined, /"time" does not rise/],
  ])('is refused where it cannot be one', (stamps, secondsPerUnit, message) => {
    expect(() => clock(stamps, { secondsPerUnit })).toThrow(message);
    expect(() => clock(stamps, { secondsPerUnit })).toThrow(StreamError);
    expect(clock(stamps, { secondsPerUnit, givenRateHz: 1000 })).toMatchObject({
      sampleRateHz: 1000,
      notes: [expect.stringMatching(/1000 Hz are taken as they were given/)],
    });
  });
});

describe('gaps', () => {
  it('leave the rate as it is, and put the index forward by what is missing', () => {
    const stamps = [...grid(1000, 1000), ...grid(1000, 402, 6, 3)];
    expect(clock(stamps)).toEqual({
      sampleRateHz: 1000,
      gaps: [{ row: 1000, missing: 2000 }],
      notes: [
        expect.stringMatching(/1 gap, the first after sample 1000, the longest 2 s: 2000 samples missing/),
      ],
    });
    const index = new RowIndex([{ row: 1000, missing: 2000 }]);
    expect([0, 999, 1000, 1401].map((row) => index.of(row))).toEqual([0, 999, 3000, 3401]);
  });

  it('are found where single samples are lost, at any rate and beyond the first stamps', () => {
    const lost = new Set([500, 60_000, 60_001]);
    const stamps = grid(1925.93, 70_000).filter((_, i) => !lost.has(i));
    const { sampleRateHz, gaps } = clock(stamps);
    expect(sampleRateHz).toBeCloseTo(1925.93, 3);
    expect(gaps).toEqual([
      { row: 500, missing: 1 },
      { row: 59_999, missing: 2 },
    ]);
  });

  it('are found though a fifth of all samples is lost', () => {
    const random = new RandomStream(2, 'loss');
    const { sampleRateHz, gaps } = clock(
      grid(1000, 10_000).filter((_, i) => i === 0 || random.uniform() > 0.2),
    );
    expect(sampleRateHz).toBe(1000);
    expect(gaps.reduce((sum, { missing }) => sum + missing, 0)).toBeGreaterThan(1800);
  });

  it('are jumps back as well: a new take begins', () => {
    const { sampleRateHz, gaps, notes } = clock([...grid(1000, 500), ...grid(1000, 500), ...grid(1000, 500)]);
    expect(sampleRateHz).toBe(1000);
    expect(gaps).toEqual([
      { row: 500, missing: 1 },
      { row: 1000, missing: 1 },
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/jumps back 2 times, first after sample 500: a new take begins/),
    ]);
  });

  it('are not made of stamps that cannot be read', () => {
    const stamps = grid(1000, 500).map((t, i) => (i === 100 ? NaN : t));
    expect(clock(stamps)).toMatchObject({
      sampleRateHz: 1000,
      gaps: [],
      notes: [expect.stringMatching(/1 rows have no time/)],
    });
  });
});
