import { readArrayFile } from '../arrays/array-recording.js';
import { InputFile } from '../input-file.js';
import { npyArray } from '../npy/npy-array.js';
import type { ReadOptions, Recording } from '../recording.js';
import { openSpool } from './spool.js';

/** Read the folder that an interrupted NPZ, HDF5 or Parquet recording leaves. */
export async function readSpool(dir: string, options: ReadOptions = {}): Promise<Recording> {
  const { info, annotations, arrays, gaps } = await openSpool(dir);
  const named = [...arrays].map(([name, source]) =>
    npyArray(source, { name, title: `${dir}: ${name}`, bytes: () => InputFile.open(source.path) }),
  );
  const notes = ['The recording was never finished; what was on disk was read.'];
  return readArrayFile(
    { path: dir, arrays: named, info, annotations, gaps, notes, silent: () => true },
    options,
  );
}
