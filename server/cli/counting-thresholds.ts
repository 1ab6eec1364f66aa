import type { FeatureOptions } from '../../src/decoder/features/feature-options.js';
import type { ConventionFlags } from './convention-flags.js';
import type { NumberRecording } from '../recordings/read-numbers.js';

const counted = ['ZC', 'SSC', 'WAMP'] as const;
/** WAMP is to count what noise hardly does: two samples of it differ by more than three SD in 3 % of cases. */
const wampMultiple = 3;
/** Rest is what is quieter than this share of the windows, where no label says what it is. */
const quietShare = 0.1;
/** Noise of a surface amplifier with its electrodes, in volts; an assumption, for recordings without any rest. */
const assumedNoise = 3e-6;

/** Options of features in the unit of a recording, with what must be said of them. */
export interface CountingOptions {
  readonly options: FeatureOptions;
  readonly notes: readonly string[];
}

/**
 * Thresholds and resolution in the unit of a recording. Where nothing is chosen, ZC and SSC count every crossing and
 * turn, as LibEMG does, and WAMP counts steps that noise does not make: LibEMG's own threshold, 0.002 of whatever unit
 * the file has, makes every step count where that is µV.
 *
 * @param features names of the features that are asked for, sets resolved
 */
export function countingOptions(
  recording: NumberRecording,
  choice: ConventionFlags['thresholds'],
  features: readonly string[],
  windowSamples: number,
): CountingOptions {
  const resolution = 1e-6 / recording.unitScale;
  if (typeof choice === 'number')
    return { options: { resolution, thresholds: { ZC: choice, SSC: choice, WAMP: choice } }, notes: [] };
  const names = counted.filter((name) => features.includes(name) && (choice === 'rest' || name === 'WAMP'));
  if (choice === 'libemg' || names.length === 0)
    return { options: { resolution, counts: choice === 'rest' ? 'hudgins' : 'libemg' }, notes: [] };
  const { noise, from } = restNoise(recording, windowSamples);
  const wamp = noise.map((each) => wampMultiple * each);
  const options: FeatureOptions =
    choice === 'rest'
      ? { resolution, thresholds: { ZC: noise, SSC: noise, WAMP: wamp } }
      : { resolution, counts: 'libemg', thresholds: { WAMP: wamp } };
  const largest = Number(Math.max(...noise).toPrecision(3));
  const note =
    `${names.join(', ')} ${names.length === 1 ? 'counts' : 'count'} above the noise of rest (${choice === 'rest' ? 'ZC and SSC 1 ×, WAMP 3 ×' : '3 ×'} ` +
    `its SD, up to ${largest} ${unitName(recording.unitScale)}), taken from ${from}; --thresholds gives others, and libemg LibEMG's.`;
  return { options, notes: [note] };
}

function unitName(scale: number): string {
  return (
    new Map([
      [1, 'V'],
      [1e-3, 'mV'],
      [1e-6, 'µV'],
      [1e-9, 'nV'],
    ]).get(scale) ?? `× ${scale} V`
  );
}

/** SD of every channel at rest: of what is labelled rest, else of the quietest windows. */
function restNoise(
  { stretches, segments, channelNames, unitScale }: NumberRecording,
  windowSamples: number,
): { readonly noise: readonly number[]; readonly from: string } {
  const rest = segments.filter(({ label }) => label === 'rest');
  const isRest = (from: number, to: number): boolean =>
    rest.some(({ index, length }) => from >= index && to <= index + length);
  const length = Math.max(2, windowSamples);
  const starts = stretches.flatMap(({ index, channels }, s) =>
    Array.from({ length: Math.floor((channels[0]?.length ?? 0) / length) }, (_, n) => ({
      s,
      at: n * length,
      index,
    })),
  );
  const labelled = starts.filter(({ at, index }) => isRest(index + at, index + at + length));
  const used = labelled.length > 0 ? labelled : starts;
  const share = labelled.length > 0 ? 0.5 : quietShare;
  const deviations = channelNames.map((_, c) =>
    used
      .map(({ s, at }) =>
        deviation(stretches[s]?.channels[c]?.subarray(at, at + length) ?? new Float64Array()),
      )
      .filter((each) => each === each)
      .sort((a, b) => a - b),
  );
  const quantile = (sorted: readonly number[], of: number): number =>
    sorted[Math.floor(of * sorted.length)] ?? 0;
  const noise = deviations.map((sorted) => quantile(sorted, share));
  if (labelled.length > 0) return { noise, from: 'what is labelled rest' };
  const hasPauses = deviations.some((sorted) => quantile(sorted, quietShare) < 0.5 * quantile(sorted, 0.5));
  if (hasPauses) return { noise, from: 'the quietest tenth of the windows' };
  return {
    noise: noise.map(() => assumedNoise / unitScale),
    from: 'what amplifiers usually have, for nothing in the recording is quiet',
  };
}

function deviation(samples: Float64Array): number {
  let mean = 0;
  for (const value of samples) mean += value;
  mean /= samples.length;
  let sum = 0;
  for (const value of samples) sum += (value - mean) * (value - mean);
  return Math.sqrt(sum / samples.length);
}
