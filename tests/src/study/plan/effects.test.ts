import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../../../src/study/plan/effects.js';
import { parseStudy } from '../../../../src/study/plan/plan.js';
import { studyColumns, studyRows, studyCells } from '../../../../src/study/plan/study-rows.js';
import type { StudyPersonResult } from '../../../../src/study/plan/study-person.js';
import { studyReport } from '../../../../src/study/report/study-report.js';
import { peopleMean } from '../../../../src/study/people-mean.js';
import { parseVoid } from '../parse-void.js';

const plan = parseStudy({
  preset: 'transfemoral-surface',
  cohort: { count: 3 },
  conditions: { list: [{ name: 'calm' }, { name: 'noisy', dials: { noise: 20 } }] },
  metrics: ['accuracy'],
});
const others = { activeErrorRate: 0, instability: 0, rejectionRate: 0, movingAtRest: 0, onsetSeconds: NaN };
const cell = (condition: string, accuracy: number) => ({
  condition,
  decoder: 'HTD lda',
  values: { ...others, accuracy, heldOutAccuracy: 1, falseActivationsPerHour: 0 },
});
const results: StudyPersonResult[] = [
  { person: 1, cells: [cell('calm', 0.9), cell('noisy', 0.8)], failures: [], notes: [] },
  { person: 2, cells: [cell('calm', 0.8), cell('noisy', 0.6)], failures: [], notes: [] },
  {
    person: 3,
    cells: [cell('calm', 0.7)],
    failures: [{ condition: 'noisy', message: 'gave <up>', hint: '' }],
    notes: [],
  },
];
const rows = studyRows(plan, results);

describe('rows of a study', () => {
  it('are all of people by conditions, failures among them', () => {
    expect(studyColumns(plan)).toEqual([
      'person',
      'condition',
      'decoder',
      'metric',
      'value',
      'failure',
      'noise',
    ]);
    expect(rows.map(studyCells)).toEqual([
      [1, 'calm', 'HTD lda', 'accuracy', 0.9, '', NaN],
      [1, 'noisy', 'HTD lda', 'accuracy', 0.8, '', 20],
      [2, 'calm', 'HTD lda', 'accuracy', 0.8, '', NaN],
      [2, 'noisy', 'HTD lda', 'accuracy', 0.6, '', 20],
      [3, 'calm', 'HTD lda', 'accuracy', 0.7, '', NaN],
      [3, 'noisy', 'HTD lda', 'accuracy', NaN, 'gave <up>', 20],
    ]);
  });
});

describe('effects', () => {
  const [calm, noisy] = effectsOf(plan, rows);

  it('are differences in the same people', () => {
    expect(calm?.value).toEqual(peopleMean([0.9, 0.8, 0.7]));
    expect(calm?.difference).toBeUndefined();
    expect(noisy?.value.n).toBe(2);
    expect(noisy?.difference).toEqual(peopleMean([0.8 - 0.9, 0.6 - 0.8, NaN]));
    // Differences of −0.1 and −0.2: mean −0.15, standard deviation 0.0707.
    expect(noisy?.size).toBeCloseTo(-2.1213, 4);
    expect(noisy?.difference?.low).toBeCloseTo(-0.15 - 12.7062 * 0.05, 4);
  });

  it('have no size where people do not differ', () => {
    const same = results
      .slice(0, 2)
      .map((one) => ({ ...one, cells: [cell('calm', 0.5), cell('noisy', 0.5)] }));
    expect(effectsOf(plan, studyRows(plan, same))[1]?.size).toBeNaN();
  });

  it('are told in a report with a dot for each person', () => {
    const html = studyReport(plan, effectsOf(plan, rows), ['person 3, noisy: gave <up>'], {
      ...{ title: 'Study', facts: [], footer: '' },
    });
    expect(parseVoid(html)).toEqual([]);
    expect(html.match(/<circle/g)).toHaveLength(3 + 2 + 2);
    expect(html).toContain('−15.0 ± 7.07');
    expect(html).toContain('gave &#60;up&#62;');
  });
});
