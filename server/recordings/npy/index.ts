import type { Format } from '../format.js';
import { readNpy } from './npy-reader.js';

export const npy = {
  name: 'npy',
  explain: 'one NumPy array',
  extensions: ['npy'],
  read: readNpy,
} as const satisfies Format;
