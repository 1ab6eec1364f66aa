import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Access, newToken } from '../../../server/access/access.js';
import { createLog, type LogLevel } from '../../../server/logs/pino-log.js';
import { startService, type Service } from '../../../server/service.js';
import { onlySession } from '../../../server/sessions/only-session.js';
import { FakeSession } from '../fake-session.js';
import { answerOf, halfOpen, upgradeRequest } from '../half-open.js';
import { StreamClient } from '../stream-client.js';

const tokens = { presenter: newToken(), viewer: newToken() };
let folder: string;
let session: FakeSession;
let service: Service;
let lines: string[];

async function start(level: LogLevel, interactive = false): Promise<void> {
  lines = [];
  const err = (text: string): void => void lines.push(text);
  session = new FakeSession();
  service = await startService({
    sessions: onlySession(session),
    access: new Access(tokens),
    host: '127.0.0.1',
    port: 0,
    pageFolder: folder,
    recordingsFolder: join(folder, 'recordings'),
    log: createLog(level, { out: () => undefined, err, interactive }),
  });
}

const bearer = { Authorization: `Bearer ${tokens.presenter}` };
const ask = (path: string, headers: Record<string, string> = bearer) =>
  fetch(`${service.address}${path}`, { headers });
const told = (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line));
const texts = (): unknown[] => told().map(({ msg }) => msg);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-log-'));
});

afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

it('tells who comes, goes and is refused, what is lost and what fails, in order', async () => {
  await start('info');
  const client = await StreamClient.connect(service.port, { token: tokens.viewer });
  await client.until(() => client.messages.length > 0);
  session.messages$.next({ op: 'gap', index: 500, samples: 200, seconds: 0.2, text: 'stopped' });
  session.messages$.next({ op: 'status', phase: 'failed', text: 'It fell.' });
  client.socket.close();
  await client.until(() => client.closed);
  await answerOf(await halfOpen(service.port, upgradeRequest('/stream?token=wrong')));
  await ask('/api/scenario', {});
  await service.close();
  expect(texts()).toEqual([
    'session made',
    'service started',
    'client came',
    'gap',
    'session failed',
    'client gone',
    'client refused',
    'request refused',
    'service stops',
    'service stopped',
  ]);
  expect(told()).toContainEqual(expect.objectContaining({ level: 'info', role: 'viewer', clients: 1 }));
  expect(told()).toContainEqual(expect.objectContaining({ level: 'warn', session: 'shared', samples: 200 }));
  expect(told()[1]).toMatchObject({ address: service.address, tokens: true });
});

it('tells defects with their stack, and nothing less where only errors are asked for', async () => {
  await start('error');
  session.scenario = () => {
    throw new TypeError('nobody home');
  };
  expect((await ask('/api/scenario')).status).toBe(500);
  expect(told()).toEqual([
    expect.objectContaining({
      level: 'error',
      path: '/api/scenario',
      err: expect.objectContaining({ message: 'nobody home', stack: expect.stringContaining('.ts:') }),
    }),
  ]);
});

it('never tells a token or a body, however much is asked for', async () => {
  await start('debug');
  for (const token of [tokens.presenter, tokens.viewer, 'guessed-token-0123456789']) {
    await ask('/api/scenario', { Authorization: `Bearer ${token}` });
    await ask(`/?token=${token}`, {});
    await answerOf(await halfOpen(service.port, upgradeRequest(`/stream?token=${token}`)));
    await fetch(`${service.address}/api/scenario`, {
      method: 'PATCH',
      body: '{"name":"a private name"',
      headers: { ...bearer, 'Content-Type': 'application/json' },
    });
  }
  const all = lines.join('');
  expect(lines.length).toBeGreaterThan(8);
  for (const secret of [tokens.presenter, tokens.viewer, 'guessed', 'private name'])
    expect(all).not.toContain(secret);
});

it('writes a line for people where a person is watching', async () => {
  await start('info', true);
  expect(lines[1]).toMatch(
    /^\d\d:\d\d:\d\d\.\d{3} info service started address="http:.*" version=".*" tokens=true\n$/,
  );
});
