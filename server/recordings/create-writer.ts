import { disk } from './output-file.js';
import { ConfigError } from '../../src/ground/signal/errors.js';
import type { BeginOptions } from './format.js';
import type { RecordingInfo, RecordingWriter } from './recording.js';
import { formatOf, formats, namesOf, writtenFormats, type RecordingFormat } from './registry.js';
import { allOrNone } from '../../src/recording/close-all.js';
import { TruthFiles } from '../../src/recording/truth-files.js';
import { TruthWriter } from '../../src/recording/truth-writer.js';

export interface WriterOptions extends BeginOptions {
  /** Taken from the extension unless given; `libemg` and `bids` are folders and must be named. */
  readonly format?: RecordingFormat;
}

/**
 * Start a recording. The format follows the extension: `.csv`, `.tsv`, `.edf`, `.bdf`, `.npz`, `.xdf`,
 * `.h5`/`.hdf5`, `.parquet`; or `format: 'libemg' | 'bids'` for a folder.
 *
 * CSV, EDF, BDF, XDF, BIDS and LibEMG are readable under their own name at any moment. NPZ, HDF5 and
 * Parquet are recorded in a folder `<path>.part`, readable too, and take their name on `close`;
 * `finishRecording` completes one that was interrupted.
 *
 * @throws ConfigError for a format that is not written
 */
export async function createRecordingWriter(
  path: string,
  info: RecordingInfo,
  { format: named, ...options }: WriterOptions = {},
): Promise<RecordingWriter> {
  const format = named === undefined ? formatOf(path) : formats.find(({ name }) => name === named);
  if (!format?.begin)
    throw new ConfigError(`cannot record as ${path}: its extension names no format that is written`, {
      hint: `Write ${namesOf(writtenFormats)}.`,
    });
  const { begin } = format;
  return allOrNone(async (keep) => {
    const { writer, truthBeside } = await begin(path, info, options);
    await keep(Promise.resolve(writer));
    const files =
      options.truth && truthBeside !== undefined && (await TruthFiles.create(disk, truthBeside, info));
    return new TruthWriter(writer, info, files || undefined);
  });
}
