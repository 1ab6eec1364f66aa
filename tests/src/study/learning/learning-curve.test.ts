import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../src/study/evaluate.js';
import { pairedPermutation } from '../../../../src/study/benchmark/paired-permutation.js';
import { firstSeconds, secondsOf } from '../../../../src/study/learning/first-seconds.js';
import { learningCurve } from '../../../../src/study/learning/learning-curve.js';
import { peopleMean } from '../../../../src/study/people-mean.js';
import { statisticsText } from '../../../../src/study/report/learning-table.js';
import { recordedPeople } from './recorded-people.js';

const people = recordedPeople(3, { repetitions: 3 });
const options = { features: [['MAV', 'ZC']], classifiers: ['lda', 'knn'], seconds: [0.5, 2, 9] } as const;
const study = await learningCurve(people, options);

describe('the first seconds of a calibration', () => {
  const segments = people[0]?.data.segments ?? [];
  const trim = { trimStartMs: 100, trimEndMs: 50 };

  it('are as many of each class as asked, after trimming, and hold all of fewer', () => {
    expect([...secondsOf(segments, trim).values()]).toEqual(
      [4.05, 4.05, 4.05].map((s) => expect.closeTo(s, 9)),
    );
    for (const seconds of [0.5, 1.35, 2]) {
      const kept = firstSeconds(segments, seconds, trim);
      expect([...secondsOf(kept, trim).values()]).toEqual([1, 1, 1].map(() => expect.closeTo(seconds, 9)));
    }
    const [short] = firstSeconds(segments, 0.5, trim);
    expect(Array.from(short?.signal.data.subarray(0, 130) ?? [])).toEqual(
      Array.from(segments[0]?.signal.data.subarray(0, 130) ?? []),
    );
    // Two seconds are a whole recording and the beginning of another, of each class.
    expect(firstSeconds(segments, 2, trim).map(({ repetition }) => repetition)).toEqual([0, 0, 0, 1, 1, 1]);
  });
});

describe('a learning curve', () => {
  it('ends at what an evaluation gives, and is tested on the same windows throughout', async () => {
    const { points, people: each, split } = study;
    expect(split).toContain('3 repetitions left out in turn');
    for (const [p, { data }] of people.entries()) {
      const { cells } = await evaluate(data, {
        features: options.features,
        classifiers: options.classifiers,
      });
      const own = each[p]?.points ?? [];
      expect(own.filter(({ at }) => at.seconds === 'all').map(({ accuracy }) => accuracy)).toEqual(
        cells.map(({ metrics }) => metrics.accuracy),
      );
      expect(new Set(own.map(({ decisions }) => decisions)).size).toBe(1);
    }
    // Nobody has nine seconds.
    expect(points.map(({ at }) => at.seconds)).toEqual([0.5, 2, 'all', 0.5, 2, 'all']);
    expect(each[0]?.notes.join()).toContain('9 s are left out: some class has only 3 s');
  });

  it('compares amounts within people, and says what one person cannot tell', async () => {
    const of = (seconds: number | string) =>
      study.people.map((one) => one.points.find(({ at }) => at.seconds === seconds)?.accuracy ?? NaN);
    const differences = of(0.5).map((value, p) => value - (of('all')[p] ?? NaN));
    expect(study.points[0]?.accuracy).toEqual(peopleMean(of(0.5)));
    expect(study.points[0]?.difference?.mean).toEqual(peopleMean(differences));
    expect(study.points[0]?.difference?.test).toEqual(pairedPermutation(differences));
    expect(study.points[2]?.difference).toBeUndefined();
    expect(statisticsText(study, 'from all')).toContain('2/8');
    const alone = await learningCurve(people.slice(0, 1), options);
    expect(statisticsText(alone, 'from all')).toContain('no standard deviation, interval or test');
    expect(alone.points[0]?.accuracy).toMatchObject({ n: 1, sd: NaN, low: NaN });
  });

  it('names the least that stays within a point of all', () => {
    const { enough, points } = study;
    const [first] = enough;
    const [a, b, all] = points.map(({ accuracy }) => accuracy.mean);
    const wanted = (b ?? NaN) < (all ?? NaN) - 0.01 ? null : (a ?? NaN) < (all ?? NaN) - 0.01 ? 2 : 0.5;
    expect(first?.seconds).toBe(wanted);
  });

  it('refuses amounts that are none', async () => {
    await expect(learningCurve(people, { seconds: [0] })).rejects.toThrow('got 0 s');
    await expect(learningCurve([])).rejects.toThrow('got no people');
  });
});
