import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { InputOutputError } from '../../src/ground/signal/errors.js';
import { systemCode } from '../../src/ground/signal/system-code.js';
import type { RecordingStore } from '../../src/study/benchmark/recording-store.js';
import type { BenchmarkTask, PersonOutcome } from '../../src/study/benchmark/person-scores.js';
import { runPerson, type BenchmarkHost } from '../../src/study/benchmark/run-person.js';
import type { Job, JobRunner } from '../../src/study/job.js';
import { packageVersion } from '../package-info.js';
import { toKeptJson } from './kept-json.js';
import { sha256 } from './sha256.js';

/** Of what holds recordings in a cache folder, which may hold anything else. */
const PREFIX = 'benchmark-recordings-';
/** Hexadecimal digits of a SHA-256, ahead of what it is of. */
const DIGEST = 64;

/** A person's task, and the folder where recordings of people are kept. */
export interface KeptTask {
  readonly task: BenchmarkTask;
  readonly folder: string;
}

/** {@link runPerson} with recordings that are kept; a job of this program alone, as `src` has no files. */
export function runKeptPersonJob(host: BenchmarkHost): Job<KeptTask, PersonOutcome> {
  const runKeptPerson = ({ task, folder }: KeptTask): Promise<PersonOutcome> =>
    runPerson(task, host, fileStore(folder));
  return { name: 'runKeptPerson', work: runKeptPerson };
}

/**
 * Runs the people of a benchmark by a runner, and keeps their recordings in a folder: about 60 MB each. Those of other
 * versions are deleted: nothing reads them any more.
 * @param host lends what classifiers take where the work is done on the spot; threads bring their own
 * @throws InputOutputError where the folder cannot be written
 */
export async function keepingRecordings(
  runner: JobRunner,
  cache: string,
  host: BenchmarkHost,
): Promise<JobRunner> {
  const own = `${PREFIX}${packageVersion()}`;
  try {
    await mkdir(cache, { recursive: true });
    const others = (await readdir(cache)).filter((name) => name.startsWith(PREFIX) && name !== own);
    for (const name of others) await rm(join(cache, name), { recursive: true, force: true });
  } catch (error) {
    throw InputOutputError.from(error, cache);
  }
  const folder = join(cache, own);
  return {
    lanes: runner.lanes,
    run: (_, tasks, onResult, options) =>
      runner.run(
        runKeptPersonJob(host),
        tasks.map((task) => ({ task: task as BenchmarkTask, folder })),
        (outcome, t) => onResult(outcome as Parameters<typeof onResult>[0], t),
        options,
      ),
  };
}

/**
 * Recordings as files of a folder, each known by the SHA-256 of what it was made of, whole or not there at all. One that
 * is damaged is made anew: what is made and what is read are the same bits.
 */
export function fileStore(folder: string): RecordingStore {
  return {
    take<Made>(of: unknown, make: () => Made): Made {
      // What one V8 wrote, an older one may not read.
      const key = sha256(toKeptJson([process.versions.v8, of], { sorted: true }));
      const path = join(folder, `${key}.bin`);
      const found = whole(path);
      if (found) return deserialize(found) as Made;
      const made = make();
      keep(path, folder, serialize(made));
      return made;
    },
  };
}

/** What a file holds; undefined where there is none, or none that is whole. */
function whole(path: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(DIGEST);
    return bytes.toString('latin1', 0, DIGEST) === sha256(content) ? content : undefined;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw InputOutputError.from(error, path);
  }
}

function keep(path: string, folder: string, content: Uint8Array): void {
  // A name of its own: another thread or process may be at the same person.
  const part = `${path}.${randomUUID()}.part`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(part, Buffer.concat([Buffer.from(sha256(content), 'latin1'), content]));
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw InputOutputError.from(error, path);
  }
}
