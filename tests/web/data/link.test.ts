import { describe, expect, it } from 'vitest';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { FakePatient } from '../fake-patient.js';

const name = 'transhumeral-tmr';
const presets = [{ name, title: presetByName(name).name, description: '' }];

describe('the link of a page without a service', () => {
  it('carries the preset and what differs from it, and brings both back', async () => {
    const scenario = presetByName(name, { limb: { fatThicknessMm: 9 }, seed: 77 });
    const hash = await (await new FakePatient().greet({ presets, scenario })).page.link.hash('lab');
    expect(hash).toMatch(/^#lab&p=transhumeral-tmr&s=/u);

    const other = await new FakePatient().greet({ presets, scenario: presetByName(name) });
    await other.page.link.apply(hash);
    expect(other.asked).toEqual([{ op: 'loadScenario', scenario: JSON.parse(JSON.stringify(scenario)) }]);
  });

  it('needs only the name where nothing was changed', async () => {
    const patient = await new FakePatient().greet({ presets, scenario: presetByName(name) });
    expect(await patient.page.link.hash('demo')).toBe('#demo&p=transhumeral-tmr');
    await patient.page.link.apply('#demo&p=transhumeral-tmr');
    expect(patient.asked).toEqual([]);
    await patient.page.link.apply('#demo&p=transfemoral-surface');
    expect(patient.asked).toEqual([{ op: 'loadPreset', name: 'transfemoral-surface' }]);
  });

  it('fails where its preset cannot be had', async () => {
    const hash = await (
      await new FakePatient().greet({ presets, scenario: presetByName(name, { seed: 5 }) })
    ).page.link.hash('lab');
    const patient = await new FakePatient().greet();
    await expect(patient.page.link.apply(hash.replace(name, 'nobody'))).rejects.toThrow(/nobody/u);
    expect(patient.asked).toEqual([]);
  });
});
