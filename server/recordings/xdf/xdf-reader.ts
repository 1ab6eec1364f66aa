import { StreamError } from '../../../src/ground/signal/errors.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { InputFile } from '../input-file.js';
import { defaultUnitScale, type Annotation, type ReadOptions, type Recording } from '../recording.js';
import { segmentsOfAnnotations } from '../segments.js';
import { voltsPerUnit } from '../unit-scale.js';
import { decodeLength, xdfTag, xmlTexts } from './xdf-chunks.js';

interface Stream {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly channels: number;
  readonly rate: number;
  readonly format: string;
  readonly labels: readonly string[];
  readonly scales: readonly number[];
}

interface ChunkPlace {
  /** First byte of the content after the stream id. */
  readonly offset: number;
  readonly length: number;
}

const widths: Readonly<Record<string, number>> = {
  float32: 4,
  double64: 8,
  int8: 1,
  int16: 2,
  int32: 4,
  int64: 8,
};

/**
 * Read the EMG of an XDF file: the stream named or typed `variable`, else the first of type EMG, else the
 * only regular numeric stream. String streams become annotations. Samples are taken as evenly spaced at the
 * nominal rate, as the recorder counted them; clock offsets between devices are not corrected. A file cut
 * short is read up to its last whole chunk.
 */
export async function readXdf(path: string, options: ReadOptions = {}): Promise<Recording> {
  const { streams, places, notes } = await InputFile.using(path, (file) => scan(file, options));
  const signal = pick(path, [...streams.values()], options.variable);
  const sampleRateHz = options.sampleRateHz ?? signal.rate;
  const chunks = places.get(signal.id) ?? [];
  return InputFile.using(path, async (file) => {
    const first = chunks[0] && (await stampOf(file, chunks[0]));
    const annotations: Annotation[] = [];
    for (const stream of streams.values())
      if (stream.format === 'string')
        for (const place of places.get(stream.id) ?? [])
          for (const { time, text } of markersOf(
            await file.read(place.offset, place.length),
            stream.channels,
          ))
            annotations.push({ index: Math.max(0, Math.round((time - (first ?? 0)) * sampleRateHz)), text });
    annotations.sort((a, b) => a.index - b.index);
    let length = 0;
    for (const place of chunks) length += decodeLength(await file.read(place.offset, 9), 0)?.value ?? 0;
    const segments = segmentsOfAnnotations(annotations, length);
    return {
      info: {
        sampleRateHz,
        channelNames: signal.labels,
        unit: 'V' as const,
        ...(notes.length > 0 && { notes }),
      },
      annotations,
      ...(segments.length > 0 && { segments }),
      blocks: () => blocksOf(path, signal, chunks, sampleRateHz),
    };
  });
}

async function scan(file: InputFile, options: ReadOptions) {
  const streams = new Map<number, Stream>();
  const places = new Map<number, ChunkPlace[]>();
  const notes: string[] = [];
  if ((await file.read(0, 4)).toString('latin1') !== 'XDF:')
    throw new StreamError(`${file.path}: does not start with "XDF:"`, {
      hint: 'Give a file recorded as XDF 1.0.',
    });
  for (let at = 4; at < file.size;) {
    const head = await file.read(at, 15);
    const length = decodeLength(head, 0);
    if (!length || length.value < 2 || at + length.next + length.value > file.size) {
      notes.push(`The file is cut short at byte ${at}; what is before it was read.`);
      break;
    }
    const tag = head.readUInt16LE(length.next);
    const content = at + length.next;
    at = content + length.value;
    if ((tag !== xdfTag.streamHeader && tag !== xdfTag.samples) || length.value < 6) continue;
    const id = head.length >= length.next + 6 ? head.readUInt32LE(length.next + 2) : 0;
    const place = { offset: content + 6, length: length.value - 6 };
    if (tag === xdfTag.samples) {
      const list = places.get(id) ?? [];
      places.set(id, list);
      list.push(place);
    } else
      streams.set(
        id,
        parseStream(id, (await file.read(place.offset, place.length)).toString('utf8'), options),
      );
  }
  return { streams, places, notes };
}

