import { afterEach, describe, expect, it } from 'vitest';
import { Patient } from '../../../src/patient/patient.js';
import type { SessionRequest } from '../../../src/patient/session.js';
import type { ServerMessage, ServerMessageOf, ServerOp } from '../../../src/protocol/server-messages.js';
import { presetByName } from '../../../src/scenario/presets/index.js';
import type { Scenario } from '../../../src/scenario/scenario.js';
import { smallScenario } from '../../support/small-scenario.js';
import { FakeHost, settled } from './fake-host.js';

/** A patient who does something, in virtual time. */
class Doer {
  readonly host = new FakeHost();
  readonly messages: ServerMessage[] = [];
  readonly patient: Patient;

  constructor(scenario: Scenario) {
    this.patient = new Patient({ ...this.host.ports, scenario });
    this.patient.messages$.subscribe((message) => this.messages.push(message));
  }

  static async of(scenario: Scenario): Promise<Doer> {
    const doer = new Doer(scenario);
    await settled();
    await doer.host.newest('calibrate').finish();
    return doer;
  }

  told<Op extends ServerOp>(op: Op): ServerMessageOf<Op>[] {
    const isOf = (message: ServerMessage): message is ServerMessageOf<Op> => message.op === op;
    return this.messages.filter(isOf);
  }

  get contacts(): string[] {
    return this.told('event').flatMap(({ kind, text }) => (kind === 'contact' ? [text] : []));
  }

  /** Ask, and let a tenth of a second go by. */
  async ask(request: SessionRequest, from?: object): Promise<ServerMessage> {
    const answer = await this.patient.request(request, from);
    await this.host.pass(100);
    return answer;
  }
}

const doers: Doer[] = [];

afterEach(async () => {
  for (const { patient } of doers.splice(0)) await patient.close();
});

async function doer(task: string): Promise<Doer> {
  const { prosthesis, user } = smallScenario();
  const made = await Doer.of(
    smallScenario({ prosthesis: { ...prosthesis, task }, user: { ...user, strengthPercent: 60 } }),
  );
  doers.push(made);
  return made;
}

/** A whole arm, whose decoder is made once. */
async function arm(): Promise<Doer> {
  const scenario = presetByName('transhumeral-tmr');
  const made = await Doer.of({ ...scenario, prosthesis: { ...scenario.prosthesis, task: 'cup' } });
  doers.push(made);
  return made;
}

