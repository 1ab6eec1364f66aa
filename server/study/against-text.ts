import { sideBySide, type RunCell, type RunComparison, type SideBySide } from '../../src/study/against.js';
import { peopleMeanJson } from '../../src/study/people-mean.js';
import { shortName } from '../../src/study/report/matrix-report.js';
import { pointsIntervalText, pointsText } from '../../src/study/report/mean-text.js';
import { readEarlierRun } from './earlier-run.js';
import { percent, table } from '../cli/output.js';

/** How a run compares with an earlier one: as text, as JSON, and what must be said of it. */
export interface Against {
  readonly text: string;
  readonly json: unknown;
  readonly notes: readonly string[];
}

/**
 * Compare a run with the JSON of an earlier one.
 * @param of the data or the population of this run
 * @throws as {@link readEarlierRun}
 */
export async function against(file: string, of: string, cells: readonly RunCell[]): Promise<Against> {
  const earlier = await readEarlierRun(file);
  const comparison = sideBySide(earlier.cells, cells);
  const other =
    earlier.of === of
      ? []
      : [`The earlier run was of ${earlier.of}: folds of the same name are taken for the same.`];
  return {
    text: againstText(comparison, file),
    json: againstJson(comparison, file),
    notes: [...other, ...comparison.notes],
  };
}

/** Two runs side by side, for a terminal. */
function againstText({ pairs }: RunComparison, file: string): string {
  if (pairs.length === 0) return `\nAgainst ${file}: nothing to compare.\n`;
  return (
    `\nAgainst ${file}: points of accuracy won, in the folds or people that both runs have, with the 95 % interval.\n` +
    table([
      ['combination', 'earlier', 'now', 'won', '95 %', 'by', ''],
      ...pairs.map(({ earlier, now, difference, verdict }) => [
        nameOf(earlier, now),
        percent(earlier.accuracy),
        percent(now.accuracy),
        pointsText(difference),
        pointsIntervalText(difference),
        `${difference.n}`,
        verdict,
      ]),
    ])
  );
}

function nameOf(earlier: SideBySide['earlier'], now: SideBySide['now']): string {
  const [before, after] = [earlier, now].map(({ features, classifier, windowMs }) =>
    [features.join('+') || 'amplitudes', shortName(classifier), `${windowMs} ms`].join(' '),
  );
  return before === after ? after : `${before} → ${after}`;
}

/** Two runs side by side, as JSON. */
function againstJson({ pairs }: RunComparison, file: string) {
  return {
    file,
    pairs: pairs.map(({ earlier, now, difference, verdict }) => ({
      earlier: { ...earlier, folds: undefined },
      now: { ...now, folds: undefined },
      difference: peopleMeanJson(difference),
      verdict,
    })),
  };
}
