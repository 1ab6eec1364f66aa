import type { DecoderSpec } from '../../src/decoder/decoder-fields.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { nameOf } from '../../src/study/classifier-choice.js';
import { searchDecoder } from '../../src/study/choosing/search-decoder.js';
import type { SearchGrid } from '../../src/study/choosing/search-grid.js';
import { searchColumns, searchJson, searchRows } from '../../src/study/choosing/search-rows.js';
import { csv } from '../../src/study/csv.js';
import type { EvaluateCohortOptions, RecordedPerson } from '../../src/study/evaluate-cohort.js';
import { searchLegend, searchReport, searchTables } from '../../src/study/report/search-report.js';
import type { CommandContext } from '../cli/context.js';
import { filterText } from '../cli/filter-name.js';
import { table } from '../cli/output.js';
import { keepingOf, subjectFacts, subjectJson, type Telling } from './evaluate-people.js';
import { overThreads } from './over-threads.js';
import { tellPeople, type ToldPeople } from './tell-people.js';

/** Rows of a table on a terminal, at most. */
const MOST_ROWS = 30;

/** Search for the settings of a decoder in every person, over many cores, and tell what holds over people. */
export async function searchPeople(
  people: readonly (Scenario | RecordedPerson)[],
  fields: SearchGrid,
  { decoder = {}, features = [], classifiers = [], windowsMs = [], split = {} }: EvaluateCohortOptions,
  telling: Omit<Telling, 'against'>,
  context: CommandContext,
): Promise<void> {
  // One value is what it is; several are searched.
  const [only] = classifiers.length === 1 ? classifiers : [];
  const base: Partial<DecoderSpec> = {
    ...decoder,
    ...(features.length === 1 && {
      features: [features[0]].flat().filter((name) => typeof name === 'string'),
    }),
    ...(windowsMs.length === 1 && windowsMs[0] !== undefined && { windowMs: windowsMs[0] }),
    ...(typeof only === 'string' && { classifier: only }),
  };
  const grid: SearchGrid = {
    ...(features.length > 1 && { features }),
    ...(classifiers.length > 1 && { classifier: classifiers }),
    ...(windowsMs.length > 1 && { windowMs: windowsMs }),
    ...fields,
  };
  const search = await overThreads(
    `searching in ${people.length} people`,
    telling.threads,
    context,
    (threads) =>
      searchDecoder(people, { decoder: base, ...(only && { classifier: only }), grid, split, ...threads }),
    await keepingOf(telling, { classifiers }),
  );
  const [usual] = search.candidates;
  const settings = Object.entries(usual?.settings ?? {}).map(
    ([name, value]) => `${name}=${Array.isArray(value) ? value.join('+') : String(value)}`,
  );
  const facts: [string, string][] = [
    ...subjectFacts(people, telling.recorded),
    [
      'searched',
      `${search.candidates.length} candidates over ${Object.keys(grid).join(', ')}; ${filterText(telling.filter)}`,
    ],
    [
      'default',
      [...settings, ...(only && typeof only === 'object' ? [nameOf(only)] : [])].join(', ') || 'as it is',
    ],
    ['split', `${search.split}; each time chosen inside the rest`],
  ];
  const told: ToldPeople = {
    title: 'Search for a decoder',
    facts,
    notes: [...(telling.recorded?.notes ?? []), ...search.warnings, ...search.failures],
    csv: () => csv(searchColumns, searchRows(search)),
    report: (about) => searchReport(search, about),
    json: () => ({ ...subjectJson(people, telling), filter: telling.filter, ...searchJson(search) }),
    text: () => {
      const { procedures, candidates, people: each } = searchTables(search);
      return `${table(procedures)}\n${shortened(candidates)}\n${shortened(each)}\n${searchLegend(search).join('\n')}\n`;
    },
  };
  await tellPeople(told, telling, context.terminal);
}

function shortened(rows: readonly (readonly string[])[]): string {
  const more = rows.length - 1 - MOST_ROWS;
  return `${table(rows.slice(0, 1 + MOST_ROWS))}${more > 0 ? `and ${more} more; see --csv\n` : ''}`;
}
