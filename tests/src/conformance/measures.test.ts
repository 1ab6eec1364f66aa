import { describe, expect, it } from 'vitest';
import { delayBetween } from '../../../src/conformance/delay.js';
import { intervalsOf } from '../../../src/conformance/intervals.js';
import { plot } from '../../../src/conformance/plot.js';
import { bandRms, medianFrequency, spectrumOf } from '../../../src/ground/signal/spectrum.js';
import { excessKurtosis, fallsBelow, rectifiedMean, rms } from '../../../src/ground/math/statistics.js';
import { RandomStream } from '../../../src/ground/signal/random.js';
import type { Truth } from '../../../src/body/synthesis/synthesizer.js';

const random = new RandomStream(3, 'measures');
const white = Float64Array.from({ length: 65536 }, () => random.normal());

describe('spectra', () => {
  it('keep the power of white noise and of a sine', () => {
    const spectrum = spectrumOf(white, 2000);
    expect(bandRms(spectrum, 0, 1001)).toBeCloseTo(rms(white), 1);
    expect(bandRms(spectrum, 200, 700)).toBeCloseTo(Math.sqrt(0.5), 1);
    const sine = Float64Array.from({ length: 8192 }, (_, i) => 3 * Math.sin((2 * Math.PI * 50 * i) / 2000));
    expect(bandRms(spectrumOf(sine, 2000), 40, 60)).toBeCloseTo(3 / Math.SQRT2, 2);
  });

  it('find the median frequency', () => {
    expect(Math.abs(medianFrequency(spectrumOf(white, 2000), 100, 500) - 300)).toBeLessThan(8);
  });
});

describe('the delay between two channels', () => {
  it.each([2.5, 3.25, 7, -4.4])('finds %d samples', (samples) => {
    const at = (t: number): number =>
      Math.sin(2 * Math.PI * 0.031 * t) + Math.sin(2 * Math.PI * 0.0177 * t + 1) + Math.cos(0.093 * t);
    const a = Float64Array.from({ length: 4000 }, (_, i) => at(i));
    const b = Float64Array.from({ length: 4000 }, (_, i) => at(i - samples));
    expect(Math.abs(delayBetween(a, b, 2000, 0.01) * 2000 - samples)).toBeLessThan(0.1);
  });
});

describe('statistics', () => {
  it('know the shape of densities', () => {
    expect(Math.abs(excessKurtosis(white))).toBeLessThan(0.1);
    expect(excessKurtosis(white.map((x) => x * Math.abs(x)))).toBeGreaterThan(3);
    expect(rectifiedMean(white) / rms(white)).toBeCloseTo(Math.sqrt(2 / Math.PI), 2);
  });

  it('find where a curve falls below a level', () => {
    expect(fallsBelow([0, 1, 2], [10, 6, 2], 4)).toBeCloseTo(1.5, 12);
    expect(fallsBelow([0, 1], [10, 6], 4)).toBeNaN();
  });

  it('take intervals unit by unit, whatever the order of the discharges', () => {
    const truth: Pick<Truth, 'discharges'> = {
      discharges: Int32Array.of(0, 1, 300, 0, 1, 100, 1, 1, 50, 0, 1, 600, 1, 1, 250),
    };
    expect(intervalsOf(truth, 1000)).toEqual([[0.2, 0.3], [0.2]]);
  });
});

describe('plots', () => {
  const axes = { title: 'a < b', x: 'x', y: 'y' };

  it('leave out what is not finite and escape words', () => {
    const svg = plot([{ name: 'one', x: [0, 1, 2], y: [1, NaN, 3] }], axes);
    expect(svg).toContain('a &lt; b');
    expect(svg).not.toContain('NaN');
    expect(svg.match(/<circle/g)).toHaveLength(2);
  });

  it('keep every point within the frame', () => {
    const svg = plot([{ name: 'one', x: [-3, 11], y: [-0.2, 17] }], axes);
    for (const [, x, y] of svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(56);
      expect(Number(x)).toBeLessThanOrEqual(408);
      expect(Number(y)).toBeGreaterThanOrEqual(26);
      expect(Number(y)).toBeLessThanOrEqual(220);
    }
  });

  it('refuse to draw nothing', () => {
    expect(() => plot([{ name: 'none', x: [], y: [] }], axes)).toThrow(RangeError);
  });
});
