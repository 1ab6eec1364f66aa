/** Formats that are read or written. */
export const recordingFormats = [
  'csv',
  'edf',
  'bdf',
  'npy',
  'npz',
  'mat',
  'xdf',
  'hdf5',
  'parquet',
  'libemg',
  'bids',
] as const;
export type RecordingFormat = (typeof recordingFormats)[number];

const extensions: Readonly<Record<string, RecordingFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  edf: 'edf',
  rec: 'edf',
  bdf: 'bdf',
  npy: 'npy',
  npz: 'npz',
  mat: 'mat',
  xdf: 'xdf',
  h5: 'hdf5',
  hdf5: 'hdf5',
  parquet: 'parquet',
};

/** Format of a path by its extension, `.part` aside; undefined where it names none. */
export function formatOf(path: string): RecordingFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(path.replace(/\.part$/, ''))?.[1];
  return extension === undefined ? undefined : extensions[extension.toLowerCase()];
}
