import type { Format } from '../format.js';
import { readMat } from './mat-reader.js';

export const mat = {
  name: 'mat',
  explain: 'MATLAB 5, a matrix or a BioPatRec session',
  extensions: ['mat'],
  read: readMat,
} as const satisfies Format;
