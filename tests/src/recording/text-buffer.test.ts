import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextBuffer } from '../../../src/recording/text-buffer.js';

function fixed(value: number, decimals: number): string {
  const buffer = new TextBuffer(4);
  buffer.fixed(value, decimals);
  return Buffer.from(buffer.take()).toString();
}

describe('TextBuffer.fixed', () => {
  it.each([
    [0, 3, '0.000'],
    [-0.0004, 3, '0.000'],
    [-12.5, 3, '-12.500'],
    [0.0005, 3, '0.001'],
    [999.9996, 3, '1000.000'],
    [1234567890.125, 3, '1234567890.125'],
    [42, 0, '42'],
    [-7, 0, '-7'],
    [1e9, 0, '1000000000'],
    [4294967295, 0, '4294967295'],
    [NaN, 3, 'NaN'],
    [Infinity, 1, 'inf'],
    [-Infinity, 1, '-inf'],
  ])('writes %d with %i decimals as %s', (value, decimals, text) => {
    expect(fixed(value, decimals)).toBe(text);
  });

  it('is the number rounded to its decimals, for any number and any decimals', () => {
    const values = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 9 }), (value, decimals) => {
        const text = fixed(value, decimals);
        expect(text).toMatch(decimals > 0 ? new RegExp(`^-?\\d+\\.\\d{${decimals}}$`) : /^-?\d+$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.5000001 * 10 ** -decimals + 1e-9);
      }),
    );
  });
});
