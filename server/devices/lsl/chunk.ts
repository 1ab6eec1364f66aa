import { encodedBytes, encodeNumbers, encodeTexts } from '../../../src/devices/lsl/sample-writer.js';

/** Samples that are sent together, in either byte order. The first carries its time, so that none before it is needed. */
export interface Chunk {
  readonly samples: number;
  bytes(littleEndian: boolean): Uint8Array;
  /** Bytes of its first samples. */
  until(samples: number): number;
}

/** Encoded when somebody wants it, once for all who do. */
function onceEach(encode: (littleEndian: boolean) => Uint8Array): Chunk['bytes'] {
  const made: { little?: Uint8Array; big?: Uint8Array } = {};
  return (littleEndian) => (littleEndian ? (made.little ??= encode(true)) : (made.big ??= encode(false)));
}

/** Numbers: row-major columns, as frames have them. */
export function numberChunk(channels: number, columns: Float32Array, stamp: number, scale: number): Chunk {
  return {
    samples: columns.length / channels,
    bytes: onceEach((littleEndian) =>
      encodeNumbers('float32', channels, columns, stamp, { scale, littleEndian }),
    ),
    until: (samples) => encodedBytes(4 * channels, samples),
  };
}

/** One text. */
export function textChunk(text: string, stamp: number): Chunk {
  const bytes = onceEach((littleEndian) => encodeTexts([text], stamp, littleEndian));
  return { samples: 1, bytes, until: (samples) => (samples > 0 ? bytes(true).length : 0) };
}
