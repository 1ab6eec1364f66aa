import { ProtocolError } from '../../ground/signal/errors.js';
import { channelFormats, type ChannelFormat } from './channel-format.js';

/** Version of the protocol, times 100. */
export const PROTOCOL_VERSION = 110;
const LITTLE_ENDIAN = 1234;
const BIG_ENDIAN = 4321;

/** What a reader asks for with `LSL:streamfeed`. */
export interface FeedRequest {
  readonly version: number;
  /** Empty where any stream at this port will do. */
  readonly uid: string;
  /** Headers by their name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** How an outlet answers it. */
export interface FeedAnswer {
  readonly text: string;
  /** Undefined where the feed is refused. */
  readonly feed?: Feed;
  /** Why it is refused, for people. */
  readonly refused?: string;
}

/** How samples are sent to one reader. */
export interface Feed {
  readonly littleEndian: boolean;
  /** Samples that may wait for the reader; undefined where it does not say. */
  readonly maxBuffered: number | undefined;
  /** Samples that are sent at once, at most; 0 for as they come. */
  readonly maxChunk: number;
}

/**
 * Parse the request line and the headers of a feed.
 * @returns undefined where the line asks for something else
 */
export function parseFeedRequest(head: string): FeedRequest | undefined {
  const [line = '', ...rest] = head.split('\n');
  const [, version, uid = ''] = /^LSL:streamfeed(?:\/(\d{1,6}))?\s*(\S*)\s*$/.exec(line.trim()) ?? [];
  if (!line.trim().startsWith('LSL:streamfeed')) return undefined;
  return { version: Number(version ?? 100), uid, headers: headersOf(rest) };
}

function headersOf(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]*):([^;]*)/.exec(line) ?? [];
    if (name) headers.set(name.trim().toLowerCase(), value.trim().toLowerCase());
  }
  return headers;
}

/** The answer of an outlet to a request for its feed. */
export function answerFeed(
  request: FeedRequest,
  { uid, format }: { readonly uid: string; readonly format: ChannelFormat },
): FeedAnswer {
  const { headers } = request;
  const status = (code: number, reason: string): FeedAnswer => ({
    text: `LSL/${PROTOCOL_VERSION} ${code} ${reason}\r\n\r\n`,
    refused: reason,
  });
  if (Math.floor(request.version / 100) > 1) return status(505, 'Version not supported');
  if (request.version < PROTOCOL_VERSION)
    return status(505, 'Version not supported: only protocol 1.10 is spoken here');
  if (request.uid && request.uid !== uid) return status(404, 'Not found');
  const { bytes } = channelFormats[format];
  const valueSize = Number(headers.get('value-size') ?? bytes);
  // The size of a text is that of the C++ object of whoever asks, and means nothing.
  if (format !== 'string' && valueSize !== bytes)
    return status(400, `Value-Size ${valueSize}: the values of this stream have ${bytes} bytes`);
  if (headers.get('has-ieee754-floats') === '0')
    return status(400, 'Has-IEEE754-Floats 0: this stream has IEEE 754 numbers');
  const littleEndian = Number(headers.get('native-byte-order') ?? LITTLE_ENDIAN) !== BIG_ENDIAN;
  const isFloat = format === 'float32' || format === 'double64';
  const suppress = isFloat && headers.get('supports-subnormals') === '0';
  return {
    text: [
      `LSL/${PROTOCOL_VERSION} 200 OK`,
      `UID: ${uid}`,
      `Byte-Order: ${littleEndian ? LITTLE_ENDIAN : BIG_ENDIAN}`,
      `Suppress-Subnormals: ${suppress ? 1 : 0}`,
      `Data-Protocol-Version: ${PROTOCOL_VERSION}`,
      '\r\n',
    ].join('\r\n'),
    feed: {
      littleEndian,
      maxBuffered: countOf(headers.get('max-buffer-length')),
      maxChunk: countOf(headers.get('max-chunk-length')) ?? 0,
    },
  };
}

function countOf(text: string | undefined): number | undefined {
  const count = Number(text);
  return text !== undefined && Number.isInteger(count) && count >= 0 ? count : undefined;
}

/** A request for a feed, as a reader sends it. */
export function feedRequest(
  stream: {
    readonly uid: string;
    readonly hostname: string;
    readonly sourceId: string;
    readonly format: ChannelFormat;
  },
  maxBuffered: number,
): string {
  return [
    `LSL:streamfeed/${PROTOCOL_VERSION} ${stream.uid}`,
    `Native-Byte-Order: ${LITTLE_ENDIAN}`,
    'Endian-Performance: 0',
    'Has-IEEE754-Floats: 1',
    'Supports-Subnormals: 1',
    `Value-Size: ${channelFormats[stream.format].bytes}`,
    `Data-Protocol-Version: ${PROTOCOL_VERSION}`,
    `Max-Buffer-Length: ${maxBuffered}`,
    'Max-Chunk-Length: 0',
    `Hostname: ${stream.hostname}`,
    `Source-Id: ${stream.sourceId}`,
    'Session-Id: default',
    '\r\n',
  ].join('\r\n');
}

/**
 * Parse the answer to a request for a feed.
 * @param head all lines before the empty one
 * @returns how the numbers are sent
 * @throws ProtocolError where the outlet refuses, or sends what is not read here
 */
export function parseFeedAnswer(head: string): { readonly littleEndian: boolean } {
  const [line = '', ...rest] = head.split('\n');
  const [, code, reason = ''] = /^LSL\/\d+\s+(\d+)\s*(.*)$/.exec(line.trim()) ?? [];
  const restart = 'Start the program that sends the stream again.';
  if (code === undefined)
    throw new ProtocolError(`LSL: got the answer "${line.trim().slice(0, 80)}", expected "LSL/110 200 OK"`, {
      hint: restart,
    });
  if (Number(code) !== 200)
    throw new ProtocolError(`LSL: the stream is refused: ${code} ${reason.trim().slice(0, 200)}`, {
      hint: restart,
    });
  const headers = headersOf(rest);
  const version = Number(headers.get('data-protocol-version') ?? 100);
  if (version !== PROTOCOL_VERSION)
    throw new ProtocolError(`LSL: the stream is sent by protocol ${version / 100}, only 1.10 is read`, {
      hint: 'Let the program that sends it use liblsl 1.10 or newer.',
    });
  const order = Number(headers.get('byte-order') ?? LITTLE_ENDIAN);
  if (order !== LITTLE_ENDIAN && order !== BIG_ENDIAN)
    throw new ProtocolError(`LSL: got the byte order ${order}, expected 1234 or 4321`, { hint: restart });
  return { littleEndian: order === LITTLE_ENDIAN };
}
