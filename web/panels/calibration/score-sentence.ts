import type { ClassReport } from '../../../src/protocol/server-messages.js';
import { percent, short } from '../../data/format.js';
import { calibrationTexts } from '../../texts/calibration.js';
import { starLimits, type ClassScore } from './class-score.js';

/**
 * One sentence on how well a class was taught, with the numbers that decided.
 * @param taken what its held-out windows were taken for most
 */
export function scoreSentence(
  row: Pick<ClassReport, 'label' | 'separability' | 'repeatability' | 'amplitudeOverRest'>,
  { reason, right }: Pick<ClassScore, 'reason' | 'right'>,
  nameOf: (id: string) => string,
  taken: { readonly label: string; readonly share: number } | undefined,
): string {
  const t = calibrationTexts().sentence;
  const apart = short(row.separability);
  const rightly = percent(right ?? null);
  switch (reason) {
    case 'good':
      return t.good(rightly, apart);
    case 'right':
      return t.right(rightly, taken ? t.taken(nameOf(taken.label), percent(taken.share)) : '');
    case 'separable':
      return t.separable(apart, short(starLimits.separability));
    case 'repeatable':
      return (row.label === 'rest' ? t.restless : t.repeatable)(
        percent(row.repeatability),
        percent(starLimits.repeatability),
      );
    case 'amplitude':
      return t.amplitude(short(row.amplitudeOverRest), short(starLimits.amplitudeOverRest));
    case 'untested':
      return t.untested(apart);
  }
}
