import { describe, expect, it } from 'vitest';
import { mb1 } from '../../../../src/study/benchmark/mb1.js';
import type { PersonScores, SessionScore } from '../../../../src/study/benchmark/person-scores.js';
import { mendsOverall, weaknessesOf } from '../../../../src/study/benchmark/weaknesses.js';
import { weaknessReason } from '../../../../src/study/benchmark/weakness-words.js';

const living = { accuracy: 1, falseActivations: 4, stillSeconds: 60, movingAtRest: 0, onsetSeconds: 0.2 };
const session = (name: string, accuracy: number, movingAtRest = 0, still = 0): SessionScore => ({
  ...{ name, accuracy, activeErrorRate: null, movingAtRest, still },
});

/** Two people: noise makes rest move, weak efforts are taken for rest, and one change mends noise at a price. */
const people = [0, 0.1].map((worse, p): PersonScores => {
  const plain = [session('plain', 0.9), session('position', 0.9)];
  return {
    person: mb1.people.test[p],
    sessions: [...plain, session('noise', 0.6 - worse, 0.5), session('weak', 0.7, 0, 0.4)],
    living,
    online: null,
    mends: [
      {
        name: 'good',
        sessions: [...plain, session('noise', 0.8 - worse), session('weak', 0.6)],
        living: { ...living, falseActivations: 1 },
      },
      { name: 'bad', sessions: [...plain, session('noise', 0.2), session('weak', 0.2)], living },
    ],
    notes: [],
  };
});

describe('weaknesses', () => {
  const found = weaknessesOf(mb1, { people }, []);

  it('are the conditions that cost something, the worst first, with who lost most', () => {
    expect(found.map(({ condition }) => condition.name)).toEqual(['noise', 'weak']);
    expect(found[0]?.loss.mean).toBeCloseTo(0.35, 12);
    expect(found[0]?.person).toBe(people[1]?.person);
  });

  it('say what would mend them, and what that does to all else', () => {
    expect(found[0]?.mend).toMatchObject({ name: 'good' });
    expect(found[0]?.mend?.gain.mean).toBeCloseTo(0.2, 12);
    expect(found[1]?.mend).toBeUndefined();
    const [best, worst] = mendsOverall(mb1, { people });
    expect(best).toMatchObject({ name: 'good', falseActivations: 0.25 });
    // Four abilities: noise gives 0.2 back, weak takes 0.1.
    expect(best?.score.mean).toBeCloseTo(0.1 / 4, 3);
    expect(worst?.score.high).toBeLessThan(0);
  });

  it('say in words what happened', () => {
    const [noise, weak] = found.map(weaknessReason);
    expect(noise).toBe('Rest is taken for movement: 0 % of it moved before, 50 % under it.');
    expect(weak).toBe('Movement is taken for rest: in 0 % of it nothing moved before, in 40 % under it.');
  });
});
