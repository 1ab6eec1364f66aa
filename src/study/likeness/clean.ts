import { butterworthBandSections } from '../../decoder/filters/butterworth-band.js';
import type { Section } from '../../decoder/filters/frequency-response.js';
import { notchSections } from '../../decoder/filters/notch.js';
import { isRest } from '../../decoder/training/training-windows.js';
import { mean } from '../../ground/math/statistics.js';
import { StreamError } from '../../ground/signal/errors.js';
import { channelOf, type SampleBlock } from '../../ground/signal/sample-block.js';
import { zeroPhase } from './zero-phase.js';

/** A labelled stretch of signal, as far as its statistics need it. */
export interface LabelledSignal {
  /** Class name, such as `hand-close`. */
  readonly label: string;
  /** Raw signal, one stretch without gaps. */
  readonly signal: SampleBlock;
}

/** A recording without its mean, its mains and what lies outside the band. */
export interface CleanRecording {
  readonly label: string;
  readonly channels: readonly Float64Array[];
  readonly length: number;
}

/** Recordings of one person, cleaned, apart in activity and rest. */
export interface CleanPerson {
  readonly sampleRateHz: number;
  readonly channels: number;
  /** Corners of the band that was kept. */
  readonly bandHz: readonly [low: number, high: number];
  readonly active: readonly CleanRecording[];
  readonly rest: readonly CleanRecording[];
  /** Channels, counted from 1, that never change in some recording. */
  readonly silent: readonly number[];
  readonly notes: readonly string[];
}

/** Corners of the band that is kept, where the rate allows the upper one. */
export const LOW_HZ = 20;
export const HIGH_HZ = 400;
const MAINS_HZ = [50, 60, 150];
/** Share of the sampling rate beyond which nothing is kept. */
const MOST_OF_RATE = 0.45;
/** Recordings shorter than this say nothing of windows, thirds or envelopes. */
const SHORTEST_S = 1;

/**
 * Clean the recordings of one person: mean removed, 20–400 Hz (Butterworth of order 4; at most 0.45 of the rate) and
 * notches at 50, 60 and 150 Hz of 3 Hz width, forwards and backwards.
 *
 * @param restClass class that is rest; by default any that means rest, such as `rest` or `no-motion`
 * @throws StreamError where recordings differ in rate or channels, hold numbers that are not finite, all are too
 * short or of rest, or the rate is too low
 */
export function cleaned(recordings: readonly LabelledSignal[], restClass?: string): CleanPerson {
  const [first] = recordings;
  if (!first)
    throw new StreamError('got no labelled recordings, expected at least one', {
      hint: 'Give one { label, signal } per repetition.',
    });
  const { sampleRateHz, channels } = first.signal;
  const bandHz = [LOW_HZ, Math.min(HIGH_HZ, MOST_OF_RATE * sampleRateHz)] as const;
  if (bandHz[1] <= 2 * LOW_HZ)
    throw new StreamError(`got ${sampleRateHz} samples per second, expected at least 100`, {
      hint: `Surface EMG begins at ${LOW_HZ} Hz; give the rate at which it was sampled, such as 1000.`,
    });
  for (const { label, signal } of recordings) check(label, signal, sampleRateHz, channels);
  const long = recordings.filter(({ signal }) => signal.length >= SHORTEST_S * sampleRateHz);
  const short = recordings.length - long.length;
  if (long.length === 0)
    throw new StreamError(`got ${short} recordings of less than ${SHORTEST_S} s, expected longer ones`, {
      hint: 'Give held contractions of at least 2 s.',
    });
  const sections = chainSections(bandHz, sampleRateHz);
  const clean = long.map(({ label, signal }) => ({
    label,
    length: signal.length,
    channels: Array.from({ length: channels }, (_, c) => {
      const x = Float64Array.from(channelOf(signal, c));
      const centre = mean(x);
      for (let i = 0; i < x.length; i++) x[i] -= centre;
      return zeroPhase(sections, x, sampleRateHz);
    }),
  }));
  const isRestful = ({ label }: CleanRecording): boolean =>
    restClass === undefined ? isRest(label) : label === restClass;
  if (clean.every(isRestful))
    throw new StreamError('got nothing but rest, expected recordings of movements', {
      hint:
        restClass === undefined
          ? 'Record movements too.'
          : `The class of rest is ${restClass}; give that of rest.`,
    });
  return {
    sampleRateHz,
    channels,
    bandHz,
    active: clean.filter((recording) => !isRestful(recording)),
    rest: clean.filter(isRestful),
    silent: silentChannels(long, channels),
    notes: short > 0 ? [`${short} recordings of less than ${SHORTEST_S} s were left out`] : [],
  };
}

function chainSections([low, high]: readonly [number, number], rate: number): Section[] {
  const mains = MAINS_HZ.filter((hz) => hz < MOST_OF_RATE * rate);
  return [
    ...butterworthBandSections(4, low, high, rate),
    ...mains.flatMap((hz) => notchSections(hz, hz / 3, 1, rate)),
  ];
}

function check(label: string, signal: SampleBlock, rate: number, channels: number): void {
  if (signal.channels !== channels || signal.sampleRateHz !== rate)
    throw new StreamError(
      `recording of ${label}: got ${signal.channels} channels at ${signal.sampleRateHz} Hz, expected ${channels} at ${rate} Hz`,
      { hint: 'Give recordings with the same electrodes and the same rate.' },
    );
  if (!signal.data.every(Number.isFinite))
    throw new StreamError(`recording of ${label}: got numbers that are not finite`, {
      hint: 'Cut the gaps out of it, or leave the recording out.',
    });
}

function silentChannels(recordings: readonly LabelledSignal[], channels: number): number[] {
  return Array.from({ length: channels }, (_, c) => c + 1).filter((number) =>
    recordings.some(({ signal }) => {
      const x = channelOf(signal, number - 1);
      return x.every((value) => value === x[0]);
    }),
  );
}
