import { StreamError } from '../../src/ground/signal/errors.js';
import type { StudyPlan } from '../../src/study/plan/plan.js';
import { studyPersonJob, type StudyPersonResult } from '../../src/study/plan/study-person.js';
import { peopleOfShard, studyTasks } from '../../src/study/plan/study-tasks.js';
import { packageVersion } from '../package-info.js';
import { KeptFolder, taskKey } from './kept-results.js';
import { toKeptJson } from './kept-json.js';
import {
  claimFolder,
  hashOf,
  identityIn,
  keptIn,
  planOf,
  requireSame,
  shardText,
  type StudyIdentity,
} from './study-folder.js';
import { writeStudy, type StudyFindings } from './study-results.js';

interface Part {
  readonly folder: string;
  readonly identity: StudyIdentity;
}

/**
 * Put the shards of a study together: the folder is then as one process would have left it.
 *
 * @throws StreamError where a folder is of another study or version, where two have different results of one person, and
 * where a shard is missing or not done
 */
export async function mergeStudy(
  folders: readonly string[],
  out: string,
  onNotice: (text: string) => void,
): Promise<StudyFindings> {
  const parts = await Promise.all(folders.map(partOf));
  const [first] = parts;
  if (!first) throw new StreamError('got no folders', { hint: 'Give the folder of each shard.' });
  const plan = planOf(first.identity.study, first.folder);
  const whole: StudyIdentity = { ...first.identity, shard: undefined };
  requireSame(first.folder, whole, { ...whole, version: packageVersion(), hash: hashOf(plan) });
  for (const { folder, identity } of parts) requireSame(folder, identity, whole);
  const results = await collected(plan, parts, onNotice);
  await claimFolder(out, whole);
  const kept = new KeptFolder<StudyPersonResult>(keptIn(out));
  await kept.make();
  for (const { key, result } of results) await kept.write(key, result);
  return writeStudy(
    out,
    plan,
    whole,
    results.map(({ result }) => result),
  );
}

async function partOf(folder: string): Promise<Part> {
  const identity = await identityIn(folder);
  if (identity) return { folder, identity };
  throw new StreamError(`${folder}: no results of a study`, {
    hint: 'Give folders that study --out wrote.',
  });
}

/** The result of every person, from whichever part has it. */
async function collected(plan: StudyPlan, parts: readonly Part[], onNotice: (text: string) => void) {
  const job = studyPersonJob();
  const results: { readonly key: string; readonly result: StudyPersonResult }[] = [];
  const missing: number[] = [];
  for (const task of studyTasks(plan, plan.people)) {
    const person = task.scenario.person.number;
    const found: { readonly folder: string; readonly result: StudyPersonResult }[] = [];
    for (const { folder, identity } of parts) {
      const key = taskKey(job, task, identity.computedBy);
      const kept = await new KeptFolder<StudyPersonResult>(keptIn(folder), onNotice).read(key);
      if (kept) found.push({ folder, result: kept.result });
    }
    const [one, ...others] = found;
    if (!one) {
      missing.push(person);
      continue;
    }
    const other = others.find(({ result }) => toKeptJson(result) !== toKeptJson(one.result));
    if (other)
      throw new StreamError(
        `person ${person}: ${one.folder} and ${other.folder} have different results of the same study`,
        { hint: 'Run one of them again in an empty folder to see which is right.' },
      );
    const version = parts[0]?.identity.computedBy ?? '';
    results.push({ key: taskKey(job, task, version), result: one.result });
  }
  if (missing.length > 0) throw incomplete(plan, parts, missing);
  return results;
}

/** Which shards are missing, or not done. */
function incomplete(plan: StudyPlan, parts: readonly Part[], missing: readonly number[]): StreamError {
  const of = parts.find(({ identity }) => identity.shard)?.identity.shard?.of ?? 1;
  const lacking = new Set(missing);
  const shards = Array.from({ length: of }, (_, n) => ({ index: n + 1, of })).filter((shard) =>
    peopleOfShard(plan, shard).some((person) => lacking.has(person)),
  );
  const told = shards.map((shard) => {
    const begun = parts.find(({ identity }) => shardText(identity.shard) === shardText(shard));
    return begun ? `${shardText(shard)} in ${begun.folder} is not done` : `${shardText(shard)} is missing`;
  });
  return new StreamError(
    `${missing.length} of ${plan.people.length} people have no results: ${told.join(', ')}`,
    { hint: 'Run these shards to their end, and give all their folders.' },
  );
}
