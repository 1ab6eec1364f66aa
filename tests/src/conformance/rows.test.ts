import { describe, expect, it } from 'vitest';
import { conformanceRecord } from '../../../src/conformance/conformance-report.js';
import { plot } from '../../../src/conformance/plot.js';
import { conformanceRows } from '../../../src/conformance/rows/index.js';
import { runConformance } from '../../../src/conformance/run-conformance.js';

/**
 * The quick form; the whole table is `npm run conformance`. What follows from definitions must be met. What people do
 * is measured, and stands in the table whether it is met or not: a test that asked for it would only move tolerances.
 */
describe('conformance', () => {
  it.each(conformanceRows.map((row) => [row.id, row.fact] as const))(
    'row %i: %s',
    (id) => {
      const [result] = [...runConformance({ quick: true, rows: [id] })];
      const { part, findings, met } = conformanceRecord(result);
      for (const { what, values } of findings) {
        expect(values.length, what).toBeGreaterThan(0);
        for (const value of values) expect(value, what).toSatisfy(Number.isFinite);
      }
      if (part === 'instrument') expect(met, JSON.stringify(findings)).toBe(true);
      if (result.series)
        expect(plot(result.series, { title: '', ...(result.row.axes ?? { x: '', y: '' }) })).toContain(
          '<path',
        );
    },
    180_000,
  );
});
