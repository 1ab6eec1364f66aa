import { ProtocolError } from '../../ground/signal/errors.js';
import { channelFormats, type ChannelFormat, type NumericFormat } from './channel-format.js';
import { sampleTag } from './sample-writer.js';

/** A sample as it came. */
export interface LslSample {
  /** Seconds on the clock of the outlet; undefined where it is one interval after the sample before. */
  readonly stamp: number | undefined;
  readonly values: readonly (number | string)[];
}

type Get = (view: DataView, at: number, littleEndian: boolean) => number;

const gets: Readonly<Record<NumericFormat, Get>> = {
  float32: (view, at, order) => view.getFloat32(at, order),
  double64: (view, at, order) => view.getFloat64(at, order),
  int8: (view, at) => view.getInt8(at),
  int16: (view, at, order) => view.getInt16(at, order),
  int32: (view, at, order) => view.getInt32(at, order),
  int64: (view, at, order) => Number(view.getBigInt64(at, order)),
};

/** Bytes that one text may have: far more than any marker, and little enough that a wrong length is found out. */
const LONGEST_TEXT = 1_048_576;
const utf8 = new TextDecoder();

/** Reads samples from bytes that come in pieces of any length. */
export class SampleReader {
  private waiting = new Uint8Array(0);

  constructor(
    private readonly format: ChannelFormat,
    private readonly channels: number,
    private readonly littleEndian: boolean,
  ) {}

  /**
   * @param bytes what came; it may be reused afterwards
   * @returns the samples that are whole now
   * @throws ProtocolError where the bytes are no samples
   */
  read(bytes: Uint8Array): LslSample[] {
    const all = new Uint8Array(this.waiting.length + bytes.length);
    all.set(this.waiting);
    all.set(bytes, this.waiting.length);
    const view = new DataView(all.buffer);
    const samples: LslSample[] = [];
    let at = 0;
    for (;;) {
      const found = this.sampleAt(view, at);
      if (!found) break;
      samples.push(found.sample);
      at = found.next;
    }
    this.waiting = all.slice(at);
    return samples;
  }

  private sampleAt(view: DataView, from: number): { sample: LslSample; next: number } | undefined {
    if (from >= view.byteLength) return undefined;
    const tag = view.getUint8(from);
    if (tag !== sampleTag.deduced && tag !== sampleTag.stamped)
      throw new ProtocolError(`sample: got the tag ${tag}, expected 1 (no time stamp) or 2 (with one)`, {
        hint: 'Start the program that sends the stream again; what it sends is no Lab Streaming Layer 1.10.',
      });
    const body = from + (tag === sampleTag.stamped ? 9 : 1);
    if (body > view.byteLength) return undefined;
    const stamp = tag === sampleTag.stamped ? view.getFloat64(from + 1, this.littleEndian) : undefined;
    const found =
      this.format === 'string' ? this.textsAt(view, body) : this.numbersAt(view, body, this.format);
    return found && { sample: { stamp, values: found.values }, next: found.next };
  }

  private numbersAt(
    view: DataView,
    from: number,
    format: NumericFormat,
  ): { values: number[]; next: number } | undefined {
    const { bytes } = channelFormats[format];
    const next = from + bytes * this.channels;
    if (next > view.byteLength) return undefined;
    const get = gets[format];
    const values = new Array<number>(this.channels);
    for (let c = 0, at = from; c < this.channels; c++, at += bytes)
      values[c] = get(view, at, this.littleEndian);
    return { values, next };
  }

  private textsAt(view: DataView, from: number): { values: string[]; next: number } | undefined {
    const values: string[] = [];
    let at = from;
    while (values.length < this.channels) {
      const length = this.lengthAt(view, at);
      if (!length || length.next + length.bytes > view.byteLength) return undefined;
      at = length.next + length.bytes;
      values.push(utf8.decode(new Uint8Array(view.buffer, length.next, length.bytes)));
    }
    return { values, next: at };
  }

  private lengthAt(view: DataView, at: number): { bytes: number; next: number } | undefined {
    if (at >= view.byteLength) return undefined;
    const width = view.getUint8(at);
    const next = at + 1 + width;
    if (![1, 2, 4, 8].includes(width))
      throw new ProtocolError(`sample: got a length of ${width} bytes for a text, expected 1, 2, 4 or 8`);
    if (next > view.byteLength) return undefined;
    const bytes =
      width === 1
        ? view.getUint8(at + 1)
        : width === 2
          ? view.getUint16(at + 1, this.littleEndian)
          : width === 4
            ? view.getUint32(at + 1, this.littleEndian)
            : Number(view.getBigUint64(at + 1, this.littleEndian));
    if (bytes > LONGEST_TEXT)
      throw new ProtocolError(`sample: got a text of ${bytes} bytes, at most ${LONGEST_TEXT} are read`);
    return { bytes, next };
  }
}
