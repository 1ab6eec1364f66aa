import { statisticInfos } from '../../src/study/likeness/statistic-names.js';
import { twinChanges, twinNearness, twinRows, unmatched } from '../../src/study/twin/twin-summaries.js';
import type { Twin } from '../../src/study/twin/twin.js';
import { table } from '../cli/output.js';

/** A twin for the terminal. */
export function twinText(twin: Twin): string {
  const { compared, within1, within1Before, patternDb, patternDbBefore, yardstick } = twinNearness(twin);
  const shown = (value: number | null): string =>
    value === null ? '–' : Number(value.toPrecision(3)).toString();
  const signed = (z: number | null): string => (z === null ? '' : `${z > 0 ? '+' : ''}${z.toFixed(1)}`);
  return [
    table([
      ['statistic', 'unit', 'recorded', 'twin', 'z before', 'z'],
      ...twinRows(twin).map(({ name, recorded, twin: own, before, after }) => [
        name,
        statisticInfos[name].unit,
        shown(recorded),
        shown(own),
        signed(before),
        signed(after),
      ]),
    ]),
    `In a session that the search has not seen, of ${compared} statistics ${within1} lie within 1 SD between people (set\n` +
      `${yardstick}) of the recording; of the preset it began with, ${within1Before}. Levels by movement and channel differ\n` +
      `by ${patternDb.toFixed(1)} dB, before by ${patternDbBefore.toFixed(1)}.\n`,
    table([
      ['who the twin is', 'unit', 'preset', 'twin'],
      ...twinChanges(twin).map(({ path, unit, from, to }) => [path, unit, shown(from), shown(to)]),
    ]),
    unmatched(twin)
      .map((line) => `${line}\n`)
      .join(''),
  ].join('\n');
}
