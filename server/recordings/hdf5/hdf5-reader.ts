import { StreamError } from '../../../src/ground/signal/errors.js';
import { readArrayFile } from '../arrays/array-recording.js';
import type { NamedArray } from '../arrays/named-array.js';
import { annotationsOf } from '../arrays/array-annotations.js';
import { InputFile } from '../input-file.js';
import type { ReadOptions, Recording } from '../recording.js';
import { gapsOf } from '../spool/spool.js';
import { hdf5Array } from './hdf5-array.js';
import { Hdf5Session } from './hdf5-session.js';

const signature = Buffer.from('\x89HDF\r\n\x1a\n', 'latin1');

/** Whether a file begins as HDF5 does, or, as MATLAB 7.3 writes it, after a head of its own. */
export async function isHdf5(file: InputFile): Promise<boolean> {
  for (const offset of [0, 512, 1024, 2048]) if ((await file.read(offset, 8)).equals(signature)) return true;
  return false;
}

/**
 * Read HDF5, MATLAB 7.3 among it: the dataset `variable`, else the one called `signal`, `emg` or `data`, else the only
 * one that could be a signal, with rate, unit and names of channels as attributes of it, of the file or as datasets
 * beside it. The longer dimension is time.
 *
 * @throws StreamError for damage, filters that are not read, and what is no signal
 */
export async function readHdf5(path: string, options: ReadOptions = {}): Promise<Recording> {
  const { size, signed } = await InputFile.using(path, async (file) => ({
    size: file.size,
    signed: await isHdf5(file),
  }));
  if (!signed)
    throw new StreamError(`${path}: is not HDF5`, {
      hint: 'An interrupted recording of ours lies beside it in a folder that ends in .part.',
    });
  const { session, contents } = await Hdf5Session.open(path);
  await session.close();
  const arrays = contents.datasets.map((described) => hdf5Array(path, described, size));
  const at = (name: string): NamedArray | undefined => arrays.find((array) => array.name === name);
  const [indices, texts, gaps] = [at('annotations/index'), at('annotations/text'), at('gaps')];
  const recording = await readArrayFile(
    {
      path,
      arrays,
      attributes: new Map(contents.attributes),
      annotations: await annotationsOf(indices, texts),
      ...(gaps?.content === 'numbers' && { gaps: gapsOf(await gaps.numbers()) }),
      silent: ({ name }) => /^(truth\/|annotations\/|gaps$)/.test(name),
    },
    options,
  );
  return recording;
}
