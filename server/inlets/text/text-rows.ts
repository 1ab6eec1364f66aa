import type { Arrival, FeedListener } from '../arrival.js';
import { CsvRows } from './csv-rows.js';
import { JsonRows } from './json-rows.js';

/** Samples as text: lines of JSON and rows of a table, told apart line by line. */
export class TextRows {
  private readonly json: JsonRows;
  private readonly csv: CsvRows;

  /** @param channels how many are expected, where that is known */
  constructor(
    private readonly to: Pick<FeedListener, 'arrived' | 'note'>,
    channels: number | undefined,
  ) {
    const note = (text: string): void => to.note(text);
    this.json = new JsonRows(note, channels);
    this.csv = new CsvRows(note, channels);
  }

  /** Lines that came at once. */
  push(lines: readonly string[], atMs: number): void {
    let rows: string[] = [];
    for (const line of lines) {
      const text = line.trim();
      // Comments, as programs write them above a table.
      if (text === '' || /^[#%]|^\/\//.test(text)) continue;
      if (!/^[[{]/.test(text)) {
        rows.push(text);
        continue;
      }
      if (rows.length > 0) this.tell(this.csv.read(rows, atMs));
      rows = [];
      this.tell(this.json.read(text, atMs));
    }
    if (rows.length > 0) this.tell(this.csv.read(rows, atMs));
  }

  /** No more comes. */
  end(atMs: number): void {
    this.tell(this.csv.end(atMs));
  }

  private tell(arrival: Arrival | undefined): void {
    if (arrival) this.to.arrived(arrival);
  }
}
