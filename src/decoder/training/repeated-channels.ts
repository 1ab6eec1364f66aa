import type { SampleBlock } from '../../ground/signal/sample-block.js';

/** Samples by which channels are compared before they are compared in full. */
const GLANCE = 256;
/** Share of the variance that another channel leaves unexplained; neighbouring electrodes leave a thousand times it. */
const UNEXPLAINED = 1e-6;

/**
 * Channels that are another one times a number and shifted, up to rounding.
 * @param leftOut channels that are not looked at
 * @returns each with the first channel that it repeats
 */
export function repeatedChannels(
  signals: readonly SampleBlock[],
  leftOut: readonly number[],
): (readonly [channel: number, of: number])[] {
  const { channels = 0 } = signals[0] ?? {};
  const total = signals.reduce((sum, { length }) => sum + length, 0);
  const glances = Array.from({ length: channels }, (_, c) =>
    standardised(samplesOf(signals, c, total, GLANCE)),
  );
  const whole = new Map<number, Float64Array>();
  const all = (c: number): Float64Array => {
    const known = whole.get(c) ?? standardised(samplesOf(signals, c, total, total));
    whole.set(c, known);
    return known;
  };
  const repeated: (readonly [number, number])[] = [];
  for (let b = 1; b < channels; b++) {
    if (leftOut.includes(b)) continue;
    for (let a = 0; a < b; a++) {
      if (leftOut.includes(a) || !alike(glances[a], glances[b]) || !alike(all(a), all(b))) continue;
      repeated.push([b, a]);
      break;
    }
  }
  return repeated;
}

function alike(a: Float64Array, b: Float64Array): boolean {
  let product = 0;
  for (let i = 0; i < a.length; i++) product += a[i] * b[i];
  return 1 - product * product < UNEXPLAINED;
}

/** At most `count` samples of a channel, evenly over all signals; what is no number is 0. */
function samplesOf(signals: readonly SampleBlock[], c: number, total: number, count: number): Float64Array {
  const step = Math.max(1, total / count);
  const samples = new Float64Array(Math.floor(total / step));
  let before = 0;
  let n = 0;
  for (const { data, length } of signals) {
    for (; n < samples.length; n++) {
      const at = Math.floor(n * step) - before;
      if (at >= length) break;
      const x = data[c * length + at];
      samples[n] = x - x === 0 ? x : 0;
    }
    before += length;
  }
  return samples;
}

/** Mean 0 and sum of squares 1, in place; zeros where nothing changes. */
function standardised(x: Float64Array): Float64Array {
  const [first = 0] = x;
  let mean = 0;
  for (let i = 0; i < x.length; i++) mean += (x[i] - first) / x.length;
  let squares = 0;
  for (let i = 0; i < x.length; i++) {
    x[i] -= first + mean;
    squares += x[i] * x[i];
  }
  const size = Math.sqrt(squares);
  for (let i = 0; i < x.length; i++) x[i] = size > 0 ? x[i] / size : 0;
  return x;
}
