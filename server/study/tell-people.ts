import type { CellFailure } from '../../src/study/evaluate-cells.js';
import { personName } from '../../src/study/evaluate-cohort.js';
import type { ReportFacts } from '../../src/study/report/matrix-report.js';
import type { Terminal } from '../cli/output.js';
import type { OutputFlags } from '../cli/study-flags.js';
import { writeWhole } from '../cli/write-whole.js';
import { packageVersion } from '../package-info.js';

/** What an evaluation of people came to, in every form in which it can be told. */
export interface ToldPeople {
  readonly title: string;
  /** What was done, in the heading of text and report. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What must be said of the numbers. */
  readonly notes: readonly string[];
  readonly csv: () => string;
  readonly report: (facts: ReportFacts) => string;
  /** Without the notes, which are added. */
  readonly json: () => object;
  /** Without the facts, which come before. */
  readonly text: () => string;
}

/** Tell it: notes at once, files where they are asked for, then JSON or text. */
export async function tellPeople(
  { title, facts, notes, csv, report, json, text }: ToldPeople,
  flags: OutputFlags & { readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  for (const note of notes) terminal.err(`note: ${note}\n`);
  if (flags.csv !== undefined) await writeWhole(flags.csv, csv());
  if (flags.report !== undefined) {
    const noted = notes.map((note) => ['note', note] as const);
    const footer = `Made by myodesis ${packageVersion()} evaluate.`;
    await writeWhole(flags.report, report({ title, facts: [...facts, ...noted], footer }));
  }
  if (flags.json) return terminal.out(`${JSON.stringify({ ...json(), notes })}\n`);
  const heading = facts.map(([name, value]) => `${name.padEnd(10)}${value}\n`).join('');
  terminal.out(`${heading}\n${text()}`);
}

/** The decoders that failed in people, as notes. */
export function failedIn(
  people: readonly { readonly person: number | string; readonly failures: readonly CellFailure[] }[],
): string[] {
  return people.flatMap(({ person, failures }) =>
    failures.map(
      ({ features, classifier, windowMs, message }) =>
        `${personName(person)}: ${classifier} failed on ${features.join('+')}, windows of ${windowMs} ms: ${message}`,
    ),
  );
}
