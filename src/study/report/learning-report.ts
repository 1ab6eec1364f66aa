import { adaptTitles, LATER, type DaysStudy } from '../learning/adapt-over-days.js';
import { REACHED, type Enough, type LearningCurve } from '../learning/learning-curve.js';
import { byDecoder, type PeoplePoint, type PeopleStudy } from '../learning/people-points.js';
import { trainedOnTitles, type OthersStudy } from '../learning/train-on-others.js';
import { personName } from '../evaluate-cohort.js';
import { inPercent } from '../people-mean.js';
import { combinationName } from './cohort-report.js';
import { curvePlot, type Curve } from './curve-plot.js';
import { learningTable, statisticsText, type LearningColumns } from './learning-table.js';
import type { ReportFacts } from './matrix-report.js';
import { figures, htmlTable, page, type Section } from './page.js';
import { peoplePlot } from './people-plot.js';

/** How a learning curve is told. */
export const curveColumns: LearningColumns = {
  at: [['seconds', 'seconds a class']],
  shares: [],
  difference: 'from all',
  text: (_, value) => (typeof value === 'number' ? `${value} s` : value),
};

/** How training on others is told. */
export const othersColumns: LearningColumns = {
  at: [['training', 'trained on']],
  shares: [],
  difference: 'from own',
};

/** How days are told. */
export const daysColumns: LearningColumns = {
  at: [
    ['day', 'day'],
    ['way', 'learns'],
  ],
  shares: [
    ['learned', 'learned from'],
    ['rightly', 'labels right'],
  ],
  difference: 'from none',
  text: (name, value) => (name === 'day' && value === LATER ? 'all later' : String(value)),
};

/** From which amount on a decoder has what it has with all, in a sentence. */
export function enoughText(enough: Enough): string {
  const point = `${Math.round(100 * REACHED)} point of what all gives`;
  const name = combinationName(enough);
  return enough.seconds === null
    ? `${name}: no amount tried stays within ${point}`
    : `${name}: within ${point} from ${enough.seconds} s of each class on`;
}

/** The report of a learning curve. */
export function curveReport(curve: LearningCurve, facts: ReportFacts): string {
  const seconds = ({ at, more }: PeoplePoint): number =>
    typeof at.seconds === 'number' ? at.seconds : (more.used?.mean ?? NaN);
  const plot = curvePlot(
    byDecoder(curve.points).map((points) => curveOf(combinationName(points[0]), points, points.map(seconds))),
    {
      title: 'Accuracy by seconds of calibration',
      x: 'seconds of each class learned from',
      y: 'accuracy (%)',
    },
  );
  const found = curve.enough.map(enoughText).join('; ');
  return reportOf(curve, curveColumns, facts, [
    {
      title: 'Accuracy by seconds of calibration',
      text: `Means over people, bars are 95 % intervals; the last point is all there is to learn from. ${found}.`,
      content: plot,
    },
  ]);
}

/** The report of training on others. */
export function othersReport(study: OthersStudy, facts: ReportFacts): string {
  const rows = study.points.map((point) => ({
    label: `${combinationName(point)}: ${String(point.at.training)}`,
    people: study.people.map(({ person, points }) => ({
      name: personName(person),
      value: 100 * (points.find((one) => isSame(one, point))?.accuracy ?? NaN),
    })),
    mean: inPercent(point.accuracy),
  }));
  const used = Object.entries(trainedOnTitles)
    .map(([name, title]) => `${name}: ${title}`)
    .join('. ');
  return reportOf(study, othersColumns, facts, [
    {
      title: 'Accuracy in people who were left out',
      text: `A dot is a person, the upright line their mean, the bar its 95 % interval (Student’s t). Trained on: ${used}.`,
      content: peoplePlot(rows, {
        title: 'Accuracy in people who were left out',
        x: 'accuracy (%)',
        left: 300,
      }),
    },
  ]);
}

/** The report of decoders that go on learning over days. */
export function daysReport(study: DaysStudy, facts: ReportFacts): string {
  const plots = byDecoder(study.points).map((points): [string, string] => {
    const days = [...new Set(points.map(({ at }) => at.day))].filter((day) => day !== LATER);
    const curves = study.ways.map((way) => {
      const own = points.filter(({ at }) => at.way === way && at.day !== LATER);
      const curve = curveOf(
        way,
        own,
        own.map(({ at }) => dayNumber(at.day, days)),
      );
      return { ...curve, ...(way === 'none' && { reference: true }) };
    });
    const axes = { title: 'Accuracy by day', x: 'session, in order', y: 'accuracy (%)' };
    return [curvePlot(curves, axes), combinationName(points[0])];
  });
  return reportOf(study, daysColumns, facts, [
    {
      title: 'Accuracy by day',
      text: `Means over people, bars are 95 % intervals. ${study.ways
        .map((way) => `${way}: ${adaptTitles[way]}`)
        .join('; ')}.`,
      content: figures(plots),
    },
  ]);
}

/** Days are numbers; trials of recordings are counted. */
function dayNumber(day: number | string | undefined, all: readonly (number | string | undefined)[]): number {
  return typeof day === 'number' ? day : all.indexOf(day) + 1;
}

function reportOf(
  study: PeopleStudy,
  columns: LearningColumns,
  { title, facts, footer }: ReportFacts,
  sections: readonly Section[],
): string {
  const [head = [], ...rows] = learningTable(study, columns);
  const all: Section[] = [
    ...sections,
    {
      title: 'Over people',
      text: statisticsText(study, columns.difference),
      content: htmlTable(head, rows, (row) => (rows[row]?.[0] === '' ? '' : 'first')),
    },
  ];
  return page(title, facts, all, footer);
}

function curveOf(name: string, points: readonly PeoplePoint[], x: readonly number[]): Curve {
  const means = points.map(({ accuracy }) => inPercent(accuracy));
  return {
    ...{ name, x, y: means.map(({ mean }) => mean) },
    low: means.map(({ low, n }) => (n > 1 ? low : NaN)),
    high: means.map(({ high, n }) => (n > 1 ? high : NaN)),
  };
}

function isSame(
  one: Pick<PeoplePoint, 'features' | 'classifier' | 'windowMs' | 'at'>,
  other: PeoplePoint,
): boolean {
  return combinationName(one) === combinationName(other) && one.at.training === other.at.training;
}
