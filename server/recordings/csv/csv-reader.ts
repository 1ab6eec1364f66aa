import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { splitCells } from '../../../src/recording/csv-cells.js';
import { cellNumber, csvLayout, type CsvLayout } from './csv-layout.js';
import { annotationsPathOf } from '../../../src/recording/csv-writer.js';
import { ClockReader, RowIndex, type Clock, type Gap } from '../clock.js';
import { InputFile } from '../input-file.js';
import type { Annotation, ReadOptions, Recording } from '../recording.js';
import { SampleLabels } from '../sample-labels.js';
import { segmentsOfAnnotations } from '../segments.js';

const headBytes = 1 << 18;
const rowsPerBlock = 1024;

/**
 * Read CSV, TSV or other delimited text: one row per sample, with or without a header and a time column.
 * Annotations are taken from `<name>.annotations.csv` where it exists. A last row without its line end and
 * with too few cells is what an interrupted recording leaves, and is dropped.
 *
 * @throws StreamError naming file, row and column of the first cell that cannot be read
 */
export async function readCsv(path: string, options: ReadOptions = {}): Promise<Recording> {
  const layout = await InputFile.using(path, async (file) => {
    const head = (await file.read(0, headBytes)).toString('utf8').replace(/^\uFEFF/, '');
    const lines = head.split(/\r?\n/);
    // The last line of a head that is not the whole file may be cut.
    if (file.size > headBytes) lines.pop();
    return csvLayout(path, lines.filter(isRow), options);
  });
  const scan = await scanRows(path, layout, options);
  const { sampleRateHz, gaps } = scan.clock;
  const annotations = await readAnnotations(path, sampleRateHz);
  const annotated = segmentsOfAnnotations(annotations, scan.length);
  const segments = annotated.length > 0 ? annotated : scan.labels.segments();
  const notes = [...layout.notes, ...scan.clock.notes];
  return {
    info: {
      sampleRateHz,
      channelNames: layout.signals.map(({ name }) => name),
      unit: 'V',
      ...(notes.length > 0 && { notes }),
    },
    annotations,
    ...(segments.length > 0 && { segments }),
    blocks: () => blocksOf(path, layout, sampleRateHz, gaps),
  };
}

/** Rows that say the same of themselves. */
interface Run {
  readonly row: number;
  length: number;
  readonly cells: readonly string[];
}

interface Scan {
  readonly clock: Clock;
  readonly labels: SampleLabels;
  /** Samples from the first to the last, with those that are missing. */
  readonly length: number;
}

/** What must be known of the whole file before its first sample is given out. */
async function scanRows(path: string, layout: CsvLayout, options: ReadOptions): Promise<Scan> {
  const { time, labels: columns } = layout;
  const reader =
    time &&
    new ClockReader({
      path,
      column: time.name,
      secondsPerUnit: time.secondsPerUnit,
      givenRateHz: options.sampleRateHz,
    });
  const runs: Run[] = [];
  let rows = 0;
  let pendingHeader = layout.header;
  for await (const lines of linesOf(path))
    for (const line of lines) {
      if (!isRow(line.text)) continue;
      if (pendingHeader) {
        pendingHeader = false;
        continue;
      }
      const cells = splitCells(line.text, layout.delimiter);
      if (!line.ended && cells.length < layout.columns) continue;
      reader?.add(cellNumber(cells[time?.column ?? 0] ?? '') ?? NaN);
      if (columns.label !== undefined) {
        const at = [columns.label, columns.repetition, columns.trial, columns.subject];
        const said = at.map((column) => (column === undefined ? '' : (cells[column] ?? '').trim()));
        const last = runs.at(-1);
        if (last?.cells.every((cell, i) => cell === said[i])) last.length++;
        else runs.push({ row: rows, length: 1, cells: said });
      }
      rows++;
    }
  if (!reader && options.sampleRateHz === undefined)
    throw new StreamError(`${path}: there is no time column, so the sampling rate is not known`, {
      hint: 'Give the sampling rate, such as --rate 1000, or a header with a "time_s" column.',
    });
  const clock = reader?.finish() ?? { sampleRateHz: options.sampleRateHz ?? NaN, gaps: [], notes: [] };
  return { clock, labels: labelsOf(runs, clock.gaps), length: new RowIndex(clock.gaps).of(rows) };
}

