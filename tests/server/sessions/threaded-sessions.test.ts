import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PatientPlan } from '../../../server/sessions/session-plan.js';
import { sessionEntry } from '../../../server/sessions/session-entry.js';
import type { HostedSession } from '../../../server/sessions/session-registry.js';
import { ThreadedSessions } from '../../../server/sessions/threaded-sessions.js';
import { startService, type Service } from '../../../server/service.js';
import { smallScenario } from '../../support/small-scenario.js';
import { StreamClient } from '../stream-client.js';
import { failingModule } from './failing-module.js';

let folder: string;
let sessions: ThreadedSessions;
let service: Service;
let notes: string[];
const clients: StreamClient[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-sessions-'));
  notes = [];
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await service.close();
  await rm(folder, { recursive: true });
});

async function start(
  plan: Partial<PatientPlan> = {},
  { maxSessions = 2, idleMinutes = 10 } = {},
): Promise<void> {
  const whole: PatientPlan = {
    kind: 'patient',
    clock: 'real',
    recordingsFolder: folder,
    scenario: smallScenario(),
    ...plan,
  };
  sessions = await ThreadedSessions.start(whole, { maxSessions, idleMinutes }, (text) => notes.push(text));
  service = await startService({
    sessions,
    host: '127.0.0.1',
    port: 0,
    pageFolder: '/nonexistent',
    recordingsFolder: folder,
  });
}

async function joined(session?: HostedSession): Promise<StreamClient> {
  const client = await StreamClient.connect(service.port, session && { session: session.about.id });
  clients.push(client);
  return client;
}

async function decoding(session?: HostedSession): Promise<StreamClient> {
  const client = await joined(session);
  await client.message('status', ({ phase }) => phase === 'running');
  await client.ask({ op: 'subscribe', streams: ['decisions', 'raw'] });
  await client.until(() => client.frames.some(({ stream }) => stream === 'decisions'));
  return client;
}

/** Frames go on coming to a client. */
async function goesOn(client: StreamClient): Promise<void> {
  const before = client.frames.length;
  await client.until(() => client.frames.length > before + 20);
  expect(client.closed).toBeUndefined();
}

describe('a session in a thread', () => {
  it('is as one in this: greeted, streamed, asked, changed, recorded, left', async () => {
    await start();
    const client = await decoding();
    const info = await client.message('serverInfo');
    expect(info.session).toMatchObject({ id: 'shared', shared: true, clock: 'real', touched: false });
    expect(await client.ask({ op: 'patchScenario', patch: { limb: { fatThicknessMm: 7 } } })).toMatchObject({
      op: 'ok',
    });
    expect(sessions.shared.scenario()).toMatchObject({ limb: { fatThicknessMm: 7 } });
    expect(await client.ask({ op: 'patchScenario', patch: { limb: { fatThicknessMm: -7 } } })).toMatchObject({
      op: 'error',
      code: 'config',
      field: 'limb.fatThicknessMm',
      hint: expect.stringMatching(/./),
    });
    await client.ask({ op: 'setIntent', activations: [{ movement: 'knee-flexion', strength: 0.5 }] });
    expect(sessions.shared.greeting()).toContainEqual(
      expect.objectContaining({ op: 'intent', who: 'person' }),
    );
    const statistics = await client.message('statistics', ({ statistics }) => statistics.clients === 1);
    expect(statistics.statistics.lostBlocks).toBe(0);
    await client.ask({ op: 'startRecording', format: 'csv' });
    const late = await joined();
    expect((await late.message('recorder')).file).toMatch(/\.csv$/);
    expect((await late.message('serverInfo')).index).toBeGreaterThan(0);
    // Who has gone gives the intent back.
    client.close();
    await late.message('intent', ({ who }) => who === 'script');
    await service.close();
    expect((await readdir(folder)).some((file) => file.endsWith('.csv'))).toBe(true);
    expect(late.closed ?? (await late.until(() => late.closed))).toMatchObject({ code: 1001 });
  });

  it('that cannot be made says why, as the command would', async () => {
    await start();
    const plan = {
      kind: 'patient',
      clock: 'real',
      recordingsFolder: folder,
      scenario: smallScenario(),
    } as const;
    const made = ThreadedSessions.start(
      { ...plan, decoderFile: join(folder, 'none.json') },
      { maxSessions: 1, idleMinutes: 1 },
      () => undefined,
    );
    await expect(made).rejects.toMatchObject({ code: 'io', message: expect.stringContaining('none.json') });
  });
});

