import { describe, expect, it } from 'vitest';
import { conformanceRecord } from '../../../src/conformance/conformance-report.js';
import { plot } from '../../../src/conformance/plot.js';
import { conformanceRows } from '../../../src/conformance/rows/index.js';
import { runConformance } from '../../../src/conformance/run-conformance.js';

/** The quick form; the whole table is `npm run conformance`. */
describe('conformance', () => {
  it.each(conformanceRows.map((row) => [row.id, row.fact] as const))(
    'row %i: %s',
    (id) => {
      const [result] = [...runConformance({ quick: true, rows: [id] })];
      const { pass, simulated, expected, values } = conformanceRecord(result);
      expect(pass, `simulated ${simulated}, expected ${expected}`).toBe(true);
      for (const value of Object.values(values).flat()) expect(value).toSatisfy(Number.isFinite);
      if (result.series)
        expect(plot(result.series, { title: '', ...(result.row.axes ?? { x: '', y: '' }) })).toContain(
          '<path',
        );
    },
    180_000,
  );
});
