import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../../src/study/choosing/search-grid.js';
import { searchOutcome } from '../../../../src/study/choosing/search-outcome.js';
import type { PersonScores } from '../../../../src/study/choosing/score-candidates.js';
import { recordedDecoder } from '../../../../src/study/recorded-decoder.js';
import { searchLegend } from '../../../../src/study/report/search-report.js';

const candidates = candidatesOf(recordedDecoder, 'lda', { shrinkage: [0, 0.1, 0.2] });
const modes = { steadied: false, taughtByOthers: false };

/** Of ten windows: rightly decided inside training and on the test, by candidate, then part. */
function scores(person: string, inner: number[][], test: number[][]): PersonScores {
  return {
    ...{ person, split: 'two parts', parts: ['repetition 0', 'repetition 1'], warnings: [] },
    scores: candidates.map(({ name }, c) => ({
      candidate: name,
      parts: [0, 1].map((part) => ({
        inner: { right: inner[c]?.[part] ?? 0, of: 10 },
        test: { right: test[c]?.[part] ?? 0, of: 10 },
      })),
      latencyMs: 150,
    })),
  };
}

describe('what a search comes to', () => {
  const anna = scores(
    'Anna',
    [
      [5, 5],
      [7, 4],
      [6, 4],
    ],
    [
      [6, 6],
      [5, 9],
      [9, 9],
    ],
  );
  const bert = scores(
    'Bert',
    [
      [5, 5],
      [5, 5],
      [8, 8],
    ],
    [
      [4, 4],
      [8, 8],
      [5, 5],
    ],
  );

  it('is chosen on training alone, the default of equals, and scored on the test', () => {
    const { people } = searchOutcome(candidates, [anna], modes);
    const [one] = people;
    expect(one?.parts.map(({ chosen }) => chosen)).toEqual(['shrinkage=0.1', 'default']);
    expect([one?.nested, one?.accuracies, one?.optimistic]).toEqual([
      (5 + 6) / 20,
      [12 / 20, 14 / 20, 18 / 20],
      18 / 20,
    ]);
    // Whatever the test holds, it changes no choice.
    const turned = searchOutcome(
      candidates,
      [
        scores(
          'Anna',
          [
            [5, 5],
            [7, 4],
            [6, 4],
          ],
          [
            [0, 0],
            [1, 1],
            [2, 2],
          ],
        ),
      ],
      modes,
    );
    expect(turned.people[0]?.parts.map(({ chosen }) => chosen)).toEqual(['shrinkage=0.1', 'default']);
  });

  it('is chosen in all others for each', () => {
    const { people, procedures, candidates: told, optimism } = searchOutcome(candidates, [anna, bert], modes);
    expect(people.map((one) => [one.chosenByOthers, one.others])).toEqual([
      ['shrinkage=0.1', 14 / 20],
      ['shrinkage=0.2', 10 / 20],
    ]);
    expect(procedures.others?.accuracy).toMatchObject({ mean: 0.6, n: 2 });
    expect(procedures.nested.difference.mean).toBeCloseTo((11 - 12 + 10 - 8) / 40, 12);
    expect(optimism.mean).toBeCloseTo((18 - 11 + 16 - 10) / 40, 12);
    expect(told.map(({ chosenIn, chosenByOthers }) => [chosenIn, chosenByOthers])).toEqual([
      [1, 0],
      [1, 1],
      [2, 1],
    ]);
  });

  it('tests candidates against the default over people, after Holm', () => {
    // One that is better in all of eight, and one that is as often better as worse.
    const people = Array.from({ length: 8 }, (_, p) =>
      scores(
        `p${p}`,
        [
          [5, 5],
          [5, 5],
          [5, 5],
        ],
        [[5, 5], [7, 6], p % 2 === 0 ? [4, 5] : [6, 5]],
      ),
    );
    const [usual, better, same] = searchOutcome(candidates, people, modes).candidates;
    expect([usual?.p, usual?.difference.n]).toEqual([NaN, 0]);
    expect(better?.p).toBeCloseTo(2 / 256, 12);
    expect(better?.adjustedP).toBeCloseTo(4 / 256, 12);
    expect([same?.p, same?.adjustedP]).toEqual([1, 1]);
  });

  it('leaves out what failed, and says so', () => {
    const failing: PersonScores = {
      ...anna,
      scores: anna.scores.map((one, c) => (c === 1 ? { ...one, parts: [], failure: 'too few' } : one)),
    };
    const { people, candidates: told, failures } = searchOutcome(candidates, [failing], modes);
    expect(people[0]?.parts.map(({ chosen }) => chosen)).toEqual(['shrinkage=0.2', 'default']);
    expect(told[1]?.accuracy.n).toBe(0);
    expect(failures).toEqual(['shrinkage=0.1: too few']);
  });

  it('has no statistics of one person', () => {
    const search = searchOutcome(candidates, [anna], modes);
    expect([search.procedures.others, search.procedures.nested.p]).toEqual([undefined, NaN]);
    expect(searchLegend(search).join(' ')).toContain('no statistics over people are possible (n = 1)');
  });
});
