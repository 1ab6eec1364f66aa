import { bestCell, type Cell } from '../evaluate-cells.js';
import { inPercent } from '../people-mean.js';
import { ranked } from '../ranking.js';
import { confusionPlot } from './confusion-plot.js';
import { pointsIntervalText, pointsText, shareText, standingText } from './mean-text.js';
import { figures, htmlTable, page, type Section } from './page.js';
import { peoplePlot } from './people-plot.js';
import { scatterPlot } from './scatter-plot.js';
import { percent1 } from './svg.js';

/** What a report says of its subject. */
export interface ReportFacts {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string | number])[];
  readonly footer: string;
}

/** Confusions shown in full; more would bury the table. */
const MOST_CONFUSIONS = 6;

/** The report of an evaluation: table, accuracy against delay, confusions of the best. */
export function matrixReport(cells: readonly Cell[], { title, facts, footer }: ReportFacts): string {
  const best = bestCell(cells);
  const rows = ranked(cells);
  const several = cells.length > 1;
  const rejects = cells.some(({ metrics }) => metrics.rejectionRate > 0);
  const sections: Section[] = [
    {
      title: 'Accuracy',
      text:
        'Decisions on windows that were not learned from. Rejected ones are left out, and counted apart. Over folds: mean ± ' +
        'standard deviation.' +
        (several
          ? ' Behind: points below the most accurate, fold by fold, with the 95 % interval of the mean; ≈ best: it includes ' +
            '0, not told apart. Folds share most of what was learned from, which makes intervals rather too narrow.'
          : ''),
      content: htmlTable(
        [
          ...['features', 'classifier', 'window', 'delay', 'accuracy', 'over folds'],
          ...(several ? ['behind', '95 % interval', ''] : []),
          ...['active error', 'instability', ...(rejects ? ['rejected'] : []), 'recall', 'precision', 'F1'],
        ],
        rows.map(({ cell, spread, behind, standing }) => [
          cell.features.join(' + ') || 'amplitudes',
          shortName(cell.classifier),
          `${cell.windowMs} ms`,
          `${cell.latencyMs.toFixed(0)} ${cell.smoothingMs > 0 ? `+ ${cell.smoothingMs.toFixed(0)} ` : ''}ms`,
          percent1(cell.metrics.accuracy),
          shareText(spread),
          ...(several
            ? cell === best
              ? ['', '', standingText(standing)]
              : [pointsText(behind), pointsIntervalText(behind), standingText(standing)]
            : []),
          percent1(cell.metrics.activeErrorRate),
          percent1(cell.metrics.instability),
          ...(rejects ? [percent1(cell.metrics.rejectionRate)] : []),
          percent1(cell.metrics.recall),
          percent1(cell.metrics.precision),
          percent1(cell.metrics.f1),
        ]),
        (row) => (rows[row]?.standing === 'best' ? 'best' : ''),
      ),
    },
  ];
  if (cells.some(({ folds }) => folds.length > 1))
    sections.push({
      title: 'Accuracy in each fold',
      text: 'A dot is a trial, repetition or person that was left out; the upright line is their mean, the bar its 95 % interval (Student’s t).',
      content: peoplePlot(
        rows.map(({ cell, spread }) => ({
          label: nameOf(cell),
          people: cell.folds.map(({ name, accuracy }) => ({ name, value: 100 * accuracy })),
          mean: inPercent(spread),
        })),
        { title: 'Accuracy in each fold', x: 'accuracy (%)' },
      ),
    });
  if (cells.length > 1)
    sections.push({
      title: 'Accuracy against delay',
      text: 'Delay: half a window, the filters and one step. Longer windows are more accurate and later.',
      content: scatterPlot(
        cells.map((cell) => ({ x: cell.latencyMs, y: 100 * cell.metrics.accuracy, label: nameOf(cell) })),
        { title: 'Accuracy against delay', x: 'delay (ms)', y: 'accuracy (%)' },
      ),
    });
  const shown = [...cells].sort((a, b) => b.metrics.accuracy - a.metrics.accuracy).slice(0, MOST_CONFUSIONS);
  sections.push({
    title: 'Confusion',
    text: `Rows are the truth, columns the decision, in percent of the row.${cells.length > shown.length ? ` The best ${shown.length} of ${cells.length}.` : ''}`,
    content: figures(
      shown.map((cell) => [
        confusionPlot(cell.metrics.classes, cell.metrics.confusion, nameOf(cell)),
        `${nameOf(cell)}: ${percent1(cell.metrics.accuracy)}`,
      ]),
    ),
  });
  if (best && best.joints.length > 0)
    sections.push({
      title: `Joints${cells.length > 1 ? `, by ${nameOf(best)}` : ''}`,
      text: 'Velocity of each joint against the direction of the movement times its strength, from 0 at rest to 1.',
      content: htmlTable(
        ['joint', 'R²', 'RMSE', 'NRMSE', 'MAE'],
        best.joints.map(({ joint, r2, rmse, nrmse, mae }) => [
          joint,
          ...[r2, rmse, nrmse, mae].map((value) => (Number.isFinite(value) ? value.toFixed(3) : '–')),
        ]),
      ),
    });
  if (best)
    sections.push({
      title: `Classes${cells.length > 1 ? `, by ${nameOf(best)}` : ''}`,
      content: htmlTable(
        ['class', 'windows', 'recall', 'precision', 'F1'],
        best.metrics.perClass.map(({ label, count, recall, precision, f1 }) => [
          label,
          count,
          percent1(recall),
          percent1(precision),
          percent1(f1),
        ]),
      ),
    });
  return page(title, facts, sections, footer);
}

/** A classifier without the folders of its path. */
export function shortName(classifier: string): string {
  return classifier.replace(/^.*[\\/]/, '');
}

function nameOf({ features, classifier, windowMs }: Cell): string {
  return `${features.join('+') || 'amplitudes'} ${shortName(classifier)} ${windowMs} ms`;
}
