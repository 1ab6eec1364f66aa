import { describe, expect, it } from 'vitest';
import type { ConformanceRow } from '../../../src/conformance/conformance-row.js';
import {
  conformanceMarkdown,
  conformanceOverview,
  conformanceRecord,
  conformanceText,
  plotName,
} from '../../../src/conformance/conformance-report.js';
import { conformanceRows } from '../../../src/conformance/rows/index.js';
import { conformanceResult, runConformance } from '../../../src/conformance/run-conformance.js';
import { ConfigError } from '../../../src/ground/signal/errors.js';

const row: ConformanceRow = {
  id: 3,
  part: 'people',
  fact: 'a | b',
  conditions: 'In a dish.',
  sample: 'two cells',
  expectations: [
    { what: 'size', unit: 'mm', digits: 1, heldTo: 'SD', mean: 5, sd: 1, n: 9 },
    { what: 'growth', unit: 'mm', digits: 1, heldTo: 'order' },
  ],
  source: 'by-definition',
  note: 'Nobody looked.',
  measure: () => ({
    found: [
      [7, 8],
      [1, 2],
    ],
    series: [{ name: 's', x: [0], y: [5] }],
  }),
};
const failed = conformanceResult(row, row.measure(true));
const met = conformanceResult(row, {
  found: [
    [5, 5.2],
    [1, 2],
  ],
});

describe('the conformance table', () => {
  it('has rows 1, 2, 3 … in order, each with conditions, a sample and something to hold it to', () => {
    expect(conformanceRows.map(({ id }) => id)).toEqual(conformanceRows.map((_, i) => i + 1));
    for (const { fact, conditions, sample, expectations } of conformanceRows) {
      for (const words of [fact, conditions, sample]) expect(words.length).toBeGreaterThan(3);
      expect(expectations.length).toBeGreaterThan(0);
    }
  });

  it('refuses a row that does not exist before it measures anything', () => {
    const past = conformanceRows.length + 1;
    expect(() => runConformance({ rows: [1, past] })).toThrow(ConfigError);
    expect(() => runConformance({ rows: [0] })).toThrow(`expected a number within [1, ${past - 1}]`);
  });

  it('gives machines every number with what it is held to', () => {
    const { findings, ...whole } = conformanceRecord(failed);
    expect(whole).toMatchObject({ id: 3, part: 'people', met: false, note: 'Nobody looked.' });
    expect(findings[0]).toEqual({
      what: 'size',
      unit: 'mm',
      expected: '5.0 ± 1.0 mm (n 9)',
      tolerance: '± 1.00 mm (SD)',
      values: [7, 8],
      mean: 7.5,
      sd: Math.sqrt(0.5),
      z: 2.5,
      met: false,
    });
    expect(findings[1]).toMatchObject({ expected: 'above 0', z: null, met: true });
  });

  it('hides no failure, and says under which conditions', () => {
    expect(conformanceText(failed)).toContain('FAILS');
    expect(conformanceText(failed)).toContain('In a dish.');
    expect(conformanceText(failed)).toContain('Nobody looked.');
    expect(conformanceText(met)).not.toContain('FAILS');
    expect(conformanceMarkdown([failed])).toContain('| **fails** |');
    expect(conformanceOverview([failed, met])).toContain('1 of 2 rows meet every number');
  });

  it('writes Markdown whose cells stay in their columns', () => {
    const lines = conformanceOverview([failed]).split('\n');
    expect(lines).toContain(
      '| 3 | [a \\| b](#row-3) | size: 5.0 ± 1.0 mm (n 9); growth: above 0 | size: 7.5 ± 0.7 mm (z +2.5); growth: 1.5 ± 0.7 mm | **fails** |',
    );
    expect(conformanceMarkdown([failed], 'plots')).toContain(`(plots/${plotName(3)})`);
    expect(plotName(3)).toBe('row-03.svg');
  });
});
