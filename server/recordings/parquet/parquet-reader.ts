import { StreamError } from '../../../src/ground/signal/errors.js';
import { listed, type NamedArray, type Slabs } from '../arrays/named-array.js';
import { readArrayFile } from '../arrays/array-recording.js';
import { columnName } from '../column-name.js';
import { columnRole } from '../column-role.js';
import { checkBytes, limits } from '../limits.js';
import { defaultUnitScale, type Annotation, type ReadOptions, type Recording } from '../recording.js';
import { sharedUnit, voltsPerUnit } from '../unit-scale.js';
import { openTable, TableScan, type ParquetColumn, type ParquetTable } from './parquet-table.js';

/** A column of the signal. */
interface Electrode {
  readonly column: string;
  readonly name: string;
  /** Volts per number. */
  readonly scale: number;
}

/**
 * Read Parquet, one row per sample: columns are told apart by their names as those of a CSV are. Rate, annotations and
 * names of channels come from the file's own key-value metadata where it is ours.
 *
 * @throws StreamError for damage, packing that is not read, and tables without a column of numbers
 */
export async function readParquet(path: string, options: ReadOptions = {}): Promise<Recording> {
  const table = await openTable(path);
  const { unitScale, variable, ...others } = options;
  const notes: string[] = [];
  const electrodes = electrodesOf(table, unitScale, variable, notes);
  const taken = new Set(electrodes.map(({ column }) => column));
  const beside = table.columns
    .filter(({ name }) => !taken.has(name))
    .map((column) => columnArray(table, column));
  const ours = table.facts.has('sample_rate_hz');
  const recording = await readArrayFile(
    {
      path,
      arrays: [signalArray(table, electrodes), ...beside],
      attributes: table.facts.size > 0 ? factsOf(table) : new Map(),
      annotations: annotationsOf(table.facts.get('annotations')),
      notes,
      silent: ({ name }) => ours && name !== 'time_s',
    },
    others,
  );
  return { ...recording, info: { ...recording.info, ...sharedUnit(electrodes.map(({ scale }) => scale)) } };
}

function electrodesOf(
  { path, columns, facts }: ParquetTable,
  unitScale: number | undefined,
  variable: string | undefined,
  notes: string[],
): Electrode[] {
  const ours = facts.has('sample_rate_hz');
  const named = namesIn(facts.get('channel_names'));
  const chosen = columns.filter(({ name, content }) => {
    if (content !== 'numbers') return false;
    if (variable !== undefined) return name === variable;
    // The truth of ours stands in columns without a unit.
    return ours ? name.endsWith('_uV') : columnRole(name) === 'signal';
  });
  if (chosen.length === 0)
    throw new StreamError(
      `${path}: ${variable === undefined ? 'has no column of numbers that could be a signal' : `has no column of numbers "${variable}"`}; it has ${listed(columns.map((column) => ({ ...column, shape: [] })))}`,
      { hint: 'Save one column of numbers per electrode, or name one with --variable.' },
    );
  const unnamed: string[] = [];
  const electrodes = chosen.map(({ name: column }, c) => {
    const { name, unit } = columnName(column);
    const volts = unit === undefined ? undefined : voltsPerUnit(unit);
    if (volts === undefined && unitScale === undefined) unnamed.push(column);
    const own = named.length === chosen.length ? named[c] : undefined;
    return { column, name: own ?? name, scale: volts ?? unitScale ?? defaultUnitScale };
  });
  if (unnamed.length > 0)
    notes.push(
      `${unnamed.length} columns name no unit (${unnamed.slice(0, 4).join(', ')}${unnamed.length > 4 ? ' …' : ''}); their numbers were taken for µV (--unit says otherwise).`,
    );
  return electrodes;
}

/** The electrodes as one array of rows × channels, in volts. */
function signalArray(table: ParquetTable, electrodes: readonly Electrode[]): NamedArray {
  const startedAt = table.facts.get('started_at');
  return {
    name: 'signal',
    shape: [table.rows, electrodes.length],
    content: 'numbers',
    holds: 'numbers',
    // Column by column: that is how it is stored.
    columnMajor: true,
    attributes: new Map([
      ['unit', ['V']],
      ['channel_names', electrodes.map(({ name }) => name)],
      ...(startedAt === undefined ? [] : [['started_at', [startedAt]] as const]),
    ]),
    numbers: async () => [],
    texts: async () => [],
    open: () => columnSlabs(table, electrodes),
  };
}

function columnArray(table: ParquetTable, { name, content, holds }: ParquetColumn): NamedArray {
  const values = async (): Promise<unknown[]> => {
    checkBytes(
      table.rows * 8,
      limits.heldBytes,
      `${table.path}: ${name} takes`,
      'Save fewer rows in one file.',
    );
    const scan = await TableScan.open(table, [name]);
    try {
      const found: unknown[] = [];
      for (const { rowStart, rowEnd } of scan.groups) {
        const piece = await scan.values(name, rowStart, rowEnd);
        for (let i = 0; i < piece.length; i++) found.push(piece[i]);
      }
      return found;
    } finally {
      await scan.close();
    }
  };
  return {
    name,
    shape: [table.rows],
    content,
    holds,
    columnMajor: true,
    numbers: async () => Float64Array.from(await values(), numberOf),
    texts: async () => (await values()).map((value) => (typeof value === 'string' ? value : '')),
    open: () => columnSlabs(table, [{ column: name, scale: 1 }]),
  };
}

/** Pieces of some columns, one column after the other, whichever dimension they are asked along. */
async function columnSlabs(
  table: ParquetTable,
  columns: readonly Pick<Electrode, 'column' | 'scale'>[],
): Promise<Slabs> {
  const scan = await TableScan.open(
    table,
    columns.map(({ column }) => column),
  );
  return {
    close: () => scan.close(),
    async read(_along, from, count) {
      const out = new Float64Array(columns.length * count);
      for (const { rowStart, rowEnd } of scan.groups) {
        const [start, end] = [Math.max(from, rowStart), Math.min(from + count, rowEnd)];
        if (start >= end) continue;
        for (const [c, { column, scale }] of columns.entries()) {
          const values = await scan.values(column, start, end);
          const first = c * count + start - from;
          for (let i = 0; i < end - start; i++) out[first + i] = numberOf(values[i]) * scale;
        }
      }
      return out;
    },
  };
}

/** A number of whatever kind; not a number where nothing was written. */
function numberOf(value: unknown): number {
  return value === null || value === undefined ? NaN : Number(value);
}

function factsOf({ facts }: ParquetTable): Map<string, string[]> {
  return new Map([...facts].map(([key, value]) => [key, [value]]));
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}

function namesIn(json: string | undefined): string[] {
  const names = parsed(json);
  return Array.isArray(names) ? names.map(String) : [];
}

function annotationsOf(json: string | undefined): Annotation[] {
  const entries = parsed(json);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('index' in entry) || !('text' in entry)) return [];
    const { index, text } = entry;
    if (typeof index !== 'number' || typeof text !== 'string') return [];
    const length = 'length' in entry && typeof entry.length === 'number' ? entry.length : undefined;
    return [{ index, text, ...(length !== undefined && { length }) }];
  });
}
