import { StreamError } from '../../src/ground/signal/errors.js';
import type { OpenRecording, RecordedSignal, RecordingSink } from '../../src/patient/ports.js';
import { recordingInfo } from '../../src/patient/recording-info.js';
import type { RecordedFormat } from '../../src/protocol/recorded-formats.js';
import { CsvWriter } from '../../src/recording/csv-writer.js';
import type { OutputFolder } from '../../src/recording/output.js';
import { TruthFiles } from '../../src/recording/truth-files.js';
import { TruthWriter } from '../../src/recording/truth-writer.js';
import { zipArchive, type ArchivedFile } from '../../src/recording/zip-archive.js';

/** Bytes that are kept, about half an hour of eight channels at 2 kHz with truth. */
export const MOST_BYTES = 300e6;

/**
 * Recordings that are kept in memory and had as downloads: a ZIP archive of the CSV files that the service would write
 * beside each other. They last as long as the worker that they are made in.
 */
export class Downloads implements RecordingSink {
  readonly formats = ['csv'] as const;
  private bytes = 0;

  /** @param mostBytes kept of all recordings together */
  constructor(private readonly mostBytes = MOST_BYTES) {}

  async open(format: RecordedFormat, signal: RecordedSignal): Promise<OpenRecording> {
    if (!this.formats.some((written) => written === format))
      throw new StreamError(`startRecording: got format ${format}, a page in a browser writes csv`, {
        field: 'format',
        hint: 'Record as csv, or start "myodesis serve" for the other formats.',
      });
    this.requireRoom();
    const startedAt = new Date();
    const name = `emg-${startedAt.toISOString().replace(/[:.]/g, '-')}`;
    const info = { ...recordingInfo(signal), startedAt };
    const kept = new Map<string, Uint8Array<ArrayBuffer>[]>();
    const folder = this.folder(kept);
    const csv = await CsvWriter.create(folder, `${name}.csv`, info);
    const truth = signal.muscleNames ? await TruthFiles.create(folder, name, info) : undefined;
    const writer = new TruthWriter(csv, info, truth);
    return {
      file: `${name}.zip`,
      write: (block, known) => {
        this.requireRoom();
        return writer.write(block, known);
      },
      annotate: (index, text) => writer.annotate(index, text),
      async close() {
        await writer.close();
        const files: ArchivedFile[] = [...kept].map(([name, pieces]) => ({ name, pieces }));
        return URL.createObjectURL(new Blob(zipArchive(files), { type: 'application/zip' }));
      },
    };
  }

  private requireRoom(): void {
    if (this.bytes < this.mostBytes) return;
    const most = `${Math.round(this.mostBytes / 1e6)} MB`;
    throw new StreamError(`recorder: this page keeps at most ${most} of recordings, and has them`, {
      hint: 'Download what is there and load the page again, or record with "myodesis serve".',
    });
  }

  private folder(kept: Map<string, Uint8Array<ArrayBuffer>[]>): OutputFolder {
    return {
      create: async (path) => {
        const pieces: Uint8Array<ArrayBuffer>[] = [];
        kept.set(path, pieces);
        return {
          append: async (bytes) => {
            this.bytes += bytes.length;
            pieces.push(bytes.slice());
          },
          close: async () => undefined,
        };
      },
      remove: async (path) => void kept.delete(path),
    };
  }
}
