import type { SampleBlock } from '../../ground/signal/sample-block.js';
import { repeatedChannels } from './repeated-channels.js';

/** What is wrong with the channels of recordings, so that nobody is told to record more where an electrode is off. */
export interface ChannelFaults {
  /** Channels, counted from 0, that hold no signal. */
  readonly leftOut: readonly number[];
  /** Pairs of a channel and an earlier one that it repeats. */
  readonly repeated: readonly (readonly [channel: number, of: number])[];
  /** The same in sentences for people, with whatever else was found. */
  readonly warnings: readonly string[];
}

/** A recording to be looked at. */
export interface LookedAt {
  readonly label: string;
  readonly repetition: number;
  readonly signal: SampleBlock;
}

/** Four steps of a Float32: what is left of a constant after a change of unit. */
const ROUNDING = 2.5e-7;
/** A stretch at the extreme must last this long; a peak of EMG that was cut off is shorter. */
const RAIL_SAMPLES = 5;
const RAIL_MS = 5;
/** Share of all samples from which a rail is worth a word. */
const RAIL_SHARE = 0.01;
/** An extreme lies at least this many SD of the other samples from their mean; the floor of an envelope does not. */
const RAIL_SD = 2;

/** Extremes and moments of a channel over all recordings, of its finite samples. */
interface Range {
  low: number;
  high: number;
  /** Recordings, by number, in which it holds one value and no other. */
  constantIn: number[];
}

/**
 * Look at raw recordings for channels that are dead (they never change, or hold no number), repeat another, stand at
 * their highest or lowest value, or fall silent in some recordings.
 * @param channelNames what people call the channels
 * @param fate what becomes of a channel that holds no signal, as it is told
 */
export function channelFaults(
  recordings: readonly LookedAt[],
  channelNames: readonly string[],
  fate = 'it is left out',
): ChannelFaults {
  const called = (c: number): string =>
    /^(ch|channel)?\s*\d+$/i.test(channelNames[c])
      ? `channel ${c + 1}`
      : `channel ${c + 1} (${channelNames[c]})`;
  const leftOut: number[] = [];
  const warnings: string[] = [];
  const signals = recordings.map(({ signal }) => signal);
  channelNames.forEach((_, c) => {
    const range = rangeOf(signals, c);
    if (range.low > range.high) {
      leftOut.push(c);
      warnings.push(`${called(c)} holds no number; ${fate}`);
    } else if (range.constantIn.length === recordings.length) {
      leftOut.push(c);
      warnings.push(`${called(c)} never changes; ${fate}`);
    } else {
      const rails = railWarnings(signals, c, range).map((warning) => `${called(c)} ${warning}`);
      warnings.push(
        ...(rails.length > 0 ? rails : silenceWarnings(recordings, range).map((w) => `${called(c)} ${w}`)),
      );
    }
  });
  const repeated = repeatedChannels(signals, leftOut);
  for (const [channel, of] of repeated) warnings.push(`${called(channel)} repeats ${called(of)}`);
  return { leftOut, repeated, warnings };
}

function rangeOf(signals: readonly SampleBlock[], c: number): Range {
  const range: Range = { low: Infinity, high: -Infinity, constantIn: [] };
  signals.forEach(({ data, length }, n) => {
    let low = Infinity;
    let high = -Infinity;
    for (let at = c * length; at < (c + 1) * length; at++) {
      const x = data[at];
      if (!(x - x === 0)) continue;
      if (x < low) low = x;
      if (x > high) high = x;
    }
    if (!(high - low > ROUNDING * Math.max(Math.abs(low), Math.abs(high)))) range.constantIn.push(n);
    range.low = Math.min(range.low, low);
    range.high = Math.max(range.high, high);
  });
  return range;
}

function railWarnings(signals: readonly SampleBlock[], c: number, { low, high }: Range): string[] {
  return (['highest', 'lowest'] as const).flatMap((which) => {
    const rail = which === 'highest' ? high : low;
    const { share, mean, sd } = standing(signals, c, rail);
    if (share < RAIL_SHARE || Math.abs(rail - mean) < RAIL_SD * sd) return [];
    const percent = Math.max(1, Math.round(100 * share));
    return [
      `stands at its ${which} value for ${percent} % of the time: its electrode is off, or its gain too high`,
    ];
  });
}

/** Share of samples in stretches at a value, and mean and SD of all others. */
function standing(
  signals: readonly SampleBlock[],
  c: number,
  value: number,
): { share: number; mean: number; sd: number } {
  let [stuck, count, sum, squares] = [0, 0, 0, 0];
  const middle = firstOther(signals, c, value);
  for (const { data, length, sampleRateHz } of signals) {
    const least = Math.max(RAIL_SAMPLES, (RAIL_MS * sampleRateHz) / 1000);
    let run = 0;
    for (let at = c * length; at <= (c + 1) * length; at++) {
      const x = at < (c + 1) * length ? data[at] : NaN;
      if (x === value) {
        run++;
        continue;
      }
      if (run >= least) stuck += run;
      else {
        count += run;
        sum += run * (value - middle);
        squares += run * (value - middle) * (value - middle);
      }
      run = 0;
      if (!(x - x === 0)) continue;
      count++;
      sum += x - middle;
      squares += (x - middle) * (x - middle);
    }
  }
  const mean = count > 0 ? sum / count : 0;
  const sd = count > 0 ? Math.sqrt(Math.max(0, squares / count - mean * mean)) : 0;
  return { share: stuck / (stuck + count), mean: mean + middle, sd };
}

/** A sample that is not this value, to count from: sums of squares lose nothing to an offset then. */
function firstOther(signals: readonly SampleBlock[], c: number, value: number): number {
  for (const { data, length } of signals)
    for (let at = c * length; at < (c + 1) * length; at++)
      if (data[at] !== value && data[at] - data[at] === 0) return data[at];
  return value;
}

function silenceWarnings(recordings: readonly LookedAt[], { constantIn }: Range): string[] {
  if (constantIn.length === 0) return [];
  const first = recordings[constantIn[0]];
  return [
    `does not change in ${constantIn.length} of ${recordings.length} recordings ` +
      `(the first: ${first.label}, repetition ${first.repetition})`,
  ];
}
