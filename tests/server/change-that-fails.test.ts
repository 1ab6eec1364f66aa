import { beforeAll, expect, it } from 'vitest';
import { smallScenario } from '../support/small-scenario.js';
import { livePatient, type LivePatient } from './live-patient.js';

let patient: LivePatient;

beforeAll(async () => {
  patient = await livePatient({ scenario: smallScenario() });
  return () => patient.close();
}, 60_000);

/** Steps of 16 mV, of which no EMG reaches one: it is only seen when the calibration is recorded. */
const swallowed = { disturbances: { resolutionBits: 6, rangeMv: 500 }, seed: 3 };

const ask = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`http://127.0.0.1:${patient.port}/api${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  });

it('is answered with the reason, and whoever lives lives on', async () => {
  const before = await (await ask('GET', '/scenario')).json();
  const wrong = await ask('PATCH', '/scenario', swallowed);
  expect(wrong.status).toBe(409);
  expect(await wrong.json()).toMatchObject({
    code: 'model',
    message: expect.stringContaining('none ever changes'),
    hint: expect.stringMatching(/\S/),
  });
  expect(await (await ask('GET', '/scenario')).json()).toEqual(before);
  expect(await (await ask('GET', '/health')).json()).toMatchObject({ phase: 'running' });
});

it('is answered when it is in force, where it is', async () => {
  const patched = await ask('PATCH', '/scenario', { seed: 4 });
  expect(patched.status).toBe(200);
  expect(await patched.json()).toMatchObject({ seed: 4 });
  const { phase } = await (await ask('GET', '/health')).json();
  expect(phase).toBe('running');
});

it('of the running signal fails its next calibration, and says so to who asked for it', async () => {
  const { disturbances } = swallowed;
  expect((await ask('PATCH', '/scenario', { disturbances })).status).toBe(200);
  expect((await ask('POST', '/decoder/calibrate')).status).toBe(409);
});

it('is told over the stream to who waits', async () => {
  const { client } = patient;
  expect(
    await client.ask({ op: 'patchScenario', patch: { ...swallowed, seed: 9 }, wait: true }),
  ).toMatchObject({
    op: 'error',
    code: 'model',
  });
});
