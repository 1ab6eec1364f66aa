import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { presetByName } from '../../../src/scenario/presets/index.js';
import type { ServerInfo } from '../../../web/data/store.js';
import type { PutBackOutcome } from '../../../web/data/put-back.js';
import { FakePatient } from '../fake-patient.js';

const name = 'transhumeral-tmr';
const own: Partial<ServerInfo> = {
  presets: [{ name, title: name, description: '' }],
  capabilities: ['scenario', 'presets'],
  scenario: presetByName(name),
};
const changed = presetByName(name, { seed: 99 });
const session = (begun: number, touched: boolean): Partial<ServerInfo> => ({
  session: { id: 'shared', shared: true, clock: 'real', begun, touched },
});
const lost = { classes: 0, devices: 0 };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A page whose patient was changed, that has lost its connection; and what it is told from then on. */
async function lostPage(info: Partial<ServerInfo>): Promise<{
  patient: FakePatient;
  told: PutBackOutcome[];
  comeBack(info: Partial<ServerInfo>): Promise<void>;
}> {
  const patient = await new FakePatient().greet({ ...own, ...info });
  const told: PutBackOutcome[] = [];
  patient.page.putBack.told = (outcome) => told.push(outcome);
  patient.say({ op: 'scenario', scenario: { ...changed }, geometry: null, index: 0 });
  patient.transport.onclose();
  return {
    patient,
    told,
    async comeBack(back) {
      vi.runOnlyPendingTimers();
      await patient.greet({ ...own, ...back });
      await vi.waitFor(() => expect(told.length).toBeGreaterThan(0));
    },
  };
}

const asksFor = (patient: FakePatient): unknown[] => patient.asked.filter(({ op }) => op === 'loadScenario');
const wanted = { op: 'loadScenario', scenario: JSON.parse(JSON.stringify(changed)) };

describe('a patient who was lost with the service', () => {
  it('is put back where nobody has changed anything since', async () => {
    const { patient, told, comeBack } = await lostPage(session(1, true));
    await comeBack(session(2, false));
    expect(told).toEqual([{ kind: 'back', name: changed.name, lost }]);
    expect(asksFor(patient)).toEqual([wanted]);
  });

  it('is offered where somebody has, until they are there', async () => {
    const { patient, told, comeBack } = await lostPage(session(1, true));
    await comeBack(session(2, true));
    expect(told).toEqual([{ kind: 'lost', name: changed.name, lost, bring: expect.any(Function) }]);
    expect(asksFor(patient)).toEqual([]);
    if (told[0]?.kind === 'lost') told[0].bring?.();
    await vi.waitFor(() => expect(asksFor(patient)).toEqual([wanted]));
    patient.say({ op: 'scenario', scenario: { ...changed }, geometry: null, index: 0 });
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ kind: 'settled' }));
  });

  it('is only told of where the page may change nobody', async () => {
    const { patient, told, comeBack } = await lostPage(session(1, true));
    await comeBack({ ...session(2, false), role: 'viewer' });
    expect(told).toEqual([{ kind: 'lost', name: changed.name, lost }]);
    expect(asksFor(patient)).toEqual([]);
  });

  it('is left alone where only the connection was lost', async () => {
    const { patient, told } = await lostPage(session(1, true));
    vi.runOnlyPendingTimers();
    await patient.greet({ ...own, ...session(1, true) });
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual([]);
    expect(asksFor(patient)).toEqual([]);
  });

  it('is put back in a browser too, where every connection makes another patient', async () => {
    const { patient, comeBack, told } = await lostPage({});
    await comeBack({});
    expect(told).toEqual([{ kind: 'back', name: changed.name, lost }]);
    expect(asksFor(patient)).toEqual([wanted]);
  });
});
