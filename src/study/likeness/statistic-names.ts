/** What a statistic is, and of which part of the spectrum it speaks. */
interface StatisticInfo {
  readonly unit: string;
  readonly explain: string;
  /** Whether it changes with the band that was kept, so that it compares only with others of the same band. */
  readonly spectral?: true;
}

/** The statistics by which the EMG of people is compared, in the order in which they are shown. */
export const statisticInfos = {
  MDF: { unit: 'Hz', explain: 'median frequency', spectral: true },
  f10: { unit: 'Hz', explain: 'frequency below which a tenth of the power lies', spectral: true },
  f90: { unit: 'Hz', explain: 'frequency below which nine tenths of the power lie', spectral: true },
  slopeHi: { unit: 'dB/octave', explain: 'slope of the spectrum, 160–360 Hz', spectral: true },
  lowShare: { unit: '', explain: 'share of the power below 44 Hz', spectral: true },
  kurtosis: { unit: '', explain: 'kurtosis of 500 ms; 3 for a Gaussian' },
  envelopeCV: { unit: '', explain: 'SD over mean of the 15 Hz envelope' },
  env1_3: { unit: 'log10', explain: 'power of the envelope, 1–3 Hz' },
  env3_10: { unit: 'log10', explain: 'power of the envelope, 3–10 Hz' },
  corrNext: { unit: '', explain: 'correlation of neighbouring channels' },
  corrSecond: { unit: '', explain: 'correlation of second neighbours' },
  corrOpposite: { unit: '', explain: 'correlation of opposite channels' },
  SNRdB: { unit: 'dB', explain: 'median active over rest' },
  SNRstrongDb: { unit: 'dB', explain: '90th percentile of active over rest' },
  restSlope: { unit: 'dB/octave', explain: 'slope of the spectrum of rest', spectral: true },
  restKurtosis: { unit: '', explain: 'kurtosis of rest' },
  restChannelSd: { unit: 'dB', explain: 'rest, SD between channels' },
  restCorrNext: { unit: '', explain: 'rest, correlation of neighbouring channels' },
  channelSd: { unit: 'dB', explain: 'SD between channels within a class' },
  classSd: { unit: 'dB', explain: 'SD between classes within a channel' },
  classCommonSd: { unit: 'dB', explain: 'SD of the strength of classes' },
  classSpecificSd: { unit: 'dB', explain: 'SD of the pattern that is a class’s own' },
  repetitionCommonSd: { unit: 'dB', explain: 'SD between repetitions, common to all channels' },
  repetitionSpecificSd: { unit: 'dB', explain: 'SD between repetitions, each channel’s own' },
  windowCommonCorr: { unit: '', explain: 'correlation of windows’ log MAV between channels, within a class' },
  windowSd: { unit: 'dB', explain: 'SD of windows within a class' },
  fisherLogMav: { unit: '', explain: 'variance of log MAV between classes over that within' },
  withinTrialSd: { unit: 'dB', explain: 'SD of windows within a recording' },
  withinTrialCommonCorr: { unit: '', explain: 'correlation of windows between channels, within a recording' },
  driftMean: { unit: 'dB', explain: 'last third against the first, mean' },
  driftSd: { unit: 'dB', explain: 'last third against the first, SD' },
} as const satisfies Record<string, StatisticInfo>;

export type StatisticName = keyof typeof statisticInfos;

/** Their names, in the order in which they are shown. */
export const statisticNames = Object.keys(statisticInfos).filter(
  (name): name is StatisticName => name in statisticInfos,
);

/** Whether a statistic speaks of the shape of the spectrum, and so of the band that was kept. */
export function isSpectral(name: StatisticName): boolean {
  return 'spectral' in statisticInfos[name];
}
