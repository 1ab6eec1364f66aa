import { describe, expect, it } from 'vitest';
import { cohort } from '../../../../src/scenario/cohort.js';
import { adaptOverDays } from '../../../../src/study/learning/adapt-over-days.js';
import { firstDays, onDay, usualDays } from '../../../../src/study/learning/days.js';
import type { RecordedPerson } from '../../../../src/study/evaluate-cohort.js';
import { individual } from '../../../../src/body/person/individual.js';
import { smallScenario } from '../../../support/small-scenario.js';
import { changed, overDays, recordedPeople, turned } from './recorded-people.js';

const people = recordedPeople(2, { repetitions: 2 }).map((one) => overDays(one, [0, 1, 1]));
const options = { features: [['MAV']], classifiers: ['lda', 'knn'], rule: { updateSeconds: 1 } } as const;
const study = await adaptOverDays(people, options);

/** Accuracy in a person. */
function at(
  { people: each }: typeof study,
  day: string,
  way: string,
  { person = 0, classifier = 'lda' } = {},
): number {
  const points = each[person]?.points ?? [];
  return (
    points.find((one) => one.at.day === day && one.at.way === way && one.classifier === classifier)
      ?.accuracy ?? NaN
  );
}

describe('learning from day to day', () => {
  it('finds by labels what was turned overnight', () => {
    for (const classifier of ['lda', 'knn']) {
      const none = at(study, '2', 'none', { classifier });
      expect(none).toBeLessThan(0.8);
      expect(at(study, '2', 'supervised', { classifier })).toBeGreaterThan(none + 0.1);
    }
    expect(study.points.map(({ at: { day, way } }) => `${day} ${way}`).slice(0, 6)).toEqual([
      '2 none',
      '2 supervised',
      '2 self',
      '3 none',
      '3 supervised',
      '3 self',
    ]);
    const later = study.points.find((one) => one.at.day === 'later' && one.at.way === 'supervised');
    expect(later?.difference?.test).toMatchObject({ p: 0.5, n: 2, exact: true });
  });

  it('learns from nothing that is scored, and from nothing before it comes', async () => {
    const scored = (day: string) => (one: RecordedPerson) =>
      changed(one, (segment) =>
        segment.trial === day && segment.repetition === 1
          ? { ...segment, signal: turned(segment.signal, 2, 3) }
          : segment,
      );
    const spoilt = await adaptOverDays(people.map(scored('2')), options);
    expect(at(spoilt, '2', 'supervised')).not.toBe(at(study, '2', 'supervised'));
    for (const way of ['none', 'supervised', 'self']) expect(at(spoilt, '3', way)).toBe(at(study, '3', way));
    const later = people.map((one) =>
      changed(one, (segment) =>
        segment.trial === '3' ? { ...segment, signal: turned(segment.signal, 2, 3) } : segment,
      ),
    );
    const before = await adaptOverDays(later, options);
    for (const way of ['none', 'supervised', 'self']) expect(at(before, '2', way)).toBe(at(study, '2', way));
  });

  it('needs no label where it trusts its own decisions, and none at all where it trusts none', async () => {
    const renamed = people.map((one) =>
      changed(one, (segment) =>
        segment.trial === '2' && segment.repetition === 0 && segment.label !== 'rest'
          ? { ...segment, label: segment.label === 'hand-open' ? 'hand-close' : 'hand-open' }
          : segment,
      ),
    );
    const lied = await adaptOverDays(renamed, options);
    expect(at(lied, '2', 'self', { classifier: 'knn' })).toBe(at(study, '2', 'self', { classifier: 'knn' }));
    expect(at(lied, '2', 'supervised')).not.toBe(at(study, '2', 'supervised'));
    const { points } = study;
    const own = points.find((one) => one.at.way === 'self' && one.at.day === '2');
    expect(own?.more.learned?.mean).toBeGreaterThan(0);
    expect(own?.more.rightly?.mean).toBeLessThan(1);
  });

  it('refuses one session, a rule out of range, and a day that is all update', async () => {
    await expect(adaptOverDays(recordedPeople(1), options)).rejects.toThrow('one session only');
    await expect(adaptOverDays(people, { ...options, rule: { confidence: 2 } })).rejects.toThrow(
      'confidence of 2',
    );
    await expect(adaptOverDays(people, { ...options, rule: { updateSeconds: 9 } })).rejects.toThrow(
      'all of which update',
    );
    expect(() => firstDays(usualDays, 6)).toThrow('[1, 5]');
  });
});

describe('days of a simulated person', () => {
  const [person = smallScenario()] = cohort(smallScenario(), { size: 1 });

  it('have patterns, contacts, places and luck of their own', () => {
    const [first, second] = usualDays.days.map((day, n) => onDay(person, n + 1, day, usualDays));
    expect([first?.intent.day, second?.intent.day]).toEqual([1, 2]);
    expect([first?.electrodes.donning, second?.electrodes.donning]).toEqual([1, 2]);
    expect(first?.seed).not.toBe(second?.seed);
    expect(first?.electrodes.shiftAroundMm).not.toBe(second?.electrodes.shiftAroundMm);
    const film = (one = person) => individual(one).disturbances.sweatFilmMm;
    expect(film(second) - film()).toBeCloseTo(0.02, 9);
    expect(
      onDay(person, 3, usualDays.days[2] ?? { title: '', turns: [] }, usualDays).motorUnits.fatigue,
    ).toBe(true);
  });

  it('leave electrodes that were sewn to a muscle where they are', () => {
    const implanted = { ...person, electrodes: { ...person.electrodes, type: 'epimysial' as const } };
    const { electrodes, disturbances } = onDay(
      implanted,
      2,
      usualDays.days[1] ?? { title: '', turns: [] },
      usualDays,
    );
    expect(electrodes).toEqual(implanted.electrodes);
    expect(disturbances.sweatFilmMm).toBe(implanted.disturbances.sweatFilmMm);
  });
});
