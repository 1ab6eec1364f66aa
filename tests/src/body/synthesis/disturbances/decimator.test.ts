import { expect, it } from 'vitest';
import { Decimator } from '../../../../../src/body/synthesis/disturbances/decimator.js';

const factor = 5;
/** Gain of a sine at a share of half the device's rate, once settled; in pieces of 10 samples. */
function gain(share: number, filtered = true): number {
  const decimator = new Decimator(2, factor);
  const length = 10;
  let power = 0;
  let counted = 0;
  for (let n = 0; n < 400; n++) {
    const wave = Float32Array.from({ length }, (_, i) =>
      Math.sin((Math.PI * share * (n * length + i)) / factor),
    );
    const input = Float32Array.from([...wave, ...wave.map((x) => 2 * x)]);
    const output = new Float32Array((2 * length) / factor);
    decimator.process(input, output, filtered);
    if (n < 100) continue;
    for (let i = 0; i < length / factor; i++, counted++) {
      power += output[i] ** 2;
      expect(output[length / factor + i]).toBeCloseTo(2 * output[i], 5);
    }
  }
  return Math.sqrt((2 * power) / counted);
}

it('passes what the rate carries and takes off what it does not', () => {
  expect(gain(0.05)).toBeCloseTo(1, 2);
  expect(20 * Math.log10(gain(0.8))).toBeGreaterThan(-0.3);
  expect(20 * Math.log10(gain(0.9))).toBeCloseTo(-3, 1);
  expect(20 * Math.log10(gain(1.2))).toBeLessThan(-30);
  expect(20 * Math.log10(gain(1.9))).toBeLessThan(-60);
  expect(gain(1.2, false)).toBeCloseTo(1, 1);
});

it('passes a steady offset without ringing, also when it is switched on', () => {
  const decimator = new Decimator(1, factor);
  const output = new Float32Array(4);
  const offset = new Float32Array(20).fill(0.25);
  decimator.process(offset, output, false);
  for (let n = 0; n < 3; n++) {
    decimator.process(offset, output, true);
    for (const value of output) expect(value).toBeCloseTo(0.25, 6);
  }
});
