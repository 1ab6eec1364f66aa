import { disk } from '../output-file.js';
import { withoutExtension, type Format } from '../format.js';
import { readCsv } from './csv-reader.js';
import { CsvWriter } from '../../../src/recording/csv-writer.js';

export const csv = {
  name: 'csv',
  explain: 'delimited text, one row per sample; readable by everything',
  extensions: ['csv', 'tsv', 'txt', 'dat', 'asc'],
  read: readCsv,
  begin: async (path, info) => ({
    writer: await CsvWriter.create(disk, path, info, { delimiter: /\.tsv$/i.test(path) ? '\t' : ',' }),
    truthBeside: withoutExtension(path),
  }),
} as const satisfies Format;
