import { expect, it } from 'vitest';
import { Visit } from '../../../web/data/visit.js';
import { FakePatient, greeting } from '../fake-patient.js';

it('brings another patient, and then the one who was there as they were', async () => {
  const patient = await new FakePatient().greet();
  const visit = new Visit(patient.page);
  const was = patient.page.store.scenario;
  expect(visit.active).toBe(false);
  visit.end();
  expect(patient.asked.filter(({ op }) => op === 'loadScenario')).toEqual([]);

  visit.bring('leg');
  expect(patient.asked).toContainEqual({ op: 'loadPreset', name: 'leg' });
  expect(visit.active).toBe(true);
  patient.say(greeting({ scenario: { preset: 'leg', name: 'A leg' } }));
  // Whoever is brought next is a guest of the same host.
  visit.bring('thigh');
  patient.say(greeting({ scenario: { preset: 'thigh' } }));
  expect(visit.active).toBe(true);

  visit.end();
  expect(patient.asked.at(-1)).toEqual({ op: 'loadScenario', scenario: was });
  expect(visit.active).toBe(false);
});

it('is over when somebody chooses another patient meanwhile', async () => {
  const patient = await new FakePatient().greet();
  const visit = new Visit(patient.page);
  visit.bring('leg');
  patient.say(greeting({ scenario: { preset: 'hand' } }));
  expect(visit.active).toBe(false);
});

it('changes whoever is there for a while, and one who is brought comes changed', async () => {
  const patient = await new FakePatient().greet();
  const visit = new Visit(patient.page);
  const was = patient.page.store.scenario;
  visit.change({ limb: { fatThicknessMm: 9 } });
  expect(patient.asked).toContainEqual({ op: 'patchScenario', patch: { limb: { fatThicknessMm: 9 } } });
  expect(visit.active).toBe(true);
  visit.bring('leg', { limb: { fatThicknessMm: 9 } });
  expect(patient.asked).toContainEqual({
    op: 'loadScenario',
    scenario: { preset: 'leg', limb: { fatThicknessMm: 9 } },
  });
  visit.end();
  expect(patient.asked.at(-1)).toEqual({ op: 'loadScenario', scenario: was });
});

it('does not take a guest for the host while the host is on the way back', async () => {
  const patient = await new FakePatient().greet();
  const visit = new Visit(patient.page);
  const was = patient.page.store.scenario;
  visit.bring('leg');
  patient.say(greeting({ scenario: { preset: 'leg' } }));
  visit.end();
  visit.bring('thigh');
  visit.end();
  expect(patient.asked.at(-1)).toEqual({ op: 'loadScenario', scenario: was });
});
