import { describe, expect, it } from 'vitest';
import type { LiveWindow } from '../../../../web/data/live-windows.js';
import {
  classPatterns,
  matchPattern,
  restLevel,
  seenAmplitudes,
} from '../../../../web/panels/features/class-patterns.js';

const window = (label: string, ...values: number[]): LiveWindow => ({
  end: 0,
  label,
  steady: true,
  decided: label,
  values: Float64Array.from(values),
});
const many = (label: string, ...values: number[]): LiveWindow[] =>
  Array.from({ length: 6 }, () => window(label, ...values));

describe('class patterns', () => {
  const windows = [...many('rest', 1, 1, 1), ...many('hand-close', 5, 3, 1), ...many('hand-open', 1, 2, 9)];
  const rows = [0, 1, 2];
  const known = seenAmplitudes(windows, rows);

  it('takes rest away and scales to the strongest channel', () => {
    const [close, open] = classPatterns(known);
    expect([...(close?.shape ?? [])]).toEqual([1, 0.5, 0]);
    expect([...(open?.shape ?? [])]).toEqual([0, 0.125, 1]);
    expect(close?.size).toBe(6);
  });

  it('is filled by its own pattern, half by half the strength, and not by another', () => {
    const rest = restLevel(known);
    const [close] = classPatterns(known);
    if (!close) throw new Error('no pattern');
    const own = matchPattern(close, rest, [5, 3, 1], rows);
    expect(own.likeness).toBeCloseTo(1, 12);
    expect(own.contraction).toBeCloseTo(1, 12);
    expect([...own.live]).toEqual([1, 0.5, 0]);
    const half = matchPattern(close, rest, [3, 2, 1], rows);
    expect(half.likeness).toBeCloseTo(1, 12);
    expect(half.contraction).toBeCloseTo(0.5, 12);
    expect(matchPattern(close, rest, [1, 2, 9], rows).likeness).toBeLessThan(0.1);
    expect(matchPattern(close, rest, [1, 1, 1], rows)).toMatchObject({ likeness: 0, contraction: 0 });
  });

  it('leaves out what was hardly seen', () => {
    expect(classPatterns(seenAmplitudes(windows.slice(0, 8), rows))).toEqual([]);
    expect(
      seenAmplitudes(
        many('rest', 1).map((one) => ({ ...one, steady: false })),
        [0],
      ),
    ).toEqual([]);
  });

  it('begins at the least of any class where rest was not taught', () => {
    const taught = [
      { label: 'hand-close', amplitudes: [5, 2, 1] },
      { label: 'hand-open', amplitudes: [1, 4, 1] },
    ];
    expect([...restLevel(taught)]).toEqual([1, 2, 1]);
    expect(classPatterns(taught).map(({ shape }) => [...shape])).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });
});
