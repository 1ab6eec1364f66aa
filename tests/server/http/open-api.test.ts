import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { NEVER } from 'rxjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { StreamError } from '../../../src/ground/signal/errors.js';
import type { SessionRequest } from '../../../src/patient/session.js';
import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import { deviceKind } from '../../../server/devices/device.js';
import { DeviceRoom } from '../../../server/devices/device-room.js';
import { deviceHost } from '../../../server/devices/host.js';
import { startService, type Service } from '../../../server/service.js';
import { onlySession } from '../../../server/sessions/only-session.js';
import type { HostedSession } from '../../../server/sessions/session-registry.js';
import { parseSessionWish } from '../../../server/sessions/session-wish.js';
import { FakeSession } from '../fake-session.js';

/** A session that has a decoder and a test. */
class AbleSession extends FakeSession {
  override request(request: SessionRequest): ServerMessage {
    if (request.op === 'getDecoder') return { op: 'decoder', decoder: { classes: ['rest'] } };
    if (request.op === 'step') throw new StreamError('step: runs by the clock', { hint: 'Step another.' });
    if (request.op === 'calibrate') return { op: 'ok', of: 'calibrate' };
    this.requests.push(request);
    return { op: 'ok', of: request.op };
  }
}

const lamp = deviceKind({
  device: 'lamp',
  title: 'a lamp',
  explain: 'Shines.',
  options: {},
  open: () => ({
    report: () => ({ addresses: [], rateHz: 0, clients: [], sent: 0, dropped: 0, lost: 0, notes: [] }),
    close: () => Promise.resolve(),
  }),
});

const operation = z.object({
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })),
  requestBody: z.object({ content: z.record(z.string(), z.object({ example: z.unknown() })) }).optional(),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })),
});
const anyRecord = z.record(z.string(), z.unknown());
const documented = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

let folder: string;
let service: Service;
let session: AbleSession;
let document: z.infer<typeof documented>;
const own = new Map<string, HostedSession>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-api-'));
  await mkdir(join(folder, 'recordings', 'inner.edf'), { recursive: true });
  await writeFile(join(folder, 'recordings', 'one.edf'), 'data');
  await writeFile(join(folder, 'recordings', 'notes.txt'), 'private');
  await writeFile(join(folder, 'recordings', '.hidden.edf'), 'private');
  await writeFile(join(folder, 'secret.edf'), 'secret');
  await symlink(join(folder, 'secret.edf'), join(folder, 'recordings', 'link.edf'));
  session = new AbleSession();
  const { shared, ...registry } = onlySession(session);
  service = await startService({
    sessions: {
      ...registry,
      shared,
      list: () => [shared, ...own.values()],
      get: (id) => own.get(id) ?? registry.get(id),
      create(wish) {
        parseSessionWish(wish);
        const about = { id: `own-${own.size}`, shared: false, clock: 'stepped' } as const;
        const made = Object.assign(new AbleSession(), {
          about,
          dismissed$: NEVER,
          clients: () => 0,
          idleSeconds: () => 0,
        });
        own.set(about.id, made);
        return Promise.resolve(made);
      },
      end: (id) => (own.delete(id) ? Promise.resolve() : registry.end(id)),
    },
    devices: (of) => new DeviceRoom(of, [lamp], deviceHost('127.0.0.1', console.error)),
    host: '127.0.0.1',
    port: 0,
    pageFolder: folder,
    recordingsFolder: join(folder, 'recordings'),
  });
  session.messages$.next({
    op: 'test',
    test: 'motion',
    state: {
      by: 'person',
      phase: 'done',
      prompt: '',
      trial: 1,
      trials: 1,
      elapsedSeconds: 1,
      secondsLeft: 0,
      progress: 0,
      movement: null,
      target: null,
      cursor: null,
      inside: false,
      results: [],
      summary: null,
    },
  });
  document = documented.parse(await (await fetch(`${service.address}/api/openapi.json`)).json());
});

afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

