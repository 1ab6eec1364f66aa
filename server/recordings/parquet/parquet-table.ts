import * as zlib from 'node:zlib';
import type { AsyncBuffer, Compressors, FileMetaData, ParquetScan, SchemaElement } from 'hyparquet';
import { StreamError } from '../../../src/ground/signal/errors.js';
import type { ArrayContent } from '../arrays/named-array.js';
import { InputFile } from '../input-file.js';
import { checkBytes, checkCount, limits } from '../limits.js';

/** A column that has one value per row. */
export interface ParquetColumn {
  readonly name: string;
  readonly content: ArrayContent;
  readonly holds: string;
}

/** What the end of a Parquet file says of it. */
export interface ParquetTable {
  readonly path: string;
  readonly rows: number;
  readonly columns: readonly ParquetColumn[];
  /** Keys and values that were written beside the table. */
  readonly facts: ReadonlyMap<string, string>;
  readonly metadata: FileMetaData;
}

const unpackers: Compressors = {
  GZIP: (bytes, length) => zlib.gunzipSync(bytes, { maxOutputLength: Math.max(1, length) }),
  BROTLI: (bytes, length) => zlib.brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, length) }),
};
const readCodecs: readonly string[] = ['UNCOMPRESSED', 'SNAPPY', ...Object.keys(unpackers)];

/**
 * Read what a Parquet file says of itself. The library (hyparquet) is loaded when first needed.
 * @throws StreamError for damage, for two columns of one name, and for packing that is not read
 */
export async function openTable(path: string): Promise<ParquetTable> {
  const metadata = await InputFile.using(path, (file) =>
    guarded(path, async () => (await import('hyparquet')).parquetMetadataAsync(bufferOf(file))),
  );
  const [root, ...elements] = metadata.schema;
  const columns: ParquetColumn[] = [];
  // Columns within columns come right after them, and have no value per row.
  for (let at = 0, left = root?.num_children ?? 0; left > 0 && at < elements.length; left--) {
    const element = elements[at];
    if (element) columns.push(columnOf(element));
    at += 1 + descendants(elements, at);
  }
  checkCount(columns.length, limits.parts, `${path}: its columns are`, 'Save fewer columns.');
  const twice = columns.find(({ name }, i) => columns.findIndex((column) => column.name === name) < i);
  if (twice)
    throw new StreamError(`${path}: has more than one column "${twice.name}"`, {
      hint: 'Give every column a name of its own and save it again.',
    });
  checkGroups(path, metadata);
  const facts = new Map(
    (metadata.key_value_metadata ?? []).map(({ key, value }) => [String(key), String(value ?? '')]),
  );
  return { path, rows: Number(metadata.num_rows), columns, facts, metadata };
}

function descendants(elements: readonly SchemaElement[], at: number): number {
  let count = 0;
  for (let left = elements[at]?.num_children ?? 0; left > 0 && at + 1 + count < elements.length; left--)
    count += 1 + descendants(elements, at + 1 + count);
  return count;
}

function columnOf(element: SchemaElement): ParquetColumn {
  const { type, repetition_type, num_children, converted_type, logical_type } = element;
  // A damaged table may have a column without a name, whatever the library's types say.
  const name = String(element.name ?? '');
  const said = logical_type?.type ?? converted_type;
  if (num_children || repetition_type === 'REPEATED') return { name, content: 'other', holds: 'lists' };
  if (said === 'STRING' || said === 'UTF8') return { name, content: 'texts', holds: 'text' };
  if (said === 'FLOAT16') return { name, content: 'numbers', holds: 'float16' };
  if (type && ['BOOLEAN', 'INT32', 'INT64', 'FLOAT', 'DOUBLE'].includes(type))
    return { name, content: 'numbers', holds: type.toLowerCase() };
  return { name, content: 'other', holds: (said ?? type ?? 'nothing').toLowerCase() };
}

