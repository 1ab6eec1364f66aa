import { describe, expect, it } from 'vitest';
import { CommonDrive } from '../../../../src/body/physiology/common-drive.js';
import { Fourier } from '../../../../src/ground/signal/fft.js';

describe('CommonDrive', () => {
  it('has unit variance and hardly any power above 5 Hz', () => {
    const drive = new CommonDrive(5, 'biceps', 2.5, 0.01);
    const x = Float64Array.from({ length: 2 ** 16 }, () => drive.next());
    const variance = x.reduce((sum, v) => sum + v * v, 0) / x.length;
    expect(Math.abs(variance - 1)).toBeLessThan(0.12);
    const power = new Float64Array(x.length / 2 + 1);
    new Fourier(x.length).power(x, power);
    const bin5 = Math.round((5 * x.length) / 100);
    const above = power.subarray(bin5).reduce((sum, v) => sum + v, 0);
    expect(above / power.reduce((sum, v) => sum + v, 0)).toBeLessThan(0.15);
  });

  it('is stationary from the first value on', () => {
    let square = 0;
    for (let seed = 0; seed < 400; seed++) square += new CommonDrive(seed, 'm', 2.5, 0.01).next() ** 2 / 400;
    expect(Math.abs(square - 1)).toBeLessThan(0.25);
  });
});
