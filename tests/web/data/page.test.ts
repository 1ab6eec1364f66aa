import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePatient, greeting } from '../fake-patient.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const settled = (): Promise<void> => Promise.resolve();

describe('a page', () => {
  it('does nothing before it is opened, and is open when the patient has spoken', async () => {
    const patient = new FakePatient();
    const { store, connection } = patient.page;
    expect(patient.opened).toBe(0);
    connection.open();
    expect(store.connection).toBe('connecting');
    expect(connection.send({ op: 'calibrate' })).toBe(false);
    await patient.greet();
    expect(store.connection).toBe('open');
    expect(store.info?.channels).toEqual(['E1', 'E2']);
    expect(connection.send({ op: 'calibrate' })).toBe(true);
    expect(patient.asked).toEqual([{ op: 'calibrate' }]);
  });

  it('stands beside another one: two pages share nothing', async () => {
    const [one, other] = [await new FakePatient().greet(), new FakePatient()];
    expect(other.page.store.info).toBeUndefined();
    one.page.intent.press('key', 'hand-open');
    expect(other.page.intent.personal).toBe(false);
  });

  it('asks for what its panels need, once each, and gives it back', async () => {
    const patient = await new FakePatient().greet();
    const { demand } = patient.page;
    const release = [demand.add(['raw', 'truth']), demand.add(['truth'])];
    await settled();
    expect(patient.asked).toEqual([{ op: 'subscribe', streams: ['raw', 'truth'] }]);
    release[0]?.();
    await settled();
    expect(patient.asked.at(-1)).toEqual({ op: 'unsubscribe', streams: ['raw'] });
    demand.suspend(true);
    await settled();
    expect(patient.asked.at(-1)).toEqual({ op: 'unsubscribe', streams: ['truth'] });
  });

  it('goes on with what is to last where it is hidden', async () => {
    const patient = await new FakePatient().greet();
    const { demand } = patient.page;
    demand.add(['truth']);
    const release = demand.add(['raw'], true);
    await settled();
    demand.suspend(true);
    await settled();
    expect(patient.asked.at(-1)).toEqual({ op: 'unsubscribe', streams: ['truth'] });
    release();
    release();
    await settled();
    expect(patient.asked.at(-1)).toEqual({ op: 'unsubscribe', streams: ['raw'] });
    demand.suspend(false);
    await settled();
    expect(demand.wanted).toEqual(['truth']);
  });

  it('comes back after a loss with its streams and with what is held', async () => {
    const patient = await new FakePatient().greet();
    patient.page.demand.add(['raw']);
    patient.page.intent.press('key', 'hand-open');
    await settled();
    patient.transport.onclose();
    expect(patient.page.store.connection).toBe('waiting');
    expect(patient.page.connection.send({ op: 'calibrate' })).toBe(false);
    vi.runOnlyPendingTimers();
    expect(patient.opened).toBe(2);
    patient.asked.length = 0;
    await patient.greet();
    const held = [{ movement: 'hand-open', strength: 0.4 }];
    expect(patient.asked).toEqual([
      { op: 'setIntent', activations: held },
      { op: 'subscribe', streams: ['raw'] },
    ]);
  });

  it('lets go of what was held for one patient when another one lives, also after a loss', async () => {
    const patient = await new FakePatient().greet();
    const { intent } = patient.page;
    const another = { preset: 'arm', person: { number: 3 } };
    intent.press('key', 'hand-open');
    patient.say(greeting());
    expect(intent.personal).toBe(true);
    patient.say(greeting({ scenario: another }));
    expect(intent.personal).toBe(false);
    expect(patient.asked.at(-1)).toEqual({ op: 'setIntent', activations: null });
    intent.press('key', 'hand-open');
    patient.transport.onclose();
    vi.runOnlyPendingTimers();
    await patient.greet();
    expect(intent.personal).toBe(false);
    expect(intent.isHeld('hand-open')).toBe(false);
  });

  it('does not come back once it is closed', async () => {
    const patient = await new FakePatient().greet();
    patient.transport.onclose();
    patient.page.connection.close();
    vi.runAllTimers();
    expect(patient.opened).toBe(1);
  });

  it('does not stumble over what it cannot read', async () => {
    const patient = await new FakePatient().greet();
    patient.transport.onmessage('{"op":');
    patient.transport.onmessage(new ArrayBuffer(7));
    expect(patient.page.store.notice?.text).toContain('not valid JSON');
    expect(patient.page.store.connection).toBe('open');
  });
});
