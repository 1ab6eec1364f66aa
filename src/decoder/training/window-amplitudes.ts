import { square } from '../../ground/math/real.js';
import type { Window } from '../window.js';

/**
 * How the amplitude of a channel is taken: its mean absolute value; how far it swings about the mean of the window,
 * where electrode offsets reach the windows; or not at all, where it holds no signal.
 */
export type AmplitudeKind = 'absolute' | 'swing' | 'none';

/** Beyond any amplitude, whatever unit a recording has. */
export const LARGEST_AMPLITUDE = 1e12;

export const amplitudeKinds: readonly AmplitudeKind[] = ['absolute', 'swing', 'none'];

/** Amplitude of each channel of a window: Σ|x|/L, or Σ|x − mean|/L. */
export function windowAmplitudes(
  { data, length, channels }: Window,
  kinds: readonly AmplitudeKind[],
  out: Float64Array,
): void {
  for (let c = 0; c < channels; c++) {
    out[c] = 0;
    if (kinds[c] === 'none') continue;
    const from = c * length;
    const middle = kinds[c] === 'swing' ? meanOf(data, from, length) : 0;
    let sum = 0;
    for (let at = from; at < from + length; at++) {
      const x = data[at] - middle;
      sum += x < 0 ? -x : x;
    }
    out[c] = sum / length;
  }
}

/** The same of many windows, windows × channels. */
export function allAmplitudes(windows: readonly Window[], kinds: readonly AmplitudeKind[]): Float64Array {
  const channels = kinds.length;
  const out = new Float64Array(windows.length * channels);
  windows.forEach((window, w) =>
    windowAmplitudes(window, kinds, out.subarray(w * channels, (w + 1) * channels)),
  );
  return out;
}

/** Mean and standard deviation of each channel of each window, windows × channels. */
export interface WindowMoments {
  readonly means: Float64Array;
  readonly sds: Float64Array;
}

export function windowMoments(windows: readonly Window[], channels: number): WindowMoments {
  const means = new Float64Array(windows.length * channels);
  const sds = new Float64Array(windows.length * channels);
  windows.forEach(({ data, length }, w) => {
    for (let c = 0; c < channels; c++) {
      const mean = meanOf(data, c * length, length);
      let sum = 0;
      for (let at = c * length; at < (c + 1) * length; at++) sum += square(data[at] - mean);
      means[w * channels + c] = mean;
      sds[w * channels + c] = Math.sqrt(sum / length);
    }
  });
  return { means, sds };
}

/**
 * Whether windows are those of an envelope: a signal on one side of 0 whose mean is large when it swings much, and
 * small when little. An offset stays where it is.
 * @param channel counted from 0
 */
export function isEnvelope({ means, sds }: WindowMoments, channel: number, channels: number): boolean {
  let [n, meanOfMeans, meanOfSds, above, below] = [0, 0, 0, 0, 0];
  for (let at = channel; at < means.length; at += channels) {
    n++;
    meanOfMeans += Math.abs(means[at]);
    meanOfSds += sds[at];
    if (means[at] > 0) above++;
    if (means[at] < 0) below++;
  }
  if (above > 0 && below > 0) return false;
  meanOfMeans /= n;
  meanOfSds /= n;
  let [both, ofMeans, ofSds] = [0, 0, 0];
  for (let at = channel; at < means.length; at += channels) {
    const level = Math.abs(means[at]) - meanOfMeans;
    const swing = sds[at] - meanOfSds;
    both += level * swing;
    ofMeans += level * level;
    ofSds += swing * swing;
  }
  const spread = Math.sqrt(ofMeans / n);
  return both > TOGETHER * Math.sqrt(ofMeans * ofSds) && spread > VARIED * meanOfMeans;
}

/** Correlation of level and swing from which a signal is an envelope. */
const TOGETHER = 0.7;
/** How much the level must vary between windows, as a share of itself. */
const VARIED = 0.25;

function meanOf(data: ArrayLike<number>, from: number, length: number): number {
  const first = data[from];
  let sum = 0;
  for (let at = from; at < from + length; at++) sum += data[at] - first;
  return first + sum / length;
}