describe('a private session', () => {
  it('lives beside the shared one, at a link of its own, with its own person, and ends when told to', async () => {
    await start();
    const own = await sessions.create({ set: { limb: { fatThicknessMm: 9 } } });
    expect(own.about).toMatchObject({ shared: false, clock: 'real' });
    expect(sessions.list().map(({ about }) => about.id)).toEqual(['shared', own.about.id]);
    const [mine, everyones] = [await decoding(own), await decoding()];
    expect((await mine.message('serverInfo')).session).toMatchObject(own.about);
    await mine.ask({ op: 'setPaused', paused: true });
    await goesOn(everyones);
    expect(own.scenario()).toMatchObject({ limb: { fatThicknessMm: 9 } });
    expect(sessions.shared.scenario()).not.toMatchObject({ limb: { fatThicknessMm: 9 } });
    await sessions.end(own.about.id);
    expect(await mine.until(() => mine.closed)).toMatchObject({ reason: expect.stringContaining('ended') });
    await goesOn(everyones);
    expect(sessions.get(own.about.id)).toBeUndefined();
    await expect(StreamClient.connect(service.port, { session: own.about.id })).rejects.toThrow('404');
  });

  it('is made, listed, changed and ended by REST', async () => {
    await start();
    const api = (path: string, method = 'GET', body?: unknown) =>
      fetch(`${service.address}/api/${path}`, {
        method,
        ...(body !== undefined && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
    const made = await api('sessions', 'POST', { set: { limb: { fatThicknessMm: 9 } } });
    expect(made.status).toBe(201);
    const entry = sessionEntry.parse(await made.json());
    expect(made.headers.get('location')).toBe(`/api/sessions/${entry.id}`);
    expect(entry).toMatchObject({ shared: false, page: `/?session=${entry.id}`, clients: 0 });
    const listed: unknown = await (await api('sessions')).json();
    expect(listed).toMatchObject([{ id: 'shared', page: '/' }, { id: entry.id }]);
    const scenario = `scenario?session=${entry.id}`;
    expect(await (await api(scenario)).json()).toMatchObject({ limb: { fatThicknessMm: 9 } });
    expect((await api(`health?session=${entry.id}`)).status).toBe(200);
    expect((await api('sessions', 'POST', { presset: 'x' })).status).toBe(400);
    expect((await api('sessions', 'POST', { preset: 'x' })).status).toBe(422);
    expect((await api('sessions/shared', 'DELETE')).status).toBe(409);
    expect((await api(`sessions/${entry.id}`, 'DELETE')).status).toBe(204);
    for (const gone of [scenario, `sessions/${entry.id}`, 'scenario?session=a&session=b', 'health?session='])
      expect(await (await api(gone)).json(), gone).toMatchObject({ code: 'not-found', field: 'session' });
  });

  it('advances by steps alone where its clock is stepped', async () => {
    await start();
    const own = await sessions.create({ clock: 'stepped' });
    const client = await joined(own);
    const info = await client.message('serverInfo', ({ capabilities }) => capabilities.includes('step'));
    expect(info.session?.clock).toBe('stepped');
    await client.message('status', ({ phase }) => phase === 'running');
    await client.ask({ op: 'subscribe', streams: ['raw'] });
    expect(client.frames).toEqual([]);
    expect(await client.ask({ op: 'step', blocks: 5 })).toMatchObject({ op: 'ok' });
    expect(client.frames).toHaveLength(5);
  });

  it('is one of so many as may be', async () => {
    await start({}, { maxSessions: 1 });
    const [first, second] = await Promise.allSettled([sessions.create({}), sessions.create({})]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({
      reason: { code: 'stream', hint: expect.stringContaining('--max-sessions 2') },
    });
    await expect(sessions.end('shared')).rejects.toMatchObject({ code: 'stream' });
    await expect(sessions.end('nobody')).rejects.toMatchObject({ code: 'stream' });
  });

  it('is ended when nobody watches for long, and not while somebody does', async () => {
    await start({}, { idleMinutes: 0.05 });
    const watched = await sessions.create({});
    const client = await joined(watched);
    const idle = await sessions.create({});
    await vi.waitFor(() => expect(sessions.get(idle.about.id)).toBeUndefined(), { timeout: 30_000 });
    expect(sessions.get(watched.about.id)).toBe(watched);
    expect(client.closed).toBeUndefined();
    expect(notes.join()).toContain(`session ${idle.about.id}: nobody watched the session`);
    client.close();
    await vi.waitFor(() => expect(sessions.list()).toHaveLength(1), { timeout: 30_000 });
  });
});

describe('a session that fails', () => {
  it.each([
    ['throw', /a defect of its own/],
    ['fill', /ran out of memory/],
  ] as const)('by %s takes nobody else with it, and says why', async (how, why) => {
    const { fail, sharedName, ownName, own } = await failing();
    const [shared, mine] = [await decoding(), await decoding(own)];
    fail(ownName, how);
    expect((await mine.message('error')).message).toMatch(why);
    const closed = await mine.until(() => mine.closed);
    expect(closed).toMatchObject({ code: 1001, reason: expect.stringMatching(why) });
    expect(sessions.list()).toEqual([sessions.shared]);
    expect(sharedName).not.toBe(ownName);
    await goesOn(shared);
  });

  it('is made anew where everyone has it, and says so', async () => {
    const { fail, sharedName, own } = await failing();
    const [shared, mine] = [await decoding(), await decoding(own)];
    fail(sharedName, 'throw');
    expect(await shared.until(() => shared.closed)).toMatchObject({
      reason: expect.stringMatching(/a defect of its own/),
    });
    await vi.waitFor(() => expect(sessions.shared.status().phase).toBe('running'), { timeout: 50_000 });
    const again = await decoding();
    expect((await again.message('error')).message).toMatch(/made anew/);
    expect(notes.join()).toMatch(/the shared session is made anew/);
    await goesOn(mine);
  });

  /** A shared session and a private one whose classifier fails as told. */
  async function failing() {
    const module = await failingModule(folder);
    const reference = { type: 'module', text: module.path, path: module.path } as const;
    await start({ classifier: { reference, timeoutMs: 100 } });
    const [sharedName = ''] = module.sessions();
    const own = await sessions.create({});
    const ownName = module.sessions().find((name) => name !== sharedName) ?? '';
    return { fail: module.fail, sharedName, ownName, own };
  }
});
