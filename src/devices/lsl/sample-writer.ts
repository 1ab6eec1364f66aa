import { ProtocolError } from '../../ground/signal/errors.js';
import { channelFormats, type NumericFormat } from './channel-format.js';

/** Tags of a sample's first byte. */
export const sampleTag = { deduced: 1, stamped: 2 } as const;

type Put = (view: DataView, at: number, value: number, littleEndian: boolean) => void;

const puts: Readonly<Record<NumericFormat, Put>> = {
  float32: (view, at, value, order) => view.setFloat32(at, value, order),
  double64: (view, at, value, order) => view.setFloat64(at, value, order),
  int8: (view, at, value) => view.setInt8(at, value),
  int16: (view, at, value, order) => view.setInt16(at, value, order),
  int32: (view, at, value, order) => view.setInt32(at, value, order),
  int64: (view, at, value, order) => view.setBigInt64(at, BigInt(value), order),
};

/**
 * Samples of numbers as they are sent: the first with its time, the others one sampling interval later each.
 * @param columns row-major, `channels` rows of equally many samples, times `scale`
 * @param stamp seconds on the clock of the outlet
 */
export function encodeNumbers(
  format: NumericFormat,
  channels: number,
  columns: ArrayLike<number>,
  stamp: number,
  { scale = 1, littleEndian = true }: { readonly scale?: number; readonly littleEndian?: boolean } = {},
): Uint8Array {
  const length = columns.length / channels;
  const { bytes } = channelFormats[format];
  const out = new Uint8Array(encodedBytes(bytes * channels, length));
  const view = new DataView(out.buffer);
  const put = puts[format];
  for (let i = 0, at = 0; i < length; i++) {
    out[at++] = i === 0 ? sampleTag.stamped : sampleTag.deduced;
    if (i === 0) {
      view.setFloat64(at, stamp, littleEndian);
      at += 8;
    }
    for (let c = 0; c < channels; c++, at += bytes)
      put(view, at, (columns[c * length + i] ?? NaN) * scale, littleEndian);
  }
  return out;
}

/** Bytes of so many samples, the first of which carries its time. */
export function encodedBytes(sampleBytes: number, length: number): number {
  return length === 0 ? 0 : 8 + length * (1 + sampleBytes);
}

const utf8 = new TextEncoder();

/**
 * One sample of texts with its time.
 * @throws ProtocolError where a text is longer than 4 GB
 */
export function encodeTexts(texts: readonly string[], stamp: number, littleEndian = true): Uint8Array {
  const words = texts.map((text) => utf8.encode(text));
  const out = new Uint8Array(words.reduce((sum, word) => sum + lengthBytes(word) + word.length, 9));
  const view = new DataView(out.buffer);
  out[0] = sampleTag.stamped;
  view.setFloat64(1, stamp, littleEndian);
  let at = 9;
  for (const word of words) {
    const width = lengthBytes(word) - 1;
    out[at] = width;
    if (width === 1) out[at + 1] = word.length;
    else view.setUint32(at + 1, word.length, littleEndian);
    out.set(word, at + 1 + width);
    at += 1 + width + word.length;
  }
  return out;
}

/** A byte that says how many bytes the length has, and those. */
function lengthBytes({ length }: Uint8Array): number {
  if (length <= 0xff) return 2;
  if (length <= 0xffffffff) return 5;
  throw new ProtocolError(`text: got ${length} bytes, at most 4294967295 are allowed`);
}
