import { Queue, Worker } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseQueueAddress, type QueueAddress } from '../../../../server/study/queue/queue-address.js';
import { QUEUE } from '../../../../server/study/queue/queue-message.js';
import { queueRunner } from '../../../../server/study/queue/queue-runner.js';
import { fromKeptJson, toKeptJson } from '../../../../server/study/kept-json.js';
import { onTheSpot, type Job, type RunOptions } from '../../../../src/study/job.js';
import { redisServer, TestRedis } from '../../../support/redis.js';

const squares: Job<{ n: number }, { square: number; none: number; list: Float32Array }> = {
  name: 'squares',
  work: ({ n }) => ({ square: n * n, none: NaN, list: Float32Array.of(n / 3) }),
};
const tasks = Array.from({ length: 280 }, (_, n) => ({ n }));

describe.skipIf(!redisServer)('tasks over a queue', () => {
  let redis: TestRedis;
  let address: QueueAddress;
  let connection: { host: string; port: number; maxRetriesPerRequest: null };
  let queue: Queue;
  let workers: Worker[];
  let worked: number[];
  let notices: string[];

  beforeAll(async () => {
    redis = await TestRedis.start();
    address = parseQueueAddress(redis.url, {});
    connection = { host: address.host, port: address.port, maxRetriesPerRequest: null };
  });
  afterAll(() => redis.stop());
  beforeEach(() => {
    [workers, worked, notices] = [[], [], []];
    queue = new Queue(QUEUE.name, { prefix: QUEUE.prefix, connection });
    queue.on('error', () => undefined);
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close(true)));
    await queue.obliterate({ force: true });
    await queue.close();
  });

  const work = async (fail: (n: number) => Error | undefined = () => undefined): Promise<Worker> => {
    const worker = new Worker<{ computedBy: string; task: string }, string>(
      QUEUE.name,
      async ({ data }) => {
        const task = fromKeptJson(data.task) as { n: number };
        worked.push(task.n);
        const error = fail(task.n);
        if (error) throw error;
        return toKeptJson(await squares.work(task));
      },
      { prefix: QUEUE.prefix, connection, concurrency: 20 },
    );
    worker.on('error', () => undefined);
    workers.push(worker);
    await worker.waitUntilReady();
    return worker;
  };
  const run = (all: readonly { n: number }[], options: RunOptions = {}, patienceMs = 500) => {
    const runner = queueRunner(address, {
      computedBy: '1',
      onNotice: (text) => notices.push(text),
      patienceMs,
    });
    return runner.run(squares, all, (result) => result, options);
  };
  const counts = () => queue.getJobCounts('waiting', 'active', 'completed', 'failed');
  const until = async (ready: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('give what they give on the spot, in the same order, and leave nothing behind', async () => {
    await work();
    const shares: number[] = [];
    const values = await run(tasks, { onProgress: (share) => shares.push(share) });
    expect(values).toEqual(await onTheSpot.run(squares, tasks, (result) => result, {}));
    expect(shares.at(-1)).toBe(1);
    expect(worked).toHaveLength(tasks.length);
    expect(notices).toEqual([]);
    expect(await counts()).toMatchObject({ waiting: 0, active: 0, completed: 0, failed: 0 });
  });

  it('are few in the queue at a time; that nobody works is said once, and waited for', async () => {
    const running = run(tasks);
    await until(async () => (await queue.getJobCountByTypes('waiting')) === 256 && notices.length > 0);
    expect(notices).toEqual([
      expect.stringMatching(/no worker is there; start "myodesis worker --queue redis:/),
    ]);
    await work();
    expect(await running).toHaveLength(tasks.length);
    expect(notices).toHaveLength(1);
  });

  it('are taken back when told to stop; what was computed meanwhile is not computed again', async () => {
    const stop = new AbortController();
    const running = run(tasks.slice(0, 5), { stop: stop.signal });
    await until(async () => (await queue.getJobCountByTypes('waiting')) === 5);
    stop.abort();
    await expect(running).rejects.toThrow('stopped before it was done');
    expect(await counts()).toMatchObject({ waiting: 0 });
    // As a study leaves it that was killed: handed in, and never collected.
    const waiting = run(tasks.slice(0, 5));
    await until(async () => (await queue.getJobCountByTypes('waiting')) === 5);
    const left = await queue.getJobs(['waiting']);
    await work();
    await waiting;
    await queue.addBulk(left.map(({ name, data, opts }) => ({ name, data, opts })));
    await until(async () => (await queue.getJobCountByTypes('completed')) === 5);
    worked = [];
    expect((await run(tasks.slice(0, 6))).map(({ square }) => square)).toEqual([0, 1, 4, 9, 16, 25]);
    expect(worked).toEqual([5]);
  });

  it('that fail end the run, and are tried again in the next', async () => {
    const first = await work((n) => (n === 3 ? new Error('no luck') : undefined));
    await expect(run(tasks.slice(0, 5))).rejects.toThrow('a task was given up by the queue: no luck');
    expect(worked.filter((n) => n === 3)).toHaveLength(3);
    await first.close(true);
    await work();
    expect(await run(tasks.slice(0, 5))).toHaveLength(5);
  });

  it('are handed in again where the queue has forgotten them', async () => {
    const running = run(tasks.slice(0, 3), {}, 60_000);
    await until(async () => (await queue.getJobCountByTypes('waiting')) === 3);
    await redis.stop();
    await redis.start();
    await work();
    expect((await running).map(({ square }) => square)).toEqual([0, 1, 4]);
    expect(notices.slice(-2)).toEqual([
      expect.stringMatching(/was lost; it is waited for/),
      expect.stringMatching(/is there again/),
    ]);
  });

  it('end with an error where the queue does not come back', async () => {
    const running = run(tasks.slice(0, 3));
    await until(async () => (await queue.getJobCountByTypes('waiting')) === 3);
    await redis.stop();
    await expect(running).rejects.toMatchObject({
      code: 'resource',
      message: expect.stringMatching(
        /was closed, and was not there again within 0.5 s; what is done is kept/,
      ),
    });
    await redis.start();
  });
});
