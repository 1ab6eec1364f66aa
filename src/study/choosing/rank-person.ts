import type { DecoderSpec } from '../../decoder/decoder-fields.js';
import type { FeatureColumns } from '../../decoder/features/feature-columns.js';
import { ConfigError } from '../../ground/signal/errors.js';
import { mean } from '../../ground/math/statistics.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { RecordedPerson } from '../evaluate-cohort.js';
import { featureTable, type FeatureTable } from '../feature-table.js';
import type { Job } from '../job.js';
import { recordedDecoder } from '../recorded-decoder.js';
import { divisionOf, splitRows, type Split } from '../split.js';
import { dataOfScenario } from '../study-data.js';
import { criteria, criterionNames, separating, type CriterionName } from './criteria.js';
import { filterValues } from './filter-values.js';
import { placesOf } from './places.js';

/** What is ranked: features over all channels, channels over all features, or each feature of each channel. */
export type Rankable = 'features' | 'channels' | 'columns';

/** How one is ranked in one person. */
export interface RankedItem {
  readonly name: string;
  /** By each criterion, mean over the parts of the test; NaN where it could not be had. */
  readonly values: Readonly<Record<CriterionName, number>>;
  /** Place by each criterion, 1 for the best; equals share their places. */
  readonly places: Readonly<Record<CriterionName, number>>;
  /** Mean of its places by the criteria that say how well classes are told apart. */
  readonly place: number;
}

/** The ranking in one person, on training windows only. */
export interface PersonRanking {
  readonly person: number | string;
  /** How training and test were divided, in words. */
  readonly split: string;
  readonly items: readonly RankedItem[];
  readonly warnings: readonly string[];
}

/** One person to rank in. */
export interface RankPersonTask {
  readonly subject: Scenario | RecordedPerson;
  readonly decoder: Partial<DecoderSpec>;
  readonly what: Rankable;
  readonly split: Split;
}

/**
 * Rank in one person: for each part of the test every criterion on its training windows alone, then the mean over parts.
 * @throws ConfigError where there is nothing to rank among
 */
export function rankPerson({ subject, decoder, what, split }: RankPersonTask): PersonRanking {
  const recorded = 'data' in subject;
  const data = recorded ? subject.data : dataOfScenario(subject);
  const spec = { ...(recorded ? recordedDecoder : subject.decoder), ...decoder };
  const table = featureTable(data, spec);
  const items = itemsOf(table, data.channelNames, what);
  if (items.length < 2)
    throw new ConfigError(`rank ${what}: got ${items.length}, expected at least two to rank among`, {
      field: 'features',
      hint: 'Give more features, such as --features HTD,AR4,RMS,WAMP.',
    });
  const { parts, text } = splitRows(table.segments, split);
  const by = divisionOf(table.segments, split);
  const found = parts.map(({ train }) =>
    filterValues({
      x: train.map((row) => table.x[row] ?? []),
      labels: train.map((row) => table.segments[row]?.label ?? ''),
      groups: train.map((row) => table.segments[row]?.[by] ?? ''),
      items,
    }),
  );
  const values = record((name) =>
    items.map((_, n) =>
      mean(found.flatMap((part) => (Number.isFinite(part[name][n]) ? [part[name][n]] : []))),
    ),
  );
  const places = record((name) => placesOf(values[name], criteria[name].better));
  return {
    person: recorded ? subject.person : subject.person.number,
    split: text,
    items: items.map(({ name }, n) => {
      const own = record((criterion) => places[criterion][n]);
      return {
        name,
        values: record((criterion) => values[criterion][n]),
        places: own,
        place: mean(separating.map((criterion) => own[criterion])),
      };
    }),
    warnings: table.warnings,
  };
}

/** The job of {@link rankPerson}. */
export const rankPersonJob: Job<RankPersonTask, PersonRanking> = { name: 'rankPerson', work: rankPerson };

/** Something for every criterion. */
export function record<T>(of: (name: CriterionName) => T): Record<CriterionName, T> {
  const entries = criterionNames.map((name) => [name, of(name)] as const);
  return Object.fromEntries(entries) as Record<CriterionName, T>;
}

function itemsOf(
  table: FeatureTable,
  channels: readonly string[],
  what: Rankable,
): readonly FeatureColumns[] {
  if (what === 'features') return table.features;
  if (what === 'columns') return table.names.map((name, column) => ({ name, columns: [column] }));
  // Columns of pairs of channels belong to no single one.
  return channels.map((name) => ({
    name,
    columns: table.names.flatMap((column, at) => (column.startsWith(`${name}.`) ? [at] : [])),
  }));
}