const call = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${service.address}/api${path}`, {
    method: method.toUpperCase(),
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  });

/** Values of what varies in a path. */
const there: Readonly<Record<string, string>> = {
  '/presets/{name}': '/presets/transhumeral-tmr',
  '/sessions/{id}': '/sessions/shared',
  '/recordings/{file}': '/recordings/one.edf',
  '/devices/{device}': '/devices/lamp',
};

const operations = (): [string, string, z.infer<typeof operation>][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, about]) => [path, method, about] as [string, string, typeof about]),
  );

/** Make sure that an answer is one of those that the document tells of. */
async function fits(response: Response, about: z.infer<typeof operation>, what: string): Promise<void> {
  const told = about.responses[response.status];
  expect(told, `${what} answered ${response.status}: ${await response.clone().text()}`).toBeDefined();
  const json: unknown = told?.content?.['application/json'];
  if (json === undefined) return;
  const { schema } = z.object({ schema: z.record(z.string(), z.unknown()) }).parse(json);
  if ('$ref' in schema) expect(await response.json(), what).toMatchObject({ hint: expect.any(String) });
  else z.fromJSONSchema(schema).parse(await response.json());
}

it('is a valid document of OpenAPI 3.1', async () => {
  const validator = new Validator();
  const result = await validator.validate(await (await call('get', '/openapi.json')).json());
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

describe('every route that it tells of', () => {
  it('answers as it says', async () => {
    // What ends something comes last.
    const last = ([, method]: [string, string, unknown]): number => (method === 'delete' ? 1 : 0);
    const all = operations().sort((a, b) => last(a) - last(b));
    expect(all.length).toBeGreaterThan(25);
    for (const [path, method, about] of all) {
      const body = about.requestBody?.content['application/json']?.example;
      const response = await call(method, there[path] ?? path, body);
      if (path !== '/step' && !(path === '/sessions/{id}' && method === 'delete'))
        expect(response.status, `${method} ${path}: ${await response.clone().text()}`).toBeLessThan(300);
      await fits(response, about, `${method} ${path}`);
    }
  });

  it('takes no body but what it says, and names what is wrong', async () => {
    for (const [path, method, about] of operations()) {
      if (!about.requestBody) continue;
      const what = `${method} ${path}`;
      const plain = await fetch(`${service.address}/api${there[path] ?? path}`, {
        method: method.toUpperCase(),
        body: 'x',
      });
      expect(plain.status, what).toBe(415);
      for (const body of [[], 'text', 7]) {
        const refused = await call(method, there[path] ?? path, body);
        expect(refused.status, what).toBe(400);
        await fits(refused, about, what);
      }
      const named = anyRecord.parse(about.requestBody.content['application/json']?.example);
      // A decoder as its file holds it is for the session to read; as an answer holds it, it stands alone.
      const example = path === '/decoder' ? { decoder: named } : named;
      const foreign = await call(method, there[path] ?? path, { ...example, foreign: 1 });
      if (!['/scenario'].includes(path) || method === 'put') {
        expect([400, 422], what).toContain(foreign.status);
        expect((await foreign.json()).message, what).toMatch(/foreign/);
      }
    }
  });

  it('knows no session, preset, recording, device or address that there is not', async () => {
    for (const [path, method, about] of operations()) {
      const body = about.requestBody?.content['application/json']?.example;
      const what = `${method} ${path}`;
      if (about.parameters.some(({ name }) => name === 'session')) {
        const gone = await call(method, `${there[path] ?? path}?session=gone`, body);
        expect(gone.status, what).toBe(404);
        await fits(gone, about, what);
      }
      if (!path.includes('{')) continue;
      const none = await call(method, path.replace(/\{\w+\}/, 'none'), body);
      expect([404, 422], what).toContain(none.status);
      await fits(none, about, what);
    }
    const nowhere = await call('post', '/recorder/fly');
    expect(nowhere.status).toBe(404);
    expect((await nowhere.json()).hint).toMatch(/POST \/api\/recorder\/start.*openapi\.json/);
  });
});

describe('recordings', () => {
  it('are the files of the recorder, and nothing else that lies there', async () => {
    const list = await (await call('get', '/recordings')).json();
    expect(list).toEqual([{ file: 'one.edf', bytes: 4, url: '/api/recordings/one.edf' }]);
  });

  it.each([
    'link.edf',
    'notes.txt',
    '.hidden.edf',
    'inner.edf',
    '..%2fsecret.edf',
    '%2e%2e%2fsecret.edf',
    '..%5csecret.edf',
    'one.edf%00',
    'one.edf/',
    './one.edf/../link.edf',
    '%252e%252e%252fsecret.edf',
  ])('%s is not among them', async (name) => {
    const response = await call('get', `/recordings/${name}`);
    const text = await response.text();
    if (name !== 'one.edf/') expect([400, 404]).toContain(response.status);
    expect(text).not.toMatch(/secret$|private/);
    expect(text).not.toContain(folder);
  });

  it('can be had in part', async () => {
    const response = await fetch(`${service.address}/api/recordings/one.edf`, {
      headers: { Range: 'bytes=1-2' },
    });
    expect(response.status).toBe(206);
    expect(await response.text()).toBe('at');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=one.edf');
  });
});

it('tells whether a client can come, and that nobody should who comes while it stops', async () => {
  expect((await call('get', '/health/ready')).status).toBe(200);
  session.status = () => ({ op: 'status', phase: 'calibrating', text: '' });
  expect((await call('get', '/health/ready')).status).toBe(503);
  expect(await (await call('get', '/health')).json()).toMatchObject({ status: 'ok', ready: false });
  session.status = () => ({ op: 'status', phase: 'failed', text: '' });
  expect((await call('get', '/health')).status).toBe(503);
  session.status = () => ({ op: 'status', phase: 'running', text: '' });
});
