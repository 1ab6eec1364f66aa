import { spreadText } from '../../src/study/report/likeness-report.js';
import type { Comparison } from '../../src/study/likeness/compare.js';
import { statisticInfos } from '../../src/study/likeness/statistic-names.js';
import { nearness } from '../../src/study/likeness/summaries.js';
import { shortName } from '../../src/study/report/matrix-report.js';
import { percent, table } from '../cli/output.js';

/** Traits of the forest that the terminal shows. */
const MOST_TRAITS = 6;

/** A comparison for the terminal. */
export function likenessText(comparison: Comparison): string {
  const { rows, twoSample, transfer } = comparison;
  const { compared, within1, within2 } = nearness(comparison);
  const zOf = rows.find((row) => row.zOf !== null)?.zOf;
  const parts = [
    table([
      ['statistic', 'unit', 'real', 'simulated', zOf === 'simulated' ? 'z (simulated SD)' : 'z', 'SD ratio'],
      ...rows.map(({ name, real, simulated, z, sdRatio }) => [
        name,
        statisticInfos[name].unit,
        spreadText(real),
        spreadText(simulated),
        z === null ? '' : `${z > 0 ? '+' : ''}${z.toFixed(1)}`,
        sdRatio === null ? '' : sdRatio.toFixed(2),
      ]),
    ]),
    zOf === undefined
      ? 'One person on each side: how much people differ is not known, so there is no z.\n'
      : `Of ${compared} statistics ${within1} lie within 1 SD of the ${zOf} people, ${within2} within 2.\n`,
  ];
  if (twoSample) {
    const { auc, sd, splitBy, telling, windows } = twoSample;
    parts.push(
      `A forest tells windows apart with AUC ${auc.toFixed(3)} ± ${sd.toFixed(3)} (0.5 is chance; ${windows.real} real, ` +
        `${windows.simulated} simulated, split by ${splitBy}). What tells most:\n` +
        table(
          telling
            .slice(0, MOST_TRAITS)
            .map(({ name, importance, real, simulated }) => [
              `  ${name}`,
              percent(importance),
              `real ${real.toPrecision(3)}`,
              `simulated ${simulated.toPrecision(3)}`,
            ]),
        ),
    );
  }
  if (transfer && transfer.rows.length > 0)
    parts.push(
      table([
        ['trained and tested', 'features', 'classifier', 'accuracy', 'SD', 'people'],
        ...transfer.rows.map(({ direction, features, classifier, accuracy, sd, perPerson }) => [
          direction,
          features.join('+'),
          shortName(classifier),
          percent(accuracy),
          sd === null ? '' : percent(sd),
          perPerson.length,
        ]),
      ]),
    );
  return parts.join('\n');
}
