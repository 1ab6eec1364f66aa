/** What the steps of a column of time stamps look like, in the column's own unit. */
export interface ClockSteps {
  /** From one sample to the next, without what was lost. */
  readonly step: number;
  /** A step longer than this is a gap. */
  readonly longest: number;
  /** A step below this (negative) is a jump back. */
  readonly shortest: number;
  /** Samples that arrive together, where stamps are those of packets; 1 where each sample has its own. */
  readonly burst: number;
  /** Smallest difference that the stamps can show. */
  readonly resolution: number;
  /** Whether each sample has its own stamp, in equal steps. */
  readonly isEven: boolean;
}

const mostPlaces = 4096;
const longestLag = 256;
/** Rows in which steps that rounding made longer are counted. */
const beat = 32;

/**
 * Tell the step of a clock from its first stamps, whatever is wrong with it: gaps, lost samples, stamps rounded to more
 * than a step, jitter, stamps of packets. Undefined where the stamps do not rise.
 *
 * Medians over stamps `lag` apart, because a mean takes a gap into the step, and the median of single steps takes
 * rounding or packets for the rate.
 */
export function clockSteps(stamps: readonly number[]): ClockSteps | undefined {
  const steps = stamps.slice(1).map((stamp, i) => stamp - (stamps[i] ?? 0));
  const single = middle(steps.filter((step) => step > 0));
  if (!(single > 0)) return undefined;
  const resolution = resolutionOf(stamps);
  const slack = 0.02 * single + 2 * resolution * (resolution < 0.02 * single ? 1 : 0);
  const far = lagged(stamps, Math.min(longestLag, Math.max(1, Math.floor(stamps.length / 4))));
  const onGrid = steps.filter((step) => {
    const times = Math.round(step / single);
    return times >= 1 && Math.abs(step - times * single) <= slack * times;
  });
  // Who lost more than half of all samples has no recording, but stamps of packets.
  if (onGrid.length >= 0.95 * steps.length && far < 2 * single) {
    const rounded = roundedStep(steps, single);
    return rounded === undefined
      ? { step: single, longest: 1.5 * single, shortest: -0.5 * single, burst: 1, resolution, isEven: true }
      : uneven(rounded, 2.5 * single, 1, resolution);
  }
  if (!(far > 0)) return undefined;
  let burst = 1;
  while (burst < longestLag && !(Math.abs(lagged(stamps, burst) - far) <= 0.1 * far)) burst *= 2;
  const step = burst === 1 ? middle(steps) : far;
  const jitter = burst === 1 ? middle(steps.map((each) => Math.abs(each - step))) : 0;
  return uneven(
    step,
    Math.max(1.5 * burst * step, step + 6 * jitter, step + 1.5 * resolution),
    burst,
    resolution,
  );
}

function uneven(step: number, longest: number, burst: number, resolution: number): ClockSteps {
  return { step, longest, shortest: -longest, burst, resolution, isEven: false };
}

/**
 * The true step where longer ones come from rounding (0.95 kHz stamped in whole ms: every twentieth step is of 2 ms).
 * Rounding spreads them evenly, as nothing that loses samples does. Undefined where nothing was rounded.
 */
function roundedStep(steps: readonly number[], single: number): number | undefined {
  const extra: number[] = [];
  for (let from = 0; from + beat <= steps.length; from += beat)
    extra.push(steps.slice(from, from + beat).reduce((sum, step) => sum + Math.round(step / single) - 1, 0));
  const sum = extra.reduce((a, b) => a + b, 0);
  if (extra.length < 4 || sum < extra.length || Math.max(...extra) - Math.min(...extra) > 1) return undefined;
  return single * (1 + sum / (extra.length * beat));
}

/** Median of the step over `lag` samples, per sample. */
function lagged(stamps: readonly number[], lag: number): number {
  const stride = Math.max(1, Math.floor(stamps.length / mostPlaces));
  const found: number[] = [];
  for (let i = 0; i + lag < stamps.length; i += stride)
    found.push(((stamps[i + lag] ?? 0) - (stamps[i] ?? 0)) / lag);
  return middle(found);
}

/** Decimals in which stamps are written, or what a double can hold of them. */
function resolutionOf(stamps: readonly number[]): number {
  let decimals = 0;
  let largest = 0;
  for (const stamp of stamps.slice(0, 1000)) {
    const [mantissa = '', exponent = '0'] = String(Math.abs(stamp)).split('e');
    decimals = Math.max(decimals, (mantissa.split('.')[1] ?? '').length - Number(exponent));
    largest = Math.max(largest, Math.abs(stamp));
  }
  return Math.max(Number(`1e-${decimals}`), largest * Number.EPSILON);
}

/** The upper of the middle values: a step that there is, never one between two. */
function middle(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1] ?? NaN;
}
