/** A study over a queue, as what takes time in it. */
export interface QueueModel {
  readonly tasks: number;
  readonly workers: number;
  /** Most tasks in the queue at a time. */
  readonly inFlight: number;
  /** Work of a task, in seconds. */
  readonly workSeconds: (task: number) => number;
  /**
   * Time of one task at what all share, in seconds: half of it when it is handed in, half when its result is collected,
   * one after the other, in the order in which they come.
   */
  readonly sharedSeconds: number;
}

/** Something that happens to a task. */
interface Event {
  readonly at: number;
  readonly task: number;
  readonly what: 'queued' | 'worked' | 'collected';
}

/**
 * Discrete events of such a study: workers, and one desk at which tasks are handed in and results collected. Hosts,
 * networks and Redis are quicker than that desk, and take no time here.
 * @returns time until all is collected, in seconds
 */
export function simulateQueue({ tasks, workers, inFlight, workSeconds, sharedSeconds }: QueueModel): number {
  const events: Event[] = [];
  const add = (event: Event): void => {
    const later = events.findIndex(({ at }) => at > event.at);
    events.splice(later < 0 ? events.length : later, 0, event);
  };
  const waiting: number[] = [];
  let [free, deskFree, next, last] = [workers, 0, 0, 0];
  const atDesk = (at: number, task: number, what: Event['what']): void => {
    deskFree = Math.max(deskFree, at) + sharedSeconds / 2;
    add({ at: deskFree, task, what });
  };
  while (next < Math.min(inFlight, tasks)) atDesk(0, next++, 'queued');
  for (let event = events.shift(); event; event = events.shift()) {
    const { at, task, what } = event;
    last = at;
    if (what === 'queued') waiting.push(task);
    if (what === 'worked') {
      free++;
      atDesk(at, task, 'collected');
    }
    if (what === 'collected' && next < tasks) atDesk(at, next++, 'queued');
    for (; free > 0 && waiting.length > 0; free--) {
      const begun = waiting.shift() ?? 0;
      add({ at: at + workSeconds(begun), task: begun, what: 'worked' });
    }
  }
  return last;
}
