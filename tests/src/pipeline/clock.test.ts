import { lastValueFrom, share, take, toArray, VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../../../src/ground/signal/errors.js';
import { asFastAsPossible, realTime } from '../../../src/pipeline/clock.js';
import { SteppedClock } from '../../../src/pipeline/stepped-clock.js';

/** Ordinals that a real-time clock emits within a stretch of virtual time, with the time of each. */
function within(ms: number, blocksPerSecond: number): { ordinal: number; at: number }[] {
  const scheduler = new VirtualTimeScheduler(undefined, ms);
  const seen: { ordinal: number; at: number }[] = [];
  realTime({ scheduler })(blocksPerSecond).subscribe((ordinal) =>
    seen.push({ ordinal, at: scheduler.now() }),
  );
  scheduler.flush();
  return seen;
}

describe('realTime', () => {
  it('makes as many blocks as the elapsed time asks for', () => {
    for (const rate of [50, 49.7, 7.3, 200]) {
      const seen = within(2000, rate);
      expect(seen.map(({ ordinal }) => ordinal)).toEqual(seen.map((_, i) => i));
      expect(Math.abs(seen.length - 2 * rate)).toBeLessThanOrEqual(1);
    }
  });

  it('never makes a block before it is due', () => {
    for (const { ordinal, at } of within(1000, 50)) expect(at).toBeGreaterThanOrEqual((ordinal + 1) * 20);
  });

  it('keeps to the time within 20 ppm over an hour, at rates that no timer can hit', () => {
    for (const rate of [50, 49.7, 61.1]) {
      const seen = within(3_600_000, rate).length;
      expect(Math.abs(seen / (3600 * rate) - 1)).toBeLessThan(20e-6);
    }
  });

  it('makes up for a short pause', () => {
    const { ordinals, bursts } = stopped(400);
    expect(ordinals).toEqual(ordinals.map((_, i) => i));
    expect(Math.max(...bursts)).toBe(21);
  });

  it.each([600, 10_000, 8 * 3_600_000])(
    'leaves out the blocks of a pause of %i ms and does not race',
    (ms) => {
      const { ordinals, bursts, elapsed } = stopped(ms);
      expect(Math.max(...bursts)).toBe(1);
      const holes = ordinals.filter((ordinal, i) => i > 0 && ordinal !== (ordinals[i - 1] ?? 0) + 1);
      expect(holes).toHaveLength(1);
      // The count still tells the time.
      expect(ordinals.at(-1)).toBe(Math.floor(elapsed / 20) - 1);
    },
  );

  it('leaves out blocks again and again where making them takes longer than they last', () => {
    let spent = 0;
    const scheduler = new VirtualTimeScheduler(undefined, 10_000);
    const ordinals: number[] = [];
    realTime({ scheduler, now: () => scheduler.now() + spent })(50).subscribe((ordinal) => {
      ordinals.push(ordinal);
      spent += 30;
    });
    scheduler.flush();
    expect(ordinals.at(-1)).toBeGreaterThan(1.2 * ordinals.length);
    expect(Math.abs((ordinals.at(-1) ?? 0) - (10_000 + spent) / 20)).toBeLessThan(50);
  });

  it('takes no notice of somebody who sets the clock on the wall', async () => {
    const wall = vi.spyOn(Date, 'now');
    const seen: number[] = [];
    const start = performance.now();
    const running = realTime()(200).subscribe((ordinal) => seen.push(ordinal));
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(5));
    wall.mockReturnValue(Date.now() + 400);
    const before = seen.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(before));
    wall.mockReturnValue(Date.now() - 3_600_000);
    const between = seen.length;
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(between + 5));
    running.unsubscribe();
    wall.mockRestore();
    expect(seen.length).toBeLessThanOrEqual((performance.now() - start) / 5);
  });

  it('starts anew for every subscriber', () => {
    expect(within(500, 10)).toEqual(within(500, 10));
  });
});

/** A clock of 50 blocks a second whose process is stopped after a second, and goes on for another. */
function stopped(ms: number): { ordinals: number[]; bursts: number[]; elapsed: number } {
  const scheduler = new VirtualTimeScheduler(undefined, 2000);
  let slept = 0;
  const times: number[] = [];
  const ordinals: number[] = [];
  realTime({ scheduler, now: () => scheduler.now() + slept })(50).subscribe((ordinal) => {
    ordinals.push(ordinal);
    times.push(scheduler.now());
  });
  scheduler.schedule(() => (slept = ms), 1001);
  scheduler.flush();
  const bursts = times.map((time) => times.filter((other) => other === time).length);
  return { ordinals, bursts, elapsed: scheduler.now() + slept };
}

describe('SteppedClock', () => {
  it('lets as many blocks pass as it is told, all before it returns', () => {
    const time = new SteppedClock();
    const seen: number[] = [];
    const running = time.clock(50).subscribe((ordinal) => seen.push(ordinal));
    time.step(3);
    expect(seen).toEqual([0, 1, 2]);
    time.step(1);
    expect(seen).toEqual([0, 1, 2, 3]);
    running.unsubscribe();
    expect(() => time.step(1)).toThrow(/does not run/);
  });

  it('says so where whoever makes the blocks stops on the way', () => {
    const time = new SteppedClock();
    time.clock(50).pipe(take(2)).subscribe();
    expect(() => time.step(5)).toThrow(/stopped after block 2/);
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
