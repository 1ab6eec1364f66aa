import { describe, expect, it } from 'vitest';
import { Converter } from '../../../../src/devices/integers.js';
import { muoviCommand, muoviFrame } from '../../../../src/devices/muovi/muovi-frame.js';

describe('a Muovi', () => {
  it('reads the byte of the computer', () => {
    expect(muoviCommand(0b1001)).toEqual({ emg: true, mode: 0, go: true });
    expect(muoviCommand(0b1011)).toEqual({ emg: true, mode: 1, go: true });
    expect(muoviCommand(0b1110)).toEqual({ emg: true, mode: 3, go: false });
    expect(muoviCommand(0b0001)).toEqual({ emg: false, mode: 0, go: true });
  });

  it('sends 38 channels of int16, big-endian, 0.286 µV a step, and counts', () => {
    const volts = new Float32Array(32);
    volts.set([0.286e-6, -0.286e-6, 28.6e-6, 1]);
    const converter = new Converter(16, 0.286);
    const bytes = Buffer.from(muoviFrame(volts, converter, 0xfffe, false));
    expect(bytes.length).toBe(76);
    expect(bytes.subarray(0, 8).toString('hex')).toBe('0001ffff00647fff');
    expect(bytes.subarray(8, 64).every((byte) => byte === 0)).toBe(true);
    // The quaternion at rest, the empty buffer, the counter.
    expect(bytes.subarray(64).toString('hex')).toBe('7fff' + '0000'.repeat(4) + 'fffe');
    expect(converter.notes).toEqual(['1 values beyond ±9.4 mV were sent as that']);
  });

  it('shows the number of the frame in test mode', () => {
    const bytes = Buffer.from(muoviFrame(new Float32Array(32), new Converter(16, 0.286), 258, true));
    expect(bytes.subarray(0, 64).toString('hex')).toBe('0102'.repeat(32));
  });
});
