import type { StressResult, StressRow } from '../stress.js';
import { confusionPlot } from './confusion-plot.js';
import { levelPlot } from './level-plot.js';
import type { ReportFacts } from './matrix-report.js';
import { figures, htmlTable, page, type Section } from './page.js';
import { percent1 } from './svg.js';
import { perHour, secondsText } from '../stress-rows.js';

/** The report of a stress test: accuracy by disturbance, the table, the confusion of the calibration. */
export function stressReport(result: StressResult, { title, facts, footer }: ReportFacts): string {
  const { undisturbed, rows, training } = result;
  const names = [...new Set(rows.map(({ dial }) => dial))];
  const sections: Section[] = [
    {
      title: 'Accuracy by disturbance',
      text: 'Percent of right decisions from undisturbed to the severest level; the dashed line is undisturbed.',
      content: figures(
        names.map((name) => {
          const own = rows.filter(({ dial }) => dial === name);
          const plot = levelPlot(
            name,
            own.map(({ level }) => level),
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
        'False activations: movements out of rest while rest was intended. Moving at rest: share of intended rest in ' +
        'which something moved. Recovery: from the end of the disturbance until decisions are those of the undisturbed session.',
      content: htmlTable(
        [
          'disturbance',
          'level',
          'accuracy',
          'active error',
          'false activations',
          'moving at rest',
          'onset',
          'recovery',
        ],
        [
          ['none', '', ...numbers({ ...undisturbed, recoverySeconds: NaN })],
          ...rows.map((row, n) => rowOf(row, rows[n - 1])),
        ],
        (r) => (r > 0 && rows[r - 1]?.dial !== rows[r - 2]?.dial ? 'first' : ''),
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
function rowOf(row: StressRow, before: StressRow | undefined): (string | number)[] {
  return [row.dial === before?.dial ? '' : row.title, `${row.level} ${row.unit}`, ...numbers(row)];
}

function numbers(row: Omit<StressRow, 'dial' | 'title' | 'unit' | 'level'>): string[] {
  return [
    percent1(row.accuracy),
    percent1(row.activeErrorRate),
    perHour(row.falseActivationsPerHour),
    percent1(row.movingAtRest),
    secondsText(row.onsetSeconds),
    secondsText(row.recoverySeconds),
  ];
}
