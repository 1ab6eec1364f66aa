import type { TemplateBank } from '../../../../../src/body/conductor/template-bank.js';
import type { Activation } from '../../../../../src/body/intent/intent-state.js';
import type { MovementId } from '../../../../../src/ground/movement/movement.js';
import { Fourier } from '../../../../../src/ground/signal/fft.js';
import type { BodyScenario } from '../../../../../src/body/synthesis/body-scenario.js';
import { TemplateShop } from '../../../../../src/body/synthesis/template-shop.js';
import { perSample } from '../../../../../src/body/synthesis/truth.js';
import { Synthesizer, type SynthesizerOptions } from '../../../../../src/body/synthesis/synthesizer.js';

/** What a stream delivered, row by row. */
export interface Measured {
  readonly synthesizer: Synthesizer;
  readonly sampleRateHz: number;
  readonly rows: readonly Float32Array[];
  readonly clean: readonly Float32Array[];
  /** One row per muscle. */
  readonly force: readonly Float32Array[];
  readonly excitation: readonly Float32Array[];
  readonly flags: Uint32Array;
  readonly discharges: readonly { readonly muscle: number; readonly unit: number; readonly at: number }[];
  /** Intent in each quantum of 10 ms. */
  readonly intents: readonly {
    readonly movement: MovementId;
    readonly strength: number;
    readonly cue: MovementId;
  }[];
}

const shop = new TemplateShop(100, 40);

/** Templates of a rested body, derived once for bodies alike. */
export const bankOf = (body: BodyScenario): TemplateBank => shop.fresh(body);

/** New templates for a body that was changed, as a host derives them. */
export function adoptRequested(synthesizer: Synthesizer): void {
  synthesizer.adoptTemplates(shop.derive(synthesizer.templateRequest()));
}

export function synthesizerOf(body: BodyScenario, options: SynthesizerOptions = {}): Synthesizer {
  return new Synthesizer(body, { templates: bankOf(body), ...options });
}

/**
 * Let a stream run for some seconds from where it is.
 * @param blockMs length of the pieces, between which `beforeBlock` may turn something
 */
export function record(
  synthesizer: Synthesizer,
  seconds: number,
  {
    blockMs = 10,
    beforeBlock = () => undefined,
  }: { blockMs?: number; beforeBlock?: (index: number) => void } = {},
): Measured {
  const { sampleRateHz, channels, muscleNames } = synthesizer;
  const step = Math.round((blockMs * sampleRateHz) / 1000);
  const blocks = Math.round((seconds * sampleRateHz) / step);
  const rows = (count: number): Float32Array[] =>
    Array.from({ length: count }, () => new Float32Array(blocks * step));
  const measured = {
    synthesizer,
    sampleRateHz,
    rows: rows(channels),
    clean: rows(channels),
    force: rows(muscleNames.length),
    excitation: rows(muscleNames.length),
    flags: new Uint32Array(blocks * step),
    discharges: [] as { muscle: number; unit: number; at: number }[],
    intents: [] as { movement: MovementId; strength: number; cue: MovementId }[],
  };
  for (let q = 0; q < blocks; q++) {
    beforeBlock(synthesizer.index);
    const { signal, truth } = synthesizer.next(step);
    const put = (into: Float32Array[], from: Float32Array): void =>
      into.forEach((row, r) => row.set(from.subarray(r * step, (r + 1) * step), q * step));
    put(measured.rows, signal.data);
    put(measured.clean, truth.clean);
    const { steps, discharges } = truth;
    put(measured.force, perSample(truth, steps.force));
    put(measured.excitation, perSample(truth, steps.excitation));
    measured.flags.set(truth.flags, q * step);
    for (let d = 0; d < discharges.length; d += 3)
      measured.discharges.push({
        muscle: discharges[d],
        unit: discharges[d + 1],
        at: q * step + discharges[d + 2],
      });
    steps.movement.forEach((movement, k) =>
      measured.intents.push({ movement, strength: steps.strength[k], cue: steps.cue[k] }),
    );
  }
  return measured;
}

/** How a row is measured. */
export interface Protocol {
  readonly seconds?: number;
  /** Seconds left out before. */
  readonly skip?: number;
  /** Live intent; null leaves it to the script. Bending the elbow at 40 % where absent. */
  readonly effort?: readonly Activation[] | null;
  /** Second from which on there is another live intent. */
  readonly then?: readonly (readonly [second: number, effort: readonly Activation[]])[];
}

/** Stream a body from its start. */
export function measure(body: BodyScenario, protocol: Protocol = {}): Measured {
  const { seconds = 1.5, skip = 0.5, effort = bend(0.4), then = [] } = protocol;
  const synthesizer = synthesizerOf(body);
  synthesizer.intend(effort);
  const beforeBlock = (index: number): void => {
    for (const [second, wanted] of then)
      if (index === Math.round(second * body.sampleRateHz)) synthesizer.intend(wanted);
  };
  const pieces = { blockMs: effort === null ? 10 : 100, beforeBlock };
  if (skip > 0) record(synthesizer, skip, pieces);
  return record(synthesizer, seconds, pieces);
}

