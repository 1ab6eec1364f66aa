import { ConfigError } from '../ground/signal/errors.js';
import type { ConformanceRow, Measurement } from './conformance-row.js';
import { verdictOf, type Verdict } from './expectation.js';
import { conformanceRows } from './rows/index.js';

/** A row with what was found. */
export interface ConformanceResult extends Pick<Measurement, 'series'> {
  readonly row: ConformanceRow;
  /** One per expectation, in their order. */
  readonly verdicts: readonly Verdict[];
  /** Whether every expectation is met. */
  readonly met: boolean;
}

/** What to measure. */
export interface ConformanceOptions {
  /** Shorter recordings and fewer people, as the tests use it. */
  readonly quick?: boolean;
  /** Numbers of the rows wanted; all by default. */
  readonly rows?: readonly number[];
}

/**
 * Measure the rows of the conformance table one by one, so that whoever shows them can do so as they come.
 * @throws ConfigError for a row that does not exist, before anything is measured
 * @example for (const { row, met } of runConformance({ rows: [18] })) console.log(row.fact, met)
 */
export function runConformance({
  quick = false,
  rows,
}: ConformanceOptions = {}): Generator<ConformanceResult> {
  const missing = rows?.find((id) => !conformanceRows.some((row) => row.id === id));
  if (missing !== undefined)
    throw new ConfigError(`row: got ${missing}, expected a number within [1, ${conformanceRows.length}]`, {
      field: 'row',
      hint: 'Leave it out to measure the whole table.',
    });
  return measured(
    conformanceRows.filter(({ id }) => rows?.includes(id) ?? true),
    quick,
  );
}

function* measured(rows: readonly ConformanceRow[], quick: boolean): Generator<ConformanceResult> {
  for (const row of rows) yield conformanceResult(row, row.measure(quick));
}

/** Hold what was measured to what the row expects. */
export function conformanceResult(row: ConformanceRow, { found, series }: Measurement): ConformanceResult {
  const verdicts = row.expectations.map((expectation, i) => verdictOf(expectation, found[i] ?? []));
  return { row, verdicts, met: verdicts.every(({ met }) => met), ...(series && { series }) };
}
