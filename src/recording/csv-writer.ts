import { UV } from '../ground/signal/units.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import { allOrNone, closeAll } from './close-all.js';
import { csvCell } from './csv-cells.js';
import type { Output, OutputFolder } from './output.js';
import type { RecordingInfo, RecordingWriter } from './recording-writer.js';
import { StreamCheck } from './stream-check.js';
import { TextBuffer } from './text-buffer.js';

export interface CsvOptions {
  /** ',' by default; a tab for TSV. */
  readonly delimiter?: string;
  /** Header line and `time_s` column; true by default. LibEMG wants neither. */
  readonly header?: boolean;
}

const chunkBytes = 1 << 16;
const toMicrovolts = 1 / UV;

/**
 * Path of the annotations beside a file of delimited text: `x.csv` → `x.annotations.csv`, and `x.tsv` →
 * `x.tsv.annotations.csv`, so that recordings which differ by their extension only have one each.
 */
export function annotationsPathOf(path: string): string {
  return path.replace(/\.part$/i, '').replace(/\.csv$/i, '') + '.annotations.csv';
}

/**
 * CSV: `time_s`, then one column per electrode in µV with three decimals (1 nV), one row per sample.
 * Annotations go to a file beside it (`time_s,text`, {@link annotationsPathOf}). Readable at any moment: whole rows are
 * written every half second of signal.
 */
export class CsvWriter implements RecordingWriter {
  private readonly check: StreamCheck;
  private readonly rows = new TextBuffer(chunkBytes * 2);
  private readonly delimiter: number;
  private readonly header: boolean;
  private unflushed = 0;
  private notes: Promise<Output> | undefined;
  private notesDone: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly file: Output,
    private readonly folder: OutputFolder,
    private readonly path: string,
    private readonly info: RecordingInfo,
    { delimiter = ',', header = true }: CsvOptions,
  ) {
    this.check = new StreamCheck(info);
    this.delimiter = delimiter.charCodeAt(0);
    this.header = header;
    if (header) {
      const names = info.channelNames.map((name) => csvCell(`${name}_uV`, delimiter));
      this.rows.text(`time_s${delimiter}${names.join(delimiter)}\n`);
    }
  }

  static async create(
    folder: OutputFolder,
    path: string,
    info: RecordingInfo,
    options: CsvOptions = {},
  ): Promise<CsvWriter> {
    return allOrNone(async (keep) => {
      const file = await keep(folder.create(path));
      // Annotations of an earlier recording of the same name must not be taken for this one's.
      await folder.remove(annotationsPathOf(path));
      const writer = new CsvWriter(file, folder, path, info, options);
      // Whether there is room at all is to be known now.
      await writer.flush();
      return writer;
    });
  }

  write(block: SampleBlock): void | Promise<void> {
    this.check.accept(block);
    const { channels, length, data } = block;
    const first = block.index - this.check.start;
    const { rows, delimiter } = this;
    const microseconds = 1e6 / block.sampleRateHz;
    for (let i = 0; i < length; i++) {
      if (this.header) rows.fixed(((first + i) * microseconds) / 1e6, 6);
      for (let c = 0; c < channels; c++) {
        if (c > 0 || this.header) rows.byte(delimiter);
        rows.fixed((data[c * length + i] as number) * toMicrovolts, 3);
      }
      rows.byte(10);
    }
    this.unflushed += length;
    if (rows.length < chunkBytes && this.unflushed < block.sampleRateHz / 2) return;
    return this.flush();
  }

  annotate(index: number, text: string): void {
    const seconds = this.check.relative(index) / this.info.sampleRateHz;
    this.notes ??= this.openNotes();
    const line = new TextBuffer(256);
    line.fixed(seconds, 6);
    line.text(`,${csvCell(text)}\n`);
    const bytes = line.take();
    this.notesDone = Promise.all([this.notesDone, this.notes.then((file) => file.append(bytes))]);
    this.notesDone.catch(() => undefined);
  }

  async close(): Promise<void> {
    await closeAll([
      { close: () => this.flush() },
      { close: () => this.notesDone },
      { close: async () => (await this.notes)?.close() },
      this.file,
    ]);
  }

  private flush(): Promise<void> {
    this.unflushed = 0;
    return this.file.append(this.rows.take());
  }

  private async openNotes(): Promise<Output> {
    const file = await this.folder.create(annotationsPathOf(this.path));
    await file.append(new TextEncoder().encode('time_s,text\n'));
    return file;
  }
}
