/** One line of the benchmark: a value beside a baseline that was measured in the same run. */
export interface Measurement {
  readonly name: string;
  /** Mean over rounds. */
  readonly value: number;
  readonly unit: string;
  /** The baseline's value in the same unit; null where there is nothing to compare with on this machine. */
  readonly baseline: number | null;
  /** How many times better than the baseline: above 1 is faster. */
  readonly ratio: number | null;
  /** What the baseline is. */
  readonly against?: string;
  readonly min?: number;
  readonly sd?: number;
}

export interface Timing {
  readonly mean: number;
  readonly min: number;
  readonly sd: number;
}

/**
 * Seconds per call: rounds of enough calls to fill a few milliseconds each, after a warm-up.
 * @param work called again and again
 */
export function timed(work: () => void, { rounds = 12, roundMs = 25 } = {}): Timing {
  const once = (calls: number): number => {
    const start = performance.now();
    for (let i = 0; i < calls; i++) work();
    return (performance.now() - start) / 1000;
  };
  once(3);
  let calls = 1;
  while (once(calls) * 1000 < roundMs && calls < 1 << 22) calls *= 2;
  const seconds = Array.from({ length: rounds }, () => once(calls) / calls);
  const mean = seconds.reduce((sum, s) => sum + s, 0) / rounds;
  const sd = Math.sqrt(seconds.reduce((sum, s) => sum + (s - mean) ** 2, 0) / rounds);
  return { mean, min: Math.min(...seconds), sd };
}

/** A duration against a baseline duration, both in the given unit (`scale` per second). */
export function duration(
  name: string,
  timing: Timing,
  baseline: Timing,
  against: string,
  unit = 'µs',
  scale = 1e6,
): Measurement {
  return {
    name,
    value: timing.mean * scale,
    unit,
    baseline: baseline.mean * scale,
    ratio: baseline.mean / timing.mean,
    against,
    min: timing.min * scale,
    sd: timing.sd * scale,
  };
}
