import type { SourceId } from '../../ground/sources/index.js';
import { HIGH_HZ, LOW_HZ } from './clean.js';
import { statisticNames, type StatisticName } from './statistic-names.js';

/** A statistic over people: its mean, and its standard deviation between them where several are known. */
export interface Spread {
  readonly mean: number;
  readonly sd: number | null;
  /** How many people have it. */
  readonly n: number;
}

/** What recordings of a group of people are like. */
export interface PeopleSet {
  /** What `people:NAME` calls it. */
  readonly name: string;
  readonly who: string;
  /** What was recorded, and what part of it was looked at. */
  readonly conditions: string;
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly bandHz: readonly [low: number, high: number];
  readonly source: SourceId;
  readonly statistics: Readonly<Partial<Record<StatisticName, Spread>>>;
}

/** Mean and SD between people of every statistic: thigh, hand, its plateau, forearm with force feedback. */
// prettier-ignore
const measured: Readonly<Record<StatisticName, readonly (readonly [mean: number, sd: number])[]>> = {
  MDF: [[66.14, 11.47], [112.21, 14.8], [114.27, 14.46], [156.26, 11.83]],
  f10: [[29.84, 1.98], [50.87, 15.64], [53, 16.56], [78.97, 4.62]],
  f90: [[147.55, 22.18], [214.68, 16.8], [216.52, 16.02], [285.46, 15.13]],
  slopeHi: [[-10.23, 0.93], [-12.35, 0.68], [-12.25, 0.69], [-6.73, 1.3]],
  lowShare: [[0.33, 0.1], [0.09, 0.05], [0.09, 0.05], [0.02, 0.01]],
  kurtosis: [[3.62, 0.29], [4.55, 0.36], [4.19, 0.39], [4.78, 0.76]],
  envelopeCV: [[0.36, 0.07], [0.42, 0.03], [0.31, 0.02], [0.27, 0.03]],
  env1_3: [[-1.88, 0.2], [-1.85, 0.13], [-2.07, 0.08], [-2.24, 0.08]],
  env3_10: [[-1.47, 0.13], [-1.54, 0.06], [-1.59, 0.03], [-1.65, 0.1]],
  corrNext: [[0.28, 0.05], [0.62, 0.04], [0.61, 0.05], [0.29, 0.08]],
  corrSecond: [[0.15, 0.03], [0.24, 0.05], [0.24, 0.04], [0.08, 0.02]],
  corrOpposite: [[0.14, 0.04], [0.24, 0.07], [0.23, 0.07], [0.03, 0.01]],
  SNRdB: [[11, 2.36], [12.72, 4.58], [12.02, 4.98], [14, 5.29]],
  SNRstrongDb: [[26.66, 4.84], [20.41, 5.02], [19.53, 5.4], [24.13, 5.78]],
  restSlope: [[-5.19, 1.03], [-4.66, 1.67], [-4.87, 1.54], [-2.51, 1.01]],
  restKurtosis: [[15.43, 13.5], [1410.24, 3311.27], [666.4, 2288.23], [9.14, 4.48]],
  restChannelSd: [[4.29, 1.45], [4.2, 1.59], [4.08, 1.6], [4.78, 1.15]],
  restCorrNext: [[0.17, 0.09], [0.42, 0.12], [0.43, 0.11], [0.28, 0.05]],
  channelSd: [[5.45, 0.36], [3.7, 0.71], [3.59, 0.34], [6.03, 0.76]],
  classSd: [[8.91, 1.84], [4.1, 0.92], [3.94, 0.97], [5.55, 1.33]],
  classCommonSd: [[7.67, 1.95], [3.34, 1.01], [3.21, 1.01], [2.9, 0.93]],
  classSpecificSd: [[4.61, 0.57], [2.49, 0.36], [2.45, 0.35], [5.01, 1.35]],
  repetitionCommonSd: [[1.14, 0.32], [1.75, 0.3], [1.89, 0.36], [0.53, 0.2]],
  repetitionSpecificSd: [[1.03, 0.15], [1.13, 0.2], [1.25, 0.24], [1.33, 0.25]],
  windowCommonCorr: [[0.51, 0.06], [0.8, 0.06], [0.69, 0.09], [0.13, 0.08]],
  windowSd: [[2.6, 0.51], [3.58, 0.37], [2.59, 0.33], [1.78, 0.28]],
  fisherLogMav: [[13.63, 6], [1.32, 0.6], [2.63, 1.18], [12.14, 7.21]],
  withinTrialSd: [[2.23, 0.61], [3.07, 0.43], [1.66, 0.24], [1.01, 0.16]],
  withinTrialCommonCorr: [[0.5, 0.09], [0.83, 0.05], [0.66, 0.09], [0.23, 0.06]],
  driftMean: [[-2.22, 1.08], [-3.49, 0.66], [-1.87, 0.64], [-0.05, 0.23]],
  driftSd: [[2.69, 1.21], [2.4, 0.44], [2.03, 0.66], [0.64, 0.15]],
};

