import { citation, sourceIds, type SourceId } from '../ground/sources/index.js';
import type { ConformanceResult } from './run-conformance.js';

/** A row as machines read it. */
export interface ConformanceRecord {
  readonly id: number;
  readonly fact: string;
  readonly expected: string;
  readonly tolerance: string;
  readonly simulated: string;
  readonly pass: boolean;
  /** Ids in the registry of sources. */
  readonly sources: readonly SourceId[];
  readonly note: string;
  readonly values: ConformanceResult['values'];
}

/** The result without its curves. */
export function conformanceRecord({ row, simulated, pass, values }: ConformanceResult): ConformanceRecord {
  const { id, fact, expected, tolerance, note } = row;
  const sources = sourceIds(row.source);
  return { id, fact, expected, tolerance, simulated, pass, sources, note, values };
}

/** A row as lines of text: fact, expected, simulated and, where it failed, the tolerance and the note. */
export function conformanceText({ row, simulated, pass }: ConformanceResult): string {
  const lines = [
    `${String(row.id).padStart(2)} ${pass ? 'pass' : 'FAIL'}  ${row.fact}`,
    `         expected   ${row.expected}`,
    `         tolerance  ${row.tolerance}`,
    `         simulated  ${simulated}`,
  ];
  if (!pass) lines.push(`         note       ${row.note}`);
  return `${lines.join('\n')}\n`;
}

/** The whole table in Markdown, with links to the plots where their folder is given. */
export function conformanceMarkdown(results: readonly ConformanceResult[], plots?: string): string {
  const head = ['#', 'fact', 'expected', 'tolerance', 'simulated', 'met'];
  const rows = results.map(({ row, simulated, pass, series }) => {
    const fact = plots !== undefined && series ? `[${row.fact}](${plots}/${plotName(row.id)})` : row.fact;
    return [String(row.id), fact, row.expected, row.tolerance, simulated, pass ? 'yes' : '**no**'];
  });
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  const notes = results.map(({ row }) => `${row.id}. ${row.note} Source: ${citation(row.source)}.\n`);
  return `${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}\n${notes.join('')}`;
}

/** File name of a row's plot. */
export function plotName(id: number): string {
  return `row-${String(id).padStart(2, '0')}.svg`;
}
