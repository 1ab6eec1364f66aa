import { citation, isAssumption } from '../../ground/sources/index.js';
import { criteria, criterionNames, separating } from '../choosing/criteria.js';
import type { RankedOverPeople, Ranking } from '../choosing/rank-features.js';
import { personName } from '../evaluate-cohort.js';
import type { PeopleMean } from '../people-mean.js';
import type { ReportFacts } from './matrix-report.js';
import { leastText, probabilityText } from './mean-text.js';
import { htmlTable, page, type Section } from './page.js';
import { peoplePlot } from './people-plot.js';
import { escaped } from './svg.js';

/** Rows of a plot, at most; the tables have all. */
const MOST_ROWS = 40;

/** Columns of the table of a ranking, for terminals and reports; statistics only of several people. */
export function rankingHead({ what, people }: Ranking): string[] {
  const statistics = people.length > 1 ? ['95 % of mean', 'p', 'first in'] : [];
  return [what.slice(0, -1), 'place', ...statistics, ...shorts];
}

const shorts = criterionNames.map((name) => criteria[name].short);

/** A row of {@link rankingHead}: place over the criteria, then place by each, mean ± standard deviation over people. */
export function rankingCells(item: RankedOverPeople, { people, items }: Ranking): string[] {
  const { name, place, places, firstIn, adjustedP } = item;
  const statistics =
    people.length > 1
      ? [placeInterval(place, items.length), probabilityText(adjustedP), String(firstIn)]
      : [];
  return [
    name,
    placeText(place),
    ...statistics,
    ...criterionNames.map((criterion) => placeText(places[criterion])),
  ];
}

/** Interval of a mean place. Student’s t knows no bounds, a place has them. */
function placeInterval({ low, high }: PeopleMean, last: number): string {
  return Number.isFinite(low) ? `${Math.max(1, low).toFixed(1)} to ${Math.min(last, high).toFixed(1)}` : '–';
}

function placeText({ mean, sd }: PeopleMean): string {
  if (!Number.isFinite(mean)) return '–';
  return Number.isFinite(sd) ? `${mean.toFixed(1)} ± ${sd.toFixed(1)}` : mean.toFixed(1);
}

/** What the columns of a ranking are, as sentences. */
export function rankingLegend({ people, items }: Ranking): string[] {
  const n = people.length;
  const said = separating.map((name) => criteria[name].short).join(', ');
  const of = [
    `Place: mean of the places by ${said}, 1 being the best of ${items.length}; below each criterion the place by it.`,
    'The others say how alike repetitions are (RI), how compact classes are (MSA), and what is new beside the rest (mRMR).',
  ];
  if (n === 1) return [...of, 'One person: no statistics over people are possible (n = 1).'];
  return [
    ...of,
    `Mean ± standard deviation over ${n} people, with the 95 % interval of the mean (Student’s t).`,
    'p: whether the place differs from the middle of the table, where one is that nothing tells from the others: paired',
    `permutation over people, after Holm over all that are ranked; ${leastText(n)}.`,
    'First in: people in whom none was better.',
  ];
}

/** What each criterion is, which way is better, and where it comes from. */
export function criteriaRows(): string[][] {
  return criterionNames.map((name) => {
    const { term, short, better, explain, source } = criteria[name];
    const read = isAssumption({ source }) ? ' (not all read here)' : '';
    return [short, `${term}: ${explain}`, better, `${citation(source)}${read}`];
  });
}

/** The report of a ranking. */
export function rankingReport(ranking: Ranking, { title, facts, footer }: ReportFacts): string {
  const { items, people, what } = ranking;
  const shown = items.slice(0, MOST_ROWS);
  const several = people.length > 1;
  const sections: Section[] = [
    {
      title: 'Ranking',
      text: `${rankingLegend(ranking).join(' ')} On training windows only, without a classifier.`,
      content: htmlTable(
        rankingHead(ranking).slice(0, -shorts.length),
        items.map((item) => rankingCells(item, ranking).slice(0, -shorts.length)),
      ),
    },
    {
      title: several ? 'Place in each person' : 'Place',
      text: `${several ? 'A dot is a person, the upright line their mean, the bar its 95 % interval.' : ''}${
        shown.length < items.length ? ` The best ${shown.length} of ${items.length}.` : ''
      }`,
      content: peoplePlot(
        shown.map(({ name, place }) => ({
          label: name,
          people: people.map((one) => ({
            name: personName(one.person),
            value: one.items.find((item) => item.name === name)?.place ?? NaN,
          })),
          mean: place,
        })),
        { title: `Place of ${what}`, x: 'mean place', reference: (items.length + 1) / 2 },
      ),
    },
    {
      title: 'Place by each criterion',
      text: several ? 'Mean ± standard deviation over people.' : '',
      content: htmlTable(
        [what.slice(0, -1), ...shorts],
        items.map((item) => [item.name, ...rankingCells(item, ranking).slice(-shorts.length)]),
      ),
    },
    {
      title: 'Values',
      text: several ? 'Mean over people.' : '',
      content: htmlTable(
        [what.slice(0, -1), ...shorts],
        items.map(({ name, values }) => [
          name,
          ...criterionNames.map((criterion) => {
            const { mean } = values[criterion];
            return Number.isFinite(mean) ? mean.toPrecision(3) : '–';
          }),
        ]),
      ),
    },
    {
      title: 'Criteria',
      content: definitions(),
    },
  ];
  return page(title, facts, sections, footer);
}

function definitions(): string {
  const each = criteriaRows().map(
    ([short = '', text = '', better = '', source = '']) =>
      `<dt>${escaped(short)}</dt><dd>${escaped(`${text}; ${better} is better. ${source}`)}</dd>`,
  );
  return `<dl>${each.join('')}</dl>`;
}
