import { describe, expect, it } from 'vitest';
import { Fourier, nextPowerOfTwo } from '../../../../src/ground/signal/fft.js';

describe('Fourier', () => {
  it('agrees with the discrete Fourier sum', () => {
    const n = 16;
    const x = Array.from({ length: n }, (_, i) => Math.sin(i * 1.3) + 0.2 * i);
    const power = new Float64Array(n / 2 + 1);
    new Fourier(n).power(x, power);
    for (let k = 0; k <= n / 2; k++) {
      let re = 0;
      let im = 0;
      x.forEach((v, i) => {
        re += v * Math.cos((2 * Math.PI * k * i) / n);
        im -= v * Math.sin((2 * Math.PI * k * i) / n);
      });
      expect(power[k]).toBeCloseTo(re * re + im * im, 9);
    }
  });

  it('inverts itself', () => {
    const fourier = new Fourier(8);
    const x = Float64Array.from({ length: 16 }, (_, i) => Math.cos(i));
    const there = new Float64Array(16);
    const back = new Float64Array(16);
    fourier.transform(x, there);
    fourier.inverse(there, back);
    back.forEach((v, i) => expect(v).toBeCloseTo(x[i] ?? NaN, 12));
  });

  it('takes powers of two only', () => {
    expect(() => new Fourier(12)).toThrow(/power of two/);
    expect([1, 2, 3, 400].map(nextPowerOfTwo)).toEqual([1, 2, 4, 512]);
  });
});
