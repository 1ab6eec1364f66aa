import { expect, it } from 'vitest';
import { epochNow, steadyNow, steadyTime } from '../../server/steady-time.js';

it('goes on while the machine sleeps, and takes no notice of how coarse its uptime is', () => {
  let awake = 0;
  let slept = 0;
  const time = steadyTime(
    () => awake,
    () => 50_000 + Math.floor((awake + slept) / 10) * 10,
  );
  for (; awake < 1000; awake += 7) expect(time()).toBe(awake);
  slept = 8 * 3_600_000;
  const woken = time();
  expect(Math.abs(woken - awake - slept)).toBeLessThanOrEqual(10);
  awake += 25;
  expect(time()).toBe(woken + 25);
});

it('never goes back', () => {
  const times = Array.from({ length: 1000 }, () => [steadyNow(), epochNow()] as const);
  for (const [n, [steady, epoch]] of times.entries()) {
    expect(steady).toBeGreaterThanOrEqual(times[n - 1]?.[0] ?? 0);
    expect(epoch).toBeGreaterThanOrEqual(times[n - 1]?.[1] ?? 0);
  }
});
