import { Queue } from 'bullmq';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageVersion } from '../../../../server/package-info.js';
import { parseQueueAddress } from '../../../../server/study/queue/queue-address.js';
import { QUEUE } from '../../../../server/study/queue/queue-message.js';
import { queueRunner } from '../../../../server/study/queue/queue-runner.js';
import { workFor } from '../../../../server/study/queue/queue-worker.js';
import { parseStudy } from '../../../../src/study/plan/plan.js';
import { studyPersonJob } from '../../../../src/study/plan/study-person.js';
import { studyTasks } from '../../../../src/study/plan/study-tasks.js';
import { redisServer, TestRedis } from '../../../support/redis.js';
import { smallScenario } from '../../../support/small-scenario.js';
import { runCommand } from '../../commands/run-command.js';

const study = {
  scenario: smallScenario({ sampleRateHz: 1000, intent: { ...smallScenario().intent, repetitions: 1 } }),
  cohort: { count: 3 },
  conditions: { grid: [{ dial: 'noise', values: [40] }] },
  metrics: ['accuracy'],
  restSeconds: 1,
};
const failing = `export const createClassifier = () => ({
  classes: [], fit() { throw new Error('gave up'); }, posterior: () => []
});`;

/** A worker in this process, at one task at a time, and what it said. */
function startWorker(url: string) {
  const stop = new AbortController();
  let said = '';
  const terminal = {
    out: (text: string) => void (said += text),
    err: (text: string) => void (said += text),
    interactive: false,
  };
  const address = parseQueueAddress(url, {});
  // What it computes here keeps it from telling that it lives.
  const options = { threads: 0, lostAfterMs: 60_000, lookMs: 500 };
  const done = workFor(address, options, { terminal, stop: stop.signal });
  done.catch(() => undefined);
  const end = (): Promise<number> => {
    stop.abort();
    return done;
  };
  return { said: () => said, end };
}
type TestWorker = ReturnType<typeof startWorker>;

