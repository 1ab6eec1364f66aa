import type { Converter } from '../integers.js';

/** Channels with electrodes, and all channels: further ones are 4 of the quaternion, the buffer and the counter. */
export const ELECTRODES = 32;
export const CHANNELS = 38;
export const RATE_HZ = 2000;
/** Bytes of an instant. */
export const FRAME_BYTES = 2 * CHANNELS;

/** µV of a step at gain 8 and at gain 4. */
export const STEP_UV = { gain8: 0.286, gain4: 0.572 } as const;

/** What the computer asks of a Muovi. */
export interface MuoviCommand {
  /** 16 bits at 2 kHz; otherwise 24 bits at 500 Hz, as for EEG. */
  readonly emg: boolean;
  /** 0 gain 8, 1 gain 4, 2 impedance check, 3 test ramps. */
  readonly mode: number;
  readonly go: boolean;
}

/** Read the byte `(EMG << 3) | (mode << 1) | GO`. */
export function muoviCommand(byte: number): MuoviCommand {
  return { emg: (byte & 8) !== 0, mode: (byte >> 1) & 3, go: (byte & 1) !== 0 };
}

/**
 * One instant, int16 big-endian: 32 electrodes, the quaternion of a sensor that lies still (w, x, y, z), the buffer
 * and trigger, which are empty, and the number of the frame, by which a loss is seen.
 * @param ramp the test mode: every electrode shows the number of the frame
 */
export function muoviFrame(
  volts: Float32Array,
  converter: Converter,
  counter: number,
  ramp: boolean,
): Uint8Array {
  const bytes = new Uint8Array(FRAME_BYTES);
  const view = new DataView(bytes.buffer);
  for (let c = 0; c < ELECTRODES; c++)
    if (ramp) view.setUint16(2 * c, counter & 0xffff);
    else view.setInt16(2 * c, converter.number(volts[c]));
  view.setInt16(2 * ELECTRODES, 32_767);
  view.setUint16(2 * (CHANNELS - 1), counter & 0xffff);
  return bytes;
}
