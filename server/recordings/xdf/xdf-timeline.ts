import { roundest } from '../clock.js';
import type { Anchor } from './xdf-anchors.js';
import { believable, gapsIn, likelyStep } from './xdf-gaps.js';

/** Samples without a gap. */
interface Stretch {
  /** Number of the first sample, and of the one after the last. */
  readonly from: number;
  readonly until: number;
  /** Index of the first sample. */
  readonly index: number;
  /** Seconds on the recorder's clock at the first sample. */
  readonly time: number;
}

/** Where the samples of a stream lie on the sample index, and so where a time does. */
export interface XdfTimeline {
  /** Samples a second, as the stamps have it or as the header says; undefined where neither tells. */
  readonly rateHz: number | undefined;
  readonly stretches: readonly Stretch[];
  /** Index after the last sample. */
  readonly length: number;
  /** Index of the sample nearest to a time on the recorder's clock: below 0 before the first; undefined without stamps. */
  indexAt(time: number): number | undefined;
}

/** The rate that a header states is taken where the stamps agree to this. */
const nominalTolerance = 1e-3;

/**
 * The time line of a stream: a straight line through its stamps, broken where samples are missing or the clock goes
 * back, with one sampling interval for all of it. So jitter of the stamps makes no gap, and a lost packet is no drift.
 * What was found goes to `notes`.
 *
 * @param samples in the stream
 * @param nominalRateHz as the header says; 0 for an irregular stream
 */
export function xdfTimeline(
  anchors: readonly Anchor[],
  samples: number,
  nominalRateHz: number,
  name: string,
  notes: string[],
): XdfTimeline {
  const known = believable(anchors);
  const likely = likelyStep(known, nominalRateHz);
  if (likely === undefined)
    return {
      rateHz: undefined,
      stretches: [{ from: 0, until: samples, index: 0, time: 0 }],
      length: samples,
      indexAt: () => undefined,
    };
  const gaps = gapsIn(known, likely);
  const parts = [undefined, ...gaps].map((gap, i) => ({
    isBack: gap?.isBack ?? false,
    from: gap?.sample ?? 0,
    until: gaps[i]?.sample ?? samples,
    anchors: known.slice(gap?.anchor ?? 0, gaps[i]?.anchor),
  }));
  const { step, certainty } = commonStep(
    parts.map((part) => part.anchors),
    likely,
  );
  const stretches: Stretch[] = [];
  const missing: { after: number; seconds: number }[] = [];
  let back = 0;
  for (const { isBack, from, until, anchors: own } of parts) {
    const time = mean(own.map((anchor) => anchor.time - (anchor.sample - from) * step));
    const before = stretches.at(-1);
    let index = from;
    if (before) {
      const end = before.index + before.until - before.from;
      const lost = time - (before.time + (before.until - before.from) * step);
      if (isBack) back++;
      else missing.push({ after: end - 1, seconds: lost });
      index = end + Math.max(1, Math.round(lost / step));
    }
    stretches.push({ from, until, index, time });
  }
  tellGaps(name, missing, back, notes);
  const last = stretches.at(-1);
  return {
    rateHz: rateOf(1 / step, certainty, nominalRateHz, name, notes),
    stretches,
    length: last ? last.index + last.until - last.from : 0,
    indexAt: (time) => indexAt(time, stretches, step),
  };
}

/** One interval for all stretches: the slope that fits their stamps best, and how far stamps could bend it. */
function commonStep(
  parts: readonly (readonly Anchor[])[],
  likely: number,
): { step: number; certainty: number } {
  let [square, product, span] = [0, 0, 0];
  for (const part of parts) {
    const sample = mean(part.map((anchor) => anchor.sample));
    const time = mean(part.map((anchor) => anchor.time));
    for (const anchor of part) {
      square += (anchor.sample - sample) * (anchor.sample - sample);
      product += (anchor.sample - sample) * (anchor.time - time);
    }
    span += (part.at(-1)?.time ?? 0) - (part[0]?.time ?? 0);
  }
  const step = square > 0 && product > 0 ? product / square : likely;
  let worst = 0;
  for (const part of parts) {
    const start = mean(part.map((anchor) => anchor.time - anchor.sample * step));
    for (const { time, sample } of part) worst = Math.max(worst, Math.abs(time - sample * step - start));
  }
  return { step, certainty: span > 0 ? (2 * worst) / span : Infinity };
}

/** The header's rate where stamps do not contradict it; else that of the stamps, said. */
function rateOf(
  measured: number,
  certainty: number,
  nominalRateHz: number,
  name: string,
  notes: string[],
): number {
  const rounded = roundest(measured, certainty * measured);
  const told = Number(rounded.toPrecision(7));
  if (nominalRateHz === 0) {
    notes.push(`The header of the stream "${name}" states no rate; its time stamps say ${told} Hz.`);
    return rounded;
  }
  if (Math.abs(measured / nominalRateHz - 1) <= Math.max(nominalTolerance, certainty)) return nominalRateHz;
  notes.push(
    `The header of the stream "${name}" states ${nominalRateHz} Hz, its time stamps say ${told} Hz, which is taken.`,
  );
  return rounded;
}

function tellGaps(
  name: string,
  missing: readonly { after: number; seconds: number }[],
  back: number,
  notes: string[],
): void {
  if (missing.length > 0) {
    const shown = missing
      .slice(0, 3)
      .map(({ after, seconds }) => `${Number(seconds.toPrecision(3))} s after sample ${after}`);
    notes.push(
      `The stream "${name}" has ${missing.length === 1 ? 'a gap' : `${missing.length} gaps`} (${shown.join(', ')}${missing.length > 3 ? ' …' : ''}); the sample index jumps there.`,
    );
  }
  if (back > 0)
    notes.push(
      `The time of the stream "${name}" goes back ${back === 1 ? 'once' : `${back} times`}; the sample index jumps there by one.`,
    );
}

function indexAt(time: number, stretches: readonly Stretch[], step: number): number | undefined {
  // The last stretch that has begun; a time before all of them counts back from the first.
  let place = stretches.findLastIndex((stretch) => stretch.time <= time + step / 2);
  if (place < 0) place = 0;
  const stretch = stretches[place];
  if (!stretch) return undefined;
  const index = stretch.index + Math.round((time - stretch.time) / step);
  // Within a gap a label stands where it was given, never beyond what comes after.
  return Number.isFinite(index) ? Math.min(index, stretches[place + 1]?.index ?? Infinity) : undefined;
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const [i, value] of values.entries()) sum += (value - sum) / (i + 1);
  return sum;
}
