import { describe, expect, it } from 'vitest';
import { Experiment } from '../../../web/data/experiment.js';
import { valueAt } from '../../../web/data/scenario-path.js';
import { FakePatient } from '../fake-patient.js';

describe('dials', () => {
  it('show at once, are sent as the smallest patch, and go back and forth', async () => {
    const patient = await new FakePatient().greet();
    const { dials, store } = patient.page;
    const fat = (): unknown => valueAt(store.scenario, ['limb', 'fatThicknessMm']);
    dials.set('limb.fatThicknessMm', 12);
    expect(fat()).toBe(12);
    expect(patient.asked).toEqual([{ op: 'patchScenario', patch: { limb: { fatThicknessMm: 12 } } }]);
    dials.undo();
    expect(fat()).toBe(3);
    expect([dials.canUndo, dials.canRedo]).toEqual([false, true]);
    dials.redo();
    expect(fat()).toBe(12);
    expect(patient.asked).toHaveLength(3);
  });

  it('say so where there is no connection to send anything by', async () => {
    const patient = await new FakePatient().greet();
    const { dials, store } = patient.page;
    patient.transport.onclose();
    dials.loadPreset('arm');
    expect(patient.asked).toEqual([]);
    expect(store.notice?.text).toMatch(/^not connected/u);
  });

  it('send a list whole, and nothing where nothing changed', async () => {
    const patient = await new FakePatient().greet();
    patient.page.dials.set('electrodes.positions.0.angleDeg', 10);
    expect(patient.asked).toEqual([]);
    patient.page.dials.set('electrodes.positions.0.angleDeg', 20);
    expect(patient.asked).toEqual([
      { op: 'patchScenario', patch: { electrodes: { positions: [{ angleDeg: 20 }] } } },
    ]);
  });

  it('take an entry out of a mapping, and put it back', async () => {
    const patient = await new FakePatient().greet();
    const { dials, store } = patient.page;
    const traits = (): unknown => valueAt(store.scenario, ['person', 'traits']);
    dials.set('person.traits.fat', 2);
    dials.set('seed', 2);
    dials.drop('person.traits.fat');
    expect(traits()).toEqual({});
    const whole = patient.asked.at(-1);
    expect(whole).toMatchObject({ op: 'loadScenario', scenario: { preset: 'arm', person: { traits: {} } } });
    dials.undo();
    expect(traits()).toEqual({ fat: 2 });
    dials.undo();
    dials.undo();
    expect(traits()).toEqual({});
  });

  it('know the preset, and forget turns when another patient comes', async () => {
    const patient = await new FakePatient().greet();
    const { dials } = patient.page;
    expect(dials.preset).toBe('arm');
    dials.set('limb.fatThicknessMm', 12);
    dials.loadPreset('leg');
    expect(patient.asked.at(-1)).toEqual({ op: 'loadPreset', name: 'leg' });
    expect(dials.canUndo).toBe(false);
    patient.say({ op: 'scenario', scenario: { name: 'An arm', preset: '' }, geometry: null, index: 0 });
    expect(dials.preset).toBeUndefined();
  });
});

it('an experiment puts back what was there when it began', async () => {
  const patient = await new FakePatient().greet();
  patient.page.dials.set('limb.fatThicknessMm', 5);
  const experiment = new Experiment(patient.page, 'limb.fatThicknessMm', 18);
  experiment.toggle();
  experiment.toggle();
  experiment.end();
  expect(patient.asked.slice(1)).toEqual([
    { op: 'patchScenario', patch: { limb: { fatThicknessMm: 18 } } },
    { op: 'patchScenario', patch: { limb: { fatThicknessMm: 5 } } },
  ]);
  expect(new Experiment(patient.page, 'limb.tail', 1).possible).toBe(false);
});
