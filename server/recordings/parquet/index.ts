import type { Format } from '../format.js';
import { spooled } from '../spool/spool-writer.js';
import { packParquet } from './parquet-pack.js';
import { readParquet } from './parquet-reader.js';

export const parquet = {
  name: 'parquet',
  explain: 'Apache Parquet, one row per sample, with truth',
  extensions: ['parquet'],
  read: readParquet,
  ...spooled(packParquet),
} as const satisfies Format;
