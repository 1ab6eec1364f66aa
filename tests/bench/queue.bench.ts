import { Worker } from 'bullmq';
import { readFileSync } from 'node:fs';
import { parseQueueAddress } from '../../server/study/queue/queue-address.js';
import { QUEUE } from '../../server/study/queue/queue-message.js';
import { queueRunner } from '../../server/study/queue/queue-runner.js';
import { RandomStream } from '../../src/ground/signal/random.js';
import { studyMetrics } from '../../src/study/plan/metrics.js';
import { parseStudy } from '../../src/study/plan/plan.js';
import { studyPersonJob } from '../../src/study/plan/study-person.js';
import { studyTasks } from '../../src/study/plan/study-tasks.js';
import { redisServer, TestRedis } from '../support/redis.js';
import type { Measurement } from './measure.js';
import { simulateQueue } from './queue-simulation.js';

/** Work of a person of the example, 21 conditions of 1.1 s (server/study/README.md); the spread is assumed. */
const WORK = { seconds: 23, sd: 3.5 };
const PEOPLE = 1000;
const address = (redis: TestRedis) => parseQueueAddress(redis.url, {});

/**
 * What the queue itself takes of a person: tasks of the example, handed to a worker in the same process that does
 * nothing. And what that means for many workers, by simulation.
 */
export async function measureQueue(): Promise<Measurement[]> {
  if (!redisServer) return [];
  const { inFlight, seconds } = await costOfQueue();
  const random = new RandomStream(1, 'bench/queue');
  const work = Array.from({ length: PEOPLE }, () => Math.max(1, WORK.seconds + WORK.sd * random.normal()));
  const all = work.reduce((sum, one) => sum + one, 0);
  const workSeconds = (task: number): number => work[task] ?? 0;
  return [
    {
      name: 'queue, a person handed in, taken and collected, without work',
      value: 1000 * seconds,
      unit: 'ms',
      baseline: 1000 * WORK.seconds,
      ratio: WORK.seconds / seconds,
      against: 'work of the example',
    },
    ...[1, 4, 16, 64, 128, 256, 512].map((workers) => {
      const took = simulateQueue({ tasks: PEOPLE, workers, inFlight, workSeconds, sharedSeconds: seconds });
      return {
        name: `queue, simulated, ${PEOPLE} people by ${workers} worker${workers > 1 ? 's' : ''}`,
        value: took / 60,
        unit: 'min',
        baseline: all / workers / 60,
        ratio: all / workers / took,
        against: 'linear',
      };
    }),
  ];
}

async function costOfQueue(): Promise<{ readonly inFlight: number; readonly seconds: number }> {
  const plan = parseStudy(JSON.parse(readFileSync('server/study/examples/study.json', 'utf8')));
  const tasks = studyTasks(plan, plan.people);
  const values = Object.fromEntries(studyMetrics.map((metric) => [metric, 1 / 3]));
  const cells = plan.conditions.map(({ name }) => ({ condition: name, decoder: 'HTD lda', values }));
  const result = JSON.stringify({ person: 1, cells, failures: [], notes: [] });
  const redis = await TestRedis.start();
  const connection = { host: '127.0.0.1', port: redis.port, maxRetriesPerRequest: null };
  const worker = new Worker(QUEUE.name, () => Promise.resolve(result), {
    ...{ prefix: QUEUE.prefix, connection, concurrency: 64 },
  });
  try {
    await worker.waitUntilReady();
    const runner = queueRunner(address(redis), { computedBy: '1' });
    const run = (count: number) => runner.run(studyPersonJob(), tasks.slice(-count), () => 0, {});
    await run(100);
    const start = performance.now();
    await run(900);
    return { inFlight: runner.lanes, seconds: (performance.now() - start) / 1000 / 900 };
  } finally {
    await worker.close(true);
    await redis.stop();
  }
}
