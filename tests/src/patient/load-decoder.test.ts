import { afterAll, beforeAll, expect, it } from 'vitest';
import { livePatient, type LivePatient } from '../../server/live-patient.js';
import { smallScenario } from '../../support/small-scenario.js';

let living: LivePatient;
let saved: Record<string, unknown>;

beforeAll(async () => {
  living = await livePatient({ scenario: smallScenario() });
});

afterAll(() => living.close());

const put = (body: unknown) =>
  fetch(`http://127.0.0.1:${living.port}/api/decoder`, {
    method: 'PUT',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });

it('a decoder that was got may be given back, as it was or as a file holds it', async () => {
  const got = await (await fetch(`http://127.0.0.1:${living.port}/api/decoder`)).json();
  saved = got.decoder;
  expect((await put(got)).status).toBe(200);
  expect((await put(saved)).status).toBe(200);
  const told = await living.client.message('status', ({ text }) => text === 'A decoder was loaded');
  expect(told.phase).toBe('running');
  expect(await living.client.ask({ op: 'loadDecoder', decoder: saved })).toMatchObject({ op: 'ok' });
  expect(await living.client.ask({ op: 'getDecoder' })).toMatchObject({ decoder: saved });
});

it('what it is described by is the scenario’s, and nothing is there to train it on anew', async () => {
  const window = { windowMs: 300 };
  const answer = await living.client.ask({ op: 'patchScenario', patch: { decoder: window } });
  expect(answer).toMatchObject({ op: 'error', code: 'config', hint: expect.stringContaining('calibrate') });
});

it('one of another rate or of other channels is refused with what differs, and the old one stays', async () => {
  for (const other of [
    { ...saved, sampleRateHz: 500 },
    { ...saved, channelNames: ['A', 'B', 'C', 'D'] },
    { format: 'myodesis-decoder', version: 1 },
    {},
  ]) {
    const answer = await put(other);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'model', hint: expect.stringMatching(/./) });
  }
  expect((await put({ decoder: 3 })).status).toBe(400);
  expect(await living.client.ask({ op: 'getDecoder' })).toMatchObject({ decoder: saved });
});