function labelsOf(runs: readonly Run[], gaps: readonly Gap[]): SampleLabels {
  const labels = new SampleLabels();
  const index = new RowIndex(gaps);
  for (const { row, length, cells } of runs) {
    const [label = '', repetition = '', trial = '', subject = ''] = cells;
    if (label === '') continue;
    const said = {
      label,
      ...(/^\d+$/.test(repetition) && { repetition: Number(repetition) }),
      ...(trial !== '' && { trial }),
      ...(subject !== '' && { subject }),
    };
    const cuts = gaps.filter((gap) => gap.row > row && gap.row < row + length).map((gap) => gap.row);
    let from = row;
    for (const end of [...cuts, row + length]) {
      labels.add(index.of(from), end - from, said);
      from = end;
    }
  }
  return labels;
}

const isRow = (line: string): boolean => line.trim() !== '' && !line.startsWith('#');

interface Line {
  readonly text: string;
  /** 1-based line in the file. */
  readonly row: number;
  /** False for a last line that no line end follows. */
  readonly ended: boolean;
}

async function* linesOf(path: string): AsyncIterable<Line[]> {
  let carried = '';
  let row = 0;
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const pieces = (carried + String(chunk)).split('\n');
    carried = pieces.pop() ?? '';
    yield pieces.map((piece) => {
      row++;
      const text = piece.endsWith('\r') ? piece.slice(0, -1) : piece;
      return { text: row === 1 ? text.replace(/^\uFEFF/, '') : text, row, ended: true };
    });
  }
  if (carried !== '')
    yield [{ text: row === 0 ? carried.replace(/^\uFEFF/, '') : carried, row: row + 1, ended: false }];
}

async function* blocksOf(
  path: string,
  layout: CsvLayout,
  sampleRateHz: number,
  gaps: readonly Gap[],
): AsyncIterable<SampleBlock> {
  const { signals } = layout;
  const rowIndex = new RowIndex(gaps);
  let index = 0;
  let row = 0;
  let filled = 0;
  let pendingHeader = layout.header;
  let rows = new Float32Array(rowsPerBlock * signals.length);
  const release = (): SampleBlock => {
    const block = createBlock(index, sampleRateHz, signals.length, filled);
    for (let c = 0; c < signals.length; c++)
      for (let i = 0; i < filled; i++) block.data[c * filled + i] = rows[i * signals.length + c] as number;
    index += filled;
    filled = 0;
    return block;
  };
  for await (const lines of linesOf(path))
    for (const line of lines) {
      if (!isRow(line.text)) continue;
      if (pendingHeader) {
        pendingHeader = false;
        continue;
      }
      const next = rowIndex.of(row);
      if (next !== index + filled) {
        if (filled > 0) yield release();
        index = next;
      }
      if (!parseRow(line, layout, path, rows, filled * signals.length)) continue;
      row++;
      if (++filled < rowsPerBlock) continue;
      yield release();
      rows = new Float32Array(rowsPerBlock * signals.length);
    }
  if (filled > 0) yield release();
}

/** Write one row's volts; false when the row is the torn end of an interrupted recording. */
function parseRow(line: Line, layout: CsvLayout, path: string, out: Float32Array, at: number): boolean {
  const cells = splitCells(line.text, layout.delimiter);
  if (cells.length !== layout.columns) {
    if (!line.ended && cells.length < layout.columns) return false;
    throw new StreamError(
      `${path}: row ${line.row} has ${cells.length} columns, expected ${layout.columns} as in the first row`,
      { hint: 'Every row needs one number per column; write NaN where a sample is missing.' },
    );
  }
  for (const [s, { column, name, scale }] of layout.signals.entries()) {
    const cell = cells[column] as string;
    const value = cellNumber(cell);
    if (value === undefined)
      throw new StreamError(
        `${path}: row ${line.row}, column ${column + 1} (${name}) says "${cell.slice(0, 40)}", expected a number`,
        { hint: 'Use a point as decimal mark, no thousands marks, and NaN where a sample is missing.' },
      );
    out[at + s] = value * scale;
  }
  return true;
}

async function readAnnotations(path: string, rate: number): Promise<Annotation[]> {
  let text: string;
  try {
    text = await readFile(annotationsPathOf(path), 'utf8');
  } catch {
    return [];
  }
  const annotations: Annotation[] = [];
  for (const line of text.split(/\r?\n/).slice(1)) {
    const [seconds = '', words] = splitCells(line, ',');
    const time = cellNumber(seconds);
    if (time !== undefined && words !== undefined)
      annotations.push({ index: Math.round(time * rate), text: words });
  }
  return annotations;
}
