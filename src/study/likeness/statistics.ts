import { decibel, excessKurtosis, median, standardDeviation } from '../../ground/math/statistics.js';
import { cleaned, HIGH_HZ, type CleanPerson, type LabelledSignal } from './clean.js';
import { Findings } from './findings.js';
import {
  driftStatistics,
  floorOf,
  levelStatistics,
  ringCorrelation,
  rmsOf,
  signalToNoise,
} from './levels.js';
import { inBand, slopeOf, Spectra, spectralStatistics } from './spectral.js';
import { statisticNames, type StatisticName } from './statistic-names.js';
import { windowStatistics } from './window-levels.js';

/** A value of every statistic; `null` where the recordings do not have it. */
export type Statistics = Readonly<Record<StatisticName, number | null>>;

/** What the recordings of one person are like. */
export interface Likeness {
  readonly statistics: Statistics;
  /** Why those that are `null` are. */
  readonly missing: Readonly<Partial<Record<StatisticName, string>>>;
  readonly sampleRateHz: number;
  readonly channels: number;
  /** Movements without rest, in order of appearance. */
  readonly movements: readonly string[];
  readonly recordings: number;
  /** The band the statistics are of; those of the spectrum compare only with others of the same band. */
  readonly bandHz: readonly [low: number, high: number];
  readonly notes: readonly string[];
}

/** The statistics that need a recording of rest. */
const OF_REST = [
  'SNRdB',
  'SNRstrongDb',
  'restSlope',
  'restKurtosis',
  'restChannelSd',
  'restCorrNext',
] as const;
const OF_RING = ['corrNext', 'corrSecond', 'corrOpposite'] as const;
/** The statistics that mix channels, so that one without signal spoils them. */
const OF_CHANNELS = [
  ...OF_RING,
  ...OF_REST,
  'channelSd',
  'classSd',
  'classCommonSd',
  'classSpecificSd',
  'repetitionCommonSd',
  'repetitionSpecificSd',
  'windowCommonCorr',
  'windowSd',
  'fisherLogMav',
  'withinTrialSd',
  'withinTrialCommonCorr',
] as const;

/** Slopes of rest are taken within 25–380 Hz, away from the mains. */
const REST_HZ = [25, 380] as const;
const awayFromMains = (hz: number): boolean => [50, 60, 150].every((mains) => Math.abs(hz - mains) > 6);

/**
 * The statistics of one person's labelled recordings: held contractions of at least 2 s, channels in the order of the
 * ring they lie on. What the recordings do not have (rest, repetitions, channels, a band wide enough) is `null`, with
 * the reason in `missing`. Definitions and numbers are those of a reference in numpy and scipy, to 1e-6.
 *
 * @param restClass class that is rest; by default any that means rest, such as `rest` or `no-motion`
 * @throws StreamError where recordings do not fit each other or hold nothing but rest
 * @example likeness(dataOfScenario(presetByName('transfemoral-surface')).segments).statistics.MDF
 */
export function likeness(recordings: readonly LabelledSignal[], restClass?: string): Likeness {
  return likenessOf(cleaned(recordings, restClass));
}

/** The statistics of a person whose recordings are cleaned already. */
export function likenessOf(person: CleanPerson): Likeness {
  const { sampleRateHz, channels, active, rest, bandHz, silent, notes } = person;
  const found = new Findings();
  const levels = rmsOf(active);
  const middle = median(levels.flat());
  spectralStatistics(person, (r, c) => levels[r][c] > middle, found);
  ringStatistics(person, found);
  restStatistics(person, found);
  levelStatistics(person, found);
  windowStatistics(person, found);
  driftStatistics(person, found);
  if (silent.length > 0) found.miss(OF_CHANNELS, `channel ${silent.join(', ')} has no signal`);
  return {
    statistics: record((name) => (found.missing.has(name) ? null : (found.values.get(name) ?? null))),
    missing: Object.fromEntries(found.missing),
    sampleRateHz,
    channels,
    movements: [...new Set(active.map(({ label }) => label))],
    recordings: active.length + rest.length,
    bandHz,
    notes,
  };
}

function ringStatistics({ active, channels }: CleanPerson, found: Findings): void {
  const apart = { corrNext: 1, corrSecond: 2, corrOpposite: Math.floor(channels / 2) };
  for (const name of OF_RING) {
    const needed = name === 'corrNext' ? 2 : 4;
    if (channels >= needed) found.set(name, ringCorrelation(active, apart[name]));
    else found.miss(name, `there are ${channels} channels; it needs ${needed}`);
  }
}

function restStatistics(person: CleanPerson, found: Findings): void {
  const { rest, channels, sampleRateHz, bandHz } = person;
  if (rest.length === 0) {
    found.miss(OF_REST, 'there is no recording of rest');
    return;
  }
  signalToNoise(person, found);
  const joined = Array.from({ length: channels }, (_, c) => joinedChannel(person, c));
  const spectra = new Spectra(sampleRateHz);
  if (bandHz[1] >= HIGH_HZ)
    found.set(
      'restSlope',
      median(
        joined.map((y) =>
          slopeOf(inBand(spectra.of(y, Math.floor(sampleRateHz / 2)), ...REST_HZ), ...REST_HZ, awayFromMains),
        ),
      ),
    );
  else found.miss('restSlope', `the band ends at ${bandHz[1]} Hz; it must reach ${HIGH_HZ} Hz`);
  found.set('restKurtosis', median(joined.map((y) => excessKurtosis(y) + 3)));
  if (channels > 1) {
    found.set('restChannelSd', standardDeviation(floorOf(rest).map(decibel)));
    const length = joined[0]?.length ?? 0;
    found.set('restCorrNext', ringCorrelation([{ label: 'rest', channels: joined, length }], 1));
  } else found.miss(['restChannelSd', 'restCorrNext'], 'there is one channel only');
}

function joinedChannel({ rest }: CleanPerson, c: number): Float64Array {
  const parts = rest.map(({ channels }) => channels[c]);
  const joined = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function record(valueOf: (name: StatisticName) => number | null): Statistics {
  const entries = statisticNames.map((name) => [name, valueOf(name)] as const);
  return Object.fromEntries(entries) as Record<StatisticName, number | null>;
}
