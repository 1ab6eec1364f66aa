import { describe, expect, it } from 'vitest';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { DamagedLink } from '../../../web/data/damaged-link.js';
import type { Link } from '../../../web/data/link.js';
import { packJson } from '../../../src/ground/signal/packed-json.js';
import { FakePatient, greeting } from '../fake-patient.js';

const name = 'transhumeral-tmr';
const presets = [name, 'patient-journey', 'transfemoral-surface'].map((known) => ({
  name: known,
  title: presetByName(known).name,
  description: '',
}));
const capabilities = ['scenario', 'presets'];
const able = { presets, capabilities };
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const follow = async (link: Link, hash: string): Promise<boolean> => link.bring(await link.read(hash));
const faultOf = (failing: Promise<unknown>): Promise<unknown> =>
  failing.then(
    () => 'none',
    (error: unknown) => (error instanceof DamagedLink ? error.fault : error),
  );

describe('the link of a page without a service', () => {
  it('carries the preset and what differs from it, and brings both back', async () => {
    const scenario = presetByName(name, { limb: { fatThicknessMm: 9 }, seed: 77 });
    const hash = await (await new FakePatient().greet({ ...able, scenario })).page.link.hash('lab');
    expect(hash).toMatch(/^#lab&p=transhumeral-tmr&s=/u);

    const other = await new FakePatient().greet({ ...able, scenario: presetByName(name) });
    expect(await follow(other.page.link, hash)).toBe(true);
    expect(other.asked).toEqual([{ op: 'loadScenario', scenario: json(scenario) }]);
    const same = await new FakePatient().greet({ ...able, scenario });
    expect(await follow(same.page.link, hash)).toBe(false);
    expect(same.asked).toEqual([]);
  });

  it('is clean where nothing was changed, and then brings the clean patient', async () => {
    const patient = await new FakePatient().greet({ ...able, scenario: presetByName(name) });
    const { link } = patient.page;
    expect(await link.hash('demo')).toBe('#demo&p=transhumeral-tmr');
    expect(await follow(link, '#demo&p=transhumeral-tmr')).toBe(false);
    expect(await follow(link, '#demo')).toBe(false);
    expect(patient.asked).toEqual([]);
    expect(await follow(link, '#demo&p=transfemoral-surface')).toBe(true);
    expect(patient.asked).toEqual([{ op: 'loadPreset', name: 'transfemoral-surface' }]);

    const changed = await new FakePatient().greet({ ...able, scenario: presetByName(name, { seed: 5 }) });
    expect(await follow(changed.page.link, '#demo&p=transhumeral-tmr')).toBe(true);
    expect(await changed.page.link.bring(changed.page.link.clean())).toBe(true);
    expect(changed.asked).toEqual([
      { op: 'loadPreset', name },
      { op: 'loadPreset', name },
    ]);
  });

  it('is clean as its service began, whatever `serve` changed of a preset', async () => {
    const scenario = presetByName(name, { limb: { fatThicknessMm: 9 } });
    const session = { id: 'shared', shared: true, clock: 'real', begun: 1, touched: false } as const;
    const patient = await new FakePatient().greet({ ...able, scenario, session });
    const { link, dials } = patient.page;
    expect(await link.shows(link.clean())).toBe(true);
    dials.set('limb.fatThicknessMm', 3);
    patient.asked.length = 0;
    expect(await link.bring(link.clean())).toBe(true);
    expect(patient.asked).toEqual([{ op: 'loadScenario', scenario: json(scenario) }]);
    // Whoever is told of later in the same life is no beginning.
    patient.say(greeting({ ...able, scenario: presetByName(name, { seed: 5 }), session }));
    expect(await link.shows(link.clean())).toBe(false);
    const later = { ...session, begun: 2 };
    patient.say(greeting({ ...able, scenario: presetByName(name, { seed: 5 }), session: later }));
    expect(await link.shows(link.clean())).toBe(true);
  });

  it('gives way to what the person of the page chose while it was read', async () => {
    const patient = await new FakePatient().greet({ ...able, scenario: presetByName(name) });
    const { link, dials } = patient.page;
    const { choices } = link;
    const wanted = link.read('#demo&p=patient-journey');
    dials.loadPreset('transfemoral-surface');
    expect(await link.bring(await wanted, choices)).toBe(false);
    expect(patient.asked).toEqual([{ op: 'loadPreset', name: 'transfemoral-surface' }]);
    // What an earlier link brought was no choice.
    expect(await link.bring(await wanted, link.choices)).toBe(true);
    expect(link.choices).toBe(choices + 1);
  });

  it('asks for whom it carries where they are about to make way for somebody else', async () => {
    const patient = await new FakePatient().greet({ ...able, scenario: presetByName(name) });
    patient.say({ op: 'status', phase: 'calibrating', text: 'Recording the calibration', progress: 0 });
    expect(await follow(patient.page.link, `#demo&p=${name}`)).toBe(false);
    patient.say({ op: 'status', phase: 'calibrating', text: 'An arm: Recording', progress: 0, coming: true });
    expect(await follow(patient.page.link, `#demo&p=${name}`)).toBe(true);
    expect(patient.asked).toEqual([{ op: 'loadPreset', name }]);
  });

  it('carries a patient of one’s own whole', async () => {
    const { preset, ...own } = presetByName(name, { seed: 12, limb: { fatThicknessMm: 7 } });
    expect(preset).toBe(name);
    const scenario = { ...own, preset: '', name: 'Somebody' };
    const hash = await (await new FakePatient().greet({ ...able, scenario })).page.link.hash('lab');
    expect(hash).toMatch(/^#lab&w=[\w-]+$/u);
    const other = await new FakePatient().greet({ ...able, scenario: presetByName(name) });
    expect(await follow(other.page.link, hash)).toBe(true);
    expect(other.asked).toEqual([{ op: 'loadScenario', scenario: json(scenario) }]);
  });

  it('carries a patient whole who has less than their preset: a patch takes nothing away', async () => {
    const scenario = presetByName(name);
    const traits = presetByName(name, { person: { number: 3, traits: { fat: 1 } } });
    expect(traits.person.traits).toEqual({ fat: 1 });
    const api = (): Promise<unknown> => Promise.resolve(json(traits));
    const { Link } = await import('../../../web/data/link.js');
    const { page } = await new FakePatient().greet({ ...able, scenario });
    const link = new Link(page.store, page.dials, api);
    expect(await link.hash('lab')).toMatch(/^#lab&w=/u);
  });

  it('knows whoever is on a journey at any of its stages', async () => {
    const journey = presetByName('patient-journey');
    const later = { ...journey, surgery: { ...journey.surgery, daysSinceSurgery: 400, neuromasLeft: 0 } };
    const patient = await new FakePatient().greet({ ...able, scenario: later });
    expect(await patient.page.link.hash('demo')).toBe('#demo&p=patient-journey');
    expect(await follow(patient.page.link, '#demo&p=patient-journey')).toBe(false);
  });

  it.each([
    ['#lab&p=transhumeral-tmr&s=AAAA', 'changes'],
    ['#lab&p=transhumeral-tmr&s=', 'changes'],
    ['#lab&s=AAAA', 'whose'],
    ['#lab&w=', 'patient'],
    ['#lab&w=AAAA&p=transhumeral-tmr', 'whose'],
    ['#lab&p=', 'name'],
    ['#lab&p=%E0%A4%A', 'name'],
    ['#lab&p=one&p=two', 'unknown-part'],
    ['#lab&p=one&utm=x', 'unknown-part'],
    ['#lab&p=transhumeral', 'unknown-patient'],
  ])('is refused where it is damaged: %s', async (hash, fault) => {
    const patient = await new FakePatient().greet({ ...able, scenario: presetByName(name) });
    expect(await faultOf(follow(patient.page.link, hash))).toBe(fault);
    expect(patient.asked).toEqual([]);
  });

  it('is refused, or says the same, wherever one character of it is missing or another', async () => {
    const scenario = presetByName(name, { limb: { fatThicknessMm: 9 }, seed: 77 });
    const patient = await new FakePatient().greet({ ...able, scenario });
    const { link } = patient.page;
    const hash = await link.hash('lab');
    const from = hash.indexOf('&s=') + 3;
    const whole = await link.read(hash);
    let refused = 0;
    for (let at = from; at < hash.length - 1; at++) {
      const other = hash[at] === 'A' ? 'B' : 'A';
      for (const damaged of [
        hash.slice(0, at) + hash.slice(at + 1),
        hash.slice(0, at) + other + hash.slice(at + 1),
        hash.slice(0, at),
      ])
        try {
          // A few bits of padding mean nothing.
          expect(await link.read(damaged), damaged).toEqual(whole);
        } catch (error) {
          if (!(error instanceof DamagedLink)) throw error;
          expect(error.fault).toBe('changes');
          refused++;
        }
    }
    expect(refused).toBeGreaterThan(2.8 * (hash.length - from - 1));
  });

  it('is refused where nobody can be like that, or this page may change nobody', async () => {
    const patch = { limb: { fatThicknessMm: 9000 } };
    const impossible = `#lab&p=${name}&s=${await packJson(patch)}`;
    const patient = await new FakePatient().greet({ ...able, scenario: presetByName(name) });
    expect(await faultOf(follow(patient.page.link, impossible))).toBe('impossible');
    expect(patient.asked).toEqual([]);
    const viewer = await new FakePatient().greet({ ...able, role: 'viewer', scenario: presetByName(name) });
    expect(await faultOf(follow(viewer.page.link, '#lab&p=transfemoral-surface'))).toBe('not-here');
    expect(await faultOf(follow(viewer.page.link, `#lab&p=${name}`))).toBe('none');
    expect(viewer.asked).toEqual([]);
  });
});
