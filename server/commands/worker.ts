import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import type { CommandContext } from '../cli/context.js';
import { integerArgument } from '../cli/options.js';
import { parseQueueAddress } from '../study/queue/queue-address.js';
import { workFor } from '../study/queue/queue-worker.js';

interface Flags {
  readonly queue: string;
  readonly threads?: number;
  readonly lostAfter: number;
}

/** `myodesis worker`: does the tasks of studies that name the same queue. */
export function workerCommand(context: CommandContext): Command {
  return new Command('worker')
    .description(
      'Do the tasks of studies that were started with the same --queue, on any machine that reaches it.',
    )
    .requiredOption('--queue <url>', 'the Redis that has the tasks: redis://host:port, rediss:// for TLS')
    .addOption(
      new Option('--threads <n>', 'tasks at a time; one per core if not said').argParser(
        integerArgument(1, 256),
      ),
    )
    .addOption(
      new Option('--lost-after <s>', 'seconds without a word after which a worker is taken for dead')
        .argParser(integerArgument(1, 3600))
        .default(30),
    )
    .addHelpText('after', help)
    .action(async ({ queue, threads = availableParallelism(), lostAfter }: Flags) => {
      const address = parseQueueAddress(queue, process.env);
      const done = await workFor(address, { threads, lostAfterMs: 1000 * lostAfter }, context);
      context.terminal.out(`tasks done: ${done}\n`);
    });
}

const help = `
Start as many as you like, before or after the study, and end them when you like: after Ctrl-C or SIGTERM a worker takes
no more, and ends when what it has in hand is done. What a worker had that was killed is done again by another.
Workers of another version refuse, and the study says so. Modules of classifiers are loaded from the folder in which the
worker is started, where they must have the same content as beside the study.
Whoever may write to that Redis may have tasks done here: keep it on a network of your own, or give it a password, which
may stand in MYODESIS_QUEUE_PASSWORD.

Examples:
  myodesis worker --queue redis://127.0.0.1:6379
  myodesis study noise.json --out noise --queue redis://127.0.0.1:6379`;
