import { ConfigError } from '../../src/ground/signal/errors.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { rankFeatures } from '../../src/study/choosing/rank-features.js';
import type { Rankable } from '../../src/study/choosing/rank-person.js';
import { rankingColumns, rankingJson, rankingRows } from '../../src/study/choosing/ranking-rows.js';
import { csv } from '../../src/study/csv.js';
import type { EvaluateCohortOptions, RecordedPerson } from '../../src/study/evaluate-cohort.js';
import {
  criteriaRows,
  rankingCells,
  rankingHead,
  rankingLegend,
  rankingReport,
} from '../../src/study/report/ranking-report.js';
import type { CommandContext } from '../cli/context.js';
import { filterText } from '../cli/filter-name.js';
import { table } from '../cli/output.js';
import { keepingOf, subjectFacts, subjectJson, type Telling } from './evaluate-people.js';
import { overThreads } from './over-threads.js';
import { tellPeople, type ToldPeople } from './tell-people.js';

/** Rank features, channels or columns in every person, over many cores, and tell what holds over people. */
export async function rankPeople(
  people: readonly (Scenario | RecordedPerson)[],
  what: Rankable,
  { decoder = {}, features, windowsMs = [], split = {} }: EvaluateCohortOptions,
  telling: Omit<Telling, 'against'>,
  context: CommandContext,
): Promise<void> {
  if (windowsMs.length > 1 || split.by === 'subject')
    throw new ConfigError(
      windowsMs.length > 1
        ? `rank ${what}: got ${windowsMs.length} windows, expected one`
        : `rank ${what}: got --by subject, but everybody is ranked on their own windows`,
      { field: what, hint: windowsMs.length > 1 ? 'For example --window 200.' : 'Leave it out.' },
    );
  const [windowMs] = windowsMs;
  const names = [...new Set(features?.flat())].filter((name) => typeof name === 'string');
  const spec = {
    ...decoder,
    ...(names.length > 0 && { features: names }),
    ...(windowMs !== undefined && { windowMs }),
  };
  const ranking = await overThreads(
    `ranking in ${people.length} people`,
    telling.threads,
    context,
    (threads) => rankFeatures(people, { decoder: spec, what, split, ...threads }),
    await keepingOf(telling, {}),
  );
  const facts: [string, string][] = [
    ...subjectFacts(people, telling.recorded),
    ['ranked', `${ranking.items.length} ${what}, ${filterText(telling.filter)}`],
    ['windows', `of training only: ${ranking.people[0]?.split ?? ''}`],
  ];
  const warnings = new Set(ranking.people.flatMap((one) => one.warnings));
  const told: ToldPeople = {
    title: `Ranking of ${what}`,
    facts,
    notes: [...(telling.recorded?.notes ?? []), ...warnings],
    csv: () => csv(rankingColumns, rankingRows(ranking)),
    report: (about) => rankingReport(ranking, about),
    json: () => ({ ...subjectJson(people, telling), filter: telling.filter, ...rankingJson(ranking) }),
    text: () => {
      const rows = table([rankingHead(ranking), ...ranking.items.map((item) => rankingCells(item, ranking))]);
      const terms = criteriaRows().map(
        ([short, text, better]) => `${short}: ${text} (${better} is better)\n`,
      );
      return `${rows}${rankingLegend(ranking).join('\n')}\n\n${terms.join('')}`;
    },
  };
  await tellPeople(told, telling, context.terminal);
}
