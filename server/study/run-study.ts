import { StreamError } from '../../src/ground/signal/errors.js';
import { studyPersonJob, type StudyPersonResult } from '../../src/study/plan/study-person.js';
import { peopleOfShard, studyTasks, type Shard } from '../../src/study/plan/study-tasks.js';
import type { CommandContext } from '../cli/context.js';
import { UsageError } from '../errors.js';
import { overRunner } from './over-threads.js';
import { threadRunner } from './pool.js';
import type { QueueAddress } from './queue/queue-address.js';
import { queueRunner } from './queue/queue-runner.js';
import { claimFolder, keptIn, openStudy, shardText } from './study-folder.js';
import { writeStudy, type StudyFindings } from './study-results.js';

/** How a study is run. */
export interface RunStudyOptions {
  readonly out: string;
  readonly threads?: number | undefined;
  readonly shard?: Shard | undefined;
  /** Where workers take tasks from, in place of threads here. */
  readonly queue?: QueueAddress | undefined;
}

/**
 * Run a study file, or one shard of it. Every person's result is kept as soon as it is there, so that the same command
 * goes on where it was.
 */
export async function runStudy(
  file: string,
  { out, threads, shard, queue }: RunStudyOptions,
  context: CommandContext,
): Promise<StudyFindings> {
  const { plan, identity: whole } = await openStudy(file);
  if (shard && shard.of > plan.people.length)
    throw new UsageError(`${plan.people.length} people cannot be divided into ${shard.of} shards`, {
      hint: `Use ${plan.people.length} shards at most.`,
    });
  const identity = shard ? { ...whole, shard } : whole;
  const people = shard ? peopleOfShard(plan, shard) : plan.people;
  await claimFolder(out, identity);
  let done = 0;
  const name = `${plan.name}, ${shard ? shardText(shard) : `${people.length} people`}`;
  const onNotice = (text: string): void => context.terminal.err(`note: ${text}\n`);
  const tasks = queue
    ? queueRunner(queue, { computedBy: identity.computedBy, onNotice })
    : threadRunner(threads);
  let results: StudyPersonResult[];
  try {
    results = await overRunner(
      name,
      tasks,
      context,
      ({ runner, loadClassifier, ...options }) =>
        runner.run(
          studyPersonJob(loadClassifier),
          studyTasks(plan, people),
          (result) => {
            done++;
            return result;
          },
          options,
        ),
      { folder: keptIn(out), version: identity.computedBy },
    );
  } catch (error) {
    if (!context.stop.aborted) throw error;
    throw new StreamError(`stopped: ${done} of ${people.length} people are done`, {
      hint: done > 0 ? 'They are kept: the same command goes on from there.' : 'Start it again.',
      cause: error,
    });
  }
  return writeStudy(out, plan, identity, results);
}
