import { log10 } from '../../ground/math/real.js';
import {
  correlation,
  decibel,
  excessKurtosis,
  mean,
  median,
  rms,
  standardDeviation,
} from '../../ground/math/statistics.js';
import type { CleanPerson } from './clean.js';
import { bandShares, Spectra } from './spectral.js';

/** Length of the windows that are told apart. */
const WINDOW_S = 0.25;
/** Time constant over which an envelope is averaged. */
const ENVELOPE_S = 0.025;
const HIGH_POWER_HZ = 160;

/** What a window of all channels is like, whatever its scale. */
export interface TraitWindow {
  /** Which recording of its movement it is from, counted from 0. */
  readonly repetition: number;
  /** One value for each of the names in their order. */
  readonly traits: Float64Array;
}

/** The traits of a window: none changes when all channels are made stronger or weaker alike. */
export const traitNames = [
  'spread between channels (dB)',
  'strongest channel (dB over mean)',
  'weakest channel (dB over mean)',
  'median frequency (Hz)',
  'median frequency, strongest channel (Hz)',
  'median frequency, weakest channel (Hz)',
  'f10 (Hz)',
  'f90 (Hz)',
  'power below 44 Hz (dB of all)',
  `power above ${HIGH_POWER_HZ} Hz (dB of all)`,
  'kurtosis',
  'kurtosis, most peaked channel',
  'zero crossings (per s)',
  'waveform length over MAV',
  'correlation of neighbours',
  'correlation of second neighbours',
  'correlation of opposites',
  'variation of the envelope',
  'correlation of envelopes',
  'change from first to second half (dB)',
  'spread of that change between channels (dB)',
] as const;

/**
 * Traits of windows of 250 ms of activity that do not overlap, at most so many, spread evenly over the recordings.
 * A channel without power makes traits that are not finite; such windows are left out.
 */
export function traitWindows(person: CleanPerson, most: number): TraitWindow[] {
  const length = Math.floor(WINDOW_S * person.sampleRateHz);
  const repetitions = person.active.map(
    ({ label }, r) => person.active.slice(0, r).filter((earlier) => earlier.label === label).length,
  );
  const places = person.active.flatMap((recording, r) =>
    Array.from({ length: Math.floor(recording.length / length) }, (_, w) => [r, w * length] as const),
  );
  const stride = Math.max(1, places.length / most);
  const kept = Array.from(
    { length: Math.floor(places.length / stride) },
    (_, i) => places[Math.floor(i * stride)],
  );
  const spectra = new Spectra(person.sampleRateHz);
  return kept
    .map(([r, from]) => {
      const channels = person.active[r].channels.map((y) => y.subarray(from, from + length));
      return { repetition: repetitions[r], traits: traitsOf(channels, spectra, person) };
    })
    .filter(({ traits }) => traits.every(Number.isFinite));
}

function traitsOf(
  channels: readonly Float64Array[],
  spectra: Spectra,
  { sampleRateHz, bandHz }: CleanPerson,
): Float64Array {
  const levels = channels.map((y) => decibel(rms(y)));
  const middle = mean(levels);
  const shares = channels.map((y) => bandShares(spectra.of(y, y.length)));
  const strongest = levels.indexOf(Math.max(...levels));
  const weakest = levels.indexOf(Math.min(...levels));
  const kurtoses = channels.map((y) => excessKurtosis(y) + 3);
  const high = bandHz[1] > HIGH_POWER_HZ ? HIGH_POWER_HZ : 0.8 * bandHz[1];
  const envelopes = channels.map((y) => envelopeOf(y, Math.max(1, Math.floor(ENVELOPE_S * sampleRateHz))));
  const halves = channels.map((y) => {
    const half = y.length >> 1;
    return decibel(rms(y.subarray(half)) / rms(y.subarray(0, half)));
  });
  const n = channels.length;
  const ring = (apart: number): number =>
    median(channels.map((y, c) => (n > apart ? Math.abs(correlation(y, channels[(c + apart) % n])) : 0)));
  return Float64Array.of(
    standardDeviation(levels),
    levels[strongest] - middle,
    levels[weakest] - middle,
    median(shares.map(({ f50 }) => f50)),
    shares[strongest].f50,
    shares[weakest].f50,
    median(shares.map(({ f10 }) => f10)),
    median(shares.map(({ f90 }) => f90)),
    median(shares.map(({ below }) => 10 * log10(below(44) + 1e-9))),
    median(shares.map(({ below }) => 10 * log10(1 - below(high) + 1e-9))),
    median(kurtoses),
    Math.max(...kurtoses),
    median(channels.map((y) => (crossings(y) * sampleRateHz) / y.length)),
    median(channels.map(lengthOverMean)),
    ring(1),
    ring(2),
    ring(n >> 1),
    median(envelopes.map((e) => standardDeviation(e) / mean(e))),
    n > 1 ? mean(envelopes.flatMap((a, i) => envelopes.slice(i + 1).map((b) => correlation(a, b)))) : 0,
    mean(halves),
    standardDeviation(halves),
  );
}

/** Rectified signal, averaged over stretches. */
function envelopeOf(y: Float64Array, length: number): number[] {
  return Array.from({ length: Math.floor(y.length / length) }, (_, i) =>
    mean(y.subarray(i * length, (i + 1) * length).map(Math.abs)),
  );
}

function crossings(y: Float64Array): number {
  let count = 0;
  for (let i = 1; i < y.length; i++) if (y[i - 1] < 0 !== y[i] < 0) count++;
  return count;
}

function lengthOverMean(y: Float64Array): number {
  let length = 0;
  let sum = 0;
  for (let i = 1; i < y.length; i++) {
    length += Math.abs(y[i] - y[i - 1]);
    sum += Math.abs(y[i]);
  }
  return length / sum;
}
