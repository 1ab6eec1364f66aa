import type { ClockOffset } from './xdf-scan.js';

/** From the clock of a stream to that of the recorder, seconds. */
export type ClockCorrection = (time: number) => number;

/** An offset that jumps by more than this, seconds, is of a clock that was set anew, or a measurement that failed. */
const resetSeconds = 1;
/** Residuals below this, seconds, count in full: how well a network lets offsets be measured. */
const precisionSeconds = 1e-4;
/** How far beyond the measurements, seconds, a drift is believed. */
const extrapolatedSeconds = 60;

interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly at: number;
  readonly offset: number;
  readonly drift: number;
}

/**
 * Correction of a stream's stamps by the offsets measured while it was recorded: a straight line through them, in which
 * outliers weigh little (Huber's weights, as pyxdf does; from memory). Where the clock was set anew another line begins;
 * a stamp takes the line whose measurements are nearest to it.
 */
export function clockCorrection(offsets: readonly ClockOffset[]): ClockCorrection {
  const stretches = withoutOutliers(offsets).map(lineThrough);
  return (time) => {
    let best: Stretch | undefined;
    let nearest = Infinity;
    for (const stretch of stretches) {
      const far = Math.max(0, stretch.from - time, time - stretch.until);
      if (far >= nearest) continue;
      nearest = far;
      best = stretch;
    }
    if (!best) return time;
    const within = Math.min(
      best.until + extrapolatedSeconds,
      Math.max(best.from - extrapolatedSeconds, time),
    );
    return time + best.offset + best.drift * (within - best.at);
  };
}

/** Offsets in stretches of one clock, without single ones that agree with neither neighbour. */
function withoutOutliers(offsets: readonly ClockOffset[]): ClockOffset[][] {
  const finite = offsets.filter(({ time, value }) => Number.isFinite(time) && Number.isFinite(value));
  const agree = (a: ClockOffset | undefined, b: ClockOffset | undefined): boolean =>
    a !== undefined && b !== undefined && b.time >= a.time && Math.abs(b.value - a.value) <= resetSeconds;
  const kept = finite.filter(
    (offset, i) => finite.length < 3 || agree(finite[i - 1], offset) || agree(offset, finite[i + 1]),
  );
  const stretches: ClockOffset[][] = [];
  for (const offset of kept) {
    const last = stretches.at(-1);
    if (last && agree(last.at(-1), offset)) last.push(offset);
    else stretches.push([offset]);
  }
  return stretches;
}

function lineThrough(offsets: readonly ClockOffset[]): Stretch {
  const weights = offsets.map(() => 1);
  let line = { at: 0, offset: 0, drift: 0 };
  for (let turn = 0; turn < 10; turn++) {
    let [sum, at, offset] = [0, 0, 0];
    for (const [i, { time, value }] of offsets.entries()) {
      const weight = weights[i] ?? 0;
      sum += weight;
      at += (weight * (time - at)) / sum;
      offset += (weight * (value - offset)) / sum;
    }
    let [square, product] = [0, 0];
    for (const [i, { time, value }] of offsets.entries()) {
      square += (weights[i] ?? 0) * (time - at) * (time - at);
      product += (weights[i] ?? 0) * (time - at) * (value - offset);
    }
    line = { at, offset, drift: square > 0 ? product / square : 0 };
    for (const [i, { time, value }] of offsets.entries()) {
      const residual = Math.abs(value - line.offset - line.drift * (time - at));
      weights[i] = residual <= precisionSeconds ? 1 : precisionSeconds / residual;
    }
  }
  return { ...line, from: offsets[0]?.time ?? 0, until: offsets.at(-1)?.time ?? 0 };
}
