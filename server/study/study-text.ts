import { ModelError } from '../../src/ground/signal/errors.js';
import type { Effect } from '../../src/study/plan/effects.js';
import { peopleMeanJson } from '../../src/study/people-mean.js';
import { effectCells, effectHead } from '../../src/study/report/effect-cells.js';
import type { CommandContext } from '../cli/context.js';
import { table } from '../cli/output.js';
import type { StudyFindings } from './study-results.js';

/** Failures and notes shown one by one, at most; study.json has all of them. */
const MOST = 10;

/**
 * Tell what a study found: its first measure as a table, or all as JSON.
 * @param folder where the rows are
 * @throws ModelError where anything failed, after all else was told
 */
export function tellStudy(
  { facts, effects, failures, notes, files }: StudyFindings,
  { folder, json }: { readonly folder: string; readonly json: boolean },
  { terminal }: Pick<CommandContext, 'terminal'>,
): void {
  for (const text of limited(notes, 'notes')) terminal.err(`note: ${text}\n`);
  for (const text of limited(failures, 'failures')) terminal.err(`note: failed: ${text}\n`);
  if (json)
    terminal.out(
      `${JSON.stringify({ ...Object.fromEntries(facts), effects: effects.map(effectJson), failures, notes })}\n`,
    );
  else {
    const width = Math.max(...facts.map(([name]) => name.length)) + 2;
    const heading = facts.map(([name, value]) => `${name.padEnd(width)}${value}\n`).join('');
    terminal.out(`${heading}\n${effectTable(effects)}\n${files.map((file) => `${file}\n`).join('')}`);
  }
  if (failures.length > 0)
    throw new ModelError(`${failures.length} of the person-conditions failed; all others have their rows`, {
      hint: `The column "failure" of ${folder}/rows.csv says why. Mend it, and run the study again.`,
    });
}

function limited(texts: readonly string[], what: string): string[] {
  const more = texts.length - MOST;
  return more > 0 ? [...texts.slice(0, MOST), `and ${more} more ${what}; see study.json`] : [...texts];
}

function effectTable(effects: readonly Effect[]): string {
  const [first] = effects;
  const own = effects.filter(({ metric }) => metric === first?.metric);
  const legend =
    `${first?.metric ?? 'measure'}: mean ± standard deviation between people; difference from the first condition in the same\n` +
    'people, with the 95 % interval of its mean (Student’s t); effect: mean difference over the deviation of differences\n';
  return table([effectHead, ...own.map((effect, n) => effectCells(effect, own[n - 1]))]) + legend;
}

function effectJson({ decoder, condition, metric, value, difference, size }: Effect) {
  return {
    ...{ decoder, condition, metric, value: peopleMeanJson(value) },
    ...(difference && { difference: peopleMeanJson(difference) }),
    ...(size !== undefined && { size: Number.isFinite(size) ? size : null }),
  };
}
