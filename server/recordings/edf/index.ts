import { withoutExtension, type Format } from '../format.js';
import { readEdf } from './edf-reader.js';
import { EdfWriter } from './edf-writer.js';

const begin =
  (format: 'edf' | 'bdf'): Format['begin'] =>
  async (path, info) => ({
    writer: await EdfWriter.create(path, info, { format }),
    truthBeside: withoutExtension(path),
  });

export const edf = {
  name: 'edf',
  explain: 'EDF+, 16 bit, with annotations; the clinic’s format',
  extensions: ['edf', 'rec'],
  read: readEdf,
  begin: begin('edf'),
} as const satisfies Format;

export const bdf = {
  name: 'bdf',
  explain: 'BDF+, EDF+ with 24 bit',
  extensions: ['bdf'],
  read: readEdf,
  begin: begin('bdf'),
} as const satisfies Format;
