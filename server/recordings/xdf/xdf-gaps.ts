import type { Anchor } from './xdf-anchors.js';

/** Place where samples are missing, or where time goes back. */
export interface XdfGap {
  /** First sample after it. */
  readonly sample: number;
  /** Place of its stamp among the anchors. */
  readonly anchor: number;
  readonly isBack: boolean;
}

/** Samples that are missing for less than this, seconds, cannot be told from stamps that come late. */
const shortestGapSeconds = 0.1;
/** Signal before and after a gap by which late stamps are told from missing samples, seconds. */
const settledSeconds = 2;
/** Distance of the stamps from which an interval is taken, seconds: bursts of stamps are shorter. */
const apartSeconds = 0.25;

/** Stamps further than this from the middle one, seconds, three years, are damaged. */
const longestSeconds = 1e8;
/** A first stamp of 0 was never set where the next, some samples later, is this far off, seconds. */
const unsetSeconds = 60;
const unsetSamples = 1000;

/** The stamps without those that no recording can have. */
export function believable(anchors: readonly Anchor[]): readonly Anchor[] {
  const middle = [...anchors].sort((a, b) => a.time - b.time)[anchors.length >> 1]?.time ?? 0;
  const near = anchors.filter(({ time }) => Math.abs(time - middle) < longestSeconds);
  const [first, second] = near;
  return first?.time === 0 &&
    second &&
    Math.abs(second.time) > unsetSeconds &&
    second.sample - first.sample < unsetSamples
    ? near.slice(1)
    : near;
}

/**
 * Seconds from sample to sample, before gaps are known: the median between stamps where most agree with it, else what
 * the header states. Undefined where neither tells.
 */
export function likelyStep(anchors: readonly Anchor[], nominalRateHz: number): number | undefined {
  if (anchors.length === 0) return undefined;
  const wide = stepsOf(anchors, apartSeconds);
  const steps = wide.length > 0 ? wide : stepsOf(anchors, 0);
  const median = steps.sort((a, b) => a - b)[steps.length >> 1] ?? 0;
  if (nominalRateHz === 0) return median > 0 ? median : undefined;
  const agreeing = steps.filter((step) => Math.abs(step - median) <= 0.1 * median).length;
  return median > 0 && steps.length >= 5 && agreeing >= 0.7 * steps.length ? median : 1 / nominalRateHz;
}

function stepsOf(anchors: readonly Anchor[], apart: number): number[] {
  const steps: number[] = [];
  let from = anchors[0];
  for (const anchor of anchors) {
    if (!from || anchor.time - from.time <= apart) {
      if (!from || anchor.time < from.time) from = anchor;
      continue;
    }
    steps.push((anchor.time - from.time) / (anchor.sample - from.sample));
    from = anchor;
  }
  return steps;
}

/**
 * Gaps: stamps that lag behind the count of samples from some place on and never catch up. Stamps that only come late,
 * as those of a radio link do, catch up with the samples that were held back. A clock that goes back stays back.
 */
export function gapsIn(anchors: readonly Anchor[], step: number): XdfGap[] {
  const gaps: XdfGap[] = [];
  const lag = ({ time, sample }: Anchor): number => time - sample * step;
  const least = Math.max(shortestGapSeconds, 5 * step);
  let first = 0;
  for (let i = 1; i < anchors.length; i++) {
    const before = anchors[i - 1];
    const after = anchors[i];
    if (!before || !after) continue;
    const excess = lag(after) - lag(before);
    const isBack = after.time < before.time - least;
    if (!isBack && excess <= least) continue;
    const shift = settled(anchors, i, lag, 1) - settled(anchors, i - 1, lag, -1, first);
    if (isBack ? shift >= -least : shift <= least) continue;
    gaps.push({ sample: after.sample, anchor: i, isBack });
    first = i;
  }
  return gaps;
}

/** The least lag near an anchor, forwards or backwards: stamps come late, never early. */
function settled(
  anchors: readonly Anchor[],
  at: number,
  lag: (anchor: Anchor) => number,
  direction: 1 | -1,
  until = 0,
): number {
  const start = anchors[at];
  let least = Infinity;
  for (let i = at; i >= until && i < anchors.length; i += direction) {
    const anchor = anchors[i];
    if (!anchor || !start || Math.abs(anchor.time - start.time) > settledSeconds) break;
    least = Math.min(least, lag(anchor));
  }
  return least;
}
