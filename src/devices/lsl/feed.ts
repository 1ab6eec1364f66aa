import { channelFormats, type ChannelFormat } from './channel-format.js';

/** Version of the protocol, times 100. */
export const PROTOCOL_VERSION = 110;
/** Byte orders, by the digits of what memory holds of the number 0x04030201. */
export const [LITTLE_ENDIAN, BIG_ENDIAN] = [1234, 4321] as const;

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

/** Headers by their name in lower case; what follows a semicolon is a comment. */
export function headersOf(lines: readonly string[]): Map<string, string> {
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
