import { humOf } from '../../../src/decoder/training/mains-hum.js';
import { correlation } from '../../../src/ground/math/statistics.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { ticksPerSecond } from './heart-ticks.js';
import type { Observation, Stretch } from './observation.js';

const UV = 1e6;
/** Means over this long follow what is slower than EMG. */
const SLOW_MS = 50;
/** A sample at the extreme counts where its neighbours stand there too: a single peak is no rail. */
const RAIL_RUN = 3;
/** Beyond this many channels only neighbours are compared. */
const ALL_PAIRS = 16;

/** What is measured of one channel, µV RMS where it is an amplitude. */
export interface ChannelMeasured {
  readonly name: string;
  /** As decoded, while rest is intended; NaN where nobody rested. */
  readonly restUv: number;
  /** As decoded, in the movement in which it is strongest; NaN where nobody moved. */
  readonly activeUv: number;
  /** The raw signal holds one value and no other. */
  readonly constant: boolean;
  readonly lostShare: number;
  readonly railShare: number;
  /** Hum of the mains in the raw signal, with its frequency; 0 where no line stands out. */
  readonly humUv: number;
  readonly humHz: number;
  /** What is slower than EMG in the raw signal. */
  readonly slowUv: number;
}

/** Share of windows, and of what. */
export interface Mistaken {
  readonly truth: string;
  readonly decided: string;
  readonly share: number;
}

/** Everything that the guide judges by, in numbers. */
export interface MeasuredChain {
  readonly seconds: number;
  readonly restSeconds: number;
  readonly activeSeconds: number;
  readonly channels: readonly ChannelMeasured[];
  readonly restExcitation: number | undefined;
  /** The two channels that are most alike, and how much: correlation of what is decoded. */
  readonly alike: { readonly names: readonly [string, string]; readonly r: number } | undefined;
  /** Beats in the raw signal of rest that most channels share. */
  readonly ticksPerSecond: number;
  /** Windows that can be judged, and the share of them decided rightly. */
  readonly windows: number;
  readonly accuracy: number;
  readonly calibratedAccuracy: number | undefined;
  /** Windows of rest, the share in which something moved, and what moved most. */
  readonly restWindows: number;
  readonly restMoved: Mistaken | undefined;
  /** The movement that is most often taken for another one. */
  readonly confused: Mistaken | undefined;
  /** Amplitude over rest of the movement that differs most from the calibration: now, and then. */
  readonly strength: { readonly movement: string; readonly now: number; readonly then: number } | undefined;
  readonly delayMs: number | undefined;
}

/** Measure an observation. */
export function measureChain(seen: Observation): MeasuredChain {
  const { stretches, sampleRateHz, filtered, windows } = seen;
  const resting = stretches.filter(({ movement }) => movement === 'rest');
  const moving = stretches.filter(({ movement }) => movement !== 'rest');
  const secondsOf = (of: readonly Stretch[]): number =>
    of.reduce((sum, { from, until }) => sum + until - from, 0) / sampleRateHz;
  const movements = [...new Set(moving.map(({ movement }) => movement))];
  const restUv = filtered.map((row) => rmsUv(row, resting));
  const activeUv = movements.map((movement) => {
    const own = moving.filter((stretch) => stretch.movement === movement);
    return filtered.map((row) => rmsUv(row, own));
  });
  const blocks = wholeSeconds(seen);
  const judged = windows.filter(({ steady }) => steady);
  return {
    seconds: (seen.raw[0]?.length ?? 0) / sampleRateHz,
    restSeconds: secondsOf(resting),
    activeSeconds: secondsOf(moving),
    channels: seen.channels.map((name, c) => ({
      name,
      restUv: restUv[c] ?? NaN,
      activeUv: movements.length === 0 ? NaN : Math.max(...activeUv.map((of) => of[c] ?? NaN)),
      ...ofRaw(seen, c, blocks),
    })),
    restExcitation: seen.restExcitation,
    alike: mostAlike(seen),
    ticksPerSecond: ticksPerSecond(seen.raw, resting, sampleRateHz),
    windows: judged.length,
    accuracy: shareOf(judged, ({ label, decided }) => label === decided),
    calibratedAccuracy: seen.calibratedAccuracy,
    restWindows: judged.filter(({ label }) => label === 'rest').length,
    restMoved: mistaken(judged, (label) => label === 'rest'),
    confused: mistaken(judged, (label) => label !== 'rest'),
    strength: strengthOf(seen, movements, activeUv, restUv),
    delayMs: seen.delayMs,
  };
}

function ofRaw(
  { raw, sampleRateHz }: Observation,
  c: number,
  blocks: readonly SampleBlock[],
): Omit<ChannelMeasured, 'name' | 'restUv' | 'activeUv'> {
  const row = raw[c] ?? new Float32Array();
  let [low, high, lost] = [Infinity, -Infinity, 0];
  for (const x of row) {
    if (Number.isNaN(x)) lost++;
    if (x < low) low = x;
    if (x > high) high = x;
  }
  const quiet = quietest(blocks, c);
  const hums = [50, 60].map((hz) => ({ hz, rms: humOf(quiet, c, hz)?.rms ?? 0 }));
  const hum = hums.reduce((most, next) => (next.rms > most.rms ? next : most));
  const constant = high === low;
  return {
    constant,
    lostShare: row.length === 0 ? 0 : lost / row.length,
    railShare: constant ? 0 : standing(row, low) + standing(row, high),
    humUv: UV * hum.rms,
    humHz: hum.hz,
    slowUv: UV * slowOf(row, Math.round((SLOW_MS * sampleRateHz) / 1000)),
  };
}