/**
 * What many people show on average, as a geometric mean, who are alike in all but where their units lie: among the few
 * units of a small muscle it is luck whether a large one lies right below an electrode.
 */
export function overPeople(
  body: BodyScenario,
  read: (measured: Measured) => number,
  { people = 12, protocol = {} }: { people?: number; protocol?: Protocol } = {},
): number {
  const logs = Array.from({ length: people }, (_, n) =>
    Math.log(read(measure({ ...body, person: { number: n + 1, traits: {} } }, protocol))),
  );
  return Math.exp(mean(logs));
}

/** Bending the elbow with some part of full strength. */
export function bend(strength: number): Activation[] {
  return [{ movement: 'elbow-flexion', strength }];
}

export function mean(x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i];
  return sum / x.length;
}

export function rms(x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
  return Math.sqrt(sum / x.length);
}

/** Standard deviation over mean. */
export function variation(x: readonly number[]): number {
  const m = mean(x);
  return Math.sqrt(mean(x.map((v) => (v - m) ** 2))) / m;
}

/** Amplitude of the channel over the resting muscle relative to that over the active one. */
export function crosstalk({ clean }: Measured): number {
  return rms(clean[2]) / rms(clean[0]);
}

export function peak(x: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < x.length; i++) most = Math.max(most, Math.abs(x[i]));
  return most;
}

/** Power spectrum, averaged over Hann windows of 512 samples, half over one another. */
export function spectrum(x: ArrayLike<number>): Float64Array {
  const size = 512;
  const fourier = new Fourier(size);
  const sum = new Float64Array(size / 2 + 1);
  const power = new Float64Array(size / 2 + 1);
  const piece = new Float64Array(size);
  for (let start = 0; start + size <= x.length; start += size / 2) {
    for (let i = 0; i < size; i++)
      piece[i] = x[start + i] * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / size));
    fourier.power(piece, power);
    for (let k = 0; k <= size / 2; k++) sum[k] += power[k];
  }
  return sum;
}

/** Share of the power between two frequencies. */
export function bandShare(
  { rows, sampleRateHz }: Measured,
  lowHz: number,
  highHz: number,
  channel = 0,
): number {
  const power = spectrum(rows[channel]);
  let inside = 0;
  let all = 0;
  for (let k = 1; k < power.length; k++) {
    const hz = (k * sampleRateHz) / (2 * (power.length - 1));
    all += power[k];
    if (hz >= lowHz && hz < highHz) inside += power[k];
  }
  return inside / all;
}

/** Frequency that halves the power of a channel’s clean EMG. */
export function medianHz({ clean, sampleRateHz }: Measured, channel = 0): number {
  const power = spectrum(clean[channel]);
  const half = power.reduce((a, b) => a + b) / 2;
  let sum = 0;
  let k = 0;
  while (sum < half) sum += power[k++];
  return ((k - 1) * sampleRateHz) / (2 * (power.length - 1));
}

/** Correlation between two delivered channels. */
export function correlation({ rows }: Measured, a: number, b: number): number {
  return mean(rows[a].map((x, i) => x * rows[b][i])) / (rms(rows[a]) * rms(rows[b]));
}

/** Share of a channel's clean power above a frequency. */
export function shareAbove({ clean, sampleRateHz }: Measured, hz: number, channel = 0): number {
  const power = spectrum(clean[channel]);
  const from = Math.round((hz * 2 * (power.length - 1)) / sampleRateHz);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const all = Array.from(power);
  return sum(all.slice(from)) / sum(all);
}

/** Intervals between the discharges of each unit of the first muscle, ms. */
export function intervals({ discharges, sampleRateHz }: Measured): number[] {
  const last = new Map<number, number>();
  const found: number[] = [];
  for (const { muscle, unit, at } of discharges) {
    if (muscle !== 0) continue;
    const before = last.get(unit);
    if (before !== undefined) found.push(((at - before) * 1000) / sampleRateHz);
    last.set(unit, at);
  }
  return found;
}

/** Discharges per second of the units of the first muscle that discharge at all. */
export function meanRate(measured: Measured): number {
  return 1000 / mean(intervals(measured));
}

/** Units of a muscle that discharge. */
export function activeUnits({ discharges }: Measured, muscle = 0): Set<number> {
  return new Set(discharges.filter((d) => d.muscle === muscle).map(({ unit }) => unit));
}

/** How often, where, and for how many samples in all, a flag shows. */
export function flagged(
  { flags }: Measured,
  bit: number,
): { times: number; samples: number; starts: number[] } {
  const starts: number[] = [];
  let samples = 0;
  for (let i = 0; i < flags.length; i++) {
    if ((flags[i] & bit) === 0) continue;
    samples++;
    if (i === 0 || (flags[i - 1] & bit) === 0) starts.push(i);
  }
  return { times: starts.length, samples, starts };
}

/** Differences of neighbours. */
export function steps(x: readonly number[]): number[] {
  return x.slice(1).map((v, i) => v - x[i]);
}
