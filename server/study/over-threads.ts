import type { ClassifierLoader } from '../../src/study/classifier-choice.js';
import type { JobRunner, RunOptions } from '../../src/study/job.js';
import type { CommandContext } from '../cli/context.js';
import { createProgress } from '../cli/output.js';
import { keptRunner, type KeptOptions } from './kept-results.js';
import { threadRunner } from './pool.js';
import { loadClassifier } from './study-host.js';

/** What a study of many people is run with. */
export interface ThreadOptions extends RunOptions {
  readonly runner: JobRunner;
  readonly loadClassifier: ClassifierLoader;
}

/** Where results are kept, which, and the version that they hold of. */
export interface Keeping extends Omit<KeptOptions, 'onNotice'> {
  readonly folder: string;
}

/**
 * Run a study over many cores, with its progress shown under a name.
 * @param keeping where results are kept as soon as they are there; default nowhere
 */
export function overThreads<T>(
  name: string,
  threads: number | undefined,
  context: CommandContext,
  study: (options: ThreadOptions) => Promise<T>,
  keeping?: Keeping,
): Promise<T> {
  return overRunner(name, threadRunner(threads), context, study, keeping);
}

/** As {@link overThreads}, by whatever runs the tasks. */
export async function overRunner<T>(
  name: string,
  tasks: JobRunner,
  { terminal, stop }: CommandContext,
  study: (options: ThreadOptions) => Promise<T>,
  keeping?: Keeping,
): Promise<T> {
  const progress = createProgress(terminal, name);
  const onNotice = (text: string): void => terminal.err(`note: ${text}\n`);
  try {
    progress.update(0);
    return await study({
      runner: keeping ? keptRunner(tasks, keeping.folder, { ...keeping, onNotice }) : tasks,
      loadClassifier,
      stop,
      onProgress: (share) => progress.update(share),
    });
  } finally {
    progress.done();
  }
}
