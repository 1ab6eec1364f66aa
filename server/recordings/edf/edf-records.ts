import { counted } from '../../../src/ground/signal/counted.js';
import { StreamError } from '../../../src/ground/signal/errors.js';
import type { EdfHeader } from './edf-header.js';
import { headerBytesOf } from './edf-header-parser.js';

/** Where the data records of a file are. */
export interface RecordPlace {
  /** First byte of the first record. */
  readonly offset: number;
  /** Whole records that are there; at least one. */
  readonly count: number;
}

/**
 * Find the data records by header and file size. A header that says of itself another length than its signals take is
 * believed where the file's size agrees with it, else refused; a count of records that the size contradicts is replaced
 * by what is there. Whatever is assumed goes to `notes`.
 *
 * @throws StreamError where header and size contradict each other, or no whole record is there
 */
export function placeRecords(
  header: EdfHeader,
  recordBytes: number,
  { path, size }: { readonly path: string; readonly size: number },
  notes: string[],
): RecordPlace {
  const { records, signals } = header;
  const needed = headerBytesOf(signals.length);
  const offset = header.headerBytes ?? needed;
  if (offset !== needed) {
    if (offset < needed || records < 1 || offset + records * recordBytes !== size)
      throw new StreamError(
        `${path}: the header says it is ${offset} bytes long (bytes 184 to 191), its ${signals.length} signals need ${needed}`,
        { hint: 'The length or the number of signals is damaged; export the recording again.' },
      );
    notes.push(
      `The header is ${offset} bytes long, as it says and the file's size confirms, though its signals need ${needed}.`,
    );
  }
  const there = Math.max(0, size - offset);
  const count = Math.floor(there / recordBytes);
  if (!(count >= 1))
    throw new StreamError(
      `${path}: holds no whole data record; one takes ${recordBytes} bytes, ${there} follow the header`,
      { hint: 'Nothing was recorded, or the file is cut short; give another file.' },
    );
  const rest = there - count * recordBytes;
  if (records === -1)
    notes.push(`The recording was never closed; its ${counted(count, 'data record')} were read.`);
  else if (count < records)
    notes.push(
      `The file is cut short: its header says ${counted(records, 'data record')}, ${count} ${count === 1 ? 'is' : 'are'} there.`,
    );
  else if (count > records)
    notes.push(
      `The header says ${counted(records, 'data record')}; the ${count} that the file holds were read.`,
    );
  else if (rest > 0) notes.push(`${rest} bytes after the last data record were passed over.`);
  return { offset, count };
}
