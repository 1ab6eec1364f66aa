import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputOutputError } from '../../src/ground/signal/errors.js';
import { systemCode } from '../../src/ground/signal/system-code.js';
import { stopped, type Job, type JobRunner, type RunOptions } from '../../src/study/job.js';
import { fromKeptJson, toKeptJson } from './kept-json.js';
import { sha256 } from './sha256.js';

/** What results hold of beside their tasks, and who is told of what is found. */
export interface KeptOptions {
  /** Version of what computes: results of another one are others. */
  readonly version: string;
  /** Whether a result is worth keeping; by default every one is. */
  readonly keeps?: (result: unknown) => boolean;
  /** Told of a file that was damaged and is computed anew. */
  readonly onNotice?: (text: string) => void;
}

/**
 * A runner that keeps the result of every task in a file of its own, and computes none that is there. Files are whole or
 * not there at all, so that a run that was stopped or killed goes on where it was. What is computed and what is read
 * are the same bits, in whatever order and by however many threads they came about.
 *
 * A task is known by its content: what it names, such as the file of a module, belongs into it, or into the version.
 *
 * @param runner who computes what is missing
 * @param folder is made where needed; several processes may share one
 */
export function keptRunner(runner: JobRunner, folder: string, options: KeptOptions): JobRunner {
  const { version, keeps = () => true, onNotice } = options;
  return {
    lanes: runner.lanes,
    async run<Task, Result, Value>(
      job: Job<Task, Result>,
      tasks: readonly Task[],
      onResult: (result: Result, task: number) => Value | Promise<Value>,
      { stop, onProgress = () => undefined }: RunOptions,
    ): Promise<Value[]> {
      const kept = new KeptFolder<Result>(folder, onNotice);
      await kept.make();
      const values: Value[] = [];
      const missing: { readonly t: number; readonly key: string; readonly task: Task }[] = [];
      for (const [t, task] of tasks.entries()) {
        if (stop?.aborted) throw stopped(stop.reason);
        const key = taskKey(job, task, version);
        const found = await kept.read(key);
        if (found) values[t] = await onResult(found.result, t);
        else missing.push({ t, key, task });
        onProgress((t + 1 - missing.length) / tasks.length);
      }
      if (missing.length === 0) return values;
      const there = tasks.length - missing.length;
      await runner.run(
        job,
        missing.map(({ task }) => task),
        async (result, m) => {
          const { t, key } = missing[m] ?? { t: m, key: '' };
          values[t] = await onResult(keeps(result) ? await kept.write(key, result) : result, t);
        },
        {
          ...(stop && { stop }),
          onProgress: (share) => onProgress((there + share * missing.length) / tasks.length),
        },
      );
      return values;
    },
  };
}

/** What the result of a task is known by: SHA-256 of job, version and task, in hexadecimal digits. */
export function taskKey<Task, Result>({ name }: Job<Task, Result>, task: Task, version: string): string {
  return sha256(toKeptJson([name, version, task], { sorted: true }));
}

/** A folder with a file for each result: its SHA-256 in the first line, the result as JSON in the second. */
export class KeptFolder<Result> {
  constructor(
    private readonly folder: string,
    private readonly onNotice: (text: string) => void = () => undefined,
  ) {}

  async make(): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true });
    } catch (error) {
      throw InputOutputError.from(error, this.folder);
    }
  }

  /** The result under a key; undefined where there is none, or none that is whole. */
  async read(key: string): Promise<{ readonly result: Result } | undefined> {
    const path = this.pathOf(key);
    try {
      const [digest, json = ''] = (await readFile(path, 'utf8')).split('\n');
      if (digest === sha256(json)) return { result: fromKeptJson(json) as Result };
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw InputOutputError.from(error, path);
    }
    this.onNotice(`${path} is damaged; it is computed anew.`);
    return undefined;
  }

  /** Keep a result. @returns it as it will be read */
  async write(key: string, result: Result): Promise<Result> {
    const path = this.pathOf(key);
    const json = toKeptJson(result);
    // A name of its own: another process may be at the same task.
    const part = `${path}.${randomUUID()}.part`;
    try {
      await writeFile(part, `${sha256(json)}\n${json}\n`);
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      throw InputOutputError.from(error, path);
    }
    return fromKeptJson(json) as Result;
  }

  private pathOf(key: string): string {
    return join(this.folder, `${key}.json`);
  }
}
