import { createServer } from 'node:http';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Access } from '../../server/access/access.js';
import { startService, type Service } from '../../server/service.js';
import { FakeSession } from './fake-session.js';
import { onlySession } from '../../server/sessions/only-session.js';

let folder: string;
let session: FakeSession;
let service: Service;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-service-'));
  await mkdir(join(folder, 'web', 'assets'), { recursive: true });
  await mkdir(join(folder, 'recordings'));
  await writeFile(join(folder, 'web', 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(folder, 'web', 'assets', 'app-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'recordings', 'one.edf'), 'data');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  session = new FakeSession();
  service = await startService({
    sessions: onlySession(session),
    host: '127.0.0.1',
    port: 0,
    pageFolder: join(folder, 'web'),
    recordingsFolder: join(folder, 'recordings'),
  });
});

afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(`${service.address}${path}`, init);
const send = (method: string, body: string, headers: Record<string, string> = {}) =>
  get('/api/scenario', { method, body, headers: { 'Content-Type': 'application/json', ...headers } });

it('serves the page fresh and its hashed assets for ever, under a content security policy', async () => {
  const page = await get('/');
  expect(await page.text()).toContain('<title>page</title>');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe-inline');
  const own = `127.0.0.1:${service.port}`;
  expect(policy.split(';')).toContain(`connect-src 'self' ws://${own} wss://${own}`);
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.headers.get('strict-transport-security')).toBeNull();
  expect(page.headers.get('x-powered-by')).toBeNull();
  const asset = await get('/assets/app-1a2b.js');
  expect(asset.headers.get('cache-control')).toContain('immutable');
});

it('says so where the page was not built', async () => {
  const other = await startService({
    sessions: onlySession(new FakeSession()),
    host: '127.0.0.1',
    port: 0,
    pageFolder: join(folder, 'none'),
    recordingsFolder: folder,
  });
  const page = await fetch(other.address);
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('npm run build');
  await other.close();
});

it('answers what is not there with JSON', async () => {
  for (const path of ['/nothing', '/assets/none.js', '/api/nothing', '/api/presets/nobody']) {
    const response = await get(path);
    expect([404, 422], path).toContain(response.status);
    const body = await response.json();
    expect(body).toMatchObject({
      code: expect.any(String),
      message: expect.any(String),
      hint: expect.any(String),
    });
  }
});

it('tells health, presets, scenario and the fields of scenarios', async () => {
  expect(await (await get('/api/health')).json()).toMatchObject({
    status: 'ok',
    phase: 'running',
    clients: 0,
  });
  const presets = await (await get('/api/presets')).json();
  expect(presets.length).toBeGreaterThanOrEqual(2);
  const first = await (await get(`/api/presets/${presets[0].name}`)).json();
  expect(first.limb.fatThicknessMm).toBeGreaterThan(0);
  expect(await (await get('/api/scenario')).json()).toEqual({ name: 'fake' });
  const fields = await (await get('/api/scenario/fields')).json();
  expect(fields.limb.fields.fatThicknessMm).toMatchObject({ kind: 'number', unit: 'mm' });
});

it('changes the scenario by PATCH and PUT', async () => {
  const patched = await send('PATCH', '{"limb":{"fatThicknessMm":6}}');
  expect(patched.status).toBe(200);
  expect(session.requests.at(-1)).toEqual({
    op: 'patchScenario',
    patch: { limb: { fatThicknessMm: 6 } },
    wait: true,
  });
  expect((await send('PUT', '{"seed":7}')).status).toBe(200);
  expect(session.requests.at(-1)).toMatchObject({ op: 'loadScenario', scenario: { seed: 7, version: 1 } });
});

it.each([
  ['PUT', '{"limb":{"fatThicknessMm":-1}}', 422, 'limb.fatThicknessMm'],
  ['PUT', '{"lim":{}}', 422, 'lim'],
  ['PATCH', '[1]', 400, undefined],
  ['PATCH', '{"limb":', 400, undefined],
  ['PATCH', `{"name":"${'x'.repeat(300_000)}"}`, 413, undefined],
])('%s %.40s gets %i', async (method, body, status, field) => {
  const response = await send(method, body);
  expect(response.status).toBe(status);
  const error = await response.json();
  expect(error.message).not.toBe('');
  expect(error.hint).not.toBe('');
  expect(error.field).toBe(field);
});

it('wants JSON to be called JSON', async () => {
  const response = await get('/api/scenario', { method: 'PATCH', body: '{}' });
  expect(response.status).toBe(415);
});

it('refuses changes from a foreign page', async () => {
  const before = session.requests.length;
  const response = await send('PATCH', '{}', { Origin: 'http://evil.example' });
  expect(response.status).toBe(403);
  expect((await response.json()).message).toContain('evil.example');
  expect(session.requests).toHaveLength(before);
  expect((await send('PATCH', '{}', { Origin: service.address })).status).toBe(200);
});

it('lists recordings and hands them out, and nothing beside them', async () => {
  expect(await (await get('/api/recordings')).json()).toEqual([
    { file: 'one.edf', bytes: 4, url: '/api/recordings/one.edf' },
  ]);
  expect(await (await get('/api/recordings/one.edf')).text()).toBe('data');
  for (const path of ['..%2fsecret.txt', '%2e%2e/secret.txt', '....//secret.txt'])
    expect(await (await get(`/api/recordings/${path}`)).text()).not.toBe('secret');
});

it('says what to do where the port is taken or the host is not ours', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const options = { sessions: onlySession(new FakeSession()), pageFolder: folder, recordingsFolder: folder };
  await expect(startService({ ...options, host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'io',
    message: expect.stringContaining(`port ${port}`),
    hint: expect.stringContaining(`--port ${port + 1}`),
  });
  const guarded = new Access({ presenter: 'presenter-of-tests', viewer: 'viewer-of-tests-1' });
  await expect(
    startService({ ...options, host: '203.0.113.1', port: 0, access: guarded }),
  ).rejects.toMatchObject({
    code: 'io',
  });
  await expect(startService({ ...options, host: '0.0.0.0', port: 0 })).rejects.toMatchObject({
    code: 'config',
    field: 'host',
  });
  await new Promise((resolve) => server.close(resolve));
});
