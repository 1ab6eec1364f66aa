import {
  asapScheduler,
  asyncScheduler,
  concatMap,
  defer,
  EMPTY,
  interval,
  range,
  repeat,
  subscribeOn,
  type Observable,
  type SchedulerLike,
} from 'rxjs';
import { ConfigError } from '../ground/signal/errors.js';

/**
 * When blocks are due. A clock turns a block rate into the ordinals 0, 1, 2 … of blocks, each at its time;
 * what is in the blocks never depends on it.
 */
export type Clock = (blocksPerSecond: number) => Observable<number>;

/** What {@link realTime} may be told. */
export interface RealTimeOptions {
  /** Source of time and timers; a VirtualTimeScheduler or TestScheduler makes the clock virtual. */
  readonly scheduler?: SchedulerLike;
  /** How often the timer wakes us up, in milliseconds. */
  readonly wakeMs?: number;
  /** A pause longer than this (a suspended machine) is not caught up with, in milliseconds. */
  readonly longestPauseMs?: number;
}

/**
 * Real time, by count: blocks due = floor(elapsed × rate) − produced. Timers only wake us up, because
 * `setInterval(20)` alone runs 1.5 to 3.3 % slow.
 */
export function realTime({
  scheduler = asyncScheduler,
  wakeMs = 10,
  longestPauseMs = 2000,
}: RealTimeOptions = {}): Clock {
  return (blocksPerSecond) =>
    defer(() => {
      let origin = scheduler.now();
      let produced = 0;
      return interval(wakeMs, scheduler).pipe(
        concatMap(() => {
          const now = scheduler.now();
          const behindMs = now - origin - (produced * 1000) / blocksPerSecond;
          if (behindMs > longestPauseMs) origin += behindMs - 1000 / blocksPerSecond;
          const first = produced;
          produced = Math.floor(((now - origin) * blocksPerSecond) / 1000);
          return produced > first ? range(first, produced - first) : EMPTY;
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
