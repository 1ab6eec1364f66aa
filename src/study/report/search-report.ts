import type { AgainstDefault, Search, SearchedCandidate } from '../choosing/search-outcome.js';
import { personName } from '../evaluate-cohort.js';
import { inPercent, type PeopleMean } from '../people-mean.js';
import { shortName, type ReportFacts } from './matrix-report.js';
import {
  intervalText,
  leastText,
  pointsIntervalText,
  pointsText,
  probabilityText,
  shareText,
} from './mean-text.js';
import { htmlTable, page, type Section } from './page.js';
import { peoplePlot } from './people-plot.js';
import { percent1 } from './svg.js';

/** Rows of a plot, at most; the tables have all. */
const MOST_ROWS = 30;

/** The tables of a search, for terminals and reports. */
export interface SearchTables {
  readonly procedures: readonly (readonly string[])[];
  readonly candidates: readonly (readonly string[])[];
  readonly people: readonly (readonly string[])[];
}

/** Tables with their heads in the first row; candidates by accuracy, statistics only of several people. */
export function searchTables(search: Search): SearchTables {
  const { candidates, people, procedures } = search;
  const several = people.length > 1;
  const statistics = several
    ? ['95 % of mean', 'against default', '95 % interval', 'p']
    : ['against default'];
  const cells = (one: Omit<AgainstDefault, 'p'>): string[] =>
    several
      ? [
          ...[shareText(one.accuracy), intervalText(one.accuracy)],
          ...[pointsText(one.difference), pointsIntervalText(one.difference), probabilityText(one.adjustedP)],
        ]
      : [shareText(one.accuracy), pointsText(one.difference)];
  const usual = candidates[0];
  const { nested, others, optimistic } = procedures;
  return {
    procedures: [
      ['what is used', 'accuracy', ...statistics],
      ...(usual ? [['default', ...cells(usual)]] : []),
      [nestedName(search), ...cells(nested)],
      ...(others ? [['chosen on other people', ...cells(others)]] : []),
      ['best on the test itself (optimistic)', ...cells({ ...optimistic, adjustedP: NaN })],
    ],
    candidates: [
      ['candidate', 'accuracy', ...statistics, 'delay', 'chosen in', ...(others ? ['by others for'] : [])],
      ...byAccuracy(candidates).map((one) => [
        shortName(one.name),
        ...cells(one),
        `${one.latencyMs.toFixed(0)} ms`,
        String(one.chosenIn),
        ...(others ? [String(one.chosenByOthers)] : []),
      ]),
    ],
    people: [
      ['person', 'default', 'nested', ...(others ? ['by others'] : []), 'optimistic', 'chosen in training'],
      ...people.map((one) => [
        personName(one.person),
        percent1(one.accuracies[0] ?? NaN),
        percent1(one.nested),
        ...(others ? [percent1(one.others)] : []),
        percent1(one.optimistic),
        chosenText(one.parts.map(({ chosen }) => chosen)),
      ]),
    ],
  };
}

function nestedName({ taughtByOthers }: Search): string {
  return taughtByOthers
    ? 'chosen inside training, on other people (nested)'
    : 'chosen inside training (nested)';
}

function byAccuracy(candidates: readonly SearchedCandidate[]): SearchedCandidate[] {
  const of = ({ accuracy }: SearchedCandidate): number =>
    Number.isFinite(accuracy.mean) ? accuracy.mean : -1;
  return [...candidates].sort((a, b) => of(b) - of(a));
}

/** What was chosen how often, the most frequent first. */
function chosenText(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => (counts.size > 1 ? `${name} (${count})` : name))
    .join(', ');
}

/** What the tables of a search say, as sentences. */
export function searchLegend({ people, optimism, steadied, procedures, taughtByOthers }: Search): string[] {
  const n = people.length;
  const parts = people.reduce((sum, one) => sum + one.parts.length, 0);
  return [
    'Nested: in each part of the test the candidate that is most accurate on training recordings that are left out in',
    'turn, of equals the default and then the first; the test is looked at once, by what was chosen.',
    ...(procedures.others
      ? [
          'Chosen on other people: what is most accurate in all others, trained and tested on this person’s own recordings.',
        ]
      : []),
    ...(taughtByOthers
      ? [
          'All are trained on other people, who are also what is chosen on. They share most of those, which makes intervals and p',
          'rather too small.',
        ]
      : []),
    `Optimistic: chosen on what it is scored on. Its ${optimismText(optimism)} above nested are selection bias.`,
    `Scored: ${steadied ? 'steadied decisions, each recording anew' : 'decisions of the model'}. Delay is told and not searched by: longer windows and more votes are later.`,
    `Chosen in: of ${parts} parts of the test.`,
    ...(n > 1
      ? [
          `± is the standard deviation over ${n} people, intervals are of the mean over them (Student’s t). p: paired permutation over`,
          `people against the default, after Holm over the rows of the table; ${leastText(n)}.`,
        ]
      : ['One person: no statistics over people are possible (n = 1).']),
  ];
}

function optimismText(optimism: PeopleMean): string {
  const interval = Number.isFinite(optimism.low) ? ` (95 % interval ${pointsIntervalText(optimism)})` : '';
  return `${pointsText(optimism)} points${interval}`;
}

/** The report of a search. */
export function searchReport(search: Search, { title, facts, footer }: ReportFacts): string {
  const { candidates, people, procedures } = search;
  const tables = searchTables(search);
  const shown = byAccuracy(candidates).slice(0, MOST_ROWS);
  const dots = (of: (person: Search['people'][number]) => number) =>
    people.map((one) => ({ name: personName(one.person), value: 100 * of(one) }));
  const usual = candidates[0]?.accuracy;
  const rows = [
    ...(usual
      ? [{ label: 'default', people: dots((one) => one.accuracies[0] ?? NaN), mean: inPercent(usual) }]
      : []),
    { label: 'nested', people: dots((one) => one.nested), mean: inPercent(procedures.nested.accuracy) },
    ...(procedures.others
      ? [
          {
            label: 'chosen on others',
            people: dots((one) => one.others),
            mean: inPercent(procedures.others.accuracy),
          },
        ]
      : []),
    {
      label: 'optimistic',
      people: dots((one) => one.optimistic),
      mean: inPercent(procedures.optimistic.accuracy),
    },
  ];
  const sections: Section[] = [
    {
      title: 'What searching gains',
      text: searchLegend(search).join(' '),
      content: tableOf(tables.procedures),
    },
    {
      title: 'In each person',
      text:
        people.length > 1 ? 'A dot is a person, the upright line their mean, the bar its 95 % interval.' : '',
      content:
        peoplePlot(rows, { title: 'Accuracy in each person', x: 'accuracy (%)' }) + tableOf(tables.people),
    },
    {
      title: 'Candidates',
      text: 'As they are, chosen by nobody; the best row is chosen on the test, and no estimate of what searching gains.',
      content:
        tableOf(tables.candidates) +
        peoplePlot(
          shown.map(({ name, accuracy }) => ({
            label: shortName(name),
            people: dots(
              (one) => one.accuracies[candidates.findIndex((other) => other.name === name)] ?? NaN,
            ),
            mean: inPercent(accuracy),
          })),
          { title: 'Accuracy of candidates', x: 'accuracy (%)', left: 320, width: 860 },
        ),
    },
  ];
  return page(title, facts, sections, footer);
}

function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  return htmlTable(head, rows);
}
