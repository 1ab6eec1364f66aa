import { movementOf } from '../../ground/movement/movement.js';
import { ModelError } from '../../ground/signal/errors.js';
import { sliceBlock, type SampleBlock } from '../../ground/signal/sample-block.js';
import type { DecoderSpec } from '../decoder-fields.js';
import { filtersOf } from '../decoder-parts.js';
import type { Extensions } from '../extensions.js';
import { filterSpecs } from '../filters/filter-fields.js';
import { blocksOffset } from '../filters/chain-spec.js';
import { FilterChain } from '../filters/filter-chain.js';
import type { SignalContext } from '../signal-context.js';
import { Windower, type Window } from '../window.js';
import { CutWindow } from './cut-window.js';
import { humWarning } from './mains-hum.js';
import { Repairs } from './repairs.js';
import { channelFaults, type ChannelFaults } from './channel-faults.js';
import {
  allAmplitudes,
  isEnvelope,
  windowMoments,
  type AmplitudeKind,
  type WindowMoments,
} from './window-amplitudes.js';

/** A labelled stretch of raw signal to learn from. */
export interface TrainingRecording {
  /** Class name, such as `hand-close`. */
  readonly label: string;
  /** Which repetition of the calibration it belongs to; accuracy is measured by leaving one out. */
  readonly repetition: number;
  /** Raw signal, one stretch without gaps. */
  readonly signal: SampleBlock;
}

/** Windows of all recordings, filtered, with what is needed before features can be taken. */
export interface TrainingWindows {
  readonly windows: readonly Window[];
  readonly labels: readonly string[];
  readonly repetitions: readonly number[];
  /** Windows × channels. */
  readonly amplitudes: Float64Array;
  /** How the amplitude of each channel is taken. */
  readonly amplitudeKinds: readonly AmplitudeKind[];
  /** Standard deviation of rest per channel: an electrode's offset is no noise. */
  readonly restNoise: number[];
  /** Median standard deviation of all windows and channels with a signal, over which features are normalised. */
  readonly typicalSd: number;
  /** What is wrong with channels. */
  readonly faults: ChannelFaults;
  readonly warnings: readonly string[];
}

/**
 * Filter and cut training recordings, as the running decoder will do it.
 * @throws ModelError on no recordings, on a signal that does not fit the context, or on too little signal
 */
export function trainingWindows(
  spec: DecoderSpec,
  recordings: readonly TrainingRecording[],
  { sampleRateHz, channelNames }: SignalContext,
  extensions: Extensions = {},
): TrainingWindows {
  if (recordings.length === 0)
    throw new ModelError('got no training recordings, expected some of at least two movements', {
      hint: 'Run the calibration first, or import a recording with labels.',
    });
  const channels = channelNames.length;
  const { skipped } = filterSpecs(spec.filters, sampleRateHz);
  const filters = filtersOf(spec, sampleRateHz, extensions);
  const windows: Window[] = [];
  const last = { data: new Float32Array() };
  const labels: string[] = [];
  const repetitions: number[] = [];
  const repairs = new Repairs(channelNames);
  const rests: SampleBlock[] = [];
  for (const recording of recordings) {
    const { signal, label, repetition } = recording;
    checkSignal(recording, sampleRateHz, channels);
    repairs.look(signal);
    const filtered = new FilterChain(filters, sampleRateHz, channels).process(signal);
    const part = trimmed(spec, filtered);
    if (isRest(label)) rests.push(part);
    const before = windows.length;
    const windower = new Windower(spec, sampleRateHz, channels);
    windower.push(part, ({ index, length, label: done }) => {
      windows.push(new CutWindow(part, index, length, done, last));
      labels.push(label);
      repetitions.push(repetition);
    });
    if (windows.length === before) repairs.tooShort(label, part.length);
  }
  if (windows.length === 0)
    throw new ModelError(`got no recording longer than a window of ${spec.windowMs} ms and what is trimmed`, {
      hint: 'Record longer, trim less, or use a shorter window.',
    });
  const faults = channelFaults(recordings, channelNames);
  if (faults.leftOut.length === channels)
    throw new ModelError(
      `got ${channels} channels of which none ever changes, expected EMG on one at least`,
      {
        hint: 'Check that the electrodes are connected, and that the file holds the signal you think it does.',
      },
    );
  const moments = windowMoments(windows, channels);
  const dead = new Set(faults.leftOut);
  const passing = !blocksOffset(filters);
  const amplitudeKinds = channelNames.map((_, c) => {
    if (dead.has(c)) return 'none';
    return passing && !isEnvelope(moments, c, channels) ? 'swing' : 'absolute';
  });
  const alive = moments.sds.filter((_, at) => !dead.has(at % channels));
  const typicalSd = quantile(alive, 0.5);
  return {
    windows,
    labels,
    repetitions,
    amplitudes: allAmplitudes(windows, amplitudeKinds),
    amplitudeKinds,
    restNoise: restNoiseOf(moments.sds, labels, channels),
    typicalSd,
    faults,
    warnings: [
      ...skipped,
      ...repairs.warnings(spec.windowMs),
      ...faults.warnings,
      ...humWarning(rests, channelNames),
      ...offsetWarning(moments, amplitudeKinds, typicalSd),
    ],
  };
}

