import type { DisturbanceMetrics } from '../../decoder/evaluation/disturbance-metrics.js';
import { levelText } from '../dial.js';
import type { StressResult, StressRow } from '../stress.js';
import { confusionPlot } from './confusion-plot.js';
import { levelPlot } from './level-plot.js';
import type { ReportFacts } from './matrix-report.js';
import { figures, htmlTable, page, type Section } from './page.js';
import { percent1 } from './svg.js';
import {
  activationsText,
  againstText,
  driftText,
  rateText,
  recoveryText,
  secondsText,
  takenText,
} from '../stress-rows.js';

/** The report of a stress test: accuracy by disturbance, the table, the confusion of the calibration. */
export function stressReport(result: StressResult, { title, facts, footer }: ReportFacts): string {
  const { undisturbed, rows, training } = result;
  const names = [...new Set(rows.map(({ dial }) => dial))];
  const recovers = rows.some(({ recovery }) => recovery.disturbed > 0);
  const sections: Section[] = [
    {
      title: 'Accuracy by disturbance',
      text: 'Percent of right decisions from undisturbed to the severest level; the dashed line is undisturbed.',
      content: figures(
        names.map((name) => {
          const own = rows.filter(({ dial }) => dial === name);
          const plot = levelPlot(
            name,
            own.map(({ level, added }) => `${added ? '+' : ''}${level}`),
            own.map(({ accuracy }) => accuracy),
            undisturbed.accuracy,
          );
          return [plot, `${own[0]?.title ?? name} (${own[0]?.unit ?? ''})`];
        }),
      ),
    },
    {
      title: 'Table',
      text:
        'A level with a plus comes on top of what the person was calibrated with. Moving at rest: share of intended rest ' +
        'in which something moved. False activations: movements out of rest, counted while nothing moved, with the 95 % ' +
        'interval of their rate (Poisson). Recovery: from the end of a disturbance until decisions are those of the ' +
        'undisturbed session, where they were others at its end.',
      content: htmlTable(
        [
          ...[
            'disturbance',
            'level',
            'accuracy',
            'active error',
            'moving at rest',
            'false activations',
            '95 %',
          ],
          ...['onset', ...(recovers ? ['recovery'] : [])],
        ],
        [
          ['none', '', ...numbers(undisturbed, recovers)],
          ...rows.map((row, n) => rowOf(row, rows[n - 1], recovers)),
        ],
        (r) => (r > 0 && rows[r - 1]?.dial !== rows[r - 2]?.dial ? 'first' : ''),
      ),
    },
    {
      title: 'What each disturbance did',
      text:
        'Right decisions at rest and in movement, and the class that lost most, undisturbed in brackets. Features furthest ' +
        'off: mean over the channels, and the furthest channel, in standard deviations of the undisturbed windows. What ' +
        'would mend it is said only where it follows from these.',
      content: htmlTable(
        [
          'disturbance',
          'level',
          'rest',
          'movement',
          'most lost',
          'features furthest off',
          'what would mend it',
        ],
        rows.map((row, n) => effectOf(row, rows[n - 1])),
        (r) => (rows[r]?.dial !== rows[r - 1]?.dial ? 'first' : ''),
      ),
    },
  ];
  if (training)
    sections.push({
      title: 'The calibration',
      text: `Held-out accuracy ${percent1(training.accuracy)}: repetitions left out in turn, no disturbance but what the person has.`,
      content: figures([
        [confusionPlot(training.classes, training.confusion), 'Rows truth, columns decision, in percent.'],
      ]),
    });
  return page(title, facts, sections, footer);
}

/** The disturbance is named in the first of its rows only. */
function rowOf(row: StressRow, before: StressRow | undefined, recovers: boolean): (string | number)[] {
  return [row.dial === before?.dial ? '' : row.title, levelText(row), ...numbers(row, recovers)];
}

function effectOf(row: StressRow, before: StressRow | undefined): string[] {
  const { rest, movement, features } = row.effect;
  return [
    row.dial === before?.dial ? '' : row.title,
    levelText(row),
    ...[againstText(rest), againstText(movement), takenText(row.effect)],
    features.map(driftText).join(', '),
    row.advice ?? '',
  ];
}

function numbers(row: DisturbanceMetrics, recovers: boolean): string[] {
  return [
    percent1(row.accuracy),
    percent1(row.activeErrorRate),
    percent1(row.movingAtRest),
    activationsText(row.falseActivations),
    rateText(row.falseActivations),
    secondsText(row.onsetSeconds),
    ...(recovers ? [recoveryText(row.recovery)] : []),
  ];
}