/** Share of samples that stand at a value together with their neighbours. */
function standing(row: Float32Array, value: number): number {
  let [run, all] = [0, 0];
  for (let i = 0; i <= row.length; i++) {
    if (row[i] === value) {
      run++;
      continue;
    }
    if (run >= RAIL_RUN) all += run;
    run = 0;
  }
  return row.length === 0 ? 0 : all / row.length;
}

/** Standard deviation of means over some samples. */
function slowOf(row: Float32Array, over: number): number {
  const means: number[] = [];
  for (let at = 0; at + over <= row.length; at += over) {
    let sum = 0;
    for (let i = at; i < at + over; i++) sum += row[i] ?? NaN;
    if (!Number.isNaN(sum)) means.push(sum / over);
  }
  const mean = means.reduce((sum, x) => sum + x, 0) / means.length;
  return Math.sqrt(means.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / means.length) || 0;
}

function rmsUv(row: Float32Array, stretches: readonly Stretch[]): number {
  let [squares, count] = [0, 0];
  for (const { from, until } of stretches)
    for (let i = from; i < until; i++) {
      const x = row[i] ?? NaN;
      if (Number.isNaN(x)) continue;
      squares += x * x;
      count++;
    }
  return count === 0 ? NaN : UV * Math.sqrt(squares / count);
}

/** Stretches of a second without a lost sample, in all channels. */
function wholeSeconds({ raw, sampleRateHz }: Observation): SampleBlock[] {
  const length = Math.round(sampleRateHz);
  const blocks: SampleBlock[] = [];
  for (let index = 0; index + length <= (raw[0]?.length ?? 0); index += length) {
    const data = new Float32Array(raw.length * length);
    raw.forEach((row, c) => data.set(row.subarray(index, index + length), c * length));
    if (!data.some(Number.isNaN)) blocks.push({ index, sampleRateHz, channels: raw.length, length, data });
  }
  return blocks;
}

/**
 * The third of some blocks in which a channel is quietest: hum is always there, and the lines of motor units that fire
 * evenly, which look like it, are not.
 */
function quietest(blocks: readonly SampleBlock[], c: number): SampleBlock[] {
  const power = ({ data, length }: SampleBlock): number =>
    data.subarray(c * length, (c + 1) * length).reduce((sum, x) => sum + x * x, 0);
  return blocks
    .map((block) => ({ block, power: power(block) }))
    .sort((a, b) => a.power - b.power)
    .slice(0, Math.ceil(blocks.length / 3))
    .map(({ block }) => block);
}

function mostAlike({ filtered, channels }: Observation): MeasuredChain['alike'] {
  let best: { names: [string, string]; r: number } | undefined;
  // What is lost is lost on all channels.
  const kept = filtered.map((row) => row.filter((x) => !Number.isNaN(x)));
  for (let a = 0; a < filtered.length; a++)
    for (let b = a + 1; b < filtered.length; b++) {
      const near = b === a + 1 || (a === 0 && b === filtered.length - 1);
      if (filtered.length > ALL_PAIRS && !near) continue;
      const r = Math.abs(correlation(kept[a] ?? [], kept[b] ?? []));
      if (r > (best?.r ?? 0)) best = { names: [channels[a] ?? '', channels[b] ?? ''], r };
    }
  return best;
}

type Judged = Observation['windows'][number];

function shareOf(windows: readonly Judged[], so: (window: Judged) => boolean): number {
  return windows.length === 0 ? NaN : windows.filter(so).length / windows.length;
}

/** What is most often decided in place of one of some intents; undefined where none of them was seen. */
function mistaken(windows: readonly Judged[], of: (label: string) => boolean): Mistaken | undefined {
  let worst: Mistaken | undefined;
  for (const truth of new Set(windows.map(({ label }) => label).filter(of))) {
    const own = windows.filter(({ label }) => label === truth);
    const wrong = own.filter(({ decided }) => decided !== truth).map(({ decided }) => decided);
    const counts = new Map<string, number>();
    for (const decided of wrong) counts.set(decided, (counts.get(decided) ?? 0) + 1);
    const [decided = truth] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    const share = wrong.length / own.length;
    if (!worst || share > worst.share) worst = { truth, decided, share };
  }
  return worst;
}

function strengthOf(
  { calibratedOverRest }: Observation,
  movements: readonly string[],
  activeUv: readonly (readonly number[])[],
  restUv: readonly number[],
): MeasuredChain['strength'] {
  const rest = sum(restUv);
  const seen = movements.flatMap((movement, m) => {
    const then = calibratedOverRest[movement];
    const now = sum(activeUv[m] ?? []) / rest;
    return then !== undefined && Number.isFinite(now) ? [{ movement, now, then }] : [];
  });
  const apart = (one: { now: number; then: number }): number => Math.abs(Math.log(one.now / one.then));
  return seen.sort((a, b) => apart(b) - apart(a))[0];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
