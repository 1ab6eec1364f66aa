import type { BidsOptions } from './bids/bids-writer.js';
import type { ReadOptions, Recording, RecordingInfo, RecordingWriter } from './recording.js';
import type { Pack } from './spool/spool-writer.js';

/** What a writer may be told. */
export interface BeginOptions {
  /** Keep ground truth: within NPZ and HDF5, in files beside the others. False by default. */
  readonly truth?: boolean;
  /** Class names of a LibEMG folder, in the order of their numbers. */
  readonly classes?: readonly string[];
  /** What a BIDS dataset says of itself. */
  readonly bids?: BidsOptions;
}

/** A recording that has begun. */
export interface Begun {
  readonly writer: RecordingWriter;
  /** Path without extension of the files that hold the truth; undefined where it is within the recording. */
  readonly truthBeside: string | undefined;
}

/** A format of recordings, as its folder describes it; the registry lists them all. */
export interface Format {
  readonly name: string;
  /** One line for help and errors. */
  readonly explain: string;
  /** Of its files, without the dot, the first is that of what is written. None for a folder, which is named. */
  readonly extensions: readonly string[];
  /** Absent where the format is not read. */
  readonly read?: (path: string, options: ReadOptions) => Promise<Recording>;
  /** Absent where the format is not written. */
  readonly begin?: (path: string, info: RecordingInfo, options: BeginOptions) => Promise<Begun>;
  /** For what cannot be read while partial: makes it from the folder `<path>.part` that is recorded to. @internal */
  readonly pack?: Pack;
}

/** Path of a file without its extension. */
export function withoutExtension(path: string): string {
  return path.replace(/\.[^./\\]+$/, '');
}
