/** Versioned WebSocket subprotocol that client and server must both speak. */
export const SUBPROTOCOL = 'myodesis.v1';

/** Version byte of every binary frame. */
export const FRAME_VERSION = 1;

/**
 * Streams a client may subscribe to, with the `kind` byte of their frames.
 *
 * | stream | rows | one column is |
 * |---|---|---|
 * | raw, filtered, clean | channels, volts | one sample |
 * | envelope | minimum and maximum of each raw channel, volts | `samplesPerColumn` samples |
 * | features | feature values | one window |
 * | decisions | posteriors, class after each smoothing step, confidence, speed, latency | one window |
 * | command | velocity per degree of freedom in [−1, 1], class, confidence, latency | one decision |
 * | prosthesis | joint position and velocity per degree of freedom | one block |
 * | truth | movement, strength, cue, excitation and force per muscle, artefact flags | 10 ms |
 * | discharges | muscle, unit, sample offset from the frame's index | one discharge |
 */
export const streamKinds = {
  raw: 1,
  filtered: 2,
  envelope: 3,
  features: 4,
  decisions: 5,
  command: 6,
  prosthesis: 7,
  truth: 8,
  clean: 9,
  discharges: 10,
} as const;

export type StreamName = keyof typeof streamKinds;

export const streamNames = Object.keys(streamKinds) as StreamName[];

const nameByKind = new Map<number, StreamName>(streamNames.map((name) => [streamKinds[name], name]));

/** Stream of a frame's kind byte, or undefined for an unknown kind. */
export function streamOfKind(kind: number): StreamName | undefined {
  return nameByKind.get(kind);
}
