import { bids } from './bids/index.js';
import { csv } from './csv/index.js';
import { bdf, edf } from './edf/index.js';
import type { Format } from './format.js';
import { hdf5 } from './hdf5/index.js';
import { libemg } from './libemg/index.js';
import { mat } from './mat/index.js';
import { npy } from './npy/index.js';
import { npz } from './npz/index.js';
import { parquet } from './parquet/index.js';
import { xdf } from './xdf/index.js';

/** Every format that is read or written, one entry each. */
const all = [csv, edf, bdf, npy, npz, mat, xdf, hdf5, parquet, libemg, bids] as const;
/** Name of a format. */
export type RecordingFormat = (typeof all)[number]['name'];

/** Every format, with what it reads and writes. */
export const formats: readonly (Format & { readonly name: RecordingFormat })[] = all;

/** Formats that are read, and formats that are written. */
export const readFormats = formats.filter(({ read }) => read);
export const writtenFormats = formats.filter(({ begin }) => begin);

/** Format of a path by its extension, `.part` aside; undefined where it names none. */
export function formatOf(path: string): Format | undefined {
  const extension = /\.([^./\\]+)$/.exec(path.replace(/\.part$/, ''))?.[1]?.toLowerCase();
  return formats.find(({ extensions }) => extension !== undefined && extensions.includes(extension));
}

/** Names of formats for a sentence: `csv, edf or npz`. */
export function namesOf(some: readonly Format[]): string {
  const names = some.map(({ name }) => name);
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ');
}
