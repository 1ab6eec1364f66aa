import { expect, it } from 'vitest';
import { NewestWins } from '../../../src/patient/newest-wins.js';

/** Work that waits to be let go, and notes whether it was outdated by then. */
function workshop() {
  const outdated: boolean[] = [];
  const gates: (() => void)[] = [];
  const jobs = new NewestWins(async (isOutdated) => {
    await new Promise<void>((resolve) => gates.push(resolve));
    outdated.push(isOutdated());
  });
  const finish = async (): Promise<void> => {
    gates.shift()?.();
    await new Promise(setImmediate);
  };
  return { jobs, outdated, gates, finish };
}

it('runs one at a time, and once more for all that was asked meanwhile', async () => {
  const { jobs, outdated, gates, finish } = workshop();
  for (let n = 0; n < 5; n++) void jobs.ask();
  expect(gates).toHaveLength(1);
  await finish();
  expect(gates).toHaveLength(1);
  await finish();
  expect(outdated).toEqual([true, false]);
  expect(jobs.busy).toBe(false);
});

it('drops what is of no use, and works again when asked', async () => {
  const { jobs, outdated, finish } = workshop();
  void jobs.ask();
  jobs.drop();
  await finish();
  expect(outdated).toEqual([true]);
  void jobs.ask();
  jobs.drop();
  void jobs.ask();
  await finish();
  await finish();
  expect(outdated).toEqual([true, true, false]);
});
