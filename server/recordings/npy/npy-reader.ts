import { InputFile } from '../input-file.js';
import type { ReadOptions, Recording } from '../recording.js';
import { arrayRecording } from './array-recording.js';
import { npyHeadBytes, numberReader, parseNpyHeader, type ArraySource } from './npy.js';

/** Read one array saved with `numpy.save`: samples × channels or channels × samples, the longer is time. */
export async function readNpy(path: string, options: ReadOptions = {}): Promise<Recording> {
  const source = await InputFile.using(path, async (file) =>
    whole(parseNpyHeader(await file.read(0, npyHeadBytes), path), file),
  );
  return arrayRecording(path, source, undefined, [], options);
}

/** An array cut to the rows that its file really holds. */
function whole(source: ArraySource, file: InputFile): ArraySource {
  const size = numberReader(source.descr)?.size ?? 1;
  const row = source.shape.slice(1).reduce((a, b) => a * b, 1);
  const rows = Math.floor((file.size - source.offset) / (size * row));
  const [first = 0, ...rest] = source.shape;
  return source.fortran || rows >= first ? source : { ...source, shape: [rows, ...rest] };
}
