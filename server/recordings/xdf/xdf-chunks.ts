import { xmlText, type XmlValue } from '../../../src/ground/signal/xml-text.js';

/** Tags of XDF 1.0 chunks (github.com/sccn/xdf/wiki/Specifications). */
export const xdfTag = {
  fileHeader: 1,
  streamHeader: 2,
  samples: 3,
  clockOffset: 4,
  boundary: 5,
  streamFooter: 6,
} as const;

/** What a boundary chunk holds, so that readers find their place after damage. */
export const boundaryUuid = Buffer.from('43a546dccbf5410fb30ed5467383cbe4', 'hex');

/** Variable-length integer: 1, 4 or 8 bytes and the number. */
export function encodeLength(value: number): Uint8Array {
  if (value < 256) return Uint8Array.of(1, value);
  const bytes = Buffer.alloc(value < 2 ** 32 ? 5 : 9);
  bytes[0] = bytes.length - 1;
  if (bytes.length === 5) bytes.writeUInt32LE(value, 1);
  else bytes.writeBigUInt64LE(BigInt(value), 1);
  return bytes;
}

/** Read a variable-length integer; undefined where the bytes end before it or are none. */
export function decodeLength(bytes: Buffer, at: number): { value: number; next: number } | undefined {
  const width = bytes[at];
  if (width === undefined || at + 1 + width > bytes.length) return undefined;
  if (width === 1) return { value: bytes.readUInt8(at + 1), next: at + 2 };
  if (width === 4) return { value: bytes.readUInt32LE(at + 1), next: at + 5 };
  if (width === 8) return { value: Number(bytes.readBigUInt64LE(at + 1)), next: at + 9 };
  return undefined;
}

/** One chunk: length, tag, stream id where it has one, content. */
export function encodeChunk(tag: number, stream: number | undefined, content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(stream === undefined ? 2 : 6);
  head.writeUInt16LE(tag, 0);
  if (stream !== undefined) head.writeUInt32LE(stream, 2);
  return Buffer.concat([encodeLength(head.length + content.length), head, content]);
}

export function boundaryChunk(): Uint8Array {
  return encodeChunk(xdfTag.boundary, undefined, boundaryUuid);
}

/** XML of a stream header or footer. */
export function encodeXml(name: string, value: XmlValue): Uint8Array {
  return Buffer.from(`<?xml version="1.0"?>${xmlText(name, value)}`, 'utf8');
}