const band = [LOW_HZ, HIGH_HZ] as const;

/** The numbers of one column. */
function column(at: number, n: number): PeopleSet['statistics'] {
  return Object.fromEntries(
    statisticNames.flatMap((name) => {
      const pair = measured[name][at];
      return pair ? [[name, { mean: pair[0], sd: pair[1], n }]] : [];
    }),
  );
}

/** One person, who has values and no spread. */
function single(values: Readonly<Partial<Record<StatisticName, number>>>): PeopleSet['statistics'] {
  return Object.fromEntries(Object.entries(values).map(([name, mean]) => [name, { mean, sd: null, n: 1 }]));
}

/** Statistics measured on people, to which recordings and simulated people are compared. */
export const peopleSets: readonly PeopleSet[] = [
  {
    name: 'thigh',
    who: '7 people, one of them with an amputation',
    conditions: '8 motions, 8 bipolar channels, the central 70 % of 4 s without feedback',
    channels: 8,
    sampleRateHz: 2000,
    bandHz: band,
    source: 'thigh-recordings',
    statistics: column(0, 7),
  },
  {
    name: 'thigh-amputee',
    who: 'the one of the thigh set with an amputation',
    conditions: '8 motions, 8 bipolar channels, the central 70 % of 4 s without feedback',
    channels: 8,
    sampleRateHz: 2000,
    bandHz: band,
    source: 'thigh-recordings',
    statistics: single({
      MDF: 42.6,
      f90: 114,
      slopeHi: -12,
      SNRdB: 8.2,
      restSlope: -7.3,
      restChannelSd: 4.1,
      corrNext: 0.22,
      channelSd: 4.9,
      classCommonSd: 4.4,
      classSpecificSd: 3.5,
      withinTrialCommonCorr: 0.61,
      driftMean: -4.5,
      fisherLogMav: 2.5,
    }),
  },
  {
    name: 'hand',
    who: '12 people',
    conditions: '11 classes, 10 channels around the forearm, whole recordings of 5 s with onset and decay',
    channels: 10,
    sampleRateHz: 1000,
    bandHz: band,
    source: 'hand-recordings',
    statistics: column(1, 12),
  },
  {
    name: 'hand-plateau',
    who: '12 people, those of the hand set',
    conditions: '11 classes, 10 channels around the forearm, 5 s of which the first 1.5 s are cut off',
    channels: 10,
    sampleRateHz: 1000,
    bandHz: band,
    source: 'hand-recordings',
    statistics: column(2, 12),
  },
  {
    name: 'forearm-force-feedback',
    who: '10 people',
    conditions: '7 classes held at 50 % MVC with force feedback, 8 channels',
    channels: 8,
    sampleRateHz: 1000,
    bandHz: band,
    source: 'forearm-recordings',
    statistics: column(3, 10),
  },
];
