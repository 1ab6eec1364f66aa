/** Sensors of a base station; those that are not paired are sent as 0. */
export const SENSORS = 16;
/** Seconds of one frame. */
export const FRAME_S = 0.0135;
/** Values of a sensor's inertial part: acceleration (g), rotation (deg/s), magnetic field (µT), each x, y, z. */
export const AUX_VALUES = 9;
/** Instants of the inertial part in a frame. */
export const AUX_PER_FRAME = 2;

/** EMG samples of a sensor in a frame, by the rate that this gives. */
export const samplesPerFrame = { '2000': 27, '1925.93': 26, '1111.11': 15 } as const;
/** A rate as the options name it. */
export type TrignoRate = keyof typeof samplesPerFrame;

/**
 * EMG of a frame as ports 50041 and 50043 send it: no header, for each instant 16 float32, in volts.
 * @param values instant after instant
 */
export function encodeFloats(values: ArrayLike<number>, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < values.length; k++) view.setFloat32(4 * k, values[k], littleEndian);
  return bytes;
}

/**
 * Inertial part of a frame: the limb is not moved through the room, so every paired sensor lies still and feels 1 g.
 * @param perSensor values of a sensor that are sent: 9 on port 50044, the first 3 on port 50042
 */
export function restingAux(paired: ReadonlySet<number>, perSensor: number): Float64Array {
  const values = new Float64Array(AUX_PER_FRAME * SENSORS * perSensor);
  for (let instant = 0; instant < AUX_PER_FRAME; instant++)
    for (const sensor of paired) values[(instant * SENSORS + sensor - 1) * perSensor + 2] = 1;
  return values;
}
