import { describe, expect, it } from 'vitest';
import { brainflowDatagram } from '../../../../src/devices/brainflow/brainflow-package.js';
import { SampleStamps } from '../../../../src/devices/sample-stamps.js';

describe('a datagram of BrainFlow', () => {
  it('is packages of 11 float64, little-endian, one after the other', () => {
    const volts = Float32Array.from({ length: 24 }, (_, k) => k / 2 ** 20);
    const heads = [0, 1, 2].map((k) => ({ number: k, epoch: 1_700_000_000 + k, marker: k === 1 ? 5 : 0 }));
    const bytes = Buffer.from(brainflowDatagram(volts, heads));
    expect(bytes.length).toBe(3 * 11 * 8);
    const row = (pack: number, at: number): number => bytes.readDoubleLE(8 * (11 * pack + at));
    for (let pack = 0; pack < 3; pack++) {
      expect(row(pack, 0)).toBe(pack);
      for (let c = 0; c < 8; c++) expect(row(pack, 1 + c)).toBe(((8 * pack + c) / 2 ** 20) * 1e6);
      expect(row(pack, 9)).toBe(1_700_000_000 + pack);
      expect(row(pack, 10)).toBe(pack === 1 ? 5 : 0);
    }
    expect(bytes.subarray(88, 96).toString('hex')).toBe('000000000000f03f');
  });
});

describe('stamps of samples', () => {
  it('are evenly spaced, although samples come in bursts', () => {
    const stamps = new SampleStamps(500);
    const made: number[] = [];
    for (let burst = 0; burst < 500; burst++)
      for (let k = 0; k < 10; k++) made.push(stamps.stamp(100 + 0.02 * burst));
    const steps = made.slice(1).map((stamp, k) => stamp - (made[k] ?? 0));
    expect(Math.max(...steps.map((step) => Math.abs(step - 0.002)))).toBeLessThan(25e-6);
    expect(Math.abs((made.at(-1) ?? 0) - 110)).toBeLessThan(0.03);
  });
  it('follow the clock after a pause', () => {
    const stamps = new SampleStamps(500);
    stamps.stamp(100);
    expect(stamps.stamp(130)).toBe(130);
  });
});
