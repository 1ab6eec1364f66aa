import { describe, expect, it } from 'vitest';
import { rms } from '../../../../src/ground/math/statistics.js';
import { Resampler } from '../../../../src/ground/signal/resample.js';

const sine = (hz: number, rate: number, length: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => Math.sin((2 * Math.PI * hz * i) / rate + 0.3));

describe('resampling', () => {
  it.each([
    [2000, 200],
    [1000, 200],
    [1111, 200],
    [200, 1000],
    [2048, 2000],
  ])('from %d to %d Hz keeps what both can carry, in place', (from, to) => {
    const hz = 0.4 * Math.min(from, to);
    const y = new Resampler(from, to).process(sine(hz, from, 3 * from));
    expect(Math.abs(y.length - 3 * to)).toBeLessThanOrEqual(Math.ceil(to / from));
    const expected = sine(hz, to, y.length);
    const middle = (x: Float64Array): Float64Array => x.subarray(to, 2 * to);
    const error = middle(y).map((value, i) => value - middle(expected)[i]);
    expect(rms(error)).toBeLessThan(2e-3);
  });

  it('removes what the new rate cannot carry', () => {
    const y = new Resampler(1000, 200).process(sine(130, 1000, 4000));
    expect(rms(y.subarray(200, 600))).toBeLessThan(1e-3);
  });

  it('keeps a constant, and the same rate', () => {
    const y = new Resampler(1000, 250).process(new Float64Array(3000).fill(2));
    expect(Math.abs(y[375] - 2)).toBeLessThan(1e-9);
    const same = sine(31, 500, 1000);
    const kept = new Resampler(500, 500).process(same);
    expect(kept.length).toBe(1000);
    expect(Math.abs(kept[500] - same[500])).toBeLessThan(1e-3);
  });

  it('refuses rates that are none', () => {
    expect(() => new Resampler(0, 200)).toThrow('expected rates above 0');
  });
});
