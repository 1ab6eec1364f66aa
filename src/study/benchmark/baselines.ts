import { baselinesMb1 } from './baselines-mb1.js';
import type { CommittedBaselines } from './committed-baselines.js';
import { columnsOf } from './person-values.js';
import type { DecoderValues } from './summary.js';
import { suiteHash, type Suite } from './suite.js';

/** The baselines that are committed for a suite; none for another one. */
export function baselinesOf(suite: Suite): DecoderValues[] {
  const { hash, columns, people, decoders } = baselinesMb1;
  if (hash !== suiteHash(suite)) return [];
  return decoders.map(({ name, rows }) => ({
    name,
    people: people.map((key, p) => {
      const numbers = rows[p]?.split(' ').map(Number) ?? [];
      return { key, values: Object.fromEntries(columns.map((column, c) => [column, numbers[c] ?? NaN])) };
    }),
  }));
}

/** Results as they can be committed. */
export function committed(
  suite: Suite,
  version: string,
  decoders: readonly DecoderValues[],
): CommittedBaselines {
  const columns = columnsOf(suite);
  return {
    ...{ suite: suite.name, hash: suiteHash(suite), version, columns },
    people: decoders[0]?.people.map(({ key }) => key) ?? [],
    decoders: decoders.map(({ name, people }) => ({
      name,
      rows: people.map(({ values }) => columns.map((column) => String(values[column] ?? NaN)).join(' ')),
    })),
  };
}