describe('a patient with a task', () => {
  it('does it by themselves, sees and feels it, and everyone is told', async () => {
    const one = await doer('sit-to-stand');
    await one.host.pass(60_000);
    const world = one.told('world');
    expect(world.at(-1)?.score.done).toBeGreaterThan(1);
    expect(new Set(world.map(({ phase }) => phase))).toEqual(
      new Set(['seated', 'rising', 'standing', 'sitting']),
    );
    expect(one.contacts).toContain('Ground');
    expect(one.told('intent').at(-1)?.who).toBe('simulated-user');
    expect(one.patient.greeting().some(({ op }) => op === 'world')).toBe(true);
  });

  it('is the same one for the same seed', async () => {
    const run = async (): Promise<unknown> => {
      const one = await doer('chair-exercise');
      await one.host.pass(10_000);
      return one.told('world');
    };
    expect(await run()).toEqual(await run());
  });

  it('leaves it to a person who intends something, and takes it up again', async () => {
    const one = await doer('chair-exercise');
    const person = {};
    await one.host.pass(2000);
    const activations = [{ movement: 'knee-flexion', strength: 0.4 }];
    await one.ask({ op: 'setIntent', activations }, person);
    await one.host.pass(3000);
    expect(one.told('intent').at(-1)).toMatchObject({ who: 'person', activations });
    expect(one.told('world').at(-1)?.score.seconds).toBeGreaterThan(4.5);
    await one.ask({ op: 'setIntent', activations: null }, person);
    expect(one.told('intent').at(-1)?.who).toBe('simulated-user');
    await one.ask({ op: 'setIntent', activations }, person);
    one.patient.left(person);
    await one.host.pass(100);
    expect(one.told('intent').at(-1)?.who).toBe('simulated-user');
  });

  it('waits while somebody is tested, and goes on afterwards', async () => {
    const one = await doer('chair-exercise');
    await one.host.pass(2000);
    await one.ask({ op: 'startTest', test: 'tac', by: 'simulated-user' });
    const count = one.told('world').length;
    expect(one.told('world').at(-1)?.prompt).toMatch(/waits/);
    await one.host.pass(3000);
    expect(one.told('world')).toHaveLength(count);
    await one.ask({ op: 'stopTest' });
    await one.host.pass(1000);
    expect(one.told('world').length).toBeGreaterThan(count + 40);
  });

  it('begins and ends with the dial, and the script has its intent back', async () => {
    const one = await doer('none');
    await one.host.pass(500);
    expect(one.told('world')).toEqual([]);
    await one.ask({ op: 'patchScenario', patch: { prosthesis: { task: 'chair-exercise' } } });
    expect(one.told('world').at(-1)).toMatchObject({ task: 'chair-exercise', phase: 'seated' });
    expect(() =>
      one.patient.request({ op: 'patchScenario', patch: { prosthesis: { task: 'cup' } } }),
    ).toThrow(/cup, which is for an arm/);
    await one.ask({ op: 'patchScenario', patch: { prosthesis: { task: 'none' } } });
    expect(one.told('world').at(-1)).toMatchObject({ task: 'none' });
    expect(one.told('intent').at(-1)?.who).toBe('script');
    const count = one.told('world').length;
    await one.host.pass(1000);
    expect(one.told('world')).toHaveLength(count);
    expect(one.patient.greeting().some(({ op }) => op === 'world')).toBe(false);
  });

  it('is allowed as much weight as the stage of rehabilitation says, from the next block on', async () => {
    const one = await doer('sit-to-stand');
    await one.host.pass(500);
    expect(one.told('world').at(-1)?.stance).toMatchObject({ bodyKg: 75, limitKg: 75 });
    await one.ask({ op: 'patchScenario', patch: { surgery: { loadingPercent: 20 } } });
    expect(one.told('world').at(-1)?.stance?.limitKg).toBeCloseTo(15, 6);
  });
});

it('carries a cup through muscles, signal and decoder, and drops it where the hand is opened', async () => {
  const one = await arm();
  await one.host.pass(30_000);
  const { score } = one.told('world').at(-1) ?? {};
  expect(score?.done).toBeGreaterThan(0);
  expect(one.contacts).toEqual(expect.arrayContaining(['Touch', 'Firm hold', 'Put down']));
  // Fingers lie on the cup and go no further, whatever the drive does.
  for (let n = 0; n < 1500 && one.told('world').at(-1)?.phase !== 'carry'; n++) await one.host.pass(20);
  expect(one.told('world').at(-1)?.touchPercent).toBeCloseTo(31.8, 1);
  const before = one.told('world').at(-1)?.score.dropped ?? NaN;
  await one.ask({ op: 'setIntent', activations: [{ movement: 'hand-open', strength: 0.5 }] }, {});
  await one.host.pass(2000);
  expect(one.told('world').at(-1)?.score.dropped).toBe(before + 1);
  expect(one.contacts).toContain('Drop');
});

it('comes back where the script leaves the prosthesis, and stays where a person leaves it', async () => {
  const one = await doer('none');
  const knees: number[] = [];
  one.patient.frames('prosthesis').subscribe(({ data }) => knees.push(data[0] ?? NaN));
  await one.ask({ op: 'setIntent', activations: [{ movement: 'knee-flexion', strength: 0.5 }] }, one);
  await one.host.pass(2000);
  await one.ask({ op: 'setIntent', activations: [] }, one);
  await one.host.pass(1500);
  const left = knees.at(-1) ?? NaN;
  expect(left).toBeGreaterThan(20);
  await one.host.pass(1500);
  expect(knees.at(-1)).toBe(left);
  await one.ask({ op: 'setIntent', activations: null }, one);
  await one.host.pass(300);
  expect(knees.at(-1)).toBeLessThan(left);
});
