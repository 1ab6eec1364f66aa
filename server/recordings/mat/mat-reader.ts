import { StreamError } from '../../../src/ground/signal/errors.js';
import { readArrayFile } from '../arrays/array-recording.js';
import { isHdf5, readHdf5 } from '../hdf5/hdf5-reader.js';
import { InputFile } from '../input-file.js';
import { checkBytes, limits } from '../limits.js';
import type { ReadOptions, Recording } from '../recording.js';
import { recSessionOf } from './bio-pat-rec.js';
import { arraysOf } from './mat-arrays.js';
import { isMat4, mat4Variables } from './mat4-file.js';
import { mat5Variables, type MatVariable } from './mat5-file.js';

/**
 * Read a MAT-file of MATLAB 4, 5 or 7.3 (which is HDF5): a BioPatRec `recSession`, else the matrix `variable`, else the
 * one called `emg` or `data`, else the only one that could be a signal, within structs and cells too. Labels per sample
 * (`stimulus`, `repetition` and their like, as in NinaPro) become segments. The longer dimension is time. Files up to
 * MATLAB 7 are taken apart in memory.
 *
 * @throws StreamError naming what the file holds when none of it is a signal, or its shape is wrong
 */
export async function readMat(path: string, options: ReadOptions = {}): Promise<Recording> {
  if (await InputFile.using(path, isHdf5)) return readHdf5(path, options);
  const variables = await variablesOf(path, await wholeFile(path));
  const session = variables.find(({ name }) => name === 'recSession' || name === 'sigTreated');
  if (session && !session.numeric && options.variable === undefined)
    return recSessionOf(await session.load(), path, options);
  return readArrayFile({ path, arrays: await arraysOf(variables, path) }, options);
}

async function variablesOf(path: string, file: Buffer): Promise<MatVariable[]> {
  const mark = file.toString('latin1', 126, 128);
  if (mark === 'IM' || mark === 'MI') return mat5Variables(file, path);
  if (isMat4(file)) return mat4Variables(file, path);
  throw new StreamError(`${path}: is no MAT-file of MATLAB 4, 5 or 7.3`, {
    hint: 'Save it in MATLAB with save(…, "-v7").',
  });
}

function wholeFile(path: string): Promise<Buffer> {
  return InputFile.using(path, (file) => {
    checkBytes(
      file.size,
      limits.wholeFileBytes,
      `${path}: takes`,
      'Save it with save(…, "-v7.3"): such files are read piece by piece.',
    );
    return file.read(0, file.size);
  });
}
