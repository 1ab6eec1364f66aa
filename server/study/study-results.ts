import { join } from 'node:path';
import { csv } from '../../src/study/csv.js';
import { effectsOf, type Effect } from '../../src/study/plan/effects.js';
import type { StudyPlan } from '../../src/study/plan/plan.js';
import { factorsOf, studyCells, studyColumns, studyRows } from '../../src/study/plan/study-rows.js';
import type { StudyPersonResult } from '../../src/study/plan/study-person.js';
import { studyReport } from '../../src/study/report/study-report.js';
import { writeWhole } from '../cli/write-whole.js';
import { shardText, writeStudyFile, type StudyIdentity } from './study-folder.js';
import { parquetTable, type TableColumn } from './table-parquet.js';

/** What was found, for whoever tells it. */
export interface StudyFindings {
  readonly facts: readonly (readonly [string, string])[];
  readonly effects: readonly Effect[];
  readonly failures: readonly string[];
  readonly notes: readonly string[];
  /** What was written. */
  readonly files: readonly string[];
}

/** Write the results of a study into its folder: rows as Parquet and CSV, a report, and what became of it. */
export async function writeStudy(
  folder: string,
  plan: StudyPlan,
  identity: StudyIdentity,
  results: readonly StudyPersonResult[],
): Promise<StudyFindings> {
  const rows = studyRows(plan, results);
  const cells = rows.map(studyCells);
  const columns = studyColumns(plan);
  const effects = effectsOf(plan, rows);
  const failures = results.flatMap(({ person, failures: own }) =>
    own.map(
      ({ condition, decoder, message }) =>
        `person ${person}, ${condition}${decoder === undefined ? '' : `, ${decoder}`}: ${message}`,
    ),
  );
  const notes = [...new Set(results.flatMap((one) => one.notes))];
  const { version, hash, shard } = identity;
  const facts = factsOf(plan, results.length, identity);
  const footer = `Made by myodesis ${version} study; study ${hash.slice(0, 12)}.`;
  const texts: [string, string | Uint8Array][] = [
    ['rows.csv', csv(columns, cells)],
    ['rows.parquet', await parquetTable(columns.map(columnOf), cells, { study: plan.name, hash, version })],
    ['report.html', studyReport(plan, effects, failures, { title: plan.name, facts, footer })],
  ];
  for (const [name, data] of texts) await writeWhole(join(folder, name), data);
  await writeStudyFile(folder, identity, {
    state: shard ? 'shard done' : 'done',
    people: results.map(({ person }) => person),
    conditions: plan.conditions,
    decoders: plan.decoders,
    factors: factorsOf(plan),
    failures: results.flatMap(({ person, failures: own }) => own.map((one) => ({ person, ...one }))),
    notes,
  });
  const files = [...texts.map(([name]) => name), 'study.json'].map((name) => join(folder, name));
  return { facts, effects, failures, notes, files };
}

function columnOf(name: string, c: number): TableColumn {
  if (name === 'person' && c === 0) return { name, holds: 'integer' };
  return { name, holds: c >= 1 && c <= 5 && name !== 'value' ? 'text' : 'number' };
}

function factsOf(
  { name, scenario, conditions, decoders }: StudyPlan,
  people: number,
  { shard }: StudyIdentity,
): [string, string][] {
  return [
    ['study', `${name}${shard ? `, ${shardText(shard)}` : ''}`],
    ['people', `${people} of ${scenario.name}, seed ${scenario.seed}`],
    ['conditions', `${conditions.length}, each compared with “${conditions[0]?.name ?? ''}”`],
    ['decoders', decoders.map((one) => one.name).join('; ')],
  ];
}
