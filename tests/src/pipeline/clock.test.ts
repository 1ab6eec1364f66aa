import { lastValueFrom, share, take, toArray, VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../../../src/ground/signal/errors.js';
import { asFastAsPossible, realTime } from '../../../src/pipeline/clock.js';

/** Ordinals that a real-time clock emits within a stretch of virtual time, with the time of each. */
function within(ms: number, blocksPerSecond: number, options = {}): { ordinal: number; at: number }[] {
  const scheduler = new VirtualTimeScheduler(undefined, ms);
  const seen: { ordinal: number; at: number }[] = [];
  realTime({ scheduler, ...options })(blocksPerSecond).subscribe((ordinal) =>
    seen.push({ ordinal, at: scheduler.now() }),
  );
  scheduler.flush();
  return seen;
}

describe('realTime', () => {
  it('makes as many blocks as the elapsed time asks for, however often it wakes', () => {
    for (const wakeMs of [1, 7, 10, 33]) {
      const seen = within(2000, 50, { wakeMs });
      expect(seen.map(({ ordinal }) => ordinal)).toEqual(seen.map((_, i) => i));
      expect(Math.abs(seen.length - 100)).toBeLessThanOrEqual(2);
    }
  });

  it('never makes a block before it is due', () => {
    for (const { ordinal, at } of within(1000, 50)) expect(at).toBeGreaterThanOrEqual((ordinal + 1) * 20);
  });

  it('does not drift when its timer is late: blocks are counted, not ticks', () => {
    const seen = within(10_000, 49.7, { wakeMs: 21.3 });
    expect(Math.abs(seen.length - 497)).toBeLessThanOrEqual(2);
  });

  it('goes on where it was after a long sleep instead of making up for it', () => {
    const seen = within(60_000, 50, { wakeMs: 20_000, longestPauseMs: 2000 });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThanOrEqual(3);
    expect(seen.map(({ ordinal }) => ordinal)).toEqual(seen.map((_, i) => i));
  });

  it('starts anew for every subscriber', () => {
    expect(within(500, 10)).toEqual(within(500, 10));
  });
});

describe('asFastAsPossible', () => {
  it('emits the number of blocks asked for, in order, after whoever subscribes is done', async () => {
    const seen: number[] = [];
    asFastAsPossible(5)(50).subscribe((ordinal) => seen.push(ordinal));
    expect(seen).toEqual([]);
    await vi.waitFor(() => expect(seen).toEqual([0, 1, 2, 3, 4]));
    await expect(lastValueFrom(asFastAsPossible(0)(50).pipe(toArray()))).resolves.toEqual([]);
  });

  it('gives every subscriber of a shared stream everything', async () => {
    const shared = asFastAsPossible(120)(50).pipe(share());
    const both = await Promise.all([1, 2].map(() => lastValueFrom(shared.pipe(toArray()))));
    expect(both[0]).toHaveLength(120);
    expect(both[1]).toEqual(both[0]);
  });

  it('stops when nobody listens any more', async () => {
    const seen = await lastValueFrom(asFastAsPossible(1e9, 10)(50).pipe(take(25), toArray()));
    expect(seen).toHaveLength(25);
  });

  it('refuses what is no number of blocks', () => {
    expect(() => asFastAsPossible(NaN)).toThrow(/blocks: got NaN/);
    expect(() => asFastAsPossible(5, 0)).toThrow(ConfigError);
  });

  it('yields to other work between batches and stays in order', async () => {
    let others = 0;
    const timer = setInterval(() => others++, 0);
    const seen = await lastValueFrom(asFastAsPossible(2000, 3)(50).pipe(toArray()));
    clearInterval(timer);
    expect(seen).toEqual(Array.from({ length: 2000 }, (_, i) => i));
    expect(others).toBeGreaterThan(0);
  });
});
