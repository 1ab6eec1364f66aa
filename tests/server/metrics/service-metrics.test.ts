import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Service } from '../../../server/service.js';
import type { FakeSession } from '../fake-session.js';
import { guardedService, tokens } from '../guarded-service.js';
import { answerOf, halfOpen, upgradeRequest } from '../half-open.js';
import { StreamClient } from '../stream-client.js';

let session: FakeSession;
let service: Service;
let close: () => Promise<void>;

beforeEach(async () => ({ session, service, close } = await guardedService()));
afterEach(() => close());

const ask = (path: string, token: string) =>
  fetch(`${service.address}${path}`, { headers: { Authorization: `Bearer ${token}` } });

/** Values by name and labels, as they stand in the text. */
async function numbers(): Promise<Map<string, number>> {
  const answer = await ask('/metrics', tokens.viewer);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]));
}

it('counts what is asked and who is refused, by names that are few', async () => {
  await ask('/api/presets/transhumeral-tmr', tokens.viewer);
  await ask('/api/presets/nobody', tokens.viewer);
  await ask('/api/nothing/at/all', tokens.viewer);
  await ask('/api/scenario', 'no token of ours');
  await answerOf(await halfOpen(service.port, upgradeRequest('/elsewhere')));
  const all = await numbers();
  const requests = (route: string, status: number): number | undefined =>
    all.get(`myodesis_http_requests_total{method="GET",route="${route}",status="${status}"}`);
  expect(requests('/api/presets/{name}', 200)).toBe(1);
  expect(requests('/api/presets/{name}', 422)).toBe(1);
  expect(requests('none', 404)).toBe(1);
  expect(requests('none', 401)).toBe(1);
  expect(all.get('myodesis_refused_total{door="http",reason="token"}')).toBe(1);
  expect(all.get('myodesis_refused_total{door="stream",reason="nothing-there"}')).toBe(1);
  expect(all.has('process_resident_memory_bytes')).toBe(true);
});

it('reads clients, frames and the clock from who knows them', async () => {
  const client = await StreamClient.connect(service.port, { token: tokens.viewer });
  client.send({ op: 'subscribe', streams: ['raw'] });
  await client.until(() => client.messages.some(({ op }) => op === 'ok'));
  session.stream(0, 4);
  await client.until(() => client.frames.length === 1);
  session.messages$.next({
    op: 'statistics',
    statistics: {
      sampleRateHz: 1000,
      blocksPerSecond: 20,
      accuracy: null,
      decisions: 0,
      clients: 1,
      lostBlocks: 0,
      replacedSamples: 0,
      clock: { skewPpm: -3, latenessMs: { median: 1, p99: 4, max: 20 }, jitterMs: 1, skippedSamples: 70 },
    },
    latency: { windowDelayMs: 0, filterMs: 0, stepMs: 0, smoothingMs: 0, totalMs: 0, computeMs: 0 },
  });
  const all = await numbers();
  expect(all.get('myodesis_clients{session="shared"}')).toBe(1);
  expect(all.get('myodesis_frames_sent_total')).toBe(1);
  expect(all.get('myodesis_frame_bytes_total')).toBeGreaterThan(16);
  expect(all.get('myodesis_frames_lost_total')).toBe(0);
  expect(all.get('myodesis_clock_lateness_max_seconds{session="shared"}')).toBe(0.02);
  expect(all.get('myodesis_clock_skew_ppm{session="shared"}')).toBe(-3);
  expect(all.get('myodesis_skipped_samples{session="shared"}')).toBe(70);
  client.socket.close();
  await client.until(() => client.closed);
  expect((await numbers()).get('myodesis_frames_sent_total')).toBe(1);
});
