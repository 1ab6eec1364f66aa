import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { OutputFile } from '../output-file.js';
import type { Annotation, RecordingInfo, RecordingWriter } from '../recording.js';
import { StreamCheck } from '../../../src/recording/stream-check.js';
import type { XmlValue } from '../../../src/ground/signal/xml-text.js';
import { boundaryChunk, encodeChunk, encodeLength, encodeXml, xdfTag } from './xdf-chunks.js';

const signalStream = 1;
const markerStream = 2;
const boundaryEverySeconds = 10;

/**
 * XDF 1.0, as LabRecorder writes: stream 1 the EMG (float32, µV, regular), stream 2 the annotations as
 * string markers. Each half second of signal is a chunk with one time stamp, so an interrupted file can be
 * read up to its last whole chunk. Times are seconds since the recording's first sample.
 */
export class XdfWriter implements RecordingWriter {
  private readonly check: StreamCheck;
  private readonly markers: Annotation[] = [];
  private pending: SampleBlock[] = [];
  private pendingSamples = 0;
  private written = 0;
  private markerCount = 0;
  private boundaryAt = 0;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly file: OutputFile,
    private readonly info: RecordingInfo,
  ) {
    this.check = new StreamCheck(info);
  }

  static async create(path: string, info: RecordingInfo): Promise<XdfWriter> {
    const datetime = info.startedAt && { datetime: info.startedAt.toISOString() };
    const header = (stream: number, xml: XmlValue): Uint8Array =>
      encodeChunk(xdfTag.streamHeader, stream, encodeXml('info', xml));
    const channel = info.channelNames.map((label) => ({ label, unit: 'microvolts', type: 'EMG' }));
    const head = [
      Buffer.from('XDF:', 'latin1'),
      encodeChunk(xdfTag.fileHeader, undefined, encodeXml('info', { version: '1.0', ...datetime })),
      header(signalStream, {
        name: 'Myodesis',
        type: 'EMG',
        channel_count: info.channelNames.length,
        nominal_srate: info.sampleRateHz,
        channel_format: 'float32',
        source_id: 'myodesis-emg',
        created_at: 0,
        desc: { channels: { channel } },
      }),
      header(markerStream, {
        name: 'Myodesis annotations',
        type: 'Markers',
        channel_count: 1,
        nominal_srate: 0,
        channel_format: 'string',
        source_id: 'myodesis-annotations',
        created_at: 0,
        desc: {},
      }),
      // One measured clock offset of zero per stream: readers that align clocks need at least one.
      ...[signalStream, markerStream].map((stream) =>
        encodeChunk(xdfTag.clockOffset, stream, Buffer.alloc(16)),
      ),
    ];
    return new XdfWriter(await OutputFile.create(path, Buffer.concat(head)), info);
  }

  write(block: SampleBlock): void | Promise<void> {
    const missing = this.check.accept(block);
    // A chunk has one time stamp, and what follows a gap needs one of its own.
    const before = missing > 0 ? this.flush() : undefined;
    this.pending.push(block);
    this.pendingSamples += block.length;
    if (this.pendingSamples >= block.sampleRateHz / 2) return this.flush();
    return before;
  }

  annotate(index: number, text: string): void {
    this.markers.push({ index, text });
  }

  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<void> {
    void this.flush();
    const last = Math.max(0, this.check.span - 1) / this.info.sampleRateHz;
    const footer = (stream: number, count: number): Uint8Array =>
      encodeChunk(
        xdfTag.streamFooter,
        stream,
        encodeXml('info', {
          first_timestamp: 0,
          last_timestamp: last,
          sample_count: count,
          measured_srate: stream === signalStream ? this.info.sampleRateHz : 0,
        }),
      );
    void this.file.append(footer(signalStream, this.written));
    void this.file.append(footer(markerStream, this.markerCount));
    await this.file.close();
  }

  private flush(): Promise<void> {
    const chunks: Uint8Array[] = [];
    if (this.pendingSamples > 0) chunks.push(this.signalChunk());
    if (this.markers.length > 0) chunks.push(this.markerChunk());
    if (this.written - this.boundaryAt >= boundaryEverySeconds * this.info.sampleRateHz) {
      this.boundaryAt = this.written;
      chunks.push(boundaryChunk());
    }
    return this.file.append(Buffer.concat(chunks));
  }

  /** The first sample carries its time; the others follow at the nominal rate. */
  private signalChunk(): Uint8Array {
    const channels = this.info.channelNames.length;
    const count = encodeLength(this.pendingSamples);
    const body = Buffer.alloc(count.length + this.pendingSamples * (1 + 4 * channels) + 8);
    body.set(count);
    const stamp = this.check.relative(this.pending[0]?.index ?? 0) / this.info.sampleRateHz;
    let at = count.length;
    let first = true;
    for (const block of this.pending)
      for (let i = 0; i < block.length; i++) {
        body[at++] = first ? 8 : 0;
        if (first) at = body.writeDoubleLE(stamp, at);
        first = false;
        for (let c = 0; c < channels; c++)
          at = body.writeFloatLE((block.data[c * block.length + i] as number) * 1e6, at);
      }
    this.written += this.pendingSamples;
    this.pending = [];
    this.pendingSamples = 0;
    return encodeChunk(xdfTag.samples, signalStream, body);
  }

  private markerChunk(): Uint8Array {
    const parts: Uint8Array[] = [encodeLength(this.markers.length)];
    for (const { index, text } of this.markers) {
      const stamp = Buffer.alloc(9);
      stamp[0] = 8;
      stamp.writeDoubleLE(this.check.relative(index) / this.info.sampleRateHz, 1);
      const words = Buffer.from(text, 'utf8');
      parts.push(stamp, encodeLength(words.length), words);
    }
    this.markerCount += this.markers.length;
    this.markers.length = 0;
    return encodeChunk(xdfTag.samples, markerStream, Buffer.concat(parts));
  }
}
