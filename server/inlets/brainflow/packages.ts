import { UV } from '../../../src/ground/signal/units.js';
import type { ArrivedMark, Arrival } from '../arrival.js';
import type { Board } from './board.js';

/** Bytes of a number in a package. */
const BYTES = 8;

/** Reads datagrams of BrainFlow's streaming board: packages of little-endian doubles, one after the other, no header. */
export class BrainFlowPackages {
  private readonly names: readonly string[];
  private readonly scales: readonly number[];

  constructor(private readonly board: Board) {
    this.names = board.signal.map((_, c) => `EMG${c + 1}`);
    this.scales = board.signal.map(() => UV);
  }

  /** @returns undefined for bytes that are no whole packages */
  read(bytes: Uint8Array, atMs: number): Arrival | undefined {
    const { rows: numbers, signal, counter, time, marker, sampleRateHz } = this.board;
    const packages = bytes.byteLength / (numbers * BYTES);
    if (!(packages >= 1) || !Number.isInteger(packages)) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const at = (n: number, row: number): number => view.getFloat64((n * numbers + row) * BYTES, true);
    const column = (row: number): Float64Array =>
      Float64Array.from({ length: packages }, (_, n) => at(n, row));
    const values = new Float64Array(packages * signal.length);
    for (let n = 0; n < packages; n++)
      signal.forEach((row, c) => (values[n * signal.length + c] = at(n, row)));
    const marks: ArrivedMark[] = [];
    if (marker !== undefined)
      column(marker).forEach((value, row) => {
        if (value !== 0 && Number.isFinite(value)) marks.push({ row, text: `marker ${value}` });
      });
    return {
      atMs,
      names: this.names,
      rows: packages,
      values,
      scales: this.scales,
      sampleRateHz,
      ...(counter !== undefined && { counters: column(counter) }),
      ...(time !== undefined && { stamps: column(time), stampUnitS: 1 }),
      ...(marks.length > 0 && { marks }),
    };
  }
}
