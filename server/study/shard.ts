import { InvalidArgumentError } from 'commander';
import type { Shard } from '../../src/study/plan/study-tasks.js';
import { UsageError } from '../errors.js';

const EXAMPLE = 'Shards go from 1: --shard 1/3, --shard 2/3, --shard 3/3.';

/** Parser of `2/3`: the second of three. */
export function shardArgument(text: string): Shard {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text.trim()) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (index === undefined || !isWithin(shard)) throw new InvalidArgumentError(EXAMPLE);
  return shard;
}

/**
 * Which part of a study this process does: what its flag says, else what Slurm says of an array job, or Kubernetes of an
 * Indexed Job. Kubernetes does not tell a pod how many there are: that has to be given as JOB_COMPLETIONS.
 *
 * @returns undefined where nobody says anything: all of it
 * @throws UsageError where what the environment says cannot be understood
 */
export function shardOf(flag: Shard | undefined, environment: NodeJS.ProcessEnv): Shard | undefined {
  if (flag) return flag;
  const { SLURM_ARRAY_TASK_ID: task, JOB_COMPLETION_INDEX: completion } = environment;
  if (task !== undefined) {
    const [id, count] = numbersOf(environment, 'SLURM_ARRAY_TASK_ID', 'SLURM_ARRAY_TASK_COUNT');
    const { SLURM_ARRAY_TASK_MIN: min = '0', SLURM_ARRAY_TASK_STEP: step = '1' } = environment;
    return checked({ index: (id - Number(min)) / Number(step) + 1, of: count }, 'SLURM_ARRAY_TASK_ID');
  }
  if (completion !== undefined) {
    const [index, count] = numbersOf(environment, 'JOB_COMPLETION_INDEX', 'JOB_COMPLETIONS');
    return checked({ index: index + 1, of: count }, 'JOB_COMPLETION_INDEX');
  }
  return undefined;
}

function numbersOf(environment: NodeJS.ProcessEnv, which: string, all: string): [number, number] {
  const [index, count] = [environment[which], environment[all]];
  if (count === undefined)
    throw new UsageError(
      `${which} is ${index}, but ${all} is not set: nobody says how many shards there are`,
      {
        hint: `Set ${all} to their number, or write --shard 1/3.`,
      },
    );
  return [Number(index), Number(count)];
}

function checked(shard: Shard, origin: string): Shard {
  if (isWithin(shard)) return shard;
  throw new UsageError(`${origin}: shard ${shard.index} of ${shard.of} does not exist`, { hint: EXAMPLE });
}

function isWithin({ index, of }: Shard): boolean {
  return Number.isInteger(index) && Number.isInteger(of) && index >= 1 && index <= of;
}
