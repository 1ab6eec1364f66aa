import type { Readable } from 'node:stream';
import type { Declared, FeedListener } from '../arrival.js';
import { LineSplitter } from './line-splitter.js';
import { TextRows } from './text-rows.js';

/** Take what comes on a stream of bytes as lines of samples. What becomes of the stream is its owner's affair. */
export function readLines(
  input: Readable,
  listener: FeedListener,
  { channels }: Declared,
  now: () => number,
): void {
  const rows = new TextRows(listener, typeof channels === 'number' ? channels : undefined);
  const lines = new LineSplitter((text) => listener.note(text));
  input.on('data', (bytes: Buffer) => rows.push(lines.push(bytes), now()));
  input.on('end', () => {
    rows.push(lines.end(), now());
    rows.end(now());
  });
}
