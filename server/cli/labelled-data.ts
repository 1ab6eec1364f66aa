import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrainingRecording } from '../../src/decoder/training/training-windows.js';
import { StreamError } from '../../src/ground/signal/errors.js';
import { UV } from '../../src/ground/signal/units.js';
import { readLabelled } from '../recordings/read-recording.js';
import type { LabelledSegment } from '../recordings/recording.js';

/** Rate of a Myo armband, whose recordings do not state it. */
const ARMBAND_HZ = 200;

/** Labelled recordings, with what had to be assumed of them. */
export interface LabelledData {
  readonly segments: readonly LabelledSegment[];
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly notes: readonly string[];
}

/**
 * Read labelled recordings: a folder with a file per repetition, or one file with labels within.
 *
 * The sampling rate is, in this order: the one given; `sample_rate_hz` of the folder's
 * `collection_details.json`; that of a column of times; 200 Hz where the data are those of a Myo armband, which
 * are recognised by eight channels of whole numbers within ±128. Else it must be given.
 *
 * @throws StreamError where nothing matches, a file cannot be read, or the rate is not known
 */
export async function readLabelledData(
  path: string,
  { rateHz, pattern }: { rateHz?: number | undefined; pattern?: string | undefined },
): Promise<LabelledData> {
  const options = pattern === undefined ? {} : { pattern };
  const known = rateHz ?? (await statedRate(path));
  try {
    const sampleRateHz = known === undefined ? {} : { sampleRateHz: known };
    return described(await readLabelled(path, { ...options, ...sampleRateHz }), []);
  } catch (error) {
    if (known !== undefined || !(error instanceof StreamError)) throw error;
    const armband = await readArmband(path, options);
    if (armband) return armband;
    if (!/sampling rate/.test(error.message + error.hint)) throw error;
    throw new StreamError(error.message, {
      hint: 'Give the sampling rate, such as --rate 1000.',
      cause: error,
    });
  }
}

/** Segments as training takes them: a repetition of one trial is not that of another. */
export function trainingRecordings(segments: readonly LabelledSegment[]): TrainingRecording[] {
  const keys = [...new Set(segments.map(repetitionKey))];
  return segments.map((segment) => ({
    label: segment.label,
    repetition: keys.indexOf(repetitionKey(segment)),
    signal: segment.signal,
  }));
}

function repetitionKey({ trial, repetition }: LabelledSegment): string {
  return `${trial}/${repetition}`;
}

async function statedRate(folder: string): Promise<number | undefined> {
  try {
    const details: unknown = JSON.parse(await readFile(join(folder, 'collection_details.json'), 'utf8'));
    if (typeof details !== 'object' || details === null || !('sample_rate_hz' in details)) return undefined;
    const rate = details.sample_rate_hz;
    return typeof rate === 'number' && rate > 0 && Number.isFinite(rate) ? rate : undefined;
  } catch {
    return undefined;
  }
}

async function readArmband(path: string, options: { pattern?: string }): Promise<LabelledData | undefined> {
  let segments: LabelledSegment[];
  try {
    segments = await readLabelled(path, { ...options, sampleRateHz: ARMBAND_HZ });
  } catch {
    return undefined; // The first attempt has the better error.
  }
  const fits = segments.every(({ signal }) => signal.channels === 8 && signal.data.every(isArmbandValue));
  if (!fits) return undefined;
  const note =
    `The rate is not stated; eight channels of whole numbers within ±128 are those of a Myo armband: ` +
    `${ARMBAND_HZ} Hz. Say otherwise with --rate.`;
  return described(segments, [note]);
}

function isArmbandValue(volts: number): boolean {
  const value = volts / UV;
  return Math.abs(value) < 128.5 && Math.abs(value - Math.round(value)) < 1e-3;
}

function described(segments: readonly LabelledSegment[], notes: readonly string[]): LabelledData {
  const first = segments[0]?.signal;
  if (!first) throw new StreamError('the recording has no labelled segments', { hint: 'Give --pattern.' });
  const { sampleRateHz, channels } = first;
  const other = segments.find(({ signal }) => signal.sampleRateHz !== sampleRateHz);
  if (other)
    throw new StreamError(
      `${other.path} is sampled at ${other.signal.sampleRateHz} Hz, ${segments[0]?.path} at ${sampleRateHz} Hz`,
      { hint: 'Give one rate for all, such as --rate 1000.' },
    );
  return { segments, sampleRateHz, channels, notes };
}
