import { ProtocolError } from '../ground/signal/errors.js';

/** Which rows a stream has: `one` row of that name, or one for `each` of a list of names. */
export type RowParts = Readonly<Record<string, 'one' | 'each'>>;
/** Names of the parts that are `one` row, or one for `each`. */
export type RowPartsOf<P extends RowParts, Kind> = {
  [K in keyof P]: P[K] extends Kind ? K : never;
}[keyof P] &
  string;

/** Where the rows are: a number for every `one`, and by name, in order, for every `each`. */
export type RowPlaces<P extends RowParts> = Readonly<
  Record<RowPartsOf<P, 'one'>, number> & Record<RowPartsOf<P, 'each'>, ReadonlyMap<string, number>>
>;

/**
 * Rows of one stream: names them for who writes, finds them for who reads. Rows of an `each` are called
 * `part.name`. They lie in the order of the parts, but whoever reads goes by the names alone.
 */
export interface RowLayout<P extends RowParts> {
  /** Names of all rows, as `serverInfo.streams[stream].rows` tells them. */
  names(each: Readonly<Record<RowPartsOf<P, 'each'>, readonly string[]>>): string[];
  /**
   * Values of a frame, row after row. A part is its rows one after the other; a number stands for one column.
   * @throws RangeError where parts differ in their number of columns
   */
  pack(values: Readonly<Record<keyof P, ArrayLike<number> | number>>): Float32Array;
  /**
   * Find the rows by the names the server gave. Rows that are not known are passed over.
   * @throws ProtocolError naming the row that is missing
   */
  places(rows: readonly string[]): RowPlaces<P>;
}

/**
 * @param stream name for errors
 * @param parts in the order of their rows
 */
export function rowLayout<const P extends RowParts>(stream: string, parts: P): RowLayout<P> {
  const found = new WeakMap<readonly string[], RowPlaces<P>>();
  const entries = Object.entries(parts);
  return {
    names: (each) =>
      entries.flatMap(([part, kind]) =>
        kind === 'one' ? [part] : namesOf(each, part).map((name) => `${part}.${name}`),
      ),
    pack: (values) => {
      const pieces = entries.map(([part, kind]) => ({ part, kind, values: listOf(values[part]) }));
      const columns = pieces.find(({ kind }) => kind === 'one')?.values.length;
      const data = new Float32Array(pieces.reduce((sum, piece) => sum + piece.values.length, 0));
      let at = 0;
      for (const { part, kind, values } of pieces) {
        const { length } = values;
        if (columns !== undefined && (kind === 'one' ? length !== columns : length % (columns || 1) !== 0))
          throw new RangeError(`${stream}: got ${length} values of ${part} for ${columns} columns`);
        data.set(values, at);
        at += length;
      }
      return data;
    },
    places: (rows) => {
      let places = found.get(rows);
      if (!places) found.set(rows, (places = placesOf<P>(stream, entries, rows)));
      return places;
    },
  };
}

function namesOf(each: Readonly<Record<string, readonly string[]>>, part: string): readonly string[] {
  return each[part] ?? [];
}

function listOf(values: ArrayLike<number> | number | undefined): ArrayLike<number> {
  return typeof values === 'number' ? [values] : (values ?? []);
}

function placesOf<P extends RowParts>(
  stream: string,
  entries: readonly (readonly [string, 'one' | 'each'])[],
  rows: readonly string[],
): RowPlaces<P> {
  const places = entries.map(([part, kind]) => {
    if (kind === 'each') {
      const prefix = `${part}.`;
      const own = rows.flatMap((name, row) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), row] as const] : [],
      );
      return [part, new Map(own)] as const;
    }
    const row = rows.indexOf(part);
    if (row < 0)
      throw new ProtocolError(
        `${stream}: got rows ${rows.join(', ').slice(0, 200)}, expected one named ${part}`,
        {
          field: `streams.${stream}.rows`,
          hint: 'Use a page and a service of the same version.',
        },
      );
    return [part, row] as const;
  });
  return Object.fromEntries(places) as RowPlaces<P>;
}
