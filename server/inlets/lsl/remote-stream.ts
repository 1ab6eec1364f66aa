import { isChannelFormat, type ChannelFormat } from '../../../src/devices/lsl/channel-format.js';
import { ProtocolError } from '../../../src/ground/signal/errors.js';
import { parseXml, textAt } from '../../recordings/xdf/xdf-xml.js';

/** A stream that another program sends, as it answered a search. */
export interface RemoteStream {
  readonly name: string;
  readonly type: string;
  readonly channelCount: number;
  readonly format: ChannelFormat;
  readonly nominalRateHz: number;
  readonly sourceId: string;
  readonly uid: string;
  readonly hostname: string;
  /** Where the answer came from. */
  readonly address: string;
  readonly dataPort: number;
  readonly servicePort: number;
}

/**
 * Parse the answer to a search.
 * @throws ProtocolError where it is no description of a stream that can be read; StreamError where it is no XML
 */
export function parseRemoteStream(xml: string, address: string): RemoteStream {
  const where = `LSL ${address}`;
  const top = parseXml(xml, where);
  const info = top.children.find(({ name }) => name === 'info') ?? top;
  const text = (name: string): string => textAt(info, name);
  const number = (name: string, lowest: number, highest: number): number => {
    const value = Number(text(name));
    if (text(name) !== '' && value >= lowest && value <= highest) return value;
    throw new ProtocolError(`${where}: got ${name} "${text(name)}", expected ${lowest} to ${highest}`);
  };
  const format = text('channel_format');
  if (!isChannelFormat(format))
    throw new ProtocolError(
      `${where}: got the channel_format "${format}", which Lab Streaming Layer has not`,
    );
  return {
    name: text('name'),
    type: text('type'),
    channelCount: number('channel_count', 1, 100_000),
    format,
    nominalRateHz: number('nominal_srate', 0, 1e9),
    sourceId: text('source_id'),
    uid: text('uid'),
    hostname: text('hostname'),
    address,
    dataPort: number('v4data_port', 1, 65_535),
    servicePort: number('v4service_port', 1, 65_535),
  };
}

/** The search for a stream after it was lost: the same one, from wherever it is sent now. */
export function recoveryQuery({ name, type, channelCount, format, sourceId }: RemoteStream): string {
  const wanted: readonly (readonly [string, string])[] = [
    ['name', name],
    ['type', type],
    ['channel_count', String(channelCount)],
    ['channel_format', format],
    ['source_id', sourceId],
  ];
  return wanted
    .filter(([, value]) => value !== '')
    .map(([field, value]) => `${field}=${quoted(value)}`)
    .join(' and ');
}

/** A text within a query: XPath 1.0 has no way to write both kinds of quotes in one. */
export function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  return text.includes('"') ? `concat('${text.split("'").join(`',"'",'`)}')` : `"${text}"`;
}
