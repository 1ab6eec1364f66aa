import { describe, expect, it } from 'vitest';
import { sideBySide, type RunCell } from '../../../src/study/against.js';
import { foldsOf, pairedDifference } from '../../../src/study/folds.js';
import { peopleMean } from '../../../src/study/people-mean.js';
import { standings } from '../../../src/study/standing.js';

const folded = (...accuracies: number[]) => ({
  folds: accuracies.map((accuracy, n) => ({ name: `trial ${n}`, accuracy })),
});

describe('a ranking', () => {
  it('has a best one only where every difference is sure', () => {
    const sure = peopleMean([0.1, 0.12, 0.11]);
    const unsure = peopleMean([0.1, -0.1, 0.12]);
    const same = peopleMean([0, 0, 0]);
    expect(standings([same, sure, sure], 0)).toEqual(['best', 'behind', 'behind']);
    expect(standings([same, unsure, sure], 0)).toEqual(['tied', 'tied', 'behind']);
    expect(standings([same, same], 0)).toEqual(['tied', 'tied']);
    // One fold tells nothing.
    expect(standings([peopleMean([0]), peopleMean([0.3])], 0)).toEqual(['tied', 'tied']);
    expect(standings([same], 0)).toEqual(['only']);
  });

  it('goes by differences in the same folds', () => {
    // Folds differ far more than the two do.
    const { mean, low, high, n } = pairedDifference(folded(0.9, 0.6, 0.75), folded(0.88, 0.57, 0.735));
    expect(n).toBe(3);
    expect(mean).toBeCloseTo(0.065 / 3, 12);
    // SciPy: t.interval(0.95, 2, loc=mean([.02, .03, .015]), scale=sem([.02, .03, .015]))
    expect(low).toBeCloseTo(0.0026937515, 9);
    expect(high).toBeCloseTo(0.0406395818, 9);
  });
});

describe('the folds of a test', () => {
  const origins = ['a', 'b'].flatMap((trial) =>
    [0, 1].map((repetition) => ({ label: 'x', repetition, trial })),
  );
  const truth = ['x', 'y', 'x', 'y'];
  const decisions = ['x', 'x', 'x', 'y'].map((label, row) => ({ row, label, confidence: 1 }));

  it('are what was left out in turn, by name', () => {
    const parts = [
      { train: [2, 3], test: [0, 1] },
      { train: [0, 1], test: [2, 3] },
    ];
    expect(foldsOf(parts, origins, decisions, truth)).toMatchObject([
      { name: 'trial a', decisions: 2, accuracy: 0.5 },
      { name: 'trial b', decisions: 2, accuracy: 1 },
    ]);
  });

  it('are the trials or repetitions of a test that was done at once', () => {
    const once = foldsOf([{ train: [], test: [0, 1, 2, 3] }], origins, decisions, truth);
    expect(once.map(({ name }) => name)).toEqual(['trial a', 'trial b']);
    const one = foldsOf([{ train: [], test: [0, 1] }], origins, decisions.slice(0, 2), truth);
    expect(one.map(({ name, accuracy }) => `${name} ${accuracy}`)).toEqual([
      'repetition 0 1',
      'repetition 1 0',
    ]);
  });
});

describe('two runs side by side', () => {
  const cell = (classifier: string, ...accuracies: number[]): RunCell => ({
    ...{ features: ['HTD'], classifier, windowMs: 200, accuracy: peopleMean(accuracies).mean },
    ...folded(...accuracies),
  });

  it('pair what is the same, fold by fold, and name what is not', () => {
    const earlier = [cell('lda', 0.9, 0.8, 0.85), cell('knn', 0.7, 0.7, 0.7)];
    const now = [cell('lda', 0.95, 0.86, 0.9), cell('qda', 0.6, 0.6, 0.6)];
    const { pairs, notes } = sideBySide(earlier, now);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]?.difference.mean).toBeCloseTo(0.16 / 3, 12);
    expect(pairs[0]?.verdict).toBe('better');
    expect(notes).toEqual([
      'HTD qda 200 ms are not in the earlier run.',
      'HTD knn 200 ms are in the earlier run only.',
    ]);
  });

  it('pair the only one of each, and have no interval of one fold', () => {
    const { pairs, notes } = sideBySide([cell('lda', 0.9)], [cell('qda', 0.8)]);
    expect(pairs[0]).toMatchObject({ verdict: 'not told apart', difference: { n: 1, low: NaN } });
    expect(notes.join()).toContain('no interval');
  });
});
