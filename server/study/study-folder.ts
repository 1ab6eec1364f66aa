import { sha256 } from './sha256.js';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError, StreamError } from '../../src/ground/signal/errors.js';
import { parseStudy, type StudyPlan } from '../../src/study/plan/plan.js';
import type { Shard } from '../../src/study/plan/study-tasks.js';
import { writeWhole } from '../cli/write-whole.js';
import { packageVersion } from '../package-info.js';
import { readJson } from '../read-json.js';
import { toKeptJson } from './kept-json.js';
import { keptVersion } from './kept-version.js';

/** What a folder of results belongs to. */
export interface StudyIdentity {
  readonly format: 'myodesis-study';
  /** Version of the product. */
  readonly version: string;
  /** That version, and the digests of modules that took part. */
  readonly computedBy: string;
  /** SHA-256 of all that the study says, and of what it leaves to defaults. */
  readonly hash: string;
  /** Absent where it is the whole study. */
  readonly shard?: Shard | undefined;
  /** The study file as it was given. */
  readonly study: unknown;
}

const identity = z.object({
  format: z.literal('myodesis-study'),
  version: z.string(),
  computedBy: z.string(),
  hash: z.string(),
  shard: z.optional(z.object({ index: z.int(), of: z.int() })),
  study: z.unknown(),
});

/** A study file as something to run, and what its results belong to. */
export async function openStudy(
  path: string,
): Promise<{ readonly plan: StudyPlan; readonly identity: StudyIdentity }> {
  const study = await readJson(path);
  const plan = planOf(study, path);
  const modules = plan.decoders.flatMap(({ module }) => (module ? [module.module] : []));
  const computedBy = await keptVersion(modules);
  const version = packageVersion();
  return {
    plan,
    identity: { format: 'myodesis-study', version, computedBy, hash: hashOf(plan), study },
  };
}

/** @throws ConfigError that names the file too */
export function planOf(study: unknown, path: string): StudyPlan {
  try {
    return parseStudy(study);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { hint, field } = error;
    throw new ConfigError(`${path}: ${error.message}`, { hint, ...(field && { field }), cause: error });
  }
}

export function hashOf(plan: StudyPlan): string {
  return sha256(toKeptJson(plan, { sorted: true }));
}

/** Where the results of people are kept in a folder. */
export const keptIn = (folder: string): string => join(folder, 'kept');

/**
 * What a folder of results belongs to.
 * @returns undefined where it is no folder of a study, or not there at all
 * @throws StreamError where its study.json is something else
 */
export async function identityIn(folder: string): Promise<StudyIdentity | undefined> {
  const path = join(folder, 'study.json');
  if (!existsSync(path)) return undefined;
  const parsed = identity.safeParse(await readJson(path));
  if (parsed.success) return parsed.data;
  throw new StreamError(`${path}: not what a study writes`, {
    hint: 'Give another folder, or remove this file.',
  });
}

/**
 * Begin or go on with a study in a folder.
 * @throws StreamError where results of another study, version, module or shard are there
 */
export async function claimFolder(folder: string, own: StudyIdentity): Promise<void> {
  const there = await identityIn(folder);
  if (there) requireSame(folder, there, own);
  if (there && shardText(there.shard) !== shardText(own.shard))
    throw new StreamError(
      `${folder}: has ${shardText(there.shard)} of this study, not ${shardText(own.shard)}`,
      {
        hint: 'Give each shard a folder of its own, such as --out results/1.',
      },
    );
  if (!there) await writeStudyFile(folder, own, { state: 'begun' });
}

/** @throws StreamError that says in what two sets of results differ */
export function requireSame(folder: string, there: StudyIdentity, own: StudyIdentity): void {
  const hint = 'Give another folder with --out, or remove this one.';
  if (there.version !== own.version)
    throw new StreamError(
      `${folder}: has results of myodesis ${there.version}, this is myodesis ${own.version}`,
      { hint },
    );
  if (there.hash !== own.hash) throw new StreamError(`${folder}: has results of another study`, { hint });
  if (there.computedBy !== own.computedBy)
    throw new StreamError(`${folder}: has results of another version of a classifier module`, { hint });
}

export function shardText(shard: Shard | undefined): string {
  return shard ? `shard ${shard.index} of ${shard.of}` : 'the whole';
}

/** Write study.json: what the results belong to, and what became of it. */
export async function writeStudyFile(
  folder: string,
  own: StudyIdentity,
  told: Readonly<Record<string, unknown>>,
): Promise<void> {
  await writeWhole(join(folder, 'study.json'), `${JSON.stringify({ ...own, ...told }, null, 2)}\n`);
}
