import { describe, expect, it } from 'vitest';
import { searchDecoder } from '../../../../src/study/choosing/search-decoder.js';
import { searchJson } from '../../../../src/study/choosing/search-rows.js';
import { evaluate } from '../../../../src/study/evaluate.js';
import { onTheSpot } from '../../../../src/study/job.js';
import { dataOfScenario } from '../../../../src/study/study-data.js';
import { smallScenario } from '../../../support/small-scenario.js';

const scenario = smallScenario();
const data = dataOfScenario({ ...scenario, calibration: { ...scenario.calibration, repetitions: 3 } });
const { decoder } = scenario;
const one = [{ person: 'A', data }];
const grid = { classifier: ['lda', 'knn'], neighbours: [1, 5], windowMs: [100, 150] };

describe('searchDecoder', () => {
  it('has the accuracies of evaluate for every candidate', async () => {
    const { candidates } = await searchDecoder(one, {
      decoder,
      grid: { classifier: ['lda', 'knn'], windowMs: [100, 150] },
    });
    const { cells } = await evaluate(data, {
      decoder,
      classifiers: ['lda', 'knn'],
      windowsMs: [100, 150, 200],
    });
    expect(candidates).toHaveLength(5);
    for (const { settings, accuracy } of candidates) {
      const cell = cells.find(
        (c) => c.classifier === settings.classifier && c.windowMs === settings.windowMs,
      );
      expect(accuracy.mean).toBe(cell?.metrics.accuracy);
    }
  });

  it('chooses by nothing of the test', async () => {
    const split = { testRepetitions: [2] };
    const spoiled = data.segments.map((segment) =>
      segment.repetition === 2
        ? {
            ...segment,
            signal: { ...segment.signal, data: segment.signal.data.map((value, n) => value * (n % 7)) },
          }
        : segment,
    );
    const [search, other] = [
      await searchDecoder(one, { decoder, grid, split }),
      await searchDecoder([{ person: 'A', data: { ...data, segments: spoiled } }], { decoder, grid, split }),
    ];
    expect(other.people[0]?.parts[0]?.inner).toEqual(search.people[0]?.parts[0]?.inner);
    expect(other.people[0]?.parts[0]?.test).not.toEqual(search.people[0]?.parts[0]?.test);
    expect(search.split).toMatch(/^trained on 6 recordings, tested on 3/);
  });

  it('is the same whether one does it all or many do', async () => {
    const alone = await searchDecoder(one, { decoder, grid });
    const shared = await searchDecoder(one, { decoder, grid, runner: { ...onTheSpot, lanes: 4 } });
    expect(JSON.stringify(searchJson(shared))).toBe(JSON.stringify(searchJson(alone)));
  });

  it('scores steadied decisions where the steadying is searched', async () => {
    const search = await searchDecoder(one, {
      decoder,
      grid: { majorityVotes: [1, 25], rejectBelow: [0, 1] },
    });
    const of = (name: string) => search.candidates.find((candidate) => candidate.name === name);
    expect(search.steadied).toBe(true);
    const [first, votes] = [of('majorityVotes=1'), of('majorityVotes=25')];
    expect((votes?.latencyMs ?? 0) - (first?.latencyMs ?? 0)).toBe(12 * decoder.stepMs);
    const { cells } = await evaluate(data, { decoder });
    expect(first?.accuracy.mean).toBe(cells[0]?.metrics.accuracy);
    // Votes mend what stands alone, and what is rejected here is rest that was taken for movement.
    expect(votes?.accuracy.mean).toBeGreaterThan(first?.accuracy.mean ?? 1);
    expect(of('majorityVotes=1 rejectBelow=1')?.accuracy.mean).toBeGreaterThan(first?.accuracy.mean ?? 1);
  });

  it('leaves people out in turn, each a person of the statistics', async () => {
    const segments = data.segments.map((segment) => ({ ...segment, subject: `S${segment.repetition}` }));
    const together = [{ person: 'everybody', data: { ...data, segments } }];
    const search = await searchDecoder(together, {
      decoder,
      grid: { windowMs: [100, 150] },
      split: { by: 'subject' },
    });
    expect(search.people.map(({ person }) => person)).toEqual(['S0', 'S1', 'S2']);
    expect(search.procedures.nested.accuracy.n).toBe(3);
    expect(search.procedures.others).toBeUndefined();
  });

  it('says what is wanting', async () => {
    const split = { testRepetitions: [1, 2] };
    await expect(searchDecoder(one, { decoder, grid, split })).rejects.toThrow(
      /one repetition only, expected at least two/,
    );
    const regression = { ...decoder, control: 'regression' as const };
    await expect(searchDecoder(one, { decoder: regression, grid })).rejects.toThrow(/control by regression/);
    await expect(searchDecoder([], { grid })).rejects.toThrow(/got no people/);
  });
});
