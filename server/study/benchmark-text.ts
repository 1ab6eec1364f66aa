import { inPercent, type PeopleMean } from '../../src/study/people-mean.js';
import { pointsIntervalText, pointsText, shareText } from '../../src/study/report/mean-text.js';
import type { BenchmarkResult } from '../../src/study/benchmark/result.js';
import type { Comparison, DecoderSummary, Rate } from '../../src/study/benchmark/summary.js';
import { abilityNames, abilityTitles } from '../../src/study/benchmark/suite.js';
import { personKey } from '../../src/study/benchmark/summary.js';
import type { MendOverall, Weakness } from '../../src/study/benchmark/weaknesses.js';
import { weaknessReason } from '../../src/study/benchmark/weakness-words.js';
import { table } from '../cli/output.js';

/** A benchmark for a terminal. */
export function benchmarkText(
  { decoder, baselines, comparisons, weaknesses, mends, values, run }: BenchmarkResult,
  links: readonly string[] = [],
): string {
  const head = ['%', 'score', ...abilityNames, 'false/h', 'recovery', 'online', 'score behind', 'p'];
  const rows = [decoder, ...baselines].map((one) => [
    one === decoder ? `► ${one.name}` : one.name,
    share(one.score),
    ...abilityNames.map((ability) => share(one.abilities[ability])),
    ...liveCells(one),
    ...behindCells(comparisons.find(({ baseline }) => one !== decoder && baseline === one.name)),
  ]);
  return (
    table([head, ...rows]) +
    abilityNames.map((ability) => `${ability}: ${abilityTitles[ability]}`).join('; ') +
    '\n' +
    'score: mean of the eight, each the mean over classes of right commands; false/h: movements out of intended rest, per hour of\n' +
    'standing still; recovery: s until right again after a disturbance; online: targets reached by the simulated user, %;\n' +
    'score behind: points by which the baseline lies behind, in the same people; p: paired permutation test, adjusted (Holm).\n' +
    `\n${decoder.name}: score ${shareText(decoder.score)} (people: ${decoder.people}), 95 % of the mean ${within(decoder.score)}; ` +
    `${rateText(decoder.falseActivations)} per hour.\n` +
    weaknessesText(
      weaknesses,
      links,
      run.decoders[0]?.people.some(({ mends }) => mends.length > 0) ?? false,
    ) +
    mendsText(mends) +
    (values.people.length < 6
      ? '\nWith so few people no p can be small: this is a first look, no result.\n'
      : '')
  );
}

function weaknessesText(weaknesses: readonly Weakness[], links: readonly string[], tried: boolean): string {
  if (weaknesses.length === 0) return '';
  const lines = weaknesses.flatMap((one, n) => [
    `  ${one.condition.title}: ${pointsText(one.loss)} points lost, ${shareText(one.accuracy)} left.`,
    `    ${weaknessReason(one)}`,
    ...(tried ? [`    ${mendText(one)}`] : []),
    ...(links[n] === undefined
      ? []
      : [`    ${personKey(one.person)} lost most; myodesis serve, then ${links[n]}`]),
  ]);
  return `\nWhat costs most:\n${lines.map((line) => `${line}\n`).join('')}`;
}

function mendsText(mends: readonly MendOverall[]): string {
  if (mends.length === 0) return '';
  const rows = mends.map(({ name, score, falseActivations }) => [
    `  ${name}`,
    pointsText(score),
    pointsIntervalText(score),
    Number.isFinite(falseActivations) ? `${(100 * falseActivations).toFixed(0)} %` : '–',
  ]);
  return `\nWhat was tried to mend it:\n${table([['  change', 'score', '95 %', 'false activations left'], ...rows])}`;
}

function mendText({ mend }: Weakness): string {
  if (!mend) return 'Nothing that was tried gives any of it back.';
  return (
    `What was tried and helps most: ${mend.name}, ${pointsText(mend.gain)} points back (95 % ${pointsIntervalText(mend.gain)}), ` +
    `score over all abilities ${signed(mend.score)}.`
  );
}

function liveCells({ falseActivations, recoverySeconds, online }: DecoderSummary): string[] {
  const { perHour } = falseActivations;
  return [
    Number.isFinite(perHour) ? perHour.toFixed(0) : '–',
    Number.isFinite(recoverySeconds.mean) ? recoverySeconds.mean.toFixed(2) : '–',
    share(online),
  ];
}

function behindCells(comparison: Comparison | undefined): string[] {
  if (!comparison) return ['', ''];
  const { difference, adjustedP } = comparison;
  return [pointsText(difference), Number.isFinite(adjustedP) ? adjustedP.toFixed(3) : '–'];
}

function rateText({ perHour, low, high }: Rate): string {
  if (!Number.isFinite(perHour)) return 'false activations: nothing ever stood still';
  return `false activations ${perHour.toFixed(0)} (${low.toFixed(0)} to ${high.toFixed(0)})`;
}

function share({ mean }: PeopleMean): string {
  return Number.isFinite(mean) ? (100 * mean).toFixed(1) : '–';
}

function within(mean: PeopleMean): string {
  const { low, high } = inPercent(mean);
  return Number.isFinite(mean.low) ? `${low.toFixed(1)} to ${high.toFixed(1)} %` : 'unknown of one person';
}

function signed({ mean }: PeopleMean): string {
  const text = (100 * Math.abs(mean)).toFixed(1);
  return mean < 0 && text !== '0.0' ? `−${text}` : `+${text}`;
}
