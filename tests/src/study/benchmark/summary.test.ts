import { describe, expect, it } from 'vitest';
import { comparisons, summaryOf, type DecoderValues } from '../../../../src/study/benchmark/summary.js';
import { mb1 } from '../../../../src/study/benchmark/mb1.js';
import { columnsOf, livingColumns } from '../../../../src/study/benchmark/person-values.js';

const sessions = columnsOf(mb1).filter((name) => !livingColumns.some((living) => living === name));

/** People with the same share in every session, one after the other. */
function decoder(name: string, shares: readonly number[], rate = 3): DecoderValues {
  return {
    name,
    people: shares.map((share, p) => ({
      key: `body ${p}`,
      values: {
        ...Object.fromEntries(sessions.map((session) => [session, share])),
        ...{ falseActivations: rate, stillSeconds: 60, movingAtRest: 0, onsetSeconds: 0.2, online: 1 },
      },
    })),
  };
}

describe('a summary over people', () => {
  const summary = summaryOf(mb1, decoder('mine', [0.7, 0.8, 0.9]));

  it('has the mean of the abilities with the interval of Student’s t', () => {
    expect(summary.score.mean).toBeCloseTo(0.8, 12);
    // t(2) = 4.303, SD 0.1.
    expect(summary.score.high - summary.score.mean).toBeCloseTo((4.3027 * 0.1) / Math.sqrt(3), 4);
    expect(summary.abilities.effort).toEqual(summary.abilities.plain);
  });

  it('pools false activations over people, with the interval of Poisson', () => {
    expect(summary.falseActivations).toMatchObject({ count: 9, hours: 0.05, perHour: 180 });
    expect(summary.falseActivations.low).toBeCloseTo(4.1154 / 0.05, 1);
    expect(summary.falseActivations.high).toBeCloseTo(17.0848 / 0.05, 1);
  });

  it('has no recovery where nobody had something to recover from', () => {
    expect(summary.recoverySeconds).toMatchObject({ mean: NaN, n: 0 });
  });
});

describe('comparisons', () => {
  it('pair people by who they are, and leave out who is not in both', () => {
    const mine = decoder('mine', [0.7, 0.8, 0.9]);
    const worse = decoder('worse', [0.6, 0.7, 0.8, 0.1]);
    const [against] = comparisons(mb1, mine, [{ ...worse, people: [...worse.people].reverse() }]);
    expect(against?.difference.mean).toBeCloseTo(0.1, 12);
    expect(against?.test).toEqual({ p: 0.25, n: 3, exact: true });
    expect(against?.abilities.fatigue.difference.n).toBe(3);
  });

  it('raise p for as many baselines', () => {
    const mine = decoder('mine', [0.7, 0.8, 0.9]);
    const others = ['a', 'b', 'c'].map((name) => decoder(name, [0.6, 0.7, 0.8]));
    expect(comparisons(mb1, mine, others).map(({ adjustedP }) => adjustedP)).toEqual([0.75, 0.75, 0.75]);
  });
});
