import type { Format } from '../format.js';
import { spooled } from '../spool/spool-writer.js';
import { packHdf5 } from './hdf5-pack.js';
import { readHdf5 } from './hdf5-reader.js';

export const hdf5 = {
  name: 'hdf5',
  explain: 'HDF5 with the truth of every sample',
  extensions: ['h5', 'hdf5'],
  read: readHdf5,
  ...spooled(packHdf5),
} as const satisfies Format;
