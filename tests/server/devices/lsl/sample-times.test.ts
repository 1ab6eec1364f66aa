import { describe, expect, it } from 'vitest';
import { SampleTimes } from '../../../../server/devices/lsl/sample-times.js';

/** Blocks of 40 samples at 2 kHz, each so many seconds late; when the first sample of each was taken. */
function taken(lateness: (block: number) => number, blocks = 1000): number[] {
  const times = new SampleTimes(2000);
  return Array.from({ length: blocks }, (_, k) => {
    times.follow(40 * (k + 1), 100 + 0.02 * (k + 1) + lateness(k));
    return times.of(40 * k) ?? NaN;
  });
}

describe('times of samples', () => {
  it('are even where blocks come unevenly, and hardly one lies after its block', () => {
    const late = (k: number): number => ((k * 7919) % 13) / 1000;
    const stamps = taken(late);
    stamps.slice(100).forEach((stamp, n) => {
      const k = n + 100;
      const step = stamp - (stamps[k - 1] ?? NaN);
      expect(Math.abs(step - 0.02)).toBeLessThan(0.0002);
      expect(stamp + 0.02).toBeLessThan(100 + 0.02 * (k + 1) + late(k) + 0.0005);
    });
  });

  it('follow a crystal that runs slow', () => {
    const drift = (k: number): number => 0.02 * (k + 1) * 50e-6;
    const stamps = taken(drift, 20_000);
    const end = 100 + 0.02 * 20_000;
    expect(Math.abs((stamps.at(-1) ?? NaN) + 0.02 - end - drift(19_999))).toBeLessThan(0.0015);
  });

  it('stay where the machine is busy for a moment, and hands on late what was sampled in time', () => {
    const stamps = taken((k) => (k >= 500 && k < 520 ? 0.6 - 0.02 * (k - 500) : 0));
    stamps
      .slice(1)
      .forEach((stamp, k) => expect(Math.abs(stamp - (stamps[k] ?? NaN) - 0.02)).toBeLessThan(0.0002));
  });

  it('ascend while a first guess that was late is put right', () => {
    const stamps = taken((k) => (k < 100 ? 0.1 : 0));
    stamps.slice(1).forEach((stamp, k) => {
      // The last sample of a block is 39 intervals after its first.
      expect(stamp).toBeGreaterThan((stamps[k] ?? NaN) + 39 / 2000);
    });
    expect(stamps[500]).toBeCloseTo(100 + 0.02 * 500, 3);
  });

  it('go on from where the stream was paused, at once where that is told', () => {
    const times = new SampleTimes(1000);
    times.follow(20, 1);
    times.pause();
    expect(times.of(20)).toBeUndefined();
    times.follow(40, 11);
    expect(times.of(20)).toBeCloseTo(10.98, 9);
  });

  it('jump where it is not, when all of a second came late', () => {
    const stamps = taken((k) => (k < 500 ? 0 : 10));
    expect((stamps[500] ?? NaN) - (stamps[499] ?? NaN)).toBeCloseTo(0.02, 6);
    expect((stamps[560] ?? NaN) - (stamps[499] ?? NaN)).toBeCloseTo(10 + 61 * 0.02, 6);
  });
});
