import { lossOf, type StressCohortResult } from '../stress-cohort.js';
import type { ReportFacts } from './matrix-report.js';
import { costCells, intervalText, shareText } from './mean-text.js';
import { figures, htmlTable, page, type Section } from './page.js';
import { peoplePlot } from './people-plot.js';
import { hundredfold } from '../people-mean.js';
import { percent1 } from './svg.js';

/** People shown one by one, at most; the JSON has all of them. */
const MOST_PEOPLE = 100;

/** The report of a stress test of people: what each dial costs whom, and on average. */
export function stressCohortReport(
  result: StressCohortResult,
  { title, facts, footer }: ReportFacts,
): string {
  const { undisturbed, rows, people } = result;
  const dials = [...new Set(rows.map(({ dial }) => dial))];
  const sections: Section[] = [
    {
      title: 'What each disturbance costs',
      text: 'Points of accuracy that a person loses against themselves undisturbed. A dot is a person, the upright line their mean, the bar its 95 % interval (Student’s t).',
      content: figures(
        dials.map((dial) => {
          const own = rows.filter((row) => row.dial === dial);
          const plot = peoplePlot(
            own.map((row) => ({
              label: cohortLevel(row),
              people: people.map((one) => ({
                name: `person ${one.person}`,
                value: 100 * lossOf(one, row),
              })),
              mean: hundredfold(row.loss),
            })),
            { title: dial, x: 'points lost', width: 320, left: 84, reference: 0 },
          );
          return [plot, own[0]?.title ?? dial];
        }),
      ),
    },
    {
      title: 'Table',
      text: 'Mean ± standard deviation between people. Loss: points against the same person undisturbed, with the 95 % interval of its mean; bold where the interval excludes none.',
      content: htmlTable(
        ['disturbance', 'level', 'accuracy', 'loss', '95 % interval', 'active error', 'moving at rest'],
        [
          [
            'none',
            '',
            shareText(undisturbed.accuracy),
            '',
            '',
            shareText(undisturbed.activeErrorRate),
            shareText(undisturbed.movingAtRest),
          ],
          ...rows.map((row, n) => [
            rows[n - 1]?.dial === row.dial ? '' : row.title,
            cohortLevel(row),
            ...costCells(row),
          ]),
        ],
        (r) => markOf(rows[r - 1], rows[r - 2]),
      ),
    },
    {
      title: 'People',
      text: `Undisturbed: ${intervalText(undisturbed.accuracy)} is the 95 % interval of the mean.${people.length > MOST_PEOPLE ? ` The first ${MOST_PEOPLE} of ${people.length}.` : ''}`,
      content: htmlTable(
        ['person', 'held-out calibration', 'undisturbed'],
        people
          .slice(0, MOST_PEOPLE)
          .map(({ person, heldOutAccuracy, undisturbed: own }) => [
            `person ${person}`,
            percent1(heldOutAccuracy),
            percent1(own.accuracy),
          ]),
      ),
    },
  ];
  return page(title, facts, sections, footer);
}

/** A level on people, each of whom had another value in the calibration. */
export function cohortLevel({ level, unit, added }: StressCohortResult['rows'][number]): string {
  return `${added ? '+' : ''}${level} ${unit}`;
}

function markOf(row: StressCohortResult['rows'][number] | undefined, before: typeof row): string {
  if (!row) return '';
  const sure = row.loss.low > 0 || row.loss.high < 0;
  return `${row.dial === before?.dial ? '' : 'first '}${sure ? 'best' : ''}`.trim();
}
