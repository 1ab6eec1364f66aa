import { ConfigError } from '../../src/ground/signal/errors.js';
import { BidsWriter, type BidsOptions } from './bids/bids-writer.js';
import { CsvWriter } from './csv/csv-writer.js';
import { EdfWriter } from './edf/edf-writer.js';
import { formatOf, recordingFormats, type RecordingFormat } from './format.js';
import { packHdf5 } from './hdf5/hdf5-pack.js';
import { LibEmgWriter } from './libemg/libemg-writer.js';
import { packNpz } from './npz/npz-pack.js';
import { packParquet } from './parquet/parquet-pack.js';
import type { RecordingInfo, RecordingWriter } from './recording.js';
import { packSpool, SpoolWriter, type Pack } from './spool/spool-writer.js';
import { TruthFiles } from './truth-files.js';
import { TruthWriter } from './truth-writer.js';
import { XdfWriter } from './xdf/xdf-writer.js';

export interface WriterOptions {
  /** Taken from the extension unless given; `libemg` and `bids` are folders and must be named. */
  readonly format?: RecordingFormat;
  /** Keep ground truth: within NPZ and HDF5, in files beside the others. False by default. */
  readonly truth?: boolean;
  /** Class names of a LibEMG folder, in the order of their numbers. */
  readonly classes?: readonly string[];
  /** What a BIDS dataset says of itself. */
  readonly bids?: BidsOptions;
}

const packs: Partial<Record<RecordingFormat, Pack>> = { npz: packNpz, hdf5: packHdf5, parquet: packParquet };

/**
 * Start a recording. The format follows the extension: `.csv`, `.tsv`, `.edf`, `.bdf`, `.npz`, `.xdf`,
 * `.h5`/`.hdf5`, `.parquet`; or `format: 'libemg' | 'bids'` for a folder.
 *
 * CSV, EDF, BDF, XDF, BIDS and LibEMG are readable under their own name at any moment. NPZ, HDF5 and
 * Parquet are recorded in a folder `<path>.part`, readable too, and take their name on `close`;
 * {@link finishRecording} completes one that was interrupted.
 *
 * @throws ConfigError for a format that is not written
 */
export async function createRecordingWriter(
  path: string,
  info: RecordingInfo,
  options: WriterOptions = {},
): Promise<RecordingWriter> {
  const { truth = false } = options;
  const format = options.format ?? formatOf(path);
  const pack = format && packs[format];
  if (format === 'libemg') {
    const writer = await LibEmgWriter.create(path, info, { classes: options.classes });
    return new TruthWriter(
      writer,
      info,
      truth ? await TruthFiles.create(`${path}/session`, info) : undefined,
    );
  }
  if (format === 'bids') {
    const writer = await BidsWriter.create(path, info, options.bids);
    const base = writer.path.replace(/_emg\.(edf|bdf)$/, '');
    // BIDS keeps files it does not know out of its folders, except below `derivatives`.
    const beside = base.replace(path, `${path}/derivatives/truth`);
    return new TruthWriter(writer, info, truth ? await TruthFiles.create(beside, info) : undefined);
  }
  if (pack) return new TruthWriter(await SpoolWriter.create(path, info, pack, truth), info, undefined);
  const writer = await plainWriter(path, info, format);
  const base = path.replace(/\.[^./\\]+$/, '');
  return new TruthWriter(writer, info, truth ? await TruthFiles.create(base, info) : undefined);
}

async function plainWriter(
  path: string,
  info: RecordingInfo,
  format: RecordingFormat | undefined,
): Promise<RecordingWriter> {
  switch (format) {
    case 'csv':
      return CsvWriter.create(path, info, { delimiter: /\.tsv$/i.test(path) ? '\t' : ',' });
    case 'edf':
    case 'bdf':
      return EdfWriter.create(path, info, { format });
    case 'xdf':
      return XdfWriter.create(path, info);
    default:
      throw new ConfigError(`cannot record as ${path}: its extension names no format that is written`, {
        hint: `Write one of ${recordingFormats.filter((name) => name !== 'npy' && name !== 'mat').join(', ')}.`,
      });
  }
}

/**
 * Complete an interrupted NPZ, HDF5 or Parquet recording: makes `<path>` from the folder `<path>.part`.
 * @param path the recording, with or without `.part`
 */
export async function finishRecording(path: string): Promise<void> {
  const target = path.replace(/[/\\]+$/, '').replace(/\.part$/, '');
  const pack = packs[formatOf(target) ?? 'csv'];
  if (!pack)
    throw new ConfigError(`${target} needs no finishing`, {
      hint: 'Only NPZ, HDF5 and Parquet recordings are finished; others are read as they are.',
    });
  await packSpool(target, pack);
}
