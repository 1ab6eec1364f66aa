import { ProtocolError } from '../ground/signal/errors.js';
import { FRAME_VERSION, streamKinds, streamOfKind, type StreamName } from './stream-kind.js';

/** Bytes before the samples of a binary frame. A multiple of 4, so that the samples are a zero-copy view. */
export const HEADER_BYTES = 24;

/** One decoded binary frame: a matrix of rows × columns with the place in the stream it belongs to. */
export interface Frame {
  readonly stream: StreamName;
  /** Number of rows: channels, posteriors, joints … as `serverInfo.streams[stream].rows` names them. */
  readonly channels: number;
  /** Columns per row. */
  readonly length: number;
  /** Absolute sample index of the first column. */
  readonly index: number;
  /** When the server sent it, milliseconds since the epoch. */
  readonly sentAt: number;
  /** Row-major values: row r occupies `[r·length, (r+1)·length)`. A view into the message. */
  readonly data: Float32Array;
}

/**
 * Encode one frame: `u8 kind, u8 version, u16 channels, u32 length, f64 index, f64 sentAt`, little-endian,
 * then `channels × length` Float32.
 * @throws RangeError where `data` has not `channels × length` values, or there are more than 65 535 channels
 */
export function encodeFrame(
  stream: StreamName,
  block: { channels: number; length: number; index: number; data: Float32Array },
  sentAt: number,
): Uint8Array<ArrayBuffer> {
  const { channels, length, data } = block;
  if (data.length !== channels * length || channels > 0xffff)
    throw new RangeError(`frame of ${stream}: got ${data.length} values for ${channels} × ${length}`);
  const bytes = new Uint8Array(HEADER_BYTES + 4 * data.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, streamKinds[stream]);
  view.setUint8(1, FRAME_VERSION);
  view.setUint16(2, channels, true);
  view.setUint32(4, length, true);
  view.setFloat64(8, block.index, true);
  view.setFloat64(16, sentAt, true);
  new Float32Array(bytes.buffer, HEADER_BYTES).set(data);
  return bytes;
}

/**
 * Decode one frame as a view into `buffer` (no copy where the offset allows it).
 * @throws ProtocolError on a wrong length, version or kind
 */
export function decodeFrame(buffer: ArrayBuffer | Uint8Array): Frame {
  const bytes = buffer instanceof Uint8Array ? buffer : new Uint8Array(buffer);
  if (bytes.byteLength < HEADER_BYTES)
    throw new ProtocolError(`frame: got ${bytes.byteLength} bytes, expected at least ${HEADER_BYTES}`, {
      hint: 'A frame is a 24-byte header followed by Float32 rows.',
    });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stream = streamOfKind(view.getUint8(0));
  const version = view.getUint8(1);
  if (!stream || version !== FRAME_VERSION)
    throw new ProtocolError(
      `frame: got kind ${view.getUint8(0)} version ${version}, expected kind 1 to ${Object.keys(streamKinds).length} version ${FRAME_VERSION}`,
      { hint: 'Update the client or the server so that both speak the same version.' },
    );
  const channels = view.getUint16(2, true);
  const length = view.getUint32(4, true);
  const count = channels * length;
  if (bytes.byteLength !== HEADER_BYTES + 4 * count)
    throw new ProtocolError(
      `frame: got ${bytes.byteLength} bytes, expected ${HEADER_BYTES + 4 * count} for ${channels} × ${length}`,
      { hint: 'Send whole frames, one per WebSocket message.' },
    );
  const start = bytes.byteOffset + HEADER_BYTES;
  const data =
    start % 4 === 0
      ? new Float32Array(bytes.buffer as ArrayBuffer, start, count)
      : new Float32Array(bytes.slice(HEADER_BYTES).buffer);
  return {
    stream,
    channels,
    length,
    index: view.getFloat64(8, true),
    sentAt: view.getFloat64(16, true),
    data,
  };
}
