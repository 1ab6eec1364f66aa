import type { ParquetWriter } from 'hyparquet-writer';
import { readNumbers } from '../npy/npy-array.js';
import type { ArraySource } from '../npy/npy.js';
import type { Spool } from '../spool/spool.js';

const rowsPerGroup = 1 << 15;
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
  const { info, samples, annotations } = spool;
  const schema = schemaOf(spool);
  const writer = new library.ParquetWriter({
    writer: library.fileWriter(target),
    schema,
    codec: 'UNCOMPRESSED',
    statistics: false,
    createdBy: 'Myodesis',
    kvMetadata: [
      { key: 'sample_rate_hz', value: String(info.sampleRateHz) },
      { key: 'annotations', value: JSON.stringify(annotations) },
      ...(info.flags ? [{ key: 'flags', value: JSON.stringify(info.flags) }] : []),
      ...(info.startedAt ? [{ key: 'started_at', value: info.startedAt.toISOString() }] : []),
    ],
  });
  for (let from = 0; from < samples; from += rowsPerGroup) {
    const count = Math.min(rowsPerGroup, samples - from);
    await writer.write({ columnData: await columnsOf(spool, from, count), rowGroupSize: rowsPerGroup });
    await new Promise((resolve) => setImmediate(resolve));
  }
  await writer.finish();
}

function schemaOf({ info, arrays }: Spool): Schema {
  const column = (name: string, type: 'FLOAT' | 'DOUBLE' | 'INT64'): Schema[number] => ({
    name,
    type,
    repetition_type: 'REQUIRED',
  });
  const columns: Schema = [column('time_s', 'DOUBLE')];
  for (const name of info.channelNames) columns.push(column(`${name}_uV`, 'FLOAT'));
  for (const name of ['movement', 'cue'])
    if (arrays.has(name))
      columns.push({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' });
  if (arrays.has('strength')) columns.push(column('strength', 'FLOAT'));
  if (arrays.has('flags')) columns.push(column('flags', 'INT64'));
  for (const array of ['excitation', 'force'])
    if (arrays.has(array))
      for (const name of info.muscleNames ?? []) columns.push(column(`${array}_${name}`, 'FLOAT'));
  return [{ name: 'root', num_children: columns.length }, ...columns];
}

async function columnsOf({ info, arrays, names }: Spool, from: number, count: number): Promise<Columns> {
  const time = new Float64Array(count);
  for (let i = 0; i < count; i++) time[i] = (from + i) / info.sampleRateHz;
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
  await spread(
    arrays.get('signal'),
    info.channelNames.map((name) => `${name}_uV`),
    1e6,
  );
  for (const name of ['movement', 'cue']) {
    const source = arrays.get(name);
    if (source)
      columns.push({
        name,
        data: Array.from(await readNumbers(source, from, count), (code) => names[code] ?? ''),
      });
  }
  await spread(arrays.get('strength'), ['strength'], 1);
  const flags = arrays.get('flags');
  if (flags)
    columns.push({
      name: 'flags',
      data: BigInt64Array.from(await readNumbers(flags, from, count), (bits) => BigInt(bits)),
    });
  for (const array of ['excitation', 'force'])
    await spread(
      arrays.get(array),
      (info.muscleNames ?? []).map((name) => `${array}_${name}`),
      1,
    );
  return columns;
}
