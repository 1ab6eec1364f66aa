import { describe, expect, it } from 'vitest';
import type { ConformanceRow } from '../../../src/conformance/conformance-row.js';
import {
  conformanceMarkdown,
  conformanceRecord,
  conformanceText,
  plotName,
} from '../../../src/conformance/conformance-report.js';
import { conformanceRows } from '../../../src/conformance/rows/index.js';
import { runConformance } from '../../../src/conformance/run-conformance.js';
import { citation } from '../../../src/ground/sources/index.js';
import { ConfigError } from '../../../src/ground/signal/errors.js';

const row: ConformanceRow = {
  id: 3,
  fact: 'a | b',
  expected: '2',
  tolerance: '± 1',
  source: ['taylor-2003', 'bors-2012'],
  note: 'In a dish.',
  measure: () => ({
    simulated: '5',
    values: { five: 5 },
    pass: false,
    series: [{ name: 's', x: [0], y: [5] }],
  }),
};
const failed = { row, ...row.measure(true) };

describe('the conformance table', () => {
  it('has rows 1 to 18 in order, each with its words', () => {
    expect(conformanceRows.map(({ id }) => id)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
    for (const { fact, expected, tolerance, source, note } of conformanceRows)
      for (const words of [fact, expected, tolerance, citation(source), note])
        expect(words.length).toBeGreaterThan(3);
  });

  it('refuses a row that does not exist before it measures anything', () => {
    expect(() => runConformance({ rows: [18, 19] })).toThrow(ConfigError);
    expect(() => runConformance({ rows: [0] })).toThrow('expected a number within [1, 18]');
  });

  it('gives machines what they need', () => {
    expect(conformanceRecord(failed)).toEqual({
      id: 3,
      fact: 'a | b',
      expected: '2',
      tolerance: '± 1',
      simulated: '5',
      pass: false,
      sources: ['taylor-2003', 'bors-2012'],
      note: 'In a dish.',
      values: { five: 5 },
    });
  });

  it('hides no failure, and says why', () => {
    expect(conformanceText(failed)).toContain('FAIL');
    expect(conformanceText(failed)).toContain('In a dish.');
    expect(conformanceText({ ...failed, pass: true })).not.toContain('FAIL');
    expect(conformanceMarkdown([failed])).toContain('| **no** |');
    expect(conformanceMarkdown([failed])).toContain(`In a dish. Source: ${citation(row.source)}.`);
  });

  it('writes Markdown whose cells stay in their columns', () => {
    const [, , line] = conformanceMarkdown([failed], 'plots').split('\n');
    expect(line).toBe(`| 3 | [a \\| b](plots/${plotName(3)}) | 2 | ± 1 | 5 | **no** |`);
    expect(plotName(3)).toBe('row-03.svg');
  });
});
