import { map, mergeMap, range, switchMap, type Observable } from 'rxjs';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import type { StreamFrame } from '../../src/patient/session.js';
import type { DeviceFeed } from './device.js';

/** One column of a stream, its values by the names of its rows. */
export interface Column {
  /** Absolute sample index of the column's frame. */
  readonly index: number;
  /** Value of a row; NaN where there is none. */
  one(row: string): number;
  /** Values of the rows `part.NAME`, in order. */
  each(part: string): number[];
  /** Value of the last of the rows `part.NAME`; NaN where there is none. */
  last(part: string): number;
  /** The names after `part.`, in order. */
  names(part: string): string[];
}

/** A stream, column by column, read by the rows that the session tells, also when they change. */
export function columnsOf(feed: DeviceFeed, stream: StreamName): Observable<Column> {
  return feed.infos$.pipe(
    switchMap((info) => {
      const rows = info.streams[stream]?.rows ?? [];
      return feed
        .frames(stream)
        .pipe(mergeMap((frame) => range(frame.length).pipe(map((at) => column(frame, rows, at)))));
    }),
  );
}

function column({ index, length, data }: StreamFrame, rows: readonly string[], at: number): Column {
  const value = (row: number): number => data[row * length + at] ?? NaN;
  const of = (part: string): number[] =>
    rows.flatMap((name, row) => (name.startsWith(`${part}.`) ? [row] : []));
  return {
    index,
    one: (row) => value(rows.indexOf(row)),
    each: (part) => of(part).map(value),
    last: (part) => value(of(part).at(-1) ?? -1),
    names: (part) => of(part).map((row) => (rows[row] ?? '').slice(part.length + 1)),
  };
}