/** An offset this many times the signal makes amplitudes of features say nothing. */
const MUCH = 3;

function offsetWarning(
  { means }: WindowMoments,
  kinds: readonly AmplitudeKind[],
  typicalSd: number,
): string[] {
  const largest = kinds.map((kind, c) =>
    kind === 'swing'
      ? quantile(
          means.filter((_, at) => at % kinds.length === c).map((mean) => Math.abs(mean)),
          0.5,
        )
      : 0,
  );
  const most = Math.max(...largest);
  if (!(most > MUCH * typicalSd)) return [];
  return [
    `the filters let the electrodes' offsets through, on channel ${largest.indexOf(most) + 1} ` +
      `${Math.round(most / typicalSd)} times the signal; a highpass among decoder.filters takes them away`,
  ];
}

type Trim = Pick<DecoderSpec, 'trimStartMs' | 'trimEndMs'>;

/** The part of a recording that counts, filtered: without what settles, reacts and lets go. */
export function trimmed(trim: Trim, recording: SampleBlock): SampleBlock {
  const { length, sampleRateHz } = recording;
  return sliceBlock(recording, ...keptSamples(trim, length, sampleRateHz));
}

/** Where the part of a recording of so many samples begins and ends that counts; it ends before it begins where nothing does. */
export function keptSamples(
  { trimStartMs, trimEndMs }: Trim,
  samples: number,
  sampleRateHz: number,
): [from: number, until: number] {
  return [
    Math.round((trimStartMs * sampleRateHz) / 1000),
    samples - Math.round((trimEndMs * sampleRateHz) / 1000),
  ];
}

/** True where a class name means rest. */
export function isRest(label: string): boolean {
  return movementOf(label)?.id === 'rest';
}

/** Value below which a share of the values lies (the sorted value nearest to that rank). */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.round(share * (sorted.length - 1))];
}

/** Median over the rest windows; where none is rest, the quietest tenth of all windows stands for it. */
function restNoiseOf(sds: Float64Array, labels: readonly string[], channels: number): number[] {
  const rest = labels.flatMap((label, w) => (isRest(label) ? [w] : []));
  const pool = rest.length > 0 ? rest : labels.map((_, w) => w);
  const share = rest.length > 0 ? 0.5 : 0.05;
  return Array.from({ length: channels }, (_, c) =>
    quantile(
      pool.map((w) => sds[w * channels + c]),
      share,
    ),
  );
}

function checkSignal({ label, repetition, signal }: TrainingRecording, rate: number, channels: number): void {
  if (signal.channels === channels && signal.sampleRateHz === rate) return;
  throw new ModelError(
    `recording of ${label}, repetition ${repetition}: got ${signal.channels} channels at ${signal.sampleRateHz} Hz, ` +
      `expected ${channels} at ${rate} Hz`,
    { hint: 'Train only on recordings with the channels and the rate of the stream.' },
  );
}
