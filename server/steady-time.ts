import { uptime } from 'node:os';

/** Sleep shorter than this, in milliseconds, is not told from the coarse steps of the system's uptime. */
const SHORTEST_SLEEP_MS = 500;

/**
 * Time that nobody sets and that goes on while the machine sleeps: `performance.now` stands still then on Linux, while
 * the system's uptime counts sleep. Where the two part by more than they are coarse, the machine slept.
 * @param awakeMs milliseconds that never go back, fine
 * @param upMs milliseconds since the machine began, coarse, with those it slept
 * @param everyMs how often it is asked at most: asking takes some microseconds
 */
export function steadyTime(awakeMs: () => number, upMs: () => number, everyMs = 0): () => number {
  let apart = upMs() - awakeMs();
  let asleep = 0;
  let asked = -Infinity;
  return () => {
    const now = awakeMs();
    if (now < asked + everyMs) return now + asleep;
    asked = now;
    const slept = upMs() - now - apart;
    if (slept > SHORTEST_SLEEP_MS) {
      asleep += slept;
      apart += slept;
    }
    return now + asleep;
  };
}

const awake = (): number => performance.now();
const up = (): number => 1000 * uptime();

/** Milliseconds since the process began that nobody sets, with what the machine slept. */
export const steadyNow = steadyTime(awake, up);

const begun = Date.now() - performance.now();
const seldom = steadyTime(awake, up, 100);

/** Milliseconds since 1970, by the clock on the wall as it stood when the process began: never set, never back. */
export function epochNow(): number {
  return begun + seldom();
}
