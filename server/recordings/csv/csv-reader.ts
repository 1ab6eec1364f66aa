import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import type { ReadOptions, Recording } from '../recording.js';
import { segmentsOfAnnotations } from '../segments.js';
import { sharedUnit } from '../unit-scale.js';
import { readAnnotations } from './csv-annotations.js';
import { openCsv, type CsvTable } from './csv-table.js';

/**
 * Read CSV, TSV or other delimited text: one row per sample, in whatever layout ({@link openCsv}). Columns of labels
 * become segments, and so do annotations from `<name>.annotations.csv` where it exists, which count more. A last row
 * that is cut off is what an interrupted recording leaves, and is dropped.
 *
 * @throws StreamError naming file, row and column of the first cell that cannot be read
 */
export async function readCsv(path: string, options: ReadOptions = {}): Promise<Recording> {
  const table = await openCsv(path, options);
  const { sampleRateHz, signals } = table;
  const notes = [...table.notes];
  const annotations = await readAnnotations(path, sampleRateHz, notes);
  const annotated = segmentsOfAnnotations(annotations, table.length);
  const segments = annotated.length > 0 ? annotated : table.segments;
  return {
    info: {
      sampleRateHz,
      channelNames: signals.map(({ name }) => name),
      unit: 'V',
      ...sharedUnit(signals.map(({ scale }) => scale)),
      ...(notes.length > 0 && { notes }),
    },
    annotations,
    ...(segments.length > 0 && { segments }),
    blocks: () => blocksOf(table),
  };
}

async function* blocksOf({ signals, sampleRateHz, samples }: CsvTable): AsyncIterable<SampleBlock> {
  const channels = signals.length;
  for await (const { index, length, values } of samples()) {
    const block = createBlock(index, sampleRateHz, channels, length);
    for (const [c, { scale }] of signals.entries())
      for (let i = 0; i < length; i++) block.data[c * length + i] = (values[i * channels + c] ?? NaN) * scale;
    yield block;
  }
}
