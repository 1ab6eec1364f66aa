import { describe, expect, it } from 'vitest';
import { rms } from '../../../../src/ground/math/statistics.js';
import { powerTransform } from '../../../../src/ground/signal/power-transform.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';
import { bandRms, medianFrequency, spectrumOf, Welch } from '../../../../src/ground/signal/spectrum.js';

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

  it.each([250, 500, 333])('of segments of %d samples keep the power too', (segment) => {
    const total = bandRms(spectrumOf(white, 2000, segment), 0, 1001);
    expect(total).toBeCloseTo(rms(white), 1);
  });

  it('lose a line that runs through the segment where told to', () => {
    const ramp = Float64Array.from({ length: 600 }, (_, i) => 5 - 0.1 * i);
    const power = ({ density }: { density: Float64Array }): number =>
      density.reduce((sum, value) => sum + value);
    expect(power(new Welch(200, 'line').spectrum(ramp, 100))).toBeLessThan(1e-20);
    expect(power(new Welch(200).spectrum(ramp, 100))).toBeGreaterThan(1);
  });
});

describe('the power of a transform', () => {
  it.each([1, 2, 3, 7, 12, 50, 64, 125])('of %d samples is that of the plain sum', (size) => {
    const x = white.subarray(0, size);
    const out = new Float64Array((size >> 1) + 1);
    powerTransform(size).power(x, out);
    out.forEach((value, k) => {
      let re = 0;
      let im = 0;
      x.forEach((sample, j) => {
        re += sample * Math.cos((2 * Math.PI * j * k) / size);
        im -= sample * Math.sin((2 * Math.PI * j * k) / size);
      });
      expect(Math.abs(value - re * re - im * im)).toBeLessThan(1e-10 * size);
    });
  });

  it('refuses a length that is none', () => {
    expect(() => powerTransform(0)).toThrow('got size 0');
    expect(() => powerTransform(2.5)).toThrow('expected a whole number');
  });
});
