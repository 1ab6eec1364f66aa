import { expect, it } from 'vitest';
import { floatText } from '../../../../src/decoder/export/c-number.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';

it('writes the shortest decimal that is read as the same float', () => {
  expect([0, -0, 1, -2.5, 0.1, 1e-7, 3e20, 16777216].map(floatText)).toEqual([
    '0.0f',
    '0.0f',
    '1.0f',
    '-2.5f',
    '0.1f',
    '1e-7f',
    '3e+20f',
    '16777216.0f',
  ]);
});

it('is read as the float nearest to the number, whichever it is', () => {
  const bits = new Uint32Array(1);
  const float = new Float32Array(bits.buffer);
  const random = new RandomStream(1, 'tests/c-number');
  for (let n = 0; n < 20_000; n++) {
    bits[0] = random.uint32();
    if (!Number.isFinite(float[0])) continue;
    const text = floatText(float[0] ?? 0);
    expect(text).toMatch(/^-?\d+(\.\d+)?(e[+-]\d+)?f$/);
    expect(Math.fround(Number(text.slice(0, -1)))).toBe(float[0] === 0 ? 0 : float[0]);
  }
});

it.each([1e39, -1e300, NaN])('refuses %d, which no float holds', (value) => {
  expect(() => floatText(value)).toThrow(/expected a number that a float can hold/);
});
