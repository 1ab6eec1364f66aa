import { StreamError } from '../../../src/ground/signal/errors.js';
import { decodedText } from '../decoded-text.js';
import type { InputFile } from '../input-file.js';
import { checkBytes, limits } from '../limits.js';
import { boundaryUuid, decodeLength, xdfTag } from './xdf-chunks.js';
import { parseStream, type XdfStream } from './xdf-stream.js';

/** Content of a chunk after its stream's number. */
export interface ChunkPlace {
  readonly offset: number;
  readonly length: number;
}

/** Measured once in a while: how far the recorder's clock is ahead of a stream's. */
export interface ClockOffset {
  /** Seconds on the clock of the stream. */
  readonly time: number;
  /** Seconds to add. */
  readonly value: number;
}

/** One stream with all that belongs to it. */
export interface FoundStream extends XdfStream {
  readonly chunks: ChunkPlace[];
  readonly offsets: ClockOffset[];
}

/** Bytes looked through at a time, for chunks' heads and for the place where a damaged file goes on. */
const windowBytes = 1 << 18;

/**
 * Find streams, chunks of samples and clock offsets in one pass. A chunk that cannot be is passed over up to the next
 * boundary, else the file is taken as cut short there; `notes` says which.
 *
 * @throws StreamError where the file is no XDF, or the header of a stream is damaged
 */
export async function scanXdf(file: InputFile, notes: string[]): Promise<readonly FoundStream[]> {
  const { path, size } = file;
  if ((await file.read(0, 4)).toString('latin1') !== 'XDF:')
    throw new StreamError(`${path}: does not start with "XDF:"`, {
      hint: 'Give a file recorded as XDF 1.0.',
    });
  const streams = new Map<number, FoundStream>();
  const orphans = new Map<number, Pick<FoundStream, 'chunks' | 'offsets'>>();
  const belongings = (id: number): Pick<FoundStream, 'chunks' | 'offsets'> => {
    const known = streams.get(id) ?? orphans.get(id) ?? { chunks: [], offsets: [] };
    if (!streams.has(id)) orphans.set(id, known);
    return known;
  };
  const head = new Heads(file);
  for (let at = 4; at < size;) {
    const bytes = await head.at(at);
    const length = decodeLength(bytes, 0);
    const tag = length && bytes.length >= length.next + 2 ? bytes.readUInt16LE(length.next) : 0;
    if (!length || length.value < 2 || tag < 1 || tag > 6 || at + length.next + length.value > size) {
      const next = await afterBoundary(file, at);
      notes.push(
        next === undefined
          ? `The file is cut short at byte ${at}; what is before it was read.`
          : `${next - at} bytes from byte ${at} on are damaged and were passed over.`,
      );
      if (next === undefined) break;
      at = next;
      continue;
    }
    const content = at + length.next;
    at = content + length.value;
    if (tag === xdfTag.fileHeader || tag === xdfTag.boundary || length.value < 6) continue;
    const id = bytes.readUInt32LE(length.next + 2);
    const place = { offset: content + 6, length: length.value - 6 };
    if (tag === xdfTag.samples) belongings(id).chunks.push(place);
    else if (tag === xdfTag.clockOffset && place.length >= 16) {
      const pair = await file.read(place.offset, 16);
      belongings(id).offsets.push({ time: pair.readDoubleLE(0), value: pair.readDoubleLE(8) });
    } else if (tag === xdfTag.streamHeader && !streams.has(id)) {
      checkBytes(
        place.length,
        limits.headerBytes,
        `${path}: the description of stream ${id} takes`,
        'The file is damaged; export it again.',
      );
      const xml = decodedText(await file.read(place.offset, place.length));
      streams.set(id, { ...parseStream(id, xml, path), ...belongings(id) });
      orphans.delete(id);
    }
  }
  const lost = [...orphans].filter(([, { chunks }]) => chunks.length > 0).map(([id]) => id);
  if (lost.length > 0)
    notes.push(`Samples of a stream without a header were passed over (number ${lost.join(', ')}).`);
  return [...streams.values()];
}

/** The first bytes of chunks, read many at a time where chunks are small. */
class Heads {
  private bytes: Buffer = Buffer.alloc(0);
  private from = 0;

  constructor(private readonly file: InputFile) {}

  /** 15 bytes, enough for a length, a tag and a stream's number; fewer at the end of the file. */
  async at(position: number): Promise<Buffer> {
    const within = position - this.from;
    if (within < 0 || within + 15 > this.bytes.length) {
      this.bytes = await this.file.read(
        position,
        position === this.from + this.bytes.length ? windowBytes : 4096,
      );
      this.from = position;
      return this.bytes.subarray(0, 15);
    }
    return this.bytes.subarray(within, within + 15);
  }
}

/** Position after the next boundary chunk. */
async function afterBoundary(file: InputFile, from: number): Promise<number | undefined> {
  for (let at = from; at < file.size; at += windowBytes) {
    const found = (await file.read(at, windowBytes + boundaryUuid.length - 1)).indexOf(boundaryUuid);
    if (found >= 0) return at + found + boundaryUuid.length;
  }
  return undefined;
}
