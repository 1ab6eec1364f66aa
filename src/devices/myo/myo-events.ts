/** EMG channels of the armband, and its rates. */
export const CHANNELS = 8;
export const EMG_HZ = 200;
export const IMU_HZ = 50;

/** Poses that the armband knows. */
export type Pose = 'rest' | 'fist' | 'wave_in' | 'wave_out' | 'fingers_spread';

const poses: Readonly<Record<string, Pose>> = {
  rest: 'rest',
  'hand-close': 'fist',
  'wrist-flexion': 'wave_in',
  'wrist-extension': 'wave_out',
  'hand-open': 'fingers_spread',
};

/** The pose of a class; rest for one that the armband does not know. */
export function poseOf(decided: string): Pose {
  return (Object.hasOwn(poses, decided) ? poses[decided] : undefined) ?? 'rest';
}

/** What Myo Connect says of one armband. */
export type MyoEvent = Readonly<Record<string, unknown>> & { readonly type: string };

/** One message of Myo Connect. @param epoch seconds since 1970 */
export function myoMessage({ type, ...rest }: MyoEvent, epoch: number): readonly ['event', object] {
  return ['event', { type, myo: 0, timestamp: String(Math.round(epoch * 1e6)), ...rest }];
}

/** What a program that connects with an armband in use is told, in this order. */
export const greeting: readonly MyoEvent[] = [
  { type: 'paired', mac_address: 'd0-6d-79-6f-00-01', name: 'Myodesis' },
  { type: 'connected', version: [1, 5, 1970, 2] },
  { type: 'arm_synced', arm: 'right', x_direction: 'toward_elbow', warmup_state: 'warm' },
];

/** The arm is not moved through the room: no rotation, 1 g along z. */
export const stillOrientation: MyoEvent = {
  type: 'orientation',
  orientation: { x: 0, y: 0, z: 0, w: 1 },
  accelerometer: [0, 0, 1],
  gyroscope: [0, 0, 0],
};

/** What a program asks of an armband. */
export interface MyoCommand {
  readonly command: string;
  /** Such as `enabled` or `hold`; empty where none is given. */
  readonly type: string;
}

/** A command as it came; undefined for what is none. */
export function myoCommand(text: string): MyoCommand | undefined {
  const message = parsed(text);
  if (!Array.isArray(message) || message[0] !== 'command') return undefined;
  const body: unknown = message[1];
  if (typeof body !== 'object' || body === null || !('command' in body)) return undefined;
  if (typeof body.command !== 'string') return undefined;
  return {
    command: body.command,
    type: 'type' in body && typeof body.type === 'string' ? body.type : '',
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
