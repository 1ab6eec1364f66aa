import { beforeAll, describe, expect, it } from 'vitest';
import { Lda } from '../../../src/decoder/classifiers/lda.js';
import { cohort } from '../../../src/scenario/cohort.js';
import { cohortJson, personRows } from '../../../src/study/cohort-rows.js';
import { evaluate } from '../../../src/study/evaluate.js';
import { evaluateCohort, type CohortEvaluation } from '../../../src/study/evaluate-cohort.js';
import { peopleMean, peopleMeanJson } from '../../../src/study/people-mean.js';
import { cohortReport } from '../../../src/study/report/cohort-report.js';
import { smallScenario } from '../../support/small-scenario.js';
import { parseVoid } from './parse-void.js';

const people = cohort(smallScenario(), { size: 3 });
const options = { features: ['HTD', ['MAV', 'WL']], classifiers: ['lda', 'knn'] } as const;
let result: CohortEvaluation;

beforeAll(async () => {
  result = await evaluateCohort(people, options);
});

describe('a mean over people', () => {
  it('has the interval of Student’s t', () => {
    const { mean, sd, low, high, n } = peopleMean([0.9, 0.8, 0.85, NaN]);
    expect(n).toBe(3);
    expect(mean).toBeCloseTo(0.85, 12);
    expect(sd).toBeCloseTo(0.05, 12);
    expect(high - mean).toBeCloseTo((4.30265273 * 0.05) / Math.sqrt(3), 9);
    expect(mean - low).toBeCloseTo(high - mean, 12);
  });

  it('has no spread of one person, and nothing of none', () => {
    expect(peopleMeanJson(peopleMean([0.9]))).toEqual({ mean: 0.9, sd: null, low: null, high: null, n: 1 });
    expect(peopleMeanJson(peopleMean([Infinity]))).toMatchObject({ mean: null, n: 0 });
  });
});

describe('an evaluation of people', () => {
  it('has in each person what an evaluation of that person has', async () => {
    const alone = await evaluate(people[1] ?? smallScenario(), options);
    expect(result.people.map(({ person }) => person)).toEqual([1, 2, 3]);
    expect(result.people[1]?.cells).toEqual(alone.cells);
  });

  it('tells every combination over people, in order, and ranks them within people', () => {
    expect(result.cells.map(({ features, classifier }) => `${features.join('+')} ${classifier}`)).toEqual([
      'HTD lda',
      'HTD knn',
      'MAV+WL lda',
      'MAV+WL knn',
    ]);
    result.cells.forEach((cell, n) => {
      const own = result.people.map(({ cells }) => cells[n]?.metrics.accuracy ?? NaN);
      expect(cell.metrics.accuracy).toEqual(peopleMean(own));
    });
    // Equals are best together.
    result.cells.forEach((cell, n) => {
      const first = result.people.filter(({ cells }) => {
        const own = cells.map(({ metrics }) => metrics.accuracy);
        return own[n] === Math.max(...own);
      });
      expect(cell.bestIn).toBe(first.length);
    });
    expect(result.cells.reduce((sum, { meanRank }) => sum + meanRank, 0)).toBeCloseTo(10, 9);
    expect(Math.min(...result.cells.map(({ behind }) => behind.mean))).toBe(0);
  });

  it('is written as rows, JSON and a report', () => {
    // Each combination in each person, and each of its two repetitions.
    expect(personRows(result)).toHaveLength(12 + 24);
    expect(JSON.parse(JSON.stringify(cohortJson(result)))).toMatchObject({
      results: [{ classifier: 'lda', accuracy: { n: 3 } }, {}, {}, {}],
      people: [{ person: 1, results: [{ classifier: 'lda' }, {}, {}, {}] }, {}, {}],
    });
    const html = cohortReport(result, { title: 'People', facts: [], footer: '' });
    expect(parseVoid(html)).toEqual([]);
    expect(html.match(/<circle/g)).toHaveLength(12);
  });

  it('takes classifiers of one’s own, and goes on where one fails in one person', async () => {
    let made = 0;
    const create = (): Lda => {
      made += 1;
      if (made === 1) throw new Error('not today');
      return new Lda();
    };
    const { cells, people: each } = await evaluateCohort(people.slice(0, 2), {
      classifiers: [{ name: 'mine', create }],
    });
    expect(cells[0]).toMatchObject({ classifier: 'mine', metrics: { accuracy: { n: 1 } }, bestIn: 1 });
    expect(each[0]?.failures[0]?.message).toContain('not today');
    const never = {
      name: 'never',
      create: (): Lda => {
        throw new Error('never');
      },
    };
    await expect(evaluateCohort(people.slice(0, 1), { classifiers: [never] })).rejects.toThrow('never');
  });

  it('asks for people, and stops when told to', async () => {
    await expect(evaluateCohort([])).rejects.toThrow('got no people');
    await expect(evaluateCohort(people, { stop: AbortSignal.abort() })).rejects.toThrow('stopped');
  });
});
