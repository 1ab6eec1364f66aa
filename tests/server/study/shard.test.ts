import { describe, expect, it } from 'vitest';
import { shardArgument, shardOf } from '../../../server/study/shard.js';
import { UsageError } from '../../../server/errors.js';

describe('a shard', () => {
  it('is what the flag says, before all else', () => {
    expect(shardArgument('2/3')).toEqual({ index: 2, of: 3 });
    expect(shardOf({ index: 2, of: 3 }, { SLURM_ARRAY_TASK_ID: '7' })).toEqual({ index: 2, of: 3 });
    expect(shardOf(undefined, {})).toBeUndefined();
  });

  it.each(['0/3', '4/3', '1', 'a/b', '1/0', '-1/3', '1.5/3', ''])('is not %j', (text) => {
    expect(() => shardArgument(text)).toThrow(/Shards go from 1/);
  });

  it.each<[NodeJS.ProcessEnv, number, number]>([
    [{ SLURM_ARRAY_TASK_ID: '0', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '0' }, 1, 4],
    [{ SLURM_ARRAY_TASK_ID: '4', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '1' }, 4, 4],
    [
      {
        ...{ SLURM_ARRAY_TASK_ID: '14', SLURM_ARRAY_TASK_COUNT: '3' },
        ...{ SLURM_ARRAY_TASK_MIN: '10', SLURM_ARRAY_TASK_STEP: '2' },
      },
      3,
      3,
    ],
    [{ JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '5' }, 1, 5],
    [{ JOB_COMPLETION_INDEX: '4', JOB_COMPLETIONS: '5' }, 5, 5],
  ])('is read from %j', (environment, index, of) => {
    expect(shardOf(undefined, environment)).toEqual({ index, of });
  });

  it.each([
    [{ SLURM_ARRAY_TASK_ID: '3' }, /SLURM_ARRAY_TASK_COUNT is not set/],
    [{ JOB_COMPLETION_INDEX: '3' }, /JOB_COMPLETIONS is not set/],
    [{ JOB_COMPLETION_INDEX: '5', JOB_COMPLETIONS: '5' }, /shard 6 of 5 does not exist/],
    // A list such as 1,2,9 has no place from which a shard follows.
    [{ SLURM_ARRAY_TASK_ID: '9', SLURM_ARRAY_TASK_COUNT: '3', SLURM_ARRAY_TASK_MIN: '1' }, /shard 9 of 3/],
  ])('cannot be read from %j', (environment, message) => {
    expect(() => shardOf(undefined, environment)).toThrow(message);
    expect(() => shardOf(undefined, environment)).toThrow(UsageError);
  });
});
