import {
  asyncScheduler,
  concatMap,
  defer,
  EMPTY,
  expand,
  interval,
  of,
  range,
  type Observable,
  type SchedulerLike,
} from 'rxjs';

/**
 * When blocks are due. A clock turns a block rate into the ordinals 0, 1, 2 … of blocks, each at its time;
 * what is in the blocks never depends on it.
 */
export type Clock = (blocksPerSecond: number) => Observable<number>;

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

/**
 * As fast as the machine can, for a given number of blocks. Synchronous unless a batch is given; with one,
 * it yields to other work after each batch of blocks.
 */
export function asFastAsPossible(blocks: number, batch = Infinity): Clock {
  if (batch >= blocks) return () => range(0, blocks);
  return () =>
    defer(() =>
      of(0).pipe(
        expand((start) => (start + batch < blocks ? of(start + batch, asyncScheduler) : EMPTY)),
        concatMap((start) => range(start, Math.min(batch, blocks - start))),
      ),
    );
}
