import {
  boundaryChunk,
  encodeChunk,
  encodeLength,
  encodeXml,
  xdfTag,
} from '../../../../server/recordings/xdf/xdf-chunks.js';
import type { XmlValue } from '../../../../src/ground/signal/xml-text.js';

/** A sample: its stamp, where it has one, and the numbers or the text of its channels. */
export type MadeSample = readonly [stamp: number | undefined, ...values: (number | string)[]];

/** A stream and its chunks, made as other recorders make theirs. */
export interface MadeStream {
  readonly id: number;
  readonly header: Readonly<Record<string, XmlValue>> | string;
  readonly format?: 'float32' | 'int16' | 'int32' | 'string';
  readonly offsets?: readonly (readonly [time: number, value: number])[];
  readonly chunks: readonly (readonly MadeSample[])[];
}

/** A stream of EMG in microvolts, with a stamp at the first sample of each chunk. */
export function emgStream(
  rate: number,
  chunks: readonly (readonly [stamp: number | undefined, samples: number])[],
  extra: Partial<MadeStream> & { readonly info?: Readonly<Record<string, XmlValue>> } = {},
): MadeStream {
  const { info, ...rest } = extra;
  let value = 0;
  return {
    id: 1,
    header: {
      name: 'Band',
      type: 'EMG',
      channel_count: 1,
      nominal_srate: rate,
      channel_format: 'float32',
      desc: { channels: { channel: { label: 'a', unit: 'uV' } } },
      ...info,
    },
    chunks: chunks.map(([stamp, samples]) =>
      Array.from({ length: samples }, (_, i): MadeSample => [i === 0 ? stamp : undefined, value++]),
    ),
    ...rest,
  };
}

/** A stream of cues: texts by default. */
export function cueStream(cues: readonly MadeSample[], extra: Partial<MadeStream> = {}): MadeStream {
  const { format = 'string' } = extra;
  return {
    id: 2,
    header: { name: 'Cues', type: 'Markers', channel_count: 1, nominal_srate: 0, channel_format: format },
    chunks: [cues],
    ...extra,
    format,
  };
}

/** Bytes of an XDF file: headers, offsets, then the chunks of all streams in turn, with a boundary after each turn. */
export function xdfFile(...streams: readonly MadeStream[]): Buffer {
  const parts: Uint8Array[] = [
    Buffer.from('XDF:'),
    encodeChunk(xdfTag.fileHeader, undefined, encodeXml('info', { version: '1.0' })),
  ];
  for (const { id, header, offsets = [] } of streams) {
    const xml = typeof header === 'string' ? Buffer.from(header) : encodeXml('info', header);
    parts.push(encodeChunk(xdfTag.streamHeader, id, xml));
    for (const [time, value] of offsets) {
      const pair = Buffer.alloc(16);
      pair.writeDoubleLE(time, 0);
      pair.writeDoubleLE(value, 8);
      parts.push(encodeChunk(xdfTag.clockOffset, id, pair));
    }
  }
  const turns = Math.max(...streams.map(({ chunks }) => chunks.length));
  for (let turn = 0; turn < turns; turn++) {
    for (const { id, chunks, format = 'float32' } of streams) {
      const samples = chunks[turn];
      if (!samples) continue;
      const body = samples.map((sample) => sampleBytes(sample, format));
      parts.push(encodeChunk(xdfTag.samples, id, Buffer.concat([encodeLength(samples.length), ...body])));
    }
    parts.push(boundaryChunk());
  }
  return Buffer.concat(parts);
}

function sampleBytes([stamp, ...values]: MadeSample, format: NonNullable<MadeStream['format']>): Buffer {
  const head = Buffer.alloc(stamp === undefined ? 1 : 9);
  if (stamp !== undefined) {
    head[0] = 8;
    head.writeDoubleLE(stamp, 1);
  }
  const cells = values.map((value) => {
    if (format === 'string') {
      const text = Buffer.from(String(value));
      return Buffer.concat([encodeLength(text.length), text]);
    }
    const cell = Buffer.alloc(format === 'int16' ? 2 : 4);
    if (format === 'float32') cell.writeFloatLE(Number(value));
    else cell.writeIntLE(Number(value), 0, cell.length);
    return cell;
  });
  return Buffer.concat([head, ...cells]);
}
