import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseScenario } from '../../../src/scenario/scenario.js';
import { livePatient, type LivePatient } from '../../server/live-patient.js';
import { smallScenario } from '../../support/small-scenario.js';

const stages = [
  { title: 'block', durationS: 4, nerveBlock: true, daysSinceSurgery: 0 },
  { title: 'week 6', durationS: 6, daysSinceSurgery: 42 },
];

let patient: LivePatient;

beforeAll(async () => {
  const blocked = [{ ...stages[1], title: 'first' }, ...stages];
  patient = await livePatient({ scenario: smallScenario({ journey: { stages: blocked } }) });
});

afterAll(() => patient.close());

it('plays the stages by the count of samples, with one decoder and without a gap', async () => {
  const { client } = patient;
  const greeting = await client.message('serverInfo');
  const info = await client.message('serverInfo', ({ calibration }) => calibration !== null);
  expect(info.journey).toMatchObject({ stage: 0, from: 0, until: 12_000 });
  expect(info.journey?.stages.map(({ title }) => title)).toEqual(['first', 'block', 'week 6']);
  await client.ask({ op: 'subscribe', streams: ['raw'] });
  const entered = await client.message('stage', ({ journey }) => journey.stage === 1);
  expect(entered.journey.from).toBe(12_000);
  const { scenario } = await client.message(
    'scenario',
    (message) => parseScenario(message.scenario).surgery.nerveBlock,
  );
  expect(parseScenario(scenario).surgery.daysSinceSurgery).toBe(0);
  await client.message('event', ({ kind, text }) => kind === 'stage' && text === 'week 6');
  await client.message('stage', ({ journey }) => journey.stage === 0);
  await client.message('status', ({ text }) => text.endsWith(': week 6'));
  const { frames } = client;
  frames.slice(1).forEach((frame, i) => expect(frame.index).toBe((frames[i]?.index ?? NaN) + 40));
  // Whoever came before the calibration was through has been told of it, once.
  const told = client.messages.filter(({ op }) => op === 'calibration');
  expect(told).toHaveLength(greeting.calibration === null ? 1 : 0);
});

it('goes to a stage when asked, and knows those there are', async () => {
  const { client } = patient;
  const from = client.messages.length;
  expect(await client.ask({ op: 'setStage', stage: 1 })).toMatchObject({ op: 'ok' });
  expect(client.messages.slice(from)).toContainEqual(
    expect.objectContaining({ op: 'stage', journey: expect.objectContaining({ stage: 1 }) }),
  );
  expect(await client.ask({ op: 'setStage', stage: 3 })).toMatchObject({
    op: 'error',
    field: 'stage',
    hint: expect.stringContaining('1 block'),
  });
});

it('is held, and goes on when told', async () => {
  const { client } = patient;
  const held = client.message('stage', ({ journey }) => journey.held);
  expect(await client.ask({ op: 'setStage', stage: 2, hold: true })).toMatchObject({ op: 'ok' });
  expect((await held).journey).toMatchObject({ stage: 2, held: true });
  const freed = client.message('stage', ({ journey }) => !journey.held && journey.stage === 2);
  expect(await client.ask({ op: 'setStage', hold: false })).toMatchObject({ op: 'ok' });
  expect((await freed).journey.stages[2]).toMatchObject({ title: 'week 6', text: '', scene: 'none' });
});

it('can be left, and is then no more', async () => {
  const { client } = patient;
  await client.ask({ op: 'patchScenario', patch: { journey: { stages: [] } } });
  expect(await client.ask({ op: 'setStage', stage: 0 })).toMatchObject({ op: 'error', code: 'stream' });
});