describe.skipIf(!redisServer)('a study over a queue', () => {
  let redis: TestRedis;
  let folder: string;
  let file: string;
  const at = (...path: string[]): string => join(folder, ...path);
  const write = async (name: string, value: unknown): Promise<string> => {
    await writeFile(at(name), JSON.stringify(value));
    return at(name);
  };
  const over = (out: string, ...more: string[]) =>
    runCommand('study', file, '--out', at(out), '--queue', redis.url, ...more);
  const filesOf = (out: string): Promise<Buffer[]> =>
    Promise.all(
      ['rows.csv', 'rows.parquet', 'report.html', 'study.json'].map((name) => readFile(at(out, name))),
    );
  const until = async (ready: () => boolean): Promise<void> => {
    while (!ready()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const withWorkers = async <T>(count: number, use: (workers: TestWorker[]) => Promise<T>): Promise<T> => {
    const workers = Array.from({ length: count }, () => startWorker(redis.url));
    await until(() => workers.every(({ said }) => said().includes('works for')));
    try {
      return await use(workers);
    } finally {
      await Promise.all(workers.map(({ end }) => end()));
    }
  };

  beforeAll(async () => {
    redis = await TestRedis.start();
    folder = await mkdtemp(join(tmpdir(), 'myodesis-queue-'));
    file = await write('study.json', study);
    const { code, err } = await runCommand('study', file, '--out', at('whole'), '--threads', '0');
    expect(code, err).toBe(0);
  });
  afterAll(async () => {
    await redis.stop();
    await rm(folder, { recursive: true });
  });

  it('is the same bits by 4 workers, and by one that left after what it had in hand', async () => {
    const first = startWorker(redis.url);
    const running = over('by4');
    await until(() => first.said().includes('person 1 is done'));
    const before = await first.end();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(3);
    const after = await withWorkers(4, async (workers) => {
      const { code, err } = await running;
      expect(code, err).toBe(0);
      return Promise.all(workers.map(({ end }) => end()));
    });
    expect(after.reduce((sum, n) => sum + n, before)).toBe(3);
    expect(await filesOf('by4')).toEqual(await filesOf('whole'));
  });

  it('is the same bits by 2 workers, from shards that are put together', async () => {
    await withWorkers(2, async () => {
      for (const n of [1, 2, 3]) expect((await over(`shard${n}`, '--shard', `${n}/3`)).code).toBe(0);
    });
    const shards = [1, 2, 3].map((n) => at(`shard${n}`));
    expect((await runCommand('study', 'merge', ...shards, '--out', at('merged'))).code).toBe(0);
    expect(await filesOf('merged')).toEqual(await filesOf('whole'));
  });

  it('is the same bits by 1 worker, which does again what one had that was killed', async () => {
    const flags = ['--queue', redis.url, '--threads', '1', '--lost-after', '2'];
    const child = spawn(process.execPath, [join('dist', 'server', 'main.js'), 'worker', ...flags], {
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    const running = over('killed');
    const queue = new Queue(QUEUE.name, { prefix: QUEUE.prefix, connection: { port: redis.port } });
    while ((await queue.getActiveCount()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await ended;
    expect(await queue.getActiveCount()).toBe(1);
    await queue.close();
    await withWorkers(1, async ([worker]) => {
      const { code, err } = await running;
      expect(code, err).toBe(0);
      expect(worker?.said()).toContain('a worker was lost; its task is done again');
    });
    expect(await filesOf('killed')).toEqual(await filesOf('whole'));
  });

  it('does nothing that is kept, and asks no queue for it', async () => {
    const { code, err } = await runCommand(
      'study',
      file,
      '--out',
      at('whole'),
      '--queue',
      'redis://127.0.0.1:1',
    );
    expect(code, err).toBe(0);
  });

  it('has the same rows where a classifier throws for some', async () => {
    await writeFile(at('mine.mjs'), failing);
    const decoders = [{ classifier: 'lda' }, { name: 'mine', classifier: at('mine.mjs') }];
    const some = await write('some.json', { ...study, decoders, cohort: { count: 1 } });
    const run = (out: string, ...more: string[]) => runCommand('study', some, '--out', at(out), ...more);
    const here = await run('some', '--threads', '0');
    const there = await withWorkers(1, () => run('some-queue', '--queue', redis.url));
    expect([there.code, there.err]).toEqual([4, here.err.replaceAll(at('some'), at('some-queue'))]);
    expect(there.err).toMatch(/person 1, as calibrated, mine: .*gave up/);
    expect(await filesOf('some-queue')).toEqual(await filesOf('some'));
  });

  it('is refused by a worker of another version, or with another module, in words that arrive', async () => {
    const job = studyPersonJob();
    const ask = (computedBy: string, one: Record<string, unknown> = study, name = job.name) => {
      const plan = parseStudy(one);
      const runner = queueRunner(parseQueueAddress(redis.url, {}), { computedBy });
      return runner.run({ ...job, name }, studyTasks(plan, [1]), () => 0, {});
    };
    const own = packageVersion();
    const missing = { ...study, decoders: [{ classifier: './not-there.js' }] };
    const other = { ...study, decoders: [{ classifier: at('mine.mjs') }] };
    await withWorkers(1, async () => {
      await expect(ask('9.9.9')).rejects.toMatchObject({
        message: expect.stringMatching(
          `^the worker on .* is myodesis ${own}, the study is of myodesis 9.9.9`,
        ),
        hint: expect.stringMatching(/Install the same version/),
      });
      await expect(ask(`${own} 123`, missing)).rejects.toThrow(/cannot read .*not-there.js: no such file/);
      await expect(ask(`${own} 123`, other)).rejects.toThrow(
        /has other content in .*mine.mjs than the study/,
      );
      await expect(ask(own, study, 'writePerson')).rejects.toThrow(/got the job "writePerson"/);
    });
  });

  it('is left by a worker that is told to end while the queue is away, which says what becomes of it', async () => {
    const worker = startWorker(redis.url);
    await until(() => worker.said().includes('works for'));
    await redis.stop();
    await until(() => worker.said().includes('was lost'));
    await expect(worker.end()).rejects.toMatchObject({
      code: 'resource',
      message: expect.stringMatching(/is away/),
    });
    await redis.start();
  });

  it('begins at nobody who is not there, asks for a password, or is another, and prints no password', async () => {
    const guarded = await TestRedis.start('--requirepass', 'secret');
    const inside = guarded.url.replace('//', '//:secret@');
    const wrong = guarded.url.replace('//', '//:falsch@');
    for (const [url, exit, message] of [
      ['redis://127.0.0.1:1', 4, /nobody listens there\n.*redis-server/],
      [guarded.url, 4, /asks for a password\n.*MYODESIS_QUEUE_PASSWORD/],
      [wrong, 4, /user or password are wrong/],
      [`${inside}/99`, 4, /no database of that number/],
      [`${inside}/x`, 2, /only the number of a database/],
    ] as const)
      for (const command of [['study', file, '--out', at('none')], ['worker']]) {
        const { code, out, err } = await runCommand(...command, '--queue', url, '--debug');
        expect([code, err]).toEqual([exit, expect.stringMatching(message)]);
        expect(out + err).not.toMatch(/secret|falsch/);
      }
    const { code, err } = await over('none', '--threads', '2');
    expect([code, err]).toEqual([2, expect.stringMatching(/--threads: with --queue, workers compute/)]);
    await guarded.stop();
    const queue = new Queue(QUEUE.name, { prefix: QUEUE.prefix, connection: { port: redis.port } });
    expect(await queue.getJobCounts('waiting', 'active')).toMatchObject({ waiting: 0, active: 0 });
    await queue.close();
  });
});
