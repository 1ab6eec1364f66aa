import { Command, Option } from 'commander';
import type { Shard } from '../../src/study/plan/study-tasks.js';
import type { CommandContext } from '../cli/context.js';
import { integerArgument } from '../cli/options.js';
import { UsageError } from '../errors.js';
import { parseQueueAddress } from '../study/queue/queue-address.js';
import { mergeStudy } from '../study/merge-study.js';
import { runStudy } from '../study/run-study.js';
import { shardArgument, shardOf } from '../study/shard.js';
import { tellStudy } from '../study/study-text.js';

interface Flags {
  readonly out?: string;
  readonly threads?: number;
  readonly shard?: Shard;
  readonly queue?: string;
  readonly json?: boolean;
}

/** `myodesis study`: people by conditions by decoders, from a file. */
export function studyCommand(context: CommandContext): Command {
  const command = new Command('study')
    .description('Many people under many conditions, by a study file; on one machine or on several.')
    .argument('<file>', 'the study, as JSON')
    // What stands after "merge" is merge's.
    .enablePositionalOptions()
    .option('--out <folder>', 'folder for rows, report and what is kept; the same goes on where it was')
    .addOption(
      new Option('--threads <n>', 'worker threads; one per core if not said, 0 for none').argParser(
        integerArgument(0, 256),
      ),
    )
    .addOption(
      new Option('--shard <i/n>', 'only the i-th of n parts of the people, such as 2/3').argParser(
        shardArgument,
      ),
    )
    .option(
      '--queue <url>',
      'a Redis from which workers take the tasks, in place of threads: redis://host:port',
    )
    .addHelpText('after', help)
    .action(async (file: string, { out, threads, shard, queue, json = false }: Flags) => {
      // Not a required option: merge, below, would ask for it too.
      if (out === undefined)
        throw new UsageError("required option '--out <folder>' not specified", {
          hint: 'Write, for example, --out results.',
        });
      if (queue !== undefined && threads !== undefined)
        throw new UsageError('--threads: with --queue, workers compute, not this process', {
          hint: 'Give --threads to "myodesis worker".',
        });
      const findings = await runStudy(
        file,
        {
          ...{ out, threads, shard: shardOf(shard, process.env) },
          queue: queue === undefined ? undefined : parseQueueAddress(queue, process.env),
        },
        context,
      );
      tellStudy(findings, { folder: out, json }, context);
    });
  command
    .command('merge')
    .description('Put the folders of shards together, as if one process had done it all.')
    .argument('<folders...>', 'folders of all shards')
    .requiredOption('--out <folder>', 'folder for the whole')
    .action(async (folders: string[], { out, json = false }: Flags & { readonly out: string }) => {
      const onNotice = (text: string): void => context.terminal.err(`note: ${text}\n`);
      tellStudy(await mergeStudy(folders, out, onNotice), { folder: out, json }, context);
    });
  return command;
}

const help = `
Each person does a session under each condition; every decoder is trained on the person's calibration. The folder has
rows.csv and rows.parquet (a row for each person, condition, decoder and measure), report.html (what each condition does
against the first, in the same people) and study.json (what it was, and what failed). The result of each person is kept:
after Ctrl-C, or when the machine went down, the same command goes on. Threads and shards change no bit.

  {"preset": "transfemoral-surface",
   "cohort": {"count": 20, "from": 1},
   "conditions": {"list": [{"name": "calm"}, {"name": "noisy", "dials": {"noise": 20}},
                           {"name": "fat", "throughout": {"limb": {"fatThicknessMm": 9}}}],
                  "grid": [{"dial": "shift-around", "values": [5, 10]}, {"dial": "noise", "values": [0, 20]}],
                  "sample": {"points": 10, "seed": 1, "ranges": [{"dial": "mains", "low": 0, "high": 500}]}},
   "decoders": [{"classifier": "lda"}, {"classifier": "./mine.js", "patch": {"features": ["TDAR"]}}],
   "metrics": ["accuracy", "onsetSeconds"]}

"dials" are those of stress, turned at the test. "patch" is what of the scenario is other at the test, "throughout" what
is other in the calibration too. "scenario" changes the preset, or takes its place. Without a list the first condition is
as calibrated. Modules lie relative to the current folder.
Where no shard is named, an array job of Slurm (SLURM_ARRAY_TASK_ID) or an Indexed Job of Kubernetes
(JOB_COMPLETION_INDEX, with JOB_COMPLETIONS given) says it.

With --queue this process hands each person to whichever "myodesis worker" is free, keeps what comes back, and goes on
after whatever befell it, a worker or the queue: the same command finds again what was computed meanwhile.

Examples:
  myodesis study noise.json --out noise
  myodesis study noise.json --out noise --queue redis://127.0.0.1:6379
  myodesis study noise.json --shard 1/3 --out noise/1
  myodesis study merge noise/1 noise/2 noise/3 --out noise/all`;
