import type { Scenario } from '../../src/scenario/scenario.js';
import { bestCell } from '../../src/study/evaluate-cells.js';
import { personName, type CohortEvaluation } from '../../src/study/evaluate-cohort.js';
import {
  accuracyIn,
  cohortStandings,
  combinationName,
  leadingCell,
} from '../../src/study/report/cohort-report.js';
import {
  metricCells,
  pointsIntervalText,
  pointsText,
  standingText,
} from '../../src/study/report/mean-text.js';
import { shortName } from '../../src/study/report/matrix-report.js';
import { percent, table } from '../cli/output.js';

/** People shown one by one, at most; JSON and CSV have all of them. */
const MOST_PEOPLE = 50;

/** Combinations over people, then every person, for a terminal. */
export function cohortText({ cells, people }: CohortEvaluation): string {
  const leading = leadingCell(cells);
  const several = cells.length > 1;
  const standing = cohortStandings(cells);
  const combinations = table([
    ['features', 'classifier', 'window', 'accuracy', '95 % of mean', 'active error', 'F1'].concat(
      several ? ['behind', '95 % of mean', 'best in', 'place', ''] : [],
    ),
    ...cells.map((cell, n) => [
      cell.features.join('+') || 'amplitudes',
      shortName(cell.classifier),
      `${cell.windowMs} ms`,
      ...metricCells(cell),
      ...(several
        ? [
            cell === leading ? '' : pointsText(cell.behind),
            cell === leading ? '' : pointsIntervalText(cell.behind),
            String(cell.bestIn),
            cell.meanRank.toFixed(1),
            standingText(standing[n]),
          ]
        : []),
    ]),
  ]);
  const shown = people.slice(0, MOST_PEOPLE);
  const each = table([
    several && leading ? ['person', combinationName(leading), 'at best', 'by'] : ['person', 'accuracy'],
    ...shown.map(({ person, cells: own }) => {
      const best = bestCell(own);
      return [
        personName(person),
        percent(leading ? accuracyIn(own, leading) : NaN),
        ...(several ? [percent(best?.metrics.accuracy ?? NaN), best ? combinationName(best) : '–'] : []),
      ];
    }),
  ]);
  const more = people.length > shown.length ? `and ${people.length - shown.length} more; see --csv\n` : '';
  const legend = several
    ? 'behind: points below the best on average, in the same people; ≈ best: the interval includes 0, not told apart\n' +
      'best in: people in whom none was more accurate; place: mean over people\n'
    : '';
  return `${combinations}${legend}\n${each}${more}`;
}

/** Who the people of a cohort are, in a line. */
export function peopleText(people: readonly Scenario[]): string {
  const [first] = people;
  const last = people.at(-1);
  if (!first || !last) return 'nobody';
  const numbers =
    first === last
      ? `person ${first.person.number}`
      : `persons ${first.person.number} to ${last.person.number}`;
  return `${people.length} of ${first.name}: ${numbers}, seed ${first.seed}`;
}
