import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import type { TestState } from '../../../src/protocol/test-state.js';
import { livePatient, type LivePatient } from '../../server/live-patient.js';
import { smallScenario } from '../../support/small-scenario.js';

let patient: LivePatient;

beforeAll(async () => {
  patient = await livePatient({ scenario: smallScenario() });
});

afterAll(() => patient.close());

const isTest = (message: ServerMessage): message is Extract<ServerMessage, { op: 'test' }> =>
  message.op === 'test';

/** States told from now on, up to one that ends the test. */
async function statesUntilEnd(begin: () => Promise<unknown>): Promise<TestState[]> {
  const { client } = patient;
  const from = client.messages.length;
  const states = (): TestState[] =>
    client.messages
      .slice(from)
      .filter(isTest)
      .map(({ state }) => state);
  await begin();
  await client.until(() => ['done', 'stopped'].includes(states().at(-1)?.phase ?? ''));
  return states();
}

const start = (test: string, by = 'simulated-user') => patient.client.ask({ op: 'startTest', test, by });

describe.each(['motion', 'tac', 'fitts'] as const)('%s test by the simulated user', (test) => {
  let states: TestState[];

  beforeAll(async () => {
    states = await statesUntilEnd(() => start(test));
  });

  it('comes to its end, with an outcome for every trial', () => {
    const last = states.at(-1);
    expect(last).toMatchObject({ phase: 'done', by: 'simulated-user', prompt: 'Done' });
    expect(last?.results).toHaveLength(last?.trials ?? NaN);
    expect(last?.summary?.completionRate).toBeGreaterThan(0);
    for (const { completed, completionSeconds } of last?.results ?? [])
      expect(typeof completionSeconds).toBe(completed ? 'number' : 'object');
  });

  it('tells its state at most ten times a second, with trials and time in order', () => {
    states.slice(1).forEach((state, i) => {
      const before = states[i];
      expect(state.elapsedSeconds - (before?.elapsedSeconds ?? 0)).toBeGreaterThan(0.099);
      expect(state.trial).toBeGreaterThanOrEqual(before?.trial ?? 0);
    });
    expect(states.some(({ phase }) => phase === 'pause')).toBe(true);
    expect(states.some(({ progress }) => progress > 0)).toBe(true);
  });

  it('says what to do', () => {
    const trial = states.find(({ phase }) => phase === 'trial');
    if (test === 'motion') expect(trial?.movement).toMatch(/^knee-/);
    else expect(Object.keys(trial?.target?.posture ?? {})).toEqual(['knee']);
    if (test === 'fitts') expect(trial?.cursor?.targetWidth).toBeGreaterThan(0);
    expect(trial?.prompt).not.toBe('');
  });
});

it('is named among the capabilities', async () => {
  const { capabilities } = await patient.client.message('serverInfo');
  expect(capabilities).toContain('tests');
});

it('keeps the intent while the simulated user acts, and gives it back to the script', async () => {
  const { client } = patient;
  const states = await statesUntilEnd(async () => {
    expect(await start('tac')).toMatchObject({ op: 'ok' });
    expect(await client.ask({ op: 'setIntent', activations: [] })).toMatchObject({
      op: 'error',
      hint: expect.stringContaining('stopTest'),
    });
    await client.message(
      'intent',
      ({ who, activations }) => who === 'simulated-user' && activations.length > 0,
    );
    await client.ask({ op: 'stopTest' });
  });
  expect(states.at(-1)?.phase).toBe('stopped');
  const last = client.messages.filter((message) => message.op === 'intent').at(-1);
  expect(last).toMatchObject({ who: 'script' });
  expect(await client.ask({ op: 'setIntent', activations: [] })).toMatchObject({ op: 'ok' });
});

it('by a person leaves the intent to them, and ends when another decoder comes', async () => {
  const { client } = patient;
  const states = await statesUntilEnd(async () => {
    await start('motion', 'person');
    const activations = [{ movement: 'knee-flexion', strength: 0.5 }];
    expect(await client.ask({ op: 'setIntent', activations })).toMatchObject({ op: 'ok' });
    await client.message('test', ({ state }) => state.by === 'person' && state.phase === 'trial');
    await client.ask({ op: 'calibrate' });
  });
  expect(states.at(-1)).toMatchObject({ phase: 'stopped', by: 'person' });
});
