import { describe, expect, it } from 'vitest';
import { trainOnOthers, type TrainedOn } from '../../../../src/study/learning/train-on-others.js';
import type { RecordedPerson } from '../../../../src/study/evaluate-cohort.js';
import { changed, recordedPeople, turned } from './recorded-people.js';

const people = recordedPeople(3, { repetitions: 2 });
const options = { features: [['MAV']], classifiers: ['lda'], split: { testRepetitions: [1] } } as const;

/** Accuracy in the first person, by what was trained on. */
async function inFirst(all: readonly RecordedPerson[]): Promise<Partial<Record<TrainedOn, number>>> {
  const { people: each } = await trainOnOthers(all, options);
  return Object.fromEntries((each[0]?.points ?? []).map(({ at, accuracy }) => [at.training, accuracy]));
}

describe('training on others', () => {
  it('takes of the person what it says, and nothing else', async () => {
    const [first, ...others] = people;
    if (!first) throw new Error('nobody');
    const before = await inFirst(people);
    expect(Object.keys(before)).toEqual(['own', 'others', 'others-rest', 'others-unlabelled']);
    const spoilt = (which: (label: string) => boolean) => [
      changed(first, (segment) =>
        segment.repetition === 0 && which(segment.label)
          ? { ...segment, signal: turned(segment.signal, 1, 30) }
          : segment,
      ),
      ...others,
    ];
    // What is not scored of the movements is no part of training on others, or on others and rest.
    const moving = await inFirst(spoilt((label) => label !== 'rest'));
    expect(moving.others).toBe(before.others);
    expect(moving['others-rest']).toBe(before['others-rest']);
    expect(moving.own).toBeLessThan(before.own ?? NaN);
    expect(moving['others-unlabelled']).not.toBe(before['others-unlabelled']);
    const resting = await inFirst(spoilt((label) => label === 'rest'));
    expect(resting.others).toBe(before.others);
    expect(resting['others-rest']).not.toBe(before['others-rest']);
  });

  it('stands the footing of each person where one has another gain', async () => {
    const quiet = changed(people[0] as RecordedPerson, (one) => ({
      ...one,
      signal: turned(one.signal, 0, 0.1),
    }));
    const result = await inFirst([quiet, ...people.slice(1)]);
    expect(result.others).toBeLessThan(0.7);
    expect(result['others-unlabelled']).toBeGreaterThan(0.9);
    expect(result.own).toBeGreaterThan(0.9);
  });

  it('leaves out what nobody else has, and says so', async () => {
    const renamed = changed(people[0] as RecordedPerson, (one) => ({
      ...one,
      label: one.label === 'hand-open' ? 'wave' : one.label,
    }));
    const { people: each, points } = await trainOnOthers([renamed, ...people.slice(1)], options);
    expect(each[0]?.notes).toContain(
      'Only one person has wave: it is not scored, for nobody else could teach it.',
    );
    expect(each[0]?.points[0]?.decisions).toBeLessThan(each[1]?.points[0]?.decisions ?? 0);
    expect(points[1]?.difference?.mean.n).toBe(3);
  });

  it('needs two people of one kind', async () => {
    await expect(trainOnOthers(people.slice(0, 1), options)).rejects.toThrow('got one person');
    const other = recordedPeople(1, { channels: 3 });
    await expect(trainOnOthers([...people, ...other], options)).rejects.toThrow('3 channels at 200 Hz');
  });
});
