import { bestCell } from '../evaluate-cells.js';
import { keyOf, personName, type CohortCell, type CohortEvaluation } from '../evaluate-cohort.js';
import { inPercent } from '../people-mean.js';
import { standings, type Standing } from '../standing.js';
import { shortName, type ReportFacts } from './matrix-report.js';
import { metricCells, pointsIntervalText, pointsText, standingText } from './mean-text.js';
import { htmlTable, page, type Section } from './page.js';
import { peoplePlot } from './people-plot.js';
import { percent1 } from './svg.js';

/** People shown one by one, at most; the CSV has all of them. */
const MOST_PEOPLE = 100;

/** The report of an evaluation of people: who did how well with what, and what holds on average. */
export function cohortReport(result: CohortEvaluation, { title, facts, footer }: ReportFacts): string {
  const { cells, people } = result;
  const leading = leadingCell(cells);
  const standing = cohortStandings(cells);
  const sections: Section[] = [
    {
      title: 'Accuracy in each person',
      text: 'A dot is a person, the upright line their mean, the bar its 95 % interval (Student’s t).',
      content: peoplePlot(
        cells.map((cell) => ({
          label: combinationName(cell),
          people: people.map((one) => ({
            name: personName(one.person),
            value: 100 * accuracyIn(one.cells, cell),
          })),
          mean: inPercent(cell.metrics.accuracy),
        })),
        { title: 'Accuracy in each person', x: 'accuracy (%)' },
      ),
    },
    {
      title: 'Combinations',
      text:
        'Mean ± standard deviation between people, and the 95 % interval of the mean. Behind: points below the best on ' +
        'average, in the same people; whose interval includes 0 is not told apart from it (≈ best). Best in: people in ' +
        'whom none was more accurate; place: its mean place.',
      content: htmlTable(
        ['features', 'classifier', 'window', 'accuracy', '95 % interval', 'active error', 'F1'].concat(
          cells.length > 1 ? ['behind', '95 % interval', 'best in', 'place', ''] : [],
        ),
        cells.map((cell, n) => [
          cell.features.join(' + ') || 'amplitudes',
          shortName(cell.classifier),
          `${cell.windowMs} ms`,
          ...metricCells(cell),
          ...(cells.length > 1
            ? [
                cell === leading ? '' : pointsText(cell.behind),
                cell === leading ? '' : pointsIntervalText(cell.behind),
                `${cell.bestIn} of ${people.length}`,
                cell.meanRank.toFixed(1),
                standingText(standing[n]),
              ]
            : []),
        ]),
        (row) => (standing[row] === 'best' ? 'best' : ''),
      ),
    },
    {
      title: 'People',
      text: people.length > MOST_PEOPLE ? `The first ${MOST_PEOPLE} of ${people.length}.` : '',
      content: htmlTable(
        ['person', leading ? combinationName(leading) : 'accuracy', 'best in this person', 'accuracy'],
        people.slice(0, MOST_PEOPLE).map(({ person, cells: own }) => {
          const best = bestCell(own);
          return [
            personName(person),
            percent1(leading ? accuracyIn(own, leading) : NaN),
            best ? combinationName(best) : '–',
            percent1(best?.metrics.accuracy ?? NaN),
          ];
        }),
      ),
    },
  ];
  return page(title, facts, sections, footer);
}

/** The combination that is most accurate on average, the quicker of equals. */
export function leadingCell(cells: readonly CohortCell[]): CohortCell | undefined {
  return [...cells].sort(
    (a, b) => b.metrics.accuracy.mean - a.metrics.accuracy.mean || a.latencyMs - b.latencyMs,
  )[0];
}

/** How combinations stand, by their differences in the same people. */
export function cohortStandings(cells: readonly CohortCell[]): Standing[] {
  const leading = leadingCell(cells);
  return standings(
    cells.map(({ behind }) => behind),
    cells.findIndex((cell) => cell === leading),
  );
}

/** A combination in one line. */
export function combinationName({
  features,
  classifier,
  windowMs,
}: Pick<CohortCell, 'features' | 'classifier' | 'windowMs'>): string {
  return `${features.join('+') || 'amplitudes'} ${shortName(classifier)} ${windowMs} ms`;
}

/** Accuracy of a combination in one person; NaN where it failed. */
export function accuracyIn(
  own: CohortEvaluation['people'][number]['cells'],
  cell: Pick<CohortCell, 'features' | 'classifier' | 'windowMs'>,
): number {
  return own.find((one) => keyOf(one) === keyOf(cell))?.metrics.accuracy ?? NaN;
}
