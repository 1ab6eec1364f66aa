import { ProtocolError } from '../../ground/signal/errors.js';
import { channelFormats, type ChannelFormat } from './channel-format.js';
import { BIG_ENDIAN, headersOf, LITTLE_ENDIAN, PROTOCOL_VERSION } from './feed.js';

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
  const { bytes } = channelFormats[stream.format];
  return [
    `LSL:streamfeed/${PROTOCOL_VERSION} ${stream.uid}`,
    `Native-Byte-Order: ${LITTLE_ENDIAN}`,
    'Endian-Performance: 0',
    'Has-IEEE754-Floats: 1',
    'Supports-Subnormals: 1',
    // Of texts liblsl before 1.14 takes it for the size of its own C++ object, and sends protocol 1.00 where it is another.
    ...(bytes > 0 ? [`Value-Size: ${bytes}`] : []),
    `Data-Protocol-Version: ${PROTOCOL_VERSION}`,
    `Max-Buffer-Length: ${maxBuffered}`,
    'Max-Chunk-Length: 0',
    `Hostname: ${stream.hostname}`,
    `Source-Id: ${stream.sourceId}`,
    'Session-Id: default',
    '\r\n',
  ].join('\r\n');
}

/** How an outlet answers a request for its feed: by samples, or that the stream is there no more. */
export type FeedAnswerRead = { readonly littleEndian: boolean } | 'gone';

/**
 * Parse the answer to a request for a feed.
 * @param head all lines before the empty one
 * @throws ProtocolError where the outlet refuses, or sends what is not read here
 */
export function parseFeedAnswer(head: string): FeedAnswerRead {
  const [line = '', ...rest] = head.split('\n');
  const [, code, reason = ''] = /^LSL\/\d+\s+(\d+)\s*(.*)$/.exec(line.trim()) ?? [];
  const hint = 'Start the program that sends the stream again.';
  if (code === undefined)
    throw new ProtocolError(`LSL: got the answer "${line.trim().slice(0, 80)}", expected "LSL/110 200 OK"`, {
      hint,
    });
  if (Number(code) === 404) return 'gone';
  if (Number(code) !== 200)
    throw new ProtocolError(`LSL: the stream is refused: ${code} ${reason.trim().slice(0, 200)}`, { hint });
  const headers = headersOf(rest);
  const version = Number(headers.get('data-protocol-version') ?? 100);
  if (version !== PROTOCOL_VERSION)
    throw new ProtocolError(`LSL: the stream is sent by protocol ${version / 100}, only 1.10 is read`, {
      hint: 'Let the program that sends it use liblsl 1.10 or newer.',
    });
  const order = Number(headers.get('byte-order') ?? LITTLE_ENDIAN);
  if (order !== LITTLE_ENDIAN && order !== BIG_ENDIAN)
    throw new ProtocolError(`LSL: got the byte order ${order}, expected 1234 or 4321`, { hint });
  return { littleEndian: order === LITTLE_ENDIAN };
}
