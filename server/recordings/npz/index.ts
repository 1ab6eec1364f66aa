import type { Format } from '../format.js';
import { spooled } from '../spool/spool-writer.js';
import { packNpz } from './npz-pack.js';
import { readNpz } from './npz-reader.js';

export const npz = {
  name: 'npz',
  explain: 'NumPy archive with the truth of every sample',
  extensions: ['npz'],
  read: readNpz,
  ...spooled(packNpz),
} as const satisfies Format;
