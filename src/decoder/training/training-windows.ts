import { movementOf } from '../../ground/movement/movement.js';
import { ModelError } from '../../ground/signal/errors.js';
import { sliceBlock, type SampleBlock } from '../../ground/signal/sample-block.js';
import type { DecoderSpec } from '../decoder-fields.js';
import { filtersOf } from '../decoder-parts.js';
import type { Extensions } from '../extensions.js';
import { filterSpecs } from '../filters/filter-fields.js';
import { FilterChain } from '../filters/filter-chain.js';
import type { SignalContext } from '../signal-context.js';
import { Windower, type Window } from '../window.js';

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
  /** Mean absolute value, windows × channels. */
  readonly amplitudes: Float64Array;
  /** RMS of rest per channel. */
  readonly restNoise: number[];
  /** Median RMS of all windows and channels, over which features are normalised. */
  readonly typicalRms: number;
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
  const labels: string[] = [];
  const repetitions: number[] = [];
  const warnings = [...skipped];
  for (const recording of recordings) {
    const { signal, label, repetition } = recording;
    checkSignal(recording, sampleRateHz, channels);
    const filtered = new FilterChain(filters, sampleRateHz, channels).process(signal);
    const before = windows.length;
    new Windower(spec, sampleRateHz, channels).push(trimmed(spec, filtered), (window) => {
      windows.push({ ...window, data: window.data.slice() });
      labels.push(label);
      repetitions.push(repetition);
    });
    if (windows.length === before)
      warnings.push(
        `repetition ${repetition} of ${label} is too short for a window of ${spec.windowMs} ms and was left out`,
      );
  }
  if (windows.length === 0)
    throw new ModelError(`got no recording longer than a window of ${spec.windowMs} ms and what is trimmed`, {
      hint: 'Record longer, trim less, or use a shorter window.',
    });
  const amplitudes = new Float64Array(windows.length * channels);
  const rms = new Float64Array(windows.length * channels);
  windows.forEach((window, w) => {
    meanAbsoluteValues(window, amplitudes.subarray(w * channels, (w + 1) * channels));
    rootMeanSquares(window, rms.subarray(w * channels, (w + 1) * channels));
  });
  return {
    windows,
    labels,
    repetitions,
    amplitudes,
    restNoise: restNoiseOf(rms, labels, channels),
    typicalRms: quantile(rms, 0.5),
    warnings,
  };
}

/** The part of a recording that counts, filtered: without what settles, reacts and lets go. */
export function trimmed(
  { trimStartMs, trimEndMs }: Pick<DecoderSpec, 'trimStartMs' | 'trimEndMs'>,
  recording: SampleBlock,
): SampleBlock {
  const { length, sampleRateHz } = recording;
  const from = Math.round((trimStartMs * sampleRateHz) / 1000);
  return sliceBlock(recording, from, length - Math.round((trimEndMs * sampleRateHz) / 1000));
}

/** True where a class name means rest. */
export function isRest(label: string): boolean {
  return movementOf(label)?.id === 'rest';
}

/** Mean absolute value of each channel of a window. */
export function meanAbsoluteValues({ data, length, channels }: Window, out: Float64Array): void {
  for (let c = 0, at = 0; c < channels; c++) {
    let sum = 0;
    for (let i = 0; i < length; i++, at++) sum += data[at] < 0 ? -data[at] : data[at];
    out[c] = sum / length;
  }
}

/** Value below which a share of the values lies (the sorted value nearest to that rank). */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.round(share * (sorted.length - 1))];
}

function rootMeanSquares({ data, length, channels }: Window, out: Float64Array): void {
  for (let c = 0, at = 0; c < channels; c++) {
    let sum = 0;
    for (let i = 0; i < length; i++, at++) sum += data[at] * data[at];
    out[c] = Math.sqrt(sum / length);
  }
}

/** Median over the rest windows; where none is rest, the quietest tenth of all windows stands for it. */
function restNoiseOf(rms: Float64Array, labels: readonly string[], channels: number): number[] {
  const rest = labels.flatMap((label, w) => (isRest(label) ? [w] : []));
  const pool = rest.length > 0 ? rest : labels.map((_, w) => w);
  const share = rest.length > 0 ? 0.5 : 0.05;
  return Array.from({ length: channels }, (_, c) =>
    quantile(
      pool.map((w) => rms[w * channels + c]),
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
