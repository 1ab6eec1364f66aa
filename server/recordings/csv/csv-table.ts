import { StreamError } from '../../../src/ground/signal/errors.js';
import { ClockReader, type Clock } from '../clock.js';
import type { ReadOptions, SegmentRange } from '../recording.js';
import { stampNumber } from './cell-number.js';
import { csvColumns, type CsvColumns, type SignalColumn } from './csv-columns.js';
import { csvLayout, type CsvLayout } from './csv-layout.js';
import { rowsOf, samplesOf, type Passed, type SampleRows } from './csv-rows.js';
import { RowLabels } from './row-labels.js';
import { statedRate } from './stated-rate.js';
import { linesOf, type Line } from './text-lines.js';

/** A table of samples in a text file, looked through once: all is known of it but its numbers. */
export interface CsvTable {
  readonly sampleRateHz: number;
  readonly signals: readonly SignalColumn[];
  /** What the columns of labels say. */
  readonly segments: readonly SegmentRange[];
  /** Samples from the first to the last, with those that are missing. */
  readonly length: number;
  readonly notes: readonly string[];
  /** The numbers of the electrodes, from the start. */
  samples(): AsyncIterable<SampleRows>;
}

const headCharacters = 1 << 18;

/**
 * Open a delimited text file: one row per sample, one column per electrode, in whatever layout.
 * @throws StreamError naming file, row and column of what cannot be read, or where the rate is not known
 */
export async function openCsv(path: string, options: ReadOptions = {}): Promise<CsvTable> {
  for (const option of ['variable', 'stream'] as const)
    if (options[option] !== undefined)
      throw new StreamError(`${path}: a text file has no ${option} "${options[option]}"`, {
        hint: `Leave --${option} out; choose columns with --channels, such as --channels 1-4.`,
      });
  const layout = csvLayout(path, await headOf(path));
  const columns = csvColumns(path, layout, options);
  const { clocks, labels, rows, passed } = await lookThrough(path, layout, columns, options);
  const notes = [...layout.notes, ...columns.notes];
  const { clock, signals, until } = oneClock(clocks, columns, rows, notes);
  const rate = clock ?? { sampleRateHz: rateWithoutClock(path, layout, options, notes), gaps: [], notes: [] };
  notes.push(...rate.notes, ...passedNotes(passed));
  const segments = labels.segments(rate.gaps, notes);
  return {
    sampleRateHz: rate.sampleRateHz,
    signals,
    segments,
    length: until + rate.gaps.reduce((sum, { missing }) => sum + missing, 0),
    notes,
    samples: () => samplesOf(path, layout, signals, rate.gaps, until),
  };
}

async function headOf(path: string): Promise<Line[]> {
  const head: Line[] = [];
  let characters = 0;
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      head.push(line);
      characters += line.text.length;
      if (characters > headCharacters) break;
    }
    if (characters > headCharacters) break;
  }
  return head;
}

interface Look {
  readonly clocks: readonly ClockReader[];
  readonly labels: RowLabels;
  /** Rows in which each clock has a stamp at least; all rows where there is none. */
  readonly rows: readonly number[];
  readonly passed: Passed;
}

/** All rows once, for what must be known before the first sample is given out. */
async function lookThrough(
  path: string,
  layout: CsvLayout,
  columns: CsvColumns,
  options: ReadOptions,
): Promise<Look> {
  const stated = statedRate(layout.preamble);
  const clocks = columns.clocks.map(
    ({ name, secondsPerUnit }) =>
      new ClockReader({
        path,
        column: name,
        secondsPerUnit,
        givenRateHz: options.sampleRateHz,
        statedRateHz: stated,
      }),
  );
  const labels = new RowLabels(columns.labels);
  const passed: Passed = { headers: 0, empty: 0 };
  const several = clocks.length > 1;
  const lengths = clocks.map(() => 0);
  let rows = 0;
  for await (const batch of rowsOf(path, layout, passed))
    for (const { cells } of batch) {
      rows++;
      labels.add(cells);
      for (const [i, reader] of clocks.entries()) {
        const cell = cells[columns.clocks[i]?.column ?? -1] ?? '';
        // The columns of a slower or shorter device end before the file.
        if (several && cell.trim() === '') continue;
        reader.add(stampNumber(cell, layout.mark) ?? NaN);
        lengths[i] = rows;
      }
    }
  return { clocks, labels, rows: several ? lengths : [rows], passed };
}

/** One clock for all signals: those of devices that sample at another rate are left out. */
function oneClock(
  readers: readonly ClockReader[],
  { signals }: CsvColumns,
  rows: readonly number[],
  notes: string[],
): { clock: Clock | undefined; signals: readonly SignalColumn[]; until: number } {
  const clocks = readers.map((reader) => reader.finish());
  const perRate = new Map<number, number>();
  for (const { clock } of signals) {
    const rate = clocks[clock]?.sampleRateHz ?? 0;
    perRate.set(rate, (perRate.get(rate) ?? 0) + 1);
  }
  const [most = 0] = [...perRate].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const isSame = (clock: number): boolean =>
    Math.abs((clocks[clock]?.sampleRateHz ?? 0) - most) <= 1e-3 * most;
  const kept = signals.filter(({ clock }) => isSame(clock));
  const others = signals.filter(({ clock }) => !isSame(clock));
  for (const { name, clock } of others)
    notes.push(
      `"${name}" is sampled at ${clocks[clock]?.sampleRateHz} Hz, the others at ${most} Hz; it was left out. Export it apart.`,
    );
  const used = [...new Set(kept.map(({ clock }) => clock))];
  const lengths = used.map((clock) => rows[clock] ?? rows[0] ?? 0);
  const until = Math.min(...lengths);
  if (until < Math.max(...lengths))
    notes.push(
      `The columns end at different rows; the recording ends where the first does, after ${until} samples.`,
    );
  return { clock: clocks[used[0] ?? 0], signals: kept, until };
}

function rateWithoutClock(path: string, layout: CsvLayout, options: ReadOptions, notes: string[]): number {
  if (options.sampleRateHz !== undefined) return options.sampleRateHz;
  const stated = statedRate(layout.preamble);
  if (stated === undefined)
    throw new StreamError(`${path}: there is no time column, so the sampling rate is not known`, {
      hint: 'Give the sampling rate, such as --rate 1000, or a header with a "time_s" column.',
    });
  notes.push(`The sampling rate, ${stated} Hz, is what the lines above the samples state.`);
  return stated;
}

function passedNotes({ torn, headers, empty }: Passed): string[] {
  const notes: string[] = [];
  if (torn !== undefined) notes.push(`The last row (${torn}) is cut off and was left out.`);
  if (headers > 0)
    notes.push(
      `${headers === 1 ? 'A row repeats' : `${headers} rows repeat`} the names of the columns and was passed over.`,
    );
  if (empty > 0) notes.push(`${empty} rows without any number at the end of the file were left out.`);
  return notes;
}