function checkGroups(path: string, { row_groups: groups, num_rows: rows }: FileMetaData): void {
  const stated = groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (stated !== Number(rows) || !Number.isSafeInteger(stated))
    throw new StreamError(`${path}: is damaged: it says ${rows} rows, its parts have ${stated}`, {
      hint: 'Save it again.',
    });
  for (const { columns, num_rows: count } of groups) {
    checkBytes(
      columns.reduce((sum, { meta_data: column }) => sum + Number(column?.total_uncompressed_size ?? 0), 0),
      limits.unpackedBytes,
      `${path}: one group of its rows takes`,
      'Save it in smaller groups, such as row_group_size=100000.',
    );
    for (const { meta_data: column } of columns) {
      const codec = column?.codec ?? 'UNCOMPRESSED';
      const name = column?.path_in_schema.join('.') ?? '';
      if (!readCodecs.includes(codec))
        throw new StreamError(`${path}: ${name} is packed by ${codec}, which is not read`, {
          hint: 'Save it with compression="snappy", "gzip" or none.',
        });
      if (column?.path_in_schema.length === 1 && column.num_values !== count)
        throw new StreamError(`${path}: is damaged: ${name} has ${column.num_values} of ${count} values`, {
          hint: 'Save it again.',
        });
    }
  }
}

/** Columns of a table, read in the groups of rows in which they are stored. */
export class TableScan {
  private constructor(
    private readonly path: string,
    private readonly file: InputFile,
    private readonly scan: ParquetScan,
  ) {}

  static async open({ path, metadata }: ParquetTable, columns: readonly string[]): Promise<TableScan> {
    const file = await InputFile.open(path);
    try {
      const scan = await guarded(path, async () =>
        (await import('hyparquet')).parquetScan({
          file: bufferOf(file),
          metadata,
          columns: [...columns],
          compressors: unpackers,
          useOffsetIndex: false,
          parsers: {
            // Times as seconds: what they mean is told by their size.
            timestampFromMilliseconds: (time) => Number(time) / 1e3,
            timestampFromMicroseconds: (time) => Number(time) / 1e6,
            timestampFromNanoseconds: (time) => Number(time) / 1e9,
          },
        }),
      );
      return new TableScan(path, file, scan);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get groups(): ParquetScan['ranges'] {
    return this.scan.ranges;
  }

  /** Values of a column from row `from` to before row `until`, which lie in one group. */
  values(column: string, from: number, until: number): Promise<ArrayLike<unknown>> {
    return guarded(this.path, async () => {
      const range = this.groups.find(({ rowStart, rowEnd }) => rowStart <= from && until <= rowEnd);
      if (!range) throw new Error(`rows ${from} to ${until} are in no group`);
      // The whole group is kept by the library until the next one is asked for.
      await this.scan.readColumn({ column, ...range });
      return this.scan.readColumn({ column, rowStart: from, rowEnd: until });
    });
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

/** Errors of the library are those of a damaged file. */
async function guarded<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof StreamError) throw cause;
    const reason = cause instanceof Error ? cause.message.slice(0, 200) : '';
    throw new StreamError(`${path}: is damaged or no Parquet (${reason})`, {
      hint: 'Save it again. An interrupted recording of ours lies beside it in a folder that ends in .part.',
      cause,
    });
  }
}

function bufferOf(file: InputFile): AsyncBuffer {
  return {
    byteLength: file.size,
    async slice(start, end = file.size) {
      // The library does not wait for every piece that it asks for, so that an error here would end the process. What a
      // damaged offset asks for is empty, which it then cannot take apart.
      const sane = start >= 0 && end > start && Number.isSafeInteger(start) && Number.isSafeInteger(end);
      const bytes = sane ? await file.read(start, end - start).catch(() => Buffer.alloc(0)) : Buffer.alloc(0);
      return new Uint8Array(bytes).buffer;
    },
  };
}
