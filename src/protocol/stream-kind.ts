/** Versioned WebSocket subprotocol that this version speaks best. */
export const SUBPROTOCOL = 'myodesis.v1';

/** All that it speaks, best first. */
export const subprotocols: readonly string[] = [SUBPROTOCOL];

/** The best subprotocol that a client offers and we speak; undefined where there is none. */
export function negotiated(offered: Iterable<string>): string | undefined {
  const known = new Set(offered);
  return subprotocols.find((name) => known.has(name));
}

/** Version byte of every binary frame. */
export const FRAME_VERSION = 1;

/** Streams a client may subscribe to, with the `kind` byte of their frames. Their rows: `stream-rows.ts`. */
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

/** Name of a stream. */
export type StreamName = keyof typeof streamKinds;

/** What one column of a stream is. */
export const streamColumns: Readonly<Record<StreamName, string>> = {
  raw: 'a sample, in volts',
  filtered: 'a sample, in volts',
  envelope: '`samplesPerColumn` samples, in volts',
  features: 'a window',
  decisions: 'a window',
  command: 'a decision',
  prosthesis: 'a block',
  truth: '10 ms',
  clean: 'a sample, in volts',
  discharges: 'a discharge',
};

/** All streams, in the order of their kinds. */
export const streamNames = Object.keys(streamKinds) as StreamName[];

const nameByKind = new Map<number, StreamName>(streamNames.map((name) => [streamKinds[name], name]));

/** Stream of a frame's kind byte, or undefined for an unknown kind. */
export function streamOfKind(kind: number): StreamName | undefined {
  return nameByKind.get(kind);
}
