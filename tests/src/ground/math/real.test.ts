import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as real from '../../../../src/ground/math/real.js';

/**
 * Arguments, the double nearest to the true value, and what the true value is above it, in units of its last place:
 * from mpmath at 1400 bits. The first half of each list are the worst of thousands.
 */
const golden = JSON.parse(
  readFileSync(new URL('../../../golden/elementary.json', import.meta.url), 'utf8'),
) as Record<string, number[][]>;
const { square, ...functions } = real;
const named = functions as Record<string, (...x: number[]) => number>;
const builtIn = Math as unknown as Record<string, (...x: number[]) => number>;

/** Distance of neighbouring doubles at x. */
function ulp(x: number): number {
  const bits = new BigInt64Array(new Float64Array([Math.abs(x)]).buffer);
  const [low] = new Float64Array(bits.buffer);
  bits[0] += low === Number.MAX_VALUE ? -1n : 1n;
  return Math.abs(new Float64Array(bits.buffer)[0] - low);
}

describe.each(Object.keys(named))('%s', (name) => {
  const ours = named[name];
  const theirs = builtIn[name];
  const { length } = ours;

  it('is within 1 ulp of the true value', () => {
    for (const row of golden[name]) {
      const args = row.slice(0, length);
      const [nearest, above] = row.slice(length);
      const error = Math.abs((ours(...args) - nearest) / ulp(nearest) - above);
      expect(error, `${name}(${args.join(', ')})`).toBeLessThanOrEqual(1);
    }
  });

  it('agrees with the engine’s own wherever it may be called', () => {
    const argument = fc.oneof(
      fc.double(),
      fc.double({ min: -10, max: 10 }),
      fc.double({ min: 0, max: 1000 }),
      fc.double({ min: 0.5, max: 1.5 }),
      fc.constantFrom(0, -0, 1, -1, 2, -2, 3, -3, 0.5, 1e-310, -1e-310, 5e-324, 2 ** 31, -(2 ** 53)),
    );
    fc.assert(
      fc.property(fc.tuple(...Array.from({ length }, () => argument)), (args) => {
        const got = ours(...args);
        const expected = theirs(...args);
        if (!Number.isFinite(expected) || expected === 0) {
          // Where one rounds to the largest or smallest double the other may overflow or vanish.
          if (Number.isFinite(got) && got !== 0)
            expect(Math.abs(expected === 0 ? got / 5e-324 : Number.MAX_VALUE / got)).toBeLessThan(1.0000001);
          else expect(got).toBe(expected);
        } else if (!Number.isFinite(got)) expect(Math.abs(expected)).toBeGreaterThan(1.797e308);
        else expect(Math.abs(got - expected)).toBeLessThanOrEqual(2 * ulp(expected));
      }),
      { seed: 7, numRuns: 4000 },
    );
  });

  it('treats zeros, infinities and NaN as ECMAScript says', () => {
    const special = [NaN, 0, -0, Infinity, -Infinity, 1, -1, 3, -3, 2.5, -2.5, 2 ** 53, -(2 ** 53) - 2];
    for (const x of special)
      for (const y of length === 2 ? special : [0]) {
        const expected = theirs(x, y);
        const got = ours(x, y);
        if (Number.isFinite(expected) && expected !== 0)
          expect(Math.abs(got - expected)).toBeLessThanOrEqual(2 * ulp(expected));
        else expect(got, `${name}(${x}, ${y})`).toBe(expected);
      }
  });
});

describe('exact values', () => {
  it('has whole powers and logarithms of two', () => {
    for (let k = -1074; k <= 1023; k++) {
      expect(real.pow(2, k)).toBe(2 ** k);
      expect(real.log2(2 ** k)).toBe(k);
    }
  });

  it('has whole powers and logarithms of ten as long as a double holds them', () => {
    for (let k = 0; k <= 22; k++) {
      expect(real.pow(10, k)).toBe(Number(`1e${k}`));
      expect(real.log10(Number(`1e${k}`))).toBe(k);
    }
  });

  it('squares without a power', () => {
    expect(square(-1.1)).toBe(-1.1 * -1.1);
  });
});
