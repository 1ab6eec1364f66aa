import { UV } from '../../../src/ground/signal/units.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { endMark, equipment, pauseMark } from './edf-end-mark.js';
import { encodeAnnotation, encodeTimeKeeping } from './edf-annotations.js';
import {
  annotationLabel,
  bytesPerSample,
  encodeEdfHeader,
  recordCountOffset,
  reservedOffset,
  recordingField,
  type EdfHeader,
  type EdfSignal,
} from './edf-header.js';
import { annotationBytes, edfLabels, recordLayout, type RecordLayout } from './edf-layout.js';
import { OutputFile } from '../output-file.js';
import type { Annotation, RecordingInfo, RecordingWriter } from '../recording.js';
import { widenAnnotations } from './edf-widen.js';
import { StreamCheck } from '../../../src/recording/stream-check.js';

export interface EdfOptions {
  readonly format?: 'edf' | 'bdf';
  /** EDF+ patient field: code, sex, birthdate, name; all unknown by default. */
  readonly patient?: string;
}

/** Physical and digital ranges, µV: 0.2 µV a step in EDF, 31.25 nV (as BioSemi) in BDF; 0 V is digit 0. */
export const edfRange = {
  edf: { physicalMin: -6553.6, physicalMax: 6553.4, digitalMin: -32768, digitalMax: 32767 },
  bdf: { physicalMin: -262144, physicalMax: 262144, digitalMin: -8388607, digitalMax: 8388607 },
} as const;

/**
 * EDF+ and BDF+, written as the signal runs: data records of at most 1 s, each on disk when full; the count
 * of records says −1 (recording) until {@link close}. So an interrupted file lacks at most its last record.
 *
 * Where samples are missing the file becomes an interrupted one (`+D`): the record under way is padded with zeros and
 * the next begins when the signal does, or zeros stand for a gap that is shorter than what the record lacks; an
 * annotation `Recording pauses` says from where and how long.
 *
 * The last record is padded with zeros, and an annotation `Recording ends` says where. Annotations for which the
 * records have no room wait until the file is closed, and then all records get more: they never add samples. Samples
 * beyond the range are held at its edge and NaN becomes 0; the first of each kind per channel is annotated.
 */
