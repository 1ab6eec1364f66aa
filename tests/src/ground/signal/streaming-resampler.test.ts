import { describe, expect, it } from 'vitest';
import { StreamingResampler } from '../../../../src/ground/signal/streaming-resampler.js';

const tone = (hz: number, rateHz: number, n: number): Float32Array =>
  Float32Array.from({ length: n }, (_, i) => Math.sin((2 * Math.PI * hz * i) / rateHz));

/** The whole signal, handed over in stretches of some lengths. */
function resampled(x: Float32Array, fromHz: number, toHz: number, cuts: readonly number[] = [40]): number[] {
  const resampler = new StreamingResampler(1, fromHz, toHz);
  const out: number[] = [];
  for (let at = 0, n = 0; at < x.length; n++) {
    const length = Math.min(cuts[n % cuts.length] ?? 40, x.length - at);
    out.push(...resampler.process({ channels: 1, length, data: x.slice(at, at + length) }));
    at += length;
  }
  return out;
}

const rms = (x: readonly number[]): number => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length);
const db = (ratio: number): number => 20 * Math.log10(ratio);

describe('a streaming resampler', () => {
  it('lets samples pass untouched and at once where the rates are the same', () => {
    const x = tone(100, 2000, 500);
    expect(resampled(x, 2000, 2000)).toEqual([...x]);
    expect(new StreamingResampler(1, 2000, 2000).delaySeconds).toBe(0);
  });

  it.each([
    [2000, 2000.2],
    [2000, 1925.9259],
    [1000, 2000],
    [2000, 500],
    [2000, 200],
    [2048, 250],
  ])('from %d to %d Hz keeps what lies below 0.39 of the slower rate within 0.1 dB', (from, to) => {
    const hz = 0.39 * Math.min(from, to);
    const settled = resampled(tone(hz, from, 4 * from), from, to).slice(Math.ceil(to));
    expect(Math.abs(db(rms(settled) / Math.SQRT1_2))).toBeLessThan(0.1);
  });

  it.each([
    [2000, 500, 0.51],
    [2000, 500, 1.3],
    [2000, 200, 0.52],
    [2000, 1111.11, 0.6],
  ])('from %d to %d Hz removes %d of the new rate by 70 dB', (from, to, share) => {
    const settled = resampled(tone(share * to, from, 4 * from), from, to).slice(Math.ceil(to));
    expect(db(rms(settled) / Math.SQRT1_2)).toBeLessThan(-70);
  });

  it('gives each sample its value at its own time', () => {
    const out = resampled(tone(40, 1000, 3000), 1000, 1925.9259);
    const errors = out.map((v, i) => v - Math.sin((2 * Math.PI * 40 * i) / 1925.9259));
    expect(Math.max(...errors.slice(100).map(Math.abs))).toBeLessThan(1e-3);
  });

  it('does not care how the signal is cut', () => {
    const x = tone(77, 2000, 4000);
    const whole = resampled(x, 2000, 1925.9259, [4000]);
    expect(resampled(x, 2000, 1925.9259, [1, 7, 40, 333])).toEqual(whole);
  });

  it('drifts without a break, later by what it needs to look ahead', () => {
    const resampler = new StreamingResampler(1, 1000, 1000);
    const x = tone(10, 1000, 20_000);
    const out: number[] = [];
    for (let at = 0; at < x.length; at += 20) {
      if (at === 5000) resampler.driftTo(1000 * (1 + 1000e-6));
      out.push(...resampler.process({ channels: 1, length: 20, data: x.slice(at, at + 20) }));
    }
    expect(resampler.delaySeconds).toBeCloseTo(0.024, 9);
    // 15 s at 0.1 % more, less the samples that wait for those after them.
    expect(Math.abs(out.length - (20_000 + 15 - 24))).toBeLessThanOrEqual(1);
    const steps = out.slice(1).map((v, i) => Math.abs(v - (out[i] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(1.01 * 2 * Math.PI * 0.01);
  });

  it('keeps channels apart, and a constant constant', () => {
    const resampler = new StreamingResampler(2, 2000, 1111.11);
    const data = new Float32Array(2 * 4000).fill(1, 0, 4000).fill(-3, 4000);
    const out = resampler.process({ channels: 2, length: 4000, data });
    const instants = out.length / 2;
    expect(out[2 * (instants - 1)]).toBeCloseTo(1, 6);
    expect(out[2 * (instants - 1) + 1]).toBeCloseTo(-3, 6);
  });

  it('begins anew after a gap, as it began', () => {
    const resampler = new StreamingResampler(1, 2000, 500);
    const stretch = { channels: 1, length: 400, data: tone(30, 2000, 400) };
    const first = [...resampler.process(stretch)];
    resampler.process({ ...stretch, data: stretch.data.map(() => 9) });
    resampler.reset();
    expect([...resampler.process(stretch)]).toEqual(first);
  });

  it('refuses rates that are none, and stretches of another shape', () => {
    expect(() => new StreamingResampler(1, 0, 100)).toThrow('got 0 to 100 Hz');
    const two = new StreamingResampler(2, 100, 50);
    expect(() => two.process({ channels: 1, length: 4, data: new Float32Array(4) })).toThrow(
      'expected 2 × 4',
    );
  });
});
