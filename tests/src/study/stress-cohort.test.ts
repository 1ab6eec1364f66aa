import { beforeAll, describe, expect, it } from 'vitest';
import { cohort } from '../../../src/scenario/cohort.js';
import { peopleMean } from '../../../src/study/people-mean.js';
import { stressCohortReport } from '../../../src/study/report/stress-cohort-report.js';
import { stress } from '../../../src/study/stress.js';
import { lossOf, stressCohort, type StressCohortResult } from '../../../src/study/stress-cohort.js';
import {
  stressCohortColumns,
  stressCohortJson,
  stressCohortRows,
} from '../../../src/study/stress-cohort-rows.js';
import { smallScenario } from '../../support/small-scenario.js';
import { parseVoid } from './parse-void.js';

const people = cohort(smallScenario(), { size: 3 });
const options = { dials: ['noise', 'shift-around'], quick: true };
const shares: number[] = [];
let result: StressCohortResult;

beforeAll(async () => {
  result = await stressCohort(people, { ...options, onProgress: (share) => shares.push(share) });
});

describe('a stress test of people', () => {
  it('has in each person what a stress test of that person has', async () => {
    const alone = await stress(people[1] ?? smallScenario(), options);
    expect(result.people.map(({ person }) => person)).toEqual([1, 2, 3]);
    expect(result.people[1]).toMatchObject({ undisturbed: alone.undisturbed, rows: alone.rows });
  });

  it('compares every person with themselves undisturbed', () => {
    expect(result.rows.map(({ dial, level }) => `${dial} ${level}`)).toEqual(['noise 20', 'shift-around 10']);
    for (const row of result.rows) {
      const losses = result.people.map((person) => lossOf(person, row));
      expect(row.loss).toEqual(peopleMean(losses));
      expect(row.loss.mean).toBeCloseTo(result.undisturbed.accuracy.mean - row.accuracy.mean, 12);
      expect(row.loss.n).toBe(3);
    }
  });

  it('tells how far it is', () => {
    expect(shares.at(-1)).toBeCloseTo(1, 12);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  it('is written as rows, JSON and a report', () => {
    const rows = stressCohortRows(result);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toHaveLength(stressCohortColumns.length);
    expect(JSON.parse(JSON.stringify(stressCohortJson(result)))).toMatchObject({
      undisturbed: { accuracy: { n: 3 } },
      rows: [
        { dial: 'noise', loss: { n: 3 } },
        { dial: 'shift-around', recoverySeconds: { mean: null } },
      ],
      people: [{ person: 1, rows: [{ dial: 'noise' }, {}] }, {}, {}],
    });
    const html = stressCohortReport(result, { title: 'Stress', facts: [], footer: '' });
    expect(parseVoid(html)).toEqual([]);
    expect(html.match(/<circle/g)).toHaveLength(6);
  });

  it('asks for people, and stops when told to', async () => {
    await expect(stressCohort([])).rejects.toThrow('got no people');
    await expect(stressCohort(people, { ...options, stop: AbortSignal.abort() })).rejects.toThrow('stopped');
  });
});
