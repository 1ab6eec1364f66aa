import type { ClassifierLoader } from '../../src/study/classifier-choice.js';
import type { JobRunner, RunOptions } from '../../src/study/job.js';
import type { CommandContext } from '../cli/context.js';
import { createProgress } from '../cli/output.js';
import { threadRunner } from './pool.js';
import { loadClassifier } from './study-host.js';

/** What a study of many people is run with. */
export interface ThreadOptions extends RunOptions {
  readonly runner: JobRunner;
  readonly loadClassifier: ClassifierLoader;
}

/** Run a study over many cores, with its progress shown under a name. */
export async function overThreads<T>(
  name: string,
  threads: number | undefined,
  { terminal, stop }: CommandContext,
  study: (options: ThreadOptions) => Promise<T>,
): Promise<T> {
  const progress = createProgress(terminal, name);
  try {
    progress.update(0);
    return await study({
      runner: threadRunner(threads),
      loadClassifier,
      stop,
      onProgress: (share) => progress.update(share),
    });
  } finally {
    progress.done();
  }
}
