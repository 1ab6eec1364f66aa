import { describe, expect, it } from 'vitest';
import { RingBuffer } from '../../../../src/ground/signal/ring-buffer.js';
import { shortNames } from '../../../../web/data/short-names.js';
import { LaneScales } from '../../../../web/panels/signals/lane-scales.js';
import { measured, rmsUv } from '../../../../web/panels/signals/measure.js';
import { ticks } from '../../../../web/panels/signals/time-axis.js';
import { Pinch, zoomedEnd, zoomedSeconds } from '../../../../web/panels/signals/zoom.js';

/** A sine of 100 µV and 50 Hz on an offset of 1 mV, one second at 1000 Hz. */
function sine(): RingBuffer {
  const ring = new RingBuffer(1, 2000);
  const data = Float32Array.from({ length: 1000 }, (_, i) => 1e-3 + 1e-4 * Math.sin(0.1 * Math.PI * i));
  ring.push({ index: 0, channels: 1, length: 1000, data });
  return ring;
}

describe('what is measured on the traces', () => {
  it('is the RMS about the mean, whatever the offset', () => {
    expect(rmsUv(sine(), 0, 0, 1000)).toBeCloseTo(100 / Math.SQRT2, 1);
    expect(rmsUv(sine(), 0, 1000, 1200)).toBeNaN();
  });

  it('is time and difference between two cursors, in whatever order', () => {
    const found = measured(sine(), 0, [15, 5], 1000);
    expect(found.seconds).toBeCloseTo(0.01, 9);
    expect(found.deltaUv).toBeCloseTo(-200, 1);
    expect(measured(sine(), 0, [5, 15], 1000)).toEqual(found);
  });

  it('has an axis of round steps with its unit once', () => {
    expect(ticks(0, 5, 8, 's').map(({ text }) => text)).toEqual(['0', '1', '2', '3', '4', '5 s']);
    expect(ticks(12.34, 12.64, 4, 's').map(({ text }) => text)).toEqual(['12.4', '12.5', '12.6 s']);
  });

  it('zooms within bounds about the sample under the pointer', () => {
    expect(zoomedSeconds(5, 1.25)).toBe(4);
    expect(zoomedSeconds(20, 0.5)).toBe(20);
    // A quarter from the left: sample 250 of 0 to 1000 is there again in a window of half the size.
    const end = zoomedEnd(1000, 1000, 500, 0.25);
    expect(end - 500 * 0.75).toBe(250);
  });

  it('is pinched along and across apart', () => {
    const pinch = new Pinch();
    pinch.down(1, 0, 0);
    expect(pinch.move(1, 5, 0)).toBeUndefined();
    pinch.down(2, 105, 10);
    expect(pinch.move(2, 205, 10)).toEqual({ time: 2, amplitude: 1 });
  });

  it('gives each lane a scale of its own where that is asked for', () => {
    const scales = new LaneScales();
    const peaks = { peakUv: 500, lanePeakUv: (channel: number) => (channel === 0 ? 60 : 900) };
    scales.adapt(peaks, [0, 1], 0, 5);
    expect([scales.of(0), scales.of(1)]).toEqual([500, 500]);
    scales.choose('each');
    expect(scales.adapt(peaks, [0, 1], 100, 5)).toBe(true);
    expect(scales.of(0)).toBeLessThan(scales.of(1));
    expect(scales.of(1)).toBeGreaterThanOrEqual(900);
  });
});

describe('short names', () => {
  it('keep names apart and leave what is short', () => {
    const names = ['S2 Vastus lateralis', 'S3 Vastus medialis', 'S4 Biceps'];
    const short = shortNames(names, 13);
    expect(new Set(short).size).toBe(3);
    expect(short[2]).toBe('S4 Biceps');
    for (const name of short) expect(name.length).toBeLessThanOrEqual(13);
  });
});
