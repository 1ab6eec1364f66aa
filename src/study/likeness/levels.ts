import {
  correlation,
  decibel,
  mean,
  median,
  percentile,
  rms,
  sampleDeviation,
  standardDeviation,
} from '../../ground/math/statistics.js';
import type { CleanPerson, CleanRecording } from './clean.js';
import type { Findings } from './findings.js';

/** RMS of every recording of activity, recordings × channels. */
export function rmsOf(recordings: readonly CleanRecording[]): number[][] {
  return recordings.map(({ channels }) => channels.map(rms));
}

/** Levels in dB between channels, classes and repetitions. */
export function levelStatistics({ active, channels }: CleanPerson, found: Findings): void {
  const levels = rmsOf(active).map((row) => row.map(decibel));
  const classes = [...new Set(active.map(({ label }) => label))];
  const byClass = classes.map((name) => levels.filter((_, r) => active[r]?.label === name));
  const means = byClass.map((rows) => columnMeans(rows));
  const overClasses = columnMeans(means);
  const common = means.map(mean);
  if (channels > 1) found.set('channelSd', mean(means.map(standardDeviation)));
  else found.miss('channelSd', 'there is one channel only');
  if (classes.length > 1) {
    found.set('classSd', mean(overClasses.map((_, c) => standardDeviation(means.map((row) => row[c])))));
    found.set('classCommonSd', standardDeviation(common));
    const specific = means.flatMap((row, k) => row.map((level, c) => level - common[k] - overClasses[c]));
    if (channels > 1) found.set('classSpecificSd', standardDeviation(specific));
    else found.miss('classSpecificSd', 'there is one channel only');
  } else found.miss(['classSd', 'classCommonSd', 'classSpecificSd'], 'there is one movement only');
  repetitionStatistics(byClass, channels, found);
}

function repetitionStatistics(byClass: readonly number[][][], channels: number, found: Findings): void {
  const repeated = byClass.filter((rows) => rows.length > 1);
  if (repeated.length === 0) {
    found.miss(['repetitionCommonSd', 'repetitionSpecificSd'], 'no movement is repeated');
    return;
  }
  const common: number[] = [];
  const specific: number[] = [];
  for (const rows of repeated) {
    const centre = columnMeans(rows);
    const apart = rows.map((row) => row.map((level, c) => level - centre[c]));
    const shared = apart.map(mean);
    common.push(sampleDeviation(shared));
    specific.push(standardDeviation(apart.flatMap((row, r) => row.map((level) => level - shared[r]))));
  }
  found.set('repetitionCommonSd', mean(common));
  if (channels > 1) found.set('repetitionSpecificSd', mean(specific));
  else found.miss('repetitionSpecificSd', 'there is one channel only');
}

/** Level of activity over that of rest. */
export function signalToNoise({ active, rest }: CleanPerson, found: Findings): void {
  const floor = floorOf(rest);
  const levels = rmsOf(active).flat();
  found.set('SNRdB', decibel(median(levels) / median(floor)));
  found.set('SNRstrongDb', decibel(percentile(levels, 0.9) / median(floor)));
}

/** RMS of rest per channel, every recording with the same weight. */
export function floorOf(rest: readonly CleanRecording[]): number[] {
  const levels = rmsOf(rest);
  return levels[0]?.map((_, c) => rms(levels.map((row) => row[c]))) ?? [];
}

/** Change of level from the first third of a recording to its last. */
export function driftStatistics({ active }: CleanPerson, found: Findings): void {
  const drifts = active.map(({ channels, length }) => {
    const first = Math.floor(length / 3);
    const last = Math.ceil(length / 3);
    const level = (from: number, until: number): number =>
      rms(channels.map((y) => rms(y.subarray(from, until))));
    return decibel(level(length - last, length) / level(0, first));
  });
  found.set('driftMean', mean(drifts));
  if (drifts.length > 1) found.set('driftSd', standardDeviation(drifts));
  else found.miss('driftSd', 'there is one recording only');
}

/** Correlation of channels a number of places apart in the ring, without sign: the median over all recordings. */
export function ringCorrelation(recordings: readonly CleanRecording[], apart: number): number {
  return median(
    recordings.flatMap(({ channels }) =>
      channels.map((y, c) => Math.abs(correlation(y, channels[(c + apart) % channels.length]))),
    ),
  );
}

function columnMeans(rows: readonly (readonly number[])[]): number[] {
  return rows[0]?.map((_, c) => mean(rows.map((row) => row[c]))) ?? [];
}
