import type { BenchmarkResult } from '../benchmark/result.js';
import { abilityOf, scoreOf } from '../benchmark/person-values.js';
import { personKey, type DecoderSummary } from '../benchmark/summary.js';
import { abilityNames, abilityTitles, type Suite } from '../benchmark/suite.js';
import { weaknessReason } from '../benchmark/weakness-words.js';
import { hundredfold } from '../people-mean.js';
import type { ReportFacts } from './matrix-report.js';
import { intervalText, pointsIntervalText, pointsText, probabilityText, shareText } from './mean-text.js';
import { htmlTable, page, type Section } from './page.js';
import { peoplePlot } from './people-plot.js';
import { escaped } from './svg.js';

/** What stands around the numbers of a benchmark. */
export interface BenchmarkFacts extends ReportFacts {
  /** A paragraph for a paper. */
  readonly methods: string;
  /** Where each weakness can be seen, in the order of the weaknesses. */
  readonly links: readonly string[];
}

/** The page of a benchmark: one's own decoder beside the baselines, what breaks it, and the methods for a paper. */
export function benchmarkReport(
  suite: Suite,
  result: BenchmarkResult,
  { title, facts, footer, methods, links }: BenchmarkFacts,
): string {
  const { decoder, baselines, mends } = result;
  const all = [decoder, ...baselines];
  const sections: Section[] = [
    {
      title: 'Every ability',
      text: 'A dot is a person, the upright line their mean, the bar its 95 % interval (Student’s t).',
      content: abilitiesPlot(suite, result),
    },
    {
      title: 'Beside the baselines',
      text: 'Shares of right commands in percent, each the mean over classes, then over people, with the 95 % interval of the score. All decoders were measured in the same people.',
      content: htmlTable(
        ['decoder', 'score', '95 % interval', ...abilityNames],
        all.map((one) => [
          one.name,
          shareText(one.score),
          intervalText(one.score),
          ...abilityNames.map((ability) => shareText(one.abilities[ability])),
        ]),
        (r) => (r === 0 ? 'best' : ''),
      ),
    },
    {
      title: 'Live',
      text: 'False activations: movements out of intended rest per hour of standing still, with the 95 % interval of the rate. Recovery: until commands are those of the undisturbed session, seconds. Online: targets that the simulated user reached.',
      content: htmlTable(
        [
          'decoder',
          'false activations / h',
          '95 % interval',
          'moving at rest',
          'onset, s',
          'recovery, s',
          'online',
        ],
        all.map(liveRow),
        (r) => (r === 0 ? 'best' : ''),
      ),
    },
    {
      title: `${decoder.name} against each baseline`,
      text: 'Points by which the baseline’s score lies behind, in the same people; p of a two-sided paired permutation test over people, as it is and adjusted for so many baselines (Holm). Bold where the adjusted p is below 0.05.',
      content: htmlTable(
        ['baseline', 'behind', '95 % interval', 'p', 'adjusted p'],
        result.comparisons.map(({ baseline, difference, test, adjustedP }) => [
          baseline,
          pointsText(difference),
          pointsIntervalText(difference),
          probabilityText(test.p),
          probabilityText(adjustedP),
        ]),
        (r) => ((result.comparisons[r]?.adjustedP ?? 1) < 0.05 ? 'best' : ''),
      ),
    },
    {
      title: 'What costs most',
      text: `Each condition against the session without it. The change that gives most back was tried in the same people. A link replays the signal of whoever lost most on the page of myodesis serve; a decoder that is calibrated there learns under the condition.`,
      content: weaknessesHtml(result, links),
    },
    ...(mends.length > 0 ? [mendsSection(mends)] : []),
    { title: 'Methods', content: `<p>${escaped(methods)}</p>` },
  ];
  return page(title, facts, sections, footer);
}

function abilitiesPlot(suite: Suite, { decoder, values }: BenchmarkResult): string {
  const row = (
    label: string,
    mean: DecoderSummary['score'],
    of: (one: (typeof values.people)[number]) => number,
  ) => ({
    label,
    people: values.people.map((one) => ({ name: one.key, value: 100 * of(one) })),
    mean: hundredfold(mean),
  });
  return peoplePlot(
    [
      row('score', decoder.score, (one) => scoreOf(suite, one.values)),
      ...abilityNames.map((ability) =>
        row(abilityTitles[ability], decoder.abilities[ability], (one) =>
          abilityOf(suite, one.values, ability),
        ),
      ),
    ],
    { title: 'Abilities', x: 'right commands, mean over classes, %' },
  );
}

function liveRow({
  name,
  falseActivations,
  movingAtRest,
  onsetSeconds,
  recoverySeconds,
  online,
}: DecoderSummary) {
  const { perHour, low, high } = falseActivations;
  const known = Number.isFinite(perHour);
  return [
    name,
    known ? perHour.toFixed(0) : '–',
    known ? `${low.toFixed(0)} to ${high.toFixed(0)}` : '–',
    shareText(movingAtRest),
    seconds(onsetSeconds),
    seconds(recoverySeconds),
    shareText(online),
  ];
}

function weaknessesHtml({ weaknesses, run }: BenchmarkResult, links: readonly string[]): string {
  const rows = weaknesses.map((one) => [
    one.condition.title,
    pointsText(one.loss),
    shareText(one.accuracy),
    one.mend ? one.mend.name : run.quick ? 'not tried' : 'nothing that was tried',
    one.mend ? pointsText(one.mend.gain) : '',
    one.mend ? pointsText(one.mend.score) : '',
  ]);
  const table = htmlTable(
    ['condition', 'points lost', 'left', 'what mends it', 'points back', 'on the score'],
    rows,
  );
  const reasons = weaknesses.map((one, n) => {
    const link = links[n];
    const replay =
      link === undefined ? '' : ` <a href="${escaped(link)}">${escaped(personKey(one.person))}</a>`;
    return `<li>${escaped(`${one.condition.title}. ${weaknessReason(one)}`)}${replay}</li>`;
  });
  return weaknesses.length > 0
    ? `${table}<ul>${reasons.join('')}</ul>`
    : '<p>No condition costs anything on average.</p>';
}

function mendsSection(mends: BenchmarkResult['mends']): Section {
  return {
    title: 'What was tried to mend it',
    text: 'Each change to the decoder on its own, in the same people: points of score, and what is left of the false activations.',
    content: htmlTable(
      ['change', 'score', '95 % interval', 'false activations left'],
      mends.map(({ name, score, falseActivations }) => [
        name,
        pointsText(score),
        pointsIntervalText(score),
        Number.isFinite(falseActivations) ? `${(100 * falseActivations).toFixed(0)} %` : '–',
      ]),
      (r) => ((mends[r]?.score.low ?? 0) > 0 ? 'best' : ''),
    ),
  };
}

function seconds({ mean }: DecoderSummary['score']): string {
  return Number.isFinite(mean) ? mean.toFixed(2) : '–';
}
