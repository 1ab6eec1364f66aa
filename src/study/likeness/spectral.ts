import { designFilter } from '../../decoder/filters/design-filter.js';
import { SosFilter } from '../../decoder/filters/sos-filter.js';
import { log10, log2 } from '../../ground/math/real.js';
import { excessKurtosis, lineFit, mean, median, standardDeviation } from '../../ground/math/statistics.js';
import { Welch, type Spectrum, type Trend } from '../../ground/signal/spectrum.js';
import { HIGH_HZ, LOW_HZ, type CleanPerson } from './clean.js';
import type { Findings } from './findings.js';
import type { StatisticName } from './statistic-names.js';

const LOW_SHARE_HZ = 44;
const HIGH_SLOPE_HZ = [160, 360] as const;
const ENVELOPE_HZ = 15;
/** The envelope's filter needs this long to settle. */
const SETTLING_S = 0.2;
/** Shorter envelopes have no bins between 1 and 3 Hz. */
const SHORTEST_ENVELOPE_S = 1.5;

/** Spectrum, amplitude density and envelope: medians over the stronger half of pairs of recording and channel. */
export function spectralStatistics(
  person: CleanPerson,
  strong: (recording: number, channel: number) => boolean,
  found: Findings,
): void {
  const { sampleRateHz: rate, active, bandHz } = person;
  const per = new Map<StatisticName, number[]>();
  const add = (name: StatisticName, value: number): void => {
    per.set(name, [...(per.get(name) ?? []), value]);
  };
  const spectra = new Spectra(rate);
  const high = bandHz[1] >= HIGH_HZ;
  active.forEach(({ channels }, r) => {
    channels.forEach((y, c) => {
      if (!strong(r, c)) return;
      const spectrum = spectra.of(y, Math.floor(rate / 4));
      const { f10, f50, f90, below } = bandShares(spectrum);
      add('MDF', f50);
      add('f10', f10);
      add('f90', f90);
      if (high) add('slopeHi', slopeOf(inBand(spectrum, ...HIGH_SLOPE_HZ), ...HIGH_SLOPE_HZ));
      add('lowShare', below(LOW_SHARE_HZ));
      add('kurtosis', mean(kurtosesOf(y, Math.floor(rate / 2))));
      const e = envelopeOf(y, rate);
      const centre = mean(e);
      add('envelopeCV', standardDeviation(e) / centre);
      if (e.length < SHORTEST_ENVELOPE_S * rate) return;
      const length = Math.min(e.length, Math.floor(2 * rate));
      const slow = spectra.of(
        e.map((value) => value / centre),
        length,
        'line',
      );
      add('env1_3', powerBetween(slow, 0.9, 3));
      add('env3_10', powerBetween(slow, 3, 10));
    });
  });
  for (const [name, values] of per)
    found.set(
      name,
      name.startsWith('env1') || name.startsWith('env3') ? log10(median(values)) : median(values),
    );
  if (!high) found.miss('slopeHi', `the band ends at ${bandHz[1]} Hz; it must reach ${HIGH_HZ} Hz`);
  if (!per.has('env1_3'))
    found.miss(['env1_3', 'env3_10'], 'every recording is too short: slow waves need about 2 s');
}

/** Spectra of many signals, of a few lengths. */
export class Spectra {
  private readonly estimators = new Map<string, Welch>();

  constructor(private readonly sampleRateHz: number) {}

  /** Welch's spectrum; a signal shorter than the segment has one of its own length. */
  of(x: Float64Array, segment: number, trend: Trend = 'mean'): Spectrum {
    const length = Math.min(segment, x.length);
    const key = `${length} ${trend}`;
    let welch = this.estimators.get(key);
    if (!welch) this.estimators.set(key, (welch = new Welch(length, trend)));
    return welch.spectrum(x, this.sampleRateHz);
  }
}

/** The lines of a spectrum that a person's statistics are taken of. */
export interface Band {
  readonly frequency: readonly number[];
  readonly density: readonly number[];
}

export function inBand({ frequency, density }: Spectrum, lowHz: number, highHz: number): Band {
  const inside = (f: number): boolean => f >= lowHz && f <= highHz;
  return {
    frequency: frequency.filter(inside),
    density: [...density].filter((_, bin) => inside(frequency[bin])),
  };
}

/** Where the power of a spectrum lies within the band. */
export interface BandShares {
  /** Frequencies below which a tenth, half and nine tenths of the power lie. */
  readonly f10: number;
  readonly f50: number;
  readonly f90: number;
  /** Share of the power up to the line nearest to a frequency. */
  readonly below: (hz: number) => number;
}

export function bandShares(spectrum: Spectrum): BandShares {
  const { frequency, density } = inBand(spectrum, LOW_HZ, HIGH_HZ);
  const cumulated = cumulatedShare(density);
  return {
    f10: crossing(cumulated, frequency, 0.1),
    f50: crossing(cumulated, frequency, 0.5),
    f90: crossing(cumulated, frequency, 0.9),
    below: (hz) => cumulated[nearest(frequency, hz)],
  };
}

/** Slope in dB/octave between two frequencies. */
export function slopeOf(
  { frequency, density }: Band,
  lowHz: number,
  highHz: number,
  counts: (hz: number) => boolean = () => true,
): number {
  const octaves: number[] = [];
  const decibels: number[] = [];
  frequency.forEach((f, bin) => {
    if (f < lowHz || f > highHz || !counts(f)) return;
    octaves.push(log2(f));
    decibels.push(10 * log10(density[bin] + 1e-300));
  });
  return lineFit(decibels, octaves).slope;
}

function cumulatedShare(density: readonly number[]): number[] {
  const total = density.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  return density.map((value) => (sum += value) / total);
}

/** Where a rising curve reaches a level, by linear interpolation; its first place where it begins above. */
function crossing(curve: readonly number[], at: readonly number[], level: number): number {
  const above = curve.findIndex((value) => value > level);
  if (above <= 0) return at[0];
  const share = (level - curve[above - 1]) / (curve[above] - curve[above - 1]);
  return at[above - 1] + share * (at[above] - at[above - 1]);
}

function nearest(values: readonly number[], wanted: number): number {
  let best = 0;
  values.forEach((value, i) => {
    if (Math.abs(value - wanted) < Math.abs(values[best] - wanted)) best = i;
  });
  return best;
}

/** Kurtosis of stretches that follow one another. */
function kurtosesOf(y: Float64Array, length: number): number[] {
  const values: number[] = [];
  for (let from = 0; from + length <= y.length; from += length)
    values.push(excessKurtosis(y.subarray(from, from + length)) + 3);
  return values;
}

function envelopeOf(y: Float64Array, rate: number): Float64Array {
  const design = designFilter({ kind: 'lowpass', order: 2, cutoffHz: ENVELOPE_HZ }, rate);
  // People's numbers were taken with SciPy's `sosfilt` from rest.
  const filter = new SosFilter(design, 1, 'rest');
  const settled = Math.floor(rate * SETTLING_S);
  return filter.process(y.map(Math.abs)).subarray(settled);
}

function powerBetween({ frequency, density, step }: Spectrum, lowHz: number, highHz: number): number {
  let power = 0;
  frequency.forEach((f, bin) => {
    if (f >= lowHz && f < highHz) power += density[bin] * step;
  });
  return power;
}
