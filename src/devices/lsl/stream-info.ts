import { xmlText, type XmlValue } from '../../ground/signal/xml-text.js';
import type { ChannelFormat } from './channel-format.js';

/** A channel as the full description of a stream names it. */
export interface LslChannel {
  readonly label: string;
  readonly unit: string;
  readonly type: string;
}

/** What a stream says of itself. */
export interface LslStreamInfo {
  readonly name: string;
  /** Kind of its content, such as `EMG` or `Markers`. */
  readonly type: string;
  readonly channels: readonly LslChannel[];
  readonly format: ChannelFormat;
  /** Samples per second; 0 where they come when they come. */
  readonly nominalRateHz: number;
  /** Stays the same over restarts, so that programs find the stream again. */
  readonly sourceId: string;
  /** Another one for every outlet that is opened. */
  readonly uid: string;
  /** Seconds on the clock of the outlet. */
  readonly createdAt: number;
  readonly hostname: string;
  readonly dataPort: number;
  readonly servicePort: number;
  /** What else its full description holds. */
  readonly more?: { readonly [name: string]: XmlValue | readonly XmlValue[] };
}

/** As liblsl writes 110/100 with 17 digits; what reads it takes it times 100. */
const VERSION = '1.1000000000000001';

/** The elements of a stream's full description, in the order of liblsl: what queries are asked of. */
export function describeStream(info: LslStreamInfo): { readonly [name: string]: XmlValue } {
  return {
    name: info.name,
    type: info.type,
    channel_count: info.channels.length,
    channel_format: info.format,
    source_id: info.sourceId,
    nominal_srate: info.nominalRateHz,
    version: VERSION,
    created_at: info.createdAt,
    uid: info.uid,
    session_id: 'default',
    hostname: info.hostname,
    v4address: '',
    v4data_port: info.dataPort,
    v4service_port: info.servicePort,
    v6address: '',
    v6data_port: 0,
    v6service_port: 0,
    desc: {
      channels: { channel: info.channels.map(({ label, unit, type }) => ({ label, unit, type })) },
      ...info.more,
    },
  };
}

/** What is answered to a search: all but the description of the channels. */
export function shortInfo(info: LslStreamInfo): string {
  return document({ ...describeStream(info), desc: '' });
}

/** All that there is to say of a stream. */
export function fullInfo(info: LslStreamInfo): string {
  return document(describeStream(info));
}

const document = (info: XmlValue): string => `<?xml version="1.0"?>\n${xmlText('info', info, true)}`;
