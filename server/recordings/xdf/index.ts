import { withoutExtension, type Format } from '../format.js';
import { readXdf } from './xdf-reader.js';
import { XdfWriter } from './xdf-writer.js';

export const xdf = {
  name: 'xdf',
  explain: 'XDF, the format of Lab Streaming Layer’s recorder',
  extensions: ['xdf'],
  read: readXdf,
  begin: async (path, info) => ({
    writer: await XdfWriter.create(path, info),
    truthBeside: withoutExtension(path),
  }),
} as const satisfies Format;
