import { citation } from '../ground/sources/index.js';
import { conformanceParts } from './conformance-row.js';
import { expectedText, foundText, toleranceText, type Verdict } from './expectation.js';
import type { ConformanceResult } from './run-conformance.js';

/** A row as machines read it. */
export interface ConformanceRecord {
  readonly id: number;
  readonly part: string;
  readonly fact: string;
  readonly conditions: string;
  readonly sample: string;
  readonly met: boolean;
  readonly source: string;
  readonly note?: string;
  readonly findings: readonly ConformanceFinding[];
}

/** One number of a row as machines read it. */
export interface ConformanceFinding {
  readonly what: string;
  readonly unit: string;
  readonly expected: string;
  readonly tolerance: string;
  /** One value per person, pool or trial. */
  readonly values: readonly number[];
  readonly mean: number;
  /** SD over the values; null for one alone. */
  readonly sd: number | null;
  /** Distance from the published mean in its SD, or ratio of two SD; null where neither makes sense. */
  readonly z: number | null;
  readonly met: boolean;
}

/** The result without its curves. */
export function conformanceRecord({ row, verdicts, met }: ConformanceResult): ConformanceRecord {
  const { id, part, fact, conditions, sample, note } = row;
  const findings = verdicts.map((verdict) => ({
    what: verdict.expectation.what,
    unit: verdict.expectation.unit,
    expected: expectedText(verdict.expectation),
    tolerance: toleranceText(verdict.expectation),
    values: verdict.values,
    mean: verdict.mean,
    sd: Number.isFinite(verdict.sd) ? verdict.sd : null,
    z: verdict.z ?? null,
    met: verdict.met,
  }));
  return { id, part, fact, conditions, sample, met, source: sourceOf(row), findings, ...(note && { note }) };
}

/** A row as lines of text: what was done, and what was found beside what people do. */
export function conformanceText({ row, verdicts, met }: ConformanceResult): string {
  const lines = [
    `${String(row.id).padStart(2)} ${met ? 'meets' : 'FAILS'}  ${row.fact}`,
    `          conditions  ${row.conditions}`,
    `          sample      ${row.sample}`,
    ...verdicts.map(
      (verdict) =>
        `          ${verdict.met ? 'meets' : 'FAILS'}       ${verdict.expectation.what}: ${foundText(verdict)}; ` +
        `people ${expectedText(verdict.expectation)}`,
    ),
  ];
  if (!met && row.note) lines.push(`          note        ${row.note}`);
  return `${lines.join('\n')}\n`;
}

/** Expectations that a row of the overview spells out. */
const SPELLED = 4;

/** One line per row, part by part: the table that a person reads first. Facts link to the details. */
export function conformanceOverview(results: readonly ConformanceResult[], details = ''): string {
  return conformanceParts
    .map((part) => ({ part, rows: results.filter(({ row }) => row.part === part) }))
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ part, rows }) =>
        `**${capital(part)}**: ${rows.filter(({ met }) => met).length} of ${rows.length} rows meet every number\n\n` +
        table(
          ['#', 'fact', 'people', 'simulated', 'verdict'],
          rows.map((row) => overviewCells(row, details)),
        ),
    )
    .join('\n');
}

function overviewCells({ row, verdicts, met }: ConformanceResult, details: string): string[] {
  const few = verdicts.length <= SPELLED;
  const named = (verdict: Verdict, text: string): string =>
    verdicts.length === 1 ? text : `${verdict.expectation.what}: ${text}`;
  return [
    String(row.id),
    `[${row.fact}](${details}#${anchor(row.id)})`,
    few
      ? verdicts.map((verdict) => named(verdict, expectedText(verdict.expectation))).join('; ')
      : `${verdicts.length} numbers`,
    few ? verdicts.map((verdict) => named(verdict, foundText(verdict))).join('; ') : `${count(verdicts)} met`,
    met ? 'meets' : '**fails**',
  ];
}

/** Every row with conditions, sample, each number beside people's, source and note. */
export function conformanceMarkdown(results: readonly ConformanceResult[], plots?: string): string {
  return results
    .map((result) => {
      const { row, verdicts, met, series } = result;
      const lines = [
        `### <a id="${anchor(row.id)}"></a>${row.id}. ${capital(row.fact)}: ${met ? 'meets' : 'fails'}\n`,
        `Conditions: ${row.conditions}`,
        `Sample: ${row.sample}\n`,
        table(
          ['what', 'people', 'counts as met', 'simulated', 'verdict'],
          verdicts.map((verdict) => [
            verdict.expectation.what,
            expectedText(verdict.expectation),
            toleranceText(verdict.expectation),
            foundText(verdict),
            verdict.met ? 'meets' : '**fails**',
          ]),
        ),
      ];
      if (row.note) lines.push(`Note: ${row.note}`);
      lines.push(`Source: ${sourceOf(row)}`);
      if (plots !== undefined && series) lines.push(`\n![${row.fact}](${plots}/${plotName(row.id)})`);
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** File name of a row's plot. */
export function plotName(id: number): string {
  return `row-${String(id).padStart(2, '0')}.svg`;
}

function count(verdicts: readonly Verdict[]): string {
  return `${verdicts.filter(({ met }) => met).length} of ${verdicts.length}`;
}

function sourceOf({ source }: ConformanceResult['row']): string {
  return `${citation(source)}.`;
}

function anchor(id: number): string {
  return `row-${id}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return `${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`;
}
