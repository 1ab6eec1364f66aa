import { access } from 'node:fs/promises';
import { splitCells } from '../../../src/recording/csv-cells.js';
import { annotationsPathOf } from '../../../src/recording/csv-writer.js';
import type { Annotation } from '../recording.js';
import { cellNumber } from './cell-number.js';
import { linesOf } from './text-lines.js';

/** Texts at samples from `<name>.annotations.csv` beside a recording (`time_s,text`); none where it is not there. */
export async function readAnnotations(
  path: string,
  sampleRateHz: number,
  notes: string[],
): Promise<Annotation[]> {
  const beside = annotationsPathOf(path);
  try {
    await access(beside);
  } catch {
    return [];
  }
  const annotations: Annotation[] = [];
  for await (const lines of linesOf(beside))
    for (const { text, row, ended } of lines) {
      if (text.trim() === '') continue;
      const [seconds = '', words] = splitCells(text, ',');
      const time = cellNumber(seconds);
      if (time !== undefined && words !== undefined && time >= 0)
        annotations.push({ index: Math.round(time * sampleRateHz), text: words });
      else if (row > 1)
        notes.push(
          `${beside}: row ${row} ${ended ? 'says no time and text' : 'is cut off'}, and was left out.`,
        );
    }
  return annotations.sort((a, b) => a.index - b.index);
}
