import { NEVER } from 'rxjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ConfigError } from '../../../src/ground/signal/errors.js';
import { startService, type Service } from '../../../server/service.js';
import type { HostedSession } from '../../../server/sessions/session-registry.js';
import { FakeSession } from '../fake-session.js';
import { onlySession } from '../../../server/sessions/only-session.js';

let service: Service;
const own = new Map<string, HostedSession>();

beforeAll(async () => {
  const { shared, ...registry } = onlySession(new FakeSession());
  service = await startService({
    sessions: {
      ...registry,
      shared,
      list: () => [shared, ...own.values()],
      get: (id) => own.get(id) ?? registry.get(id),
      create: (wish) => {
        if (JSON.stringify(wish) !== '{"clock":"stepped"}')
          return Promise.reject(new ConfigError('preset: nobody', { field: 'preset', hint: 'Choose one.' }));
        const about = { id: 'a b', shared: false, clock: 'stepped' } as const;
        const made = Object.assign(new FakeSession(), {
          about,
          dismissed$: NEVER,
          clients: () => 0,
          idleSeconds: () => 0,
        });
        own.set(about.id, made);
        return Promise.resolve(made);
      },
      end: (id) => Promise.resolve(void own.delete(id)),
    },
    host: '127.0.0.1',
    port: 0,
    pageFolder: '/nonexistent',
    recordingsFolder: '/nonexistent',
  });
});
afterAll(() => service.close());

const ask = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`${service.address}/api/sessions${path}`, {
    headers: { 'Content-Type': 'application/json' },
    ...init,
  });

it('lists, makes, shows and ends sessions, with the links to each', async () => {
  const made = await ask('', { method: 'POST', body: '{"clock":"stepped"}' });
  expect(made.status).toBe(201);
  expect(made.headers.get('location')).toBe('/api/sessions/a%20b');
  const about = {
    id: 'a b',
    shared: false,
    clock: 'stepped',
    phase: 'running',
    source: 'simulation',
    index: 0,
    clients: 0,
    idleSeconds: 0,
    page: '/?session=a%20b',
    stream: '/stream?session=a%20b',
  };
  expect(await made.json()).toMatchObject(about);
  expect(await (await ask('/a%20b')).json()).toMatchObject(about);
  expect(await (await ask('')).json()).toMatchObject([{ id: 'shared', shared: true }, { id: 'a b' }]);
  expect((await ask('/a%20b', { method: 'DELETE' })).status).toBe(204);
  const gone = await ask('/a%20b');
  expect(gone.status).toBe(404);
  expect(await gone.json()).toMatchObject({
    code: 'not-found',
    hint: expect.stringContaining('GET /api/sessions lists them'),
  });
});

it('tells what cannot be', async () => {
  const refused = await ask('', { method: 'POST', body: '{"preset":"nobody"}' });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ code: 'config', field: 'preset', hint: 'Choose one.' });
  expect((await ask('', { method: 'POST', body: '[]' })).status).toBe(400);
  expect((await ask('/none', { method: 'DELETE' })).status).toBe(404);
});
