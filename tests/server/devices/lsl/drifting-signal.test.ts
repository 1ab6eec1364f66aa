import { describe, expect, it } from 'vitest';
import { DriftingSignal } from '../../../../server/devices/lsl/drifting-signal.js';

/** A second of a sine of 100 Hz at 2 kHz in blocks of 40, times after it began; what comes of them. */
function sampled(driftPpm: number, seconds: number) {
  const signal = new DriftingSignal(1, 2000, driftPpm);
  const frames = Array.from({ length: 50 * seconds }, (_, k) => {
    const data = Float32Array.from({ length: 40 }, (_, i) =>
      Math.sin((2 * Math.PI * 100 * (40 * k + i)) / 2000),
    );
    return signal.process({ index: 40 * k, channels: 1, length: 40, data }, 0.02 * (k + 1));
  });
  return { signal, frames, samples: frames.flatMap(({ data }) => [...data]) };
}

describe('a crystal that drifts', () => {
  it.each([-1000, 500])('makes other samples by %d ppm, at the times that they are stamped with', (ppm) => {
    const { signal, frames, samples } = sampled(ppm, 20);
    const expected = 20 * 2000 * (1 + ppm * 1e-6);
    // The last ones are still on their way: interpolation looks ahead.
    expect(Math.abs(samples.length - expected)).toBeLessThan(60);
    const worst = frames.slice(10).reduce((most, { index, data }) => {
      const at = signal.timeOf(index) ?? NaN;
      return Math.max(most, Math.abs((data[0] ?? NaN) - Math.sin(2 * Math.PI * 100 * at)));
    }, 0);
    // The stamps of all are those of the end, a straight line; 0.5 ms of 100 Hz are 0.3.
    expect(worst).toBeLessThan(0.3);
  });

  it('counts on over a gap of the signal', () => {
    const signal = new DriftingSignal(2, 1000, 100);
    const block = { channels: 2, length: 100, data: new Float32Array(200) };
    const first = signal.process({ ...block, index: 0 }, 1);
    const next = signal.process({ ...block, index: 5000 }, 6);
    expect(next.index).toBe(first.length);
    expect((signal.timeOf(next.index) ?? 0) - 6).toBeLessThan(0);
    expect(6 - (signal.timeOf(next.index) ?? 0)).toBeLessThan(0.2);
  });
});
