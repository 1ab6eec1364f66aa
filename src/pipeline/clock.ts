import {
  asapScheduler,
  asyncScheduler,
  concatMap,
  defer,
  map,
  range,
  repeat,
  subscribeOn,
  timer,
  type Observable,
  type OperatorFunction,
  type SchedulerLike,
} from 'rxjs';
import { ConfigError } from '../ground/signal/errors.js';

/**
 * When blocks are due. A clock turns a block rate into the ordinals 0, 1, 2 … of blocks, each at its time;
 * what is in the blocks never depends on it. An ordinal that is left out is that of a block that will never be.
 */
export type Clock = (blocksPerSecond: number) => Observable<number>;

/** What {@link realTime} may be told. */
export interface RealTimeOptions {
  /** What timers run on; a VirtualTimeScheduler or TestScheduler makes the clock virtual. */
  readonly scheduler?: SchedulerLike | undefined;
  /** Milliseconds that never go back; those of the scheduler where one is given, else `performance.now`. */
  readonly now?: (() => number) | undefined;
  /** Blocks that are this late, in milliseconds, are made up for; what is later (a stopped process) is skipped. */
  readonly longestPauseMs?: number;
}

/**
 * Real time, by count: blocks due = floor(elapsed × rate) − produced, on a clock that nobody sets. Timers only wake us
 * up, because `setInterval(20)` alone runs 1.5 to 3.3 % slow. After a long pause the ordinals go on with the block
 * that is due then: nobody who listens gets a burst, and the count still tells the time.
 */
export function realTime({ scheduler, now, longestPauseMs = 500 }: RealTimeOptions = {}): Clock {
  const timers = scheduler ?? asyncScheduler;
  const time = now ?? (scheduler ? () => scheduler.now() : () => performance.now());
  return (blocksPerSecond) =>
    defer(() => {
      const origin = time();
      let next = 0;
      const due = (): number => Math.floor(((time() - origin) * blocksPerSecond) / 1000);
      const untilNext = (): number =>
        Math.max(1, Math.ceil(origin + ((next + 1) * 1000) / blocksPerSecond - time()));
      return defer(() => timer(untilNext(), timers)).pipe(
        concatMap(() => {
          const until = due();
          if (((until - next) * 1000) / blocksPerSecond > longestPauseMs) next = until - 1;
          const first = next;
          next = Math.max(first, until);
          return range(first, next - first);
        }),
        repeat(),
      );
    });
}

/** How many blocks a clock has left out just before each that is due. */
export function skips(): OperatorFunction<number, number> {
  return (ordinals$) =>
    defer(() => {
      let next = 0;
      return ordinals$.pipe(
        map((ordinal) => {
          const skipped = Math.max(0, ordinal - next);
          next = ordinal + 1;
          return skipped;
        }),
      );
    });
}

/** Blocks that are made before other work gets its turn. */
const BATCH = 50;

/**
 * As fast as the machine can, for a given number of blocks. It begins only after the code that subscribes has run to
 * its end, so that several subscribers of one shared stream all get everything, and yields to other work after
 * each batch of blocks.
 * @throws ConfigError for what is no number of blocks
 */
export function asFastAsPossible(blocks: number, batch = BATCH): Clock {
  whole('blocks', blocks, 0);
  whole('batch', batch, 1);
  return () =>
    defer(() => {
      let made = 0;
      // Batch after batch, the next one asked for when the last is through: a list of them all would fill the memory.
      return defer(() => {
        const first = made;
        made += batch;
        return range(first, Math.min(batch, blocks - first)).pipe(
          subscribeOn(first === 0 ? asapScheduler : asyncScheduler),
        );
      }).pipe(repeat(Math.ceil(blocks / batch)));
    });
}

function whole(field: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new ConfigError(`asFastAsPossible ${field}: got ${value}, expected an integer of at least ${least}`, {
    field,
    hint: 'For example asFastAsPossible(250), which is 5 s in blocks of 20 ms.',
  });
}
