import { StreamError } from '../../../src/ground/signal/errors.js';
import { readArrayFile } from '../arrays/array-recording.js';
import { InputFile } from '../input-file.js';
import type { ReadOptions, Recording } from '../recording.js';
import { bytesOf, npyArray } from './npy-array.js';
import { npyHeadBytes, parseNpyHeader, type ArraySource } from './npy.js';

/** Read one array saved with `numpy.save`: samples × channels or channels × samples, the longer is time. */
export async function readNpy(path: string, options: ReadOptions = {}): Promise<Recording> {
  const { source, notes } = await InputFile.using(path, async (file) =>
    whole(parseNpyHeader(await file.read(0, npyHeadBytes), path), file),
  );
  const array = npyArray(source, { name: '', title: path, bytes: () => InputFile.open(path) });
  return readArrayFile({ path, arrays: [array], notes }, options);
}

/**
 * An array cut to the samples that its file really holds.
 * @throws StreamError where whole channels are missing
 */
function whole(source: ArraySource, { size, path }: InputFile): { source: ArraySource; notes: string[] } {
  const there = size - source.offset;
  const missing = bytesOf(source) - there;
  if (missing < 0)
    return { source, notes: [`The file goes on for ${-missing} bytes after its array; they were not read.`] };
  if (!(missing > 0)) return { source, notes: [] };
  const [slow = 1, fast = 1] = source.fortran ? [...source.shape].reverse() : source.shape;
  const rows = Math.floor(there / (bytesOf(source) / slow));
  // Where the file ends, time must end: only then are the samples before it whole.
  if (source.shape.length > 2 || rows < fast || rows < 1)
    throw new StreamError(
      `${path}: is cut short: its header says ${source.shape.join(' × ')}, ${missing} bytes of that are missing`,
      { hint: 'Copy or save the file again.' },
    );
  const shape = source.fortran ? [...source.shape.slice(0, -1), rows] : [rows, ...source.shape.slice(1)];
  const notes = [`The file ends after ${rows} of the ${slow} samples that its header says; those were read.`];
  return { source: { ...source, shape }, notes };
}
