import type { ParquetWriter } from 'hyparquet-writer';
import { readNumbers } from '../npy/npy-array.js';
import type { ArraySource } from '../npy/npy.js';
import type { Spool } from '../spool/spool.js';
import { RowIndex } from '../clock.js';

/** Rows of a group: the table of contents, which is kept until the end, grows by a group and not by a row. */
const rowsPerGroup = 1 << 16;
type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type Columns = Parameters<ParquetWriter['write']>[0]['columnData'];

/**
 * Parquet: `time_s`, one column per electrode in µV (`<name>_uV`, float) and, with truth, `movement`, `cue`,
 * `strength`, `flags`, `excitation_<muscle>` and `force_<muscle>`; one row per sample. Rate, annotations and
 * flag names are in the file's key-value metadata. Clean EMG and discharges are left to NPZ and HDF5.
 * The library (hyparquet-writer) is loaded when first needed.
 */
export async function packParquet(spool: Spool, target: string): Promise<void> {
  const library = await import('hyparquet-writer');
  const { info, samples, annotations, gaps } = spool;
  const place = new RowIndex(gaps);
  const names = columnNames(spool);
  const schema = schemaOf(spool, names);
  const writer = new library.ParquetWriter({
    writer: library.fileWriter(target),
    schema,
    codec: 'UNCOMPRESSED',
    statistics: false,
    createdBy: 'Myodesis',
    kvMetadata: [
      { key: 'sample_rate_hz', value: String(info.sampleRateHz) },
      { key: 'channel_names', value: JSON.stringify(info.channelNames) },
      { key: 'annotations', value: JSON.stringify(annotations) },
      ...(info.flags ? [{ key: 'flags', value: JSON.stringify(info.flags) }] : []),
      ...(info.startedAt ? [{ key: 'started_at', value: info.startedAt.toISOString() }] : []),
    ],
  });
  for (let from = 0; from < samples; from += rowsPerGroup) {
    const count = Math.min(rowsPerGroup, samples - from);
    await writer.write({
      columnData: await columnsOf(spool, names, from, count, place),
      rowGroupSize: rowsPerGroup,
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  await writer.finish();
}

/** Names of columns for channels and muscles, every one different: a second `E1_uV` becomes `E1_2_uV`. */
interface ColumnNames {
  readonly channels: readonly string[];
  readonly excitation: readonly string[];
  readonly force: readonly string[];
}

function columnNames({ info }: Spool): ColumnNames {
  const taken = new Set(['time_s', 'movement', 'cue', 'strength', 'flags']);
  const own = (name: string, of: (name: string) => string): string => {
    let column = of(name);
    for (let n = 2; taken.has(column); n++) column = of(`${name}_${n}`);
    taken.add(column);
    return column;
  };
  const muscles = info.muscleNames ?? [];
  return {
    channels: info.channelNames.map((name) => own(name, (text) => `${text}_uV`)),
    excitation: muscles.map((name) => own(name, (text) => `excitation_${text}`)),
    force: muscles.map((name) => own(name, (text) => `force_${text}`)),
  };
}

function schemaOf({ arrays }: Spool, names: ColumnNames): Schema {
  const column = (name: string, type: 'FLOAT' | 'DOUBLE' | 'INT64'): Schema[number] => ({
    name,
    type,
    repetition_type: 'REQUIRED',
  });
  const columns: Schema = [column('time_s', 'DOUBLE')];
  for (const name of names.channels) columns.push(column(name, 'FLOAT'));
  for (const name of ['movement', 'cue'])
    if (arrays.has(name))
      columns.push({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' });
  if (arrays.has('strength')) columns.push(column('strength', 'FLOAT'));
  if (arrays.has('flags')) columns.push(column('flags', 'INT64'));
  for (const array of ['excitation', 'force'] as const)
    if (arrays.has(array)) for (const name of names[array]) columns.push(column(name, 'FLOAT'));
  return [{ name: 'root', num_children: columns.length }, ...columns];
}

async function columnsOf(
  { info, arrays, names: movements }: Spool,
  names: ColumnNames,
  from: number,
  count: number,
  place: RowIndex,
): Promise<Columns> {
  const time = new Float64Array(count);
  for (let i = 0; i < count; i++) time[i] = place.of(from + i) / info.sampleRateHz;
  const columns: Columns = [{ name: 'time_s', data: time }];
  const spread = async (source: ArraySource | undefined, columnNames: readonly string[], scale: number) => {
    if (!source) return;
    const width = columnNames.length;
    const rows = await readNumbers(source, from * width, count * width);
    for (const [c, name] of columnNames.entries()) {
      const data = new Float32Array(count);
      for (let i = 0; i < count; i++) data[i] = (rows[i * width + c] as number) * scale;
      columns.push({ name, data });
    }
  };
  await spread(arrays.get('signal'), names.channels, 1e6);
  for (const name of ['movement', 'cue']) {
    const source = arrays.get(name);
    if (source)
      columns.push({
        name,
        data: Array.from(await readNumbers(source, from, count), (code) => movements[code] ?? ''),
      });
  }
  await spread(arrays.get('strength'), ['strength'], 1);
  const flags = arrays.get('flags');
  if (flags)
    columns.push({
      name: 'flags',
      data: BigInt64Array.from(await readNumbers(flags, from, count), (bits) => BigInt(bits)),
    });
  for (const array of ['excitation', 'force'] as const) await spread(arrays.get(array), names[array], 1);
  return columns;
}
