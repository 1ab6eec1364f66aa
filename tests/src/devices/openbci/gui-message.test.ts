import { describe, expect, it } from 'vitest';
import { guiMessage, timeSeries } from '../../../../src/devices/openbci/gui-message.js';
import { AmplitudeMeter, SpectrumMeter } from '../../../../src/devices/openbci/meters.js';

describe('a message of the OpenBCI GUI', () => {
  it('is one line of JSON: a list of µV for each channel', () => {
    const volts = Float32Array.of(1e-6, -2e-6, 3e-6, -4e-6);
    expect(guiMessage('timeSeriesRaw', timeSeries(volts, 2))).toBe(
      '{"type":"timeSeriesRaw","data":[[1,3],[-2,-4]]}\r\n',
    );
  });
  it('is a number for each channel where it is an amplitude', () => {
    expect(guiMessage('emg', [0.123456, 1])).toBe('{"type":"emg","data":[0.1235,1]}\r\n');
  });
});

describe('meters', () => {
  it('have the amplitude between the lowest and the highest of the last while', () => {
    const meter = new AmplitudeMeter(2, 250);
    const tone = (uv: number): Float32Array =>
      Float32Array.from(
        { length: 500 },
        (_, k) => (k % 2 === 0 ? 1 : 0) * uv * 1e-6 * (k % 4 === 0 ? 1 : -1),
      );
    meter.process(tone(1));
    expect(meter.process(tone(100))[0]).toBeCloseTo(1, 1);
    const [first = NaN, second] = meter.process(tone(1));
    expect(first).toBeLessThan(0.1);
    expect(second).toBe(0);
  });
  it('find a tone in its bin, in µV', () => {
    const meter = new SpectrumMeter(1, 250);
    const [bins = []] = meter.process(
      Float32Array.from({ length: 250 }, (_, k) => 50e-6 * Math.sin(2 * Math.PI * 0.08 * k)),
    );
    expect(bins).toHaveLength(126);
    expect(bins.indexOf(Math.max(...bins))).toBe(20);
    expect(bins[20]).toBeCloseTo(50, 0);
  });
});
