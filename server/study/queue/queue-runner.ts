import { firstValueFrom, fromEvent, map, merge } from 'rxjs';
import { stopped, type Job, type JobRunner } from '../../../src/study/job.js';
import { fromKeptJson, toKeptJson } from '../kept-json.js';
import { taskKey } from '../kept-results.js';
import { addressText, type QueueAddress } from './queue-address.js';
import { QueueDesk, type DeskOptions } from './queue-desk.js';
import { queuePackage } from './queue-package.js';

/** Tasks of one study that are in the queue at a time: more workers than this find nothing to do. */
const IN_FLIGHT = 256;
/** How long a queue that was lost is waited for, in milliseconds. */
const PATIENCE_MS = 60_000;
/** Time from one count of the workers to the next, in milliseconds. */
const COUNT_MS = 5000;

/** What runs tasks over a queue. */
export interface QueueRunnerOptions extends Partial<DeskOptions> {
  /** Version of what computes (`keptVersion`): workers of another one refuse. */
  readonly computedBy: string;
}

/**
 * Runs jobs by whoever works for a queue (`myodesis worker`). A task is known there by the key of its result, so that a
 * run that was stopped finds again what was computed meanwhile, and one task is in the queue once, whoever hands it in.
 *
 * @throws ResourceError where the queue is not there, or is lost and does not come back; what a worker says of a task
 */
export function queueRunner(
  address: QueueAddress,
  { computedBy, onNotice = () => undefined, patienceMs = PATIENCE_MS }: QueueRunnerOptions,
): JobRunner {
  return {
    lanes: IN_FLIGHT,
    async run<Task, Result, Value>(
      job: Job<Task, Result>,
      tasks: readonly Task[],
      onResult: (result: Result, task: number) => Value | Promise<Value>,
      { stop, onProgress }: { readonly stop?: AbortSignal; readonly onProgress?: (share: number) => void },
    ): Promise<Value[]> {
      const desk = await QueueDesk.open(address, await queuePackage(), { onNotice, patienceMs });
      const values: Value[] = [];
      let next = 0;
      let done = 0;
      const lane = async (): Promise<void> => {
        while (next < tasks.length) {
          const t = next++;
          const task = tasks[t] as Task;
          const key = taskKey(job, task, computedBy);
          const result = await desk.result(job.name, key, { computedBy, task: toKeptJson(task) });
          values[t] = await onResult(fromKeptJson(result) as Result, t);
          onProgress?.(++done / tasks.length);
        }
      };
      const watch = watchWorkers(desk, address, onNotice);
      try {
        const lanes = Array.from({ length: Math.min(IN_FLIGHT, tasks.length) }, lane);
        await Promise.race([Promise.all(lanes), givenUp(desk, stop)]);
        return values;
      } finally {
        next = tasks.length;
        clearInterval(watch);
        await desk.close();
      }
    },
  };
}

/** @throws why a run ends before all is done */
async function givenUp(desk: QueueDesk, stop: AbortSignal | undefined): Promise<never> {
  const told$ = stop && fromEvent(stop, 'abort').pipe(map(() => stopped(stop.reason)));
  if (stop?.aborted) throw stopped(stop.reason);
  throw await firstValueFrom(told$ ? merge(desk.over$, told$) : desk.over$);
}

/** Say so where nobody is there to work, once until somebody comes. */
function watchWorkers(
  desk: QueueDesk,
  address: QueueAddress,
  onNotice: (text: string) => void,
): NodeJS.Timeout {
  let alone = false;
  const look = async (): Promise<void> => {
    const none = (await desk.workers()) === 0;
    if (none && !alone)
      onNotice(
        `no worker is there; start "myodesis worker --queue ${addressText(address)}" on this or on other machines.`,
      );
    alone = none;
  };
  // Where the queue is lost, others say so.
  const quietly = (): void => void look().catch(() => undefined);
  quietly();
  return setInterval(quietly, COUNT_MS);
}
