import { log } from '../../ground/math/real.js';
import { correlation, mean, standardDeviation, variance } from '../../ground/math/statistics.js';
import { UV } from '../../ground/signal/units.js';
import type { CleanPerson, CleanRecording } from './clean.js';
import type { Findings } from './findings.js';

const WINDOW_S = 0.2;
const STEP_S = 0.1;
/** Decibel of one unit of natural logarithm of amplitude, as rounded in the reference. */
const DB = 8.686;

/** Log mean absolute value of windows of 200 ms every 100 ms: how it varies, and how channels vary together. */
export function windowStatistics(person: CleanPerson, found: Findings): void {
  const { active, sampleRateHz, channels } = person;
  const perRecording = active.map((recording) => logLevels(recording, sampleRateHz));
  const classes = [...new Set(active.map(({ label }) => label))];
  const stacked = classes.map((name) => stackedOf(perRecording.filter((_, r) => active[r]?.label === name)));
  const within = mean(stacked.flatMap((columns) => columns.map(variance)));
  found.set('windowSd', DB * Math.sqrt(within));
  const means = stacked.map((columns) => columns.map(mean));
  if (classes.length > 1) {
    const between = (means[0] ?? []).map((_, c) => variance(means.map((row) => row[c])));
    found.set('fisherLogMav', mean(between) / within);
  } else found.miss('fisherLogMav', 'there is one movement only');
  const centred = stackedOf(
    perRecording.map((columns) =>
      columns.map((levels) => {
        const centre = mean(levels);
        return levels.map((level) => level - centre);
      }),
    ),
  );
  found.set('withinTrialSd', DB * standardDeviation(centred.flat()));
  if (channels > 1) {
    found.set('windowCommonCorr', mean(stacked.map(meanCorrelation)));
    found.set('withinTrialCommonCorr', meanCorrelation(centred));
  } else found.miss(['windowCommonCorr', 'withinTrialCommonCorr'], 'there is one channel only');
}

/** Natural logarithm of the mean absolute value, channels × windows. */
function logLevels({ channels }: CleanRecording, rate: number): number[][] {
  const length = Math.floor(WINDOW_S * rate);
  const step = Math.floor(STEP_S * rate);
  return channels.map((y) => {
    const levels: number[] = [];
    for (let from = 0; from + length <= y.length; from += step) {
      let sum = 0;
      for (let i = from; i < from + length; i++) sum += Math.abs(y[i]);
      levels.push(log(sum / length / UV + 1e-12));
    }
    return levels;
  });
}

/** Windows of several recordings after one another, channel by channel. */
function stackedOf(recordings: readonly number[][][]): number[][] {
  return (recordings[0] ?? []).map((_, c) => recordings.flatMap((columns) => columns[c]));
}

/** Mean correlation over all pairs of channels. */
function meanCorrelation(columns: readonly number[][]): number {
  const pairs = columns.flatMap((a, i) => columns.slice(i + 1).map((b) => correlation(a, b)));
  return mean(pairs);
}