export class EdfWriter implements RecordingWriter {
  /** Samples held at the range's edge so far. */
  clipped = 0;
  /** Samples that were no number and became 0 so far. */
  replaced = 0;
  private readonly check: StreamCheck;
  private readonly format: 'edf' | 'bdf';
  private readonly digits: Int32Array;
  private readonly queue: Annotation[] = [];
  private readonly warned = new Set<string>();
  private readonly startFraction: number;
  /** Lists of annotations that go before those of the queue. */
  private readonly urgent: Uint8Array[] = [];
  private filled = 0;
  private records = 0;
  /** Seconds at which the record under way begins. */
  private recordStart = 0;
  private broken = false;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly file: OutputFile,
    private readonly info: RecordingInfo,
    private readonly layout: RecordLayout,
    header: EdfHeader,
  ) {
    this.check = new StreamCheck(info);
    this.format = header.format;
    this.digits = new Int32Array(info.channelNames.length * layout.samples);
    this.startFraction =
      (info.startedAt?.getTime() ?? 0) / 1000 - Math.floor((info.startedAt?.getTime() ?? 0) / 1000);
  }

  static async create(path: string, info: RecordingInfo, options: EdfOptions = {}): Promise<EdfWriter> {
    const { format = 'edf', patient = 'X X X X' } = options;
    const layout = recordLayout(format, info.channelNames.length, info.sampleRateHz);
    const blank = { transducer: '', prefilter: '' };
    const signals: EdfSignal[] = edfLabels(info.channelNames).map((label) => ({
      ...blank,
      label,
      dimension: 'uV',
      ...edfRange[format],
      samples: layout.samples,
    }));
    signals.push({
      ...blank,
      label: annotationLabel[format],
      dimension: '',
      physicalMin: -1,
      physicalMax: 1,
      digitalMin: format === 'edf' ? -32768 : -8388608,
      digitalMax: format === 'edf' ? 32767 : 8388607,
      samples: annotationBytes / bytesPerSample[format],
    });
    const header: EdfHeader = {
      format,
      plus: 'C',
      patient,
      recording: recordingField(info.startedAt, equipment),
      startedAt: info.startedAt,
      records: -1,
      recordSeconds: layout.seconds,
      signals,
    };
    const file = await OutputFile.create(path, encodeEdfHeader(header));
    return new EdfWriter(file, info, layout, header);
  }

  write(block: SampleBlock): void | Promise<void> {
    const missing = this.check.accept(block);
    let done = missing > 0 ? this.pause(missing) : undefined;
    for (let from = 0; from < block.length;) {
      const count = Math.min(block.length - from, this.layout.samples - this.filled);
      this.digitise(block, from, count);
      this.filled += count;
      from += count;
      if (this.filled === this.layout.samples) done = this.endRecord();
    }
    return done;
  }

  annotate(index: number, text: string): void {
    this.queue.push({ index, text });
  }

  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async finish(): Promise<void> {
    // A file without a record holds no text either, so that one of nothing but texts gets a record of padding.
    if (this.filled > 0 || (this.records === 0 && this.queue.length > 0)) {
      this.queue.unshift({ index: this.check.start + this.check.span, text: endMark });
      void this.endRecord();
    }
    void this.file.writeAt(recordCountOffset, Buffer.from(String(this.records).padEnd(8), 'latin1'));
    await this.file.close();
    if (this.urgent.length + this.queue.length > 0)
      await widenAnnotations(this.file.path, [
        ...this.urgent,
        ...this.queue.map((text) => this.listOf(text)),
      ]);
  }

  /** Samples are missing before the next one. */
  private pause(missing: number): Promise<void> | undefined {
    const { samples } = this.layout;
    const { sampleRateHz } = this.info;
    if (!this.broken)
      void this.file.writeAt(reservedOffset, Buffer.from(`${this.format.toUpperCase()}+D`, 'latin1'));
    this.broken = true;
    const lacking = this.filled > 0 ? samples - this.filled : 0;
    if (lacking > 0) {
      const onset = this.recordStart + this.filled / sampleRateHz + this.startFraction;
      this.urgent.push(encodeAnnotation({ onset, duration: missing / sampleRateHz, text: pauseMark }));
    }
    if (missing < lacking) {
      for (let c = 0; c < this.info.channelNames.length; c++)
        this.digits.fill(0, c * samples + this.filled, c * samples + this.filled + missing);
      this.filled += missing;
      return undefined;
    }
    const done = lacking > 0 ? this.endRecord() : undefined;
    this.recordStart += (missing - lacking) / sampleRateHz;
    return done;
  }

  private digitise(block: SampleBlock, from: number, count: number): void {
    const { physicalMin, physicalMax, digitalMin, digitalMax } = edfRange[this.format];
    const scale = (digitalMax - digitalMin) / (physicalMax - physicalMin) / UV;
    const zero = digitalMin - (physicalMin * (digitalMax - digitalMin)) / (physicalMax - physicalMin);
    const { samples } = this.layout;
    for (let c = 0; c < block.channels; c++) {
      let at = c * samples + this.filled;
      const base = c * block.length + from;
      for (let i = base; i < base + count; i++) {
        let digit = Math.round((block.data[i] as number) * scale + zero);
        if (!(digit >= digitalMin && digit <= digitalMax))
          digit = this.hold(digit, c, block.index + i - base + from);
        this.digits[at++] = digit;
      }
    }
  }

  /** The digit that stands in for one out of range, annotated once per channel. */
  private hold(digit: number, channel: number, index: number): number {
    const { digitalMin, digitalMax, physicalMax } = edfRange[this.format];
    const missing = Number.isNaN(digit);
    if (missing) this.replaced++;
    else this.clipped++;
    const key = `${missing ? 'missing' : 'clipped'} ${channel}`;
    if (!this.warned.has(key)) {
      this.warned.add(key);
      const name = this.info.channelNames[channel] ?? '';
      const what = missing ? 'no number, written as 0' : `beyond ${Math.round(physicalMax)} uV, held there`;
      this.annotate(index, `${name}: ${what}`);
    }
    return missing ? 0 : digit < digitalMin ? digitalMin : digitalMax;
  }

  private endRecord(): Promise<void> {
    const width = bytesPerSample[this.format];
    const { samples, seconds } = this.layout;
    const channels = this.info.channelNames.length;
    const record = new Uint8Array(channels * samples * width + annotationBytes);
    for (let c = 0, at = 0; c < channels; c++)
      for (let i = 0; i < samples; i++) {
        const digit = i < this.filled ? (this.digits[c * samples + i] as number) : 0;
        record[at++] = digit & 255;
        record[at++] = (digit >> 8) & 255;
        if (width === 3) record[at++] = (digit >> 16) & 255;
      }
    this.putAnnotations(record.subarray(channels * samples * width), this.recordStart);
    this.filled = 0;
    this.records++;
    this.recordStart += seconds;
    return this.file.append(record);
  }

  /** The record's time, then the waiting annotations that fit; the others wait on. */
  private putAnnotations(into: Uint8Array, recordStart: number): void {
    const keeping = encodeTimeKeeping(recordStart + this.startFraction);
    into.set(keeping);
    let at = keeping.length;
    for (let list = this.urgent[0]; list && at + list.length <= into.length; list = this.urgent[0]) {
      into.set(list, at);
      at += list.length;
      this.urgent.shift();
    }
    const waiting = this.queue.splice(0);
    for (const annotation of waiting) {
      const list = this.listOf(annotation);
      if (at + list.length > into.length) this.queue.push(annotation);
      else {
        into.set(list, at);
        at += list.length;
      }
    }
  }

  private listOf({ index, text }: Annotation): Uint8Array {
    const onset = this.check.relative(index) / this.info.sampleRateHz + this.startFraction;
    return encodeAnnotation({ onset, text });
  }
}