function parseStream(id: number, xml: string, { unitScale = defaultUnitScale }: ReadOptions): Stream {
  const first = (name: string): string => xmlTexts(xml, name)[0] ?? '';
  const channels = Math.max(0, Math.floor(Number(first('channel_count')) || 0));
  const described = xmlTexts(xml, 'channel');
  const part = (c: number, name: string): string | undefined => xmlTexts(described[c] ?? '', name)[0];
  return {
    id,
    name: first('name'),
    type: first('type'),
    channels,
    rate: Number(first('nominal_srate')) || 0,
    format: first('channel_format'),
    labels: Array.from({ length: channels }, (_, c) => part(c, 'label') ?? `ch${c + 1}`),
    scales: Array.from({ length: channels }, (_, c) => voltsPerUnit(part(c, 'unit') ?? '') ?? unitScale),
  };
}

function pick(path: string, streams: readonly Stream[], variable: string | undefined): Stream {
  const regular = streams.filter(
    ({ rate, format, channels }) => rate > 0 && channels > 0 && widths[format] !== undefined,
  );
  const chosen =
    variable === undefined
      ? (regular.find(({ type }) => /emg/i.test(type)) ?? (regular.length === 1 ? regular[0] : undefined))
      : regular.find(({ name, type }) => name === variable || type === variable);
  if (chosen) return chosen;
  const listed = streams
    .map(({ name, type, rate }) => `"${name}" (${type || 'no type'}, ${rate} Hz)`)
    .join(', ');
  throw new StreamError(`${path}: found no EMG stream; it holds ${listed || 'no streams'}`, {
    hint: 'Name the stream to read (variable).',
  });
}

async function stampOf(file: InputFile, place: ChunkPlace): Promise<number | undefined> {
  const head = await file.read(place.offset, 18);
  const count = decodeLength(head, 0);
  return count && head[count.next] === 8 && head.length >= count.next + 9
    ? head.readDoubleLE(count.next + 1)
    : undefined;
}

async function* blocksOf(
  path: string,
  stream: Stream,
  chunks: readonly ChunkPlace[],
  rate: number,
): AsyncIterable<SampleBlock> {
  const width = widths[stream.format] ?? 4;
  const { channels, scales } = stream;
  const file = await InputFile.open(path);
  let index = 0;
  try {
    for (const place of chunks) {
      const bytes = await file.read(place.offset, place.length);
      const count = decodeLength(bytes, 0);
      if (!count || count.value === 0) continue;
      const block = createBlock(index, rate, channels, count.value);
      let at = count.next;
      for (let i = 0; i < count.value; i++) {
        at += bytes[at] === 8 ? 9 : 1;
        if (at + channels * width > bytes.length) throw damaged(path, place.offset);
        for (let c = 0; c < channels; c++, at += width)
          block.data[c * count.value + i] = numberAt(bytes, at, stream.format) * (scales[c] ?? 1);
      }
      index += count.value;
      yield block;
    }
  } finally {
    await file.close();
  }
}

function numberAt(bytes: Buffer, at: number, format: string): number {
  switch (format) {
    case 'float32':
      return bytes.readFloatLE(at);
    case 'double64':
      return bytes.readDoubleLE(at);
    case 'int8':
      return bytes.readInt8(at);
    case 'int16':
      return bytes.readInt16LE(at);
    case 'int32':
      return bytes.readInt32LE(at);
    default:
      return Number(bytes.readBigInt64LE(at));
  }
}

function markersOf(bytes: Buffer, channels: number): { time: number; text: string }[] {
  const markers: { time: number; text: string }[] = [];
  const count = decodeLength(bytes, 0);
  let at = count?.next ?? 0;
  let time = 0;
  for (let i = 0; i < (count?.value ?? 0) && at < bytes.length; i++) {
    if (bytes[at] === 8 && at + 9 <= bytes.length) time = bytes.readDoubleLE(at + 1);
    at += bytes[at] === 8 ? 9 : 1;
    const texts: string[] = [];
    for (let c = 0; c < channels; c++) {
      const length = decodeLength(bytes, at);
      if (!length) return markers;
      texts.push(bytes.toString('utf8', length.next, length.next + length.value));
      at = length.next + length.value;
    }
    markers.push({ time, text: texts.join(' ') });
  }
  return markers;
}

function damaged(path: string, offset: number): StreamError {
  return new StreamError(`${path}: the samples at byte ${offset} do not fill their chunk`, {
    hint: 'The file is damaged; record it again.',
  });
}
