import { log10 } from '../../ground/math/real.js';
import { correlation, decibel, mean, median, rms } from '../../ground/math/statistics.js';
import type { Job } from '../job.js';
import type { StudyData } from '../study-data.js';
import { cleaned, HIGH_HZ, LOW_HZ, type CleanPerson, type CleanRecording } from './clean.js';
import { rmsOf } from './levels.js';
import { inBand, Spectra } from './spectral.js';
import { likenessOf, type Likeness } from './statistics.js';
import { traitWindows, type TraitWindow } from './window-traits.js';

/** The recordings of one person. */
export interface Person {
  readonly name: string;
  readonly data: StudyData;
}

/** A spectrum that says nothing of strength. */
export interface RelativeSpectrum {
  readonly frequency: readonly number[];
  /** dB of the power in the band, per Hz. */
  readonly decibel: readonly number[];
}

/** Mean level of each channel in dB, of one class. */
export interface ClassLevels {
  readonly label: string;
  readonly levels: readonly number[];
}

/** What of a person can be told in numbers of their own. */
export interface Measured {
  readonly likeness: Likeness;
  /** Levels by class, rest included. */
  readonly pattern: readonly ClassLevels[];
}

/** Everything that is compared of one person. */
export interface Portrait extends Measured {
  readonly name: string;
  readonly spectrum: RelativeSpectrum;
  /** Correlation of every channel with every other, without sign: the median over recordings of activity. */
  readonly correlations: readonly (readonly number[])[];
  readonly windows: readonly TraitWindow[];
}

/** Windows that one person gives to the test of two samples, at most. */
const MOST_WINDOWS = 400;

/** Measure one person. Depends on nothing but the recordings. */
export function portraitOf({ name, data }: Person): Portrait {
  const person = cleaned(data.segments);
  const levels = rmsOf(person.active);
  return {
    name,
    ...measuredOf(person),
    spectrum: spectrumOfStrong(person, levels),
    correlations: correlationMap(person),
    windows: traitWindows(person, MOST_WINDOWS),
  };
}

/** Statistics and levels alone: half the work of a portrait. */
export function measuredOf(person: CleanPerson): Measured {
  return { likeness: likenessOf(person), pattern: patternOf([...person.rest, ...person.active]) };
}

/** {@link portraitOf} as a thread does it. */
export const portraitJob: Job<Person, Portrait> = { name: 'portrait', work: portraitOf };

/** Median over the stronger half of pairs of recording and channel, as the statistics of the spectrum. */
function spectrumOfStrong(
  { active, sampleRateHz }: CleanPerson,
  levels: readonly (readonly number[])[],
): RelativeSpectrum {
  const middle = median(levels.flat());
  const spectra = new Spectra(sampleRateHz);
  const shares: number[][] = [];
  let frequency: readonly number[] = [];
  active.forEach(({ channels }, r) => {
    channels.forEach((y, c) => {
      if (!(levels[r][c] > middle)) return;
      const spectrum = spectra.of(y, Math.floor(sampleRateHz / 4));
      const band = inBand(spectrum, LOW_HZ, HIGH_HZ);
      ({ frequency } = band);
      const total = band.density.reduce((sum, value) => sum + value, 0) * spectrum.step;
      shares.push(band.density.map((value) => value / total));
    });
  });
  return {
    frequency,
    decibel: frequency.map((_, bin) => 10 * log10(median(shares.map((share) => share[bin])) + 1e-30)),
  };
}

function correlationMap({ active, channels }: CleanPerson): number[][] {
  return Array.from({ length: channels }, (_, a) =>
    Array.from({ length: channels }, (__, b) =>
      a === b ? 1 : median(active.map(({ channels: y }) => Math.abs(correlation(y[a], y[b])))),
    ),
  );
}

function patternOf(recordings: readonly CleanRecording[]): ClassLevels[] {
  return [...new Set(recordings.map(({ label }) => label))].map((label) => {
    const own = recordings.filter((recording) => recording.label === label);
    const levels = (own[0]?.channels ?? []).map((_, c) =>
      mean(own.map(({ channels }) => decibel(rms(channels[c]) + 1e-30))),
    );
    return { label, levels };
  });
}
