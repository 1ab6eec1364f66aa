import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { silentLog } from '../../../server/log.js';
import { startService, type Service } from '../../../server/service.js';
import { FakeSession } from '../fake-session.js';
import { StreamClient } from '../stream-client.js';
import { onlySession } from '../../../server/sessions/only-session.js';

let session: FakeSession;
let service: Service;
const clients: StreamClient[] = [];

async function start(options: Partial<Parameters<typeof startService>[0]> = {}): Promise<void> {
  session = new FakeSession();
  service = await startService({
    sessions: onlySession(session),
    host: '127.0.0.1',
    port: 0,
    pageFolder: '/nonexistent',
    recordingsFolder: '/nonexistent',
    ...options,
  });
}

async function join(options: { origin?: string } = {}): Promise<StreamClient> {
  const client = await StreamClient.connect(service.port, options);
  clients.push(client);
  return client;
}

/** Status of an upgrade request that is refused. */
async function refusedUpgrade(
  headers: Record<string, string>,
  path = '/stream',
): Promise<number | undefined> {
  const request = httpRequest({
    port: service.port,
    host: '127.0.0.1',
    path,
    headers: {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version': '13',
      ...headers,
    },
  });
  request.end();
  const [response] = await once(request, 'response');
  response.resume();
  return response.statusCode;
}

beforeEach(() => start());

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await service.close();
});

describe('connecting', () => {
  it('is told serverInfo first, then the state of the session', async () => {
    const client = await join();
    await client.message('status');
    expect(client.messages.map(({ op }) => op)).toEqual(['serverInfo', 'status']);
    expect(client.socket.protocol).toBe('myodesis.v1');
    expect(client.socket.extensions).toBe('');
  });

  it('is refused from a foreign page, under a foreign name, without the subprotocol, or elsewhere', async () => {
    const offer = { 'Sec-WebSocket-Protocol': 'myodesis.v1' };
    expect(await refusedUpgrade({ ...offer, Origin: 'http://evil.example' })).toBe(403);
    expect(await refusedUpgrade({ ...offer, Host: 'evil.example' })).toBe(403);
    expect(await refusedUpgrade({})).toBe(400);
    expect(await refusedUpgrade({ 'Sec-WebSocket-Protocol': 'myodesis.v2' })).toBe(400);
    expect(await refusedUpgrade(offer, '/elsewhere')).toBe(404);
    expect(service.hubs.clients).toBe(0);
  });

  it('is allowed from the page of the service itself', async () => {
    const client = await join({ origin: service.address });
    await client.message('serverInfo');
  });

  it('is refused when there are too many', async () => {
    await service.close();
    await start({ maxClients: 1 });
    const first = await join();
    await first.message('serverInfo');
    expect(await refusedUpgrade({ 'Sec-WebSocket-Protocol': 'myodesis.v1' })).toBe(503);
  });
});

describe('streams', () => {
  it('come to those who subscribed, and to them alone', async () => {
    const [one, two] = [await join(), await join()];
    expect(session.watched('raw')).toBe(false);
    expect(await one.ask({ op: 'subscribe', streams: ['raw'] })).toMatchObject({ op: 'ok', text: 'raw' });
    expect(session.watched('raw')).toBe(true);
    session.stream(40, 20);
    const frame = await one.until(() => one.frames[0]);
    expect(frame).toMatchObject({ stream: 'raw', index: 40, channels: 2, length: 20 });
    expect([...frame.data]).toEqual(new Array(40).fill(40));
    await one.ask({ op: 'unsubscribe', streams: ['raw'] });
    expect(session.watched('raw')).toBe(false);
    session.stream(60, 20);
    await one.ask({ op: 'ping' });
    await two.ask({ op: 'ping' });
    expect(one.frames).toHaveLength(1);
    expect(two.frames).toHaveLength(0);
  });

  it('are given up when the last client goes', async () => {
    const client = await join();
    await client.ask({ op: 'subscribe', streams: ['raw', 'truth'] });
    client.close();
    await vi.waitUntil(() => service.hubs.clients === 0);
    expect(session.watched('raw') || session.watched('truth')).toBe(false);
  });

  it('reach a hundred clients whole', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => join()));
    await Promise.all(all.map((client) => client.ask({ op: 'subscribe', streams: ['raw'] })));
    for (let block = 0; block < 50; block++) {
      session.stream(block * 40, 40);
      await new Promise(setImmediate);
    }
    for (const client of all) {
      await client.until(() => client.frames.length === 50);
      client.frames.forEach((frame, i) => expect(frame.index).toBe(i * 40));
    }
    expect(service.hubs.lostBlocks).toBe(0);
  });

  it('lose the oldest for a client that does not read, while the others carry on', async () => {
    await service.close();
    await start({ limits: { socketBytes: 100_000, dataBytes: 200_000, controlMessages: 100 } });
    const [reader, sleeper] = [await join(), await join()];
    await reader.ask({ op: 'subscribe', streams: ['raw'] });
    await sleeper.ask({ op: 'subscribe', streams: ['raw'] });
    sleeper.socket.pause();
    // The kernel takes some megabytes on its own account before the service notices.
    const frames = 600;
    for (let i = 0; i < frames; i++) {
      session.stream(i * 4000, 4000);
      await reader.until(() => reader.frames.length === i + 1);
    }
    expect(reader.frames.map(({ index }) => index)).toEqual(
      Array.from({ length: frames }, (_, i) => i * 4000),
    );
    expect(service.hubs.lostBlocks).toBeGreaterThan(0);
    sleeper.socket.resume();
    const lost = await sleeper.message('lost');
    expect(lost.bytes).toBe(lost.frames * (24 + 4 * 8000));
    await sleeper.until(() => sleeper.frames.at(-1)?.index === (frames - 1) * 4000);
    expect(sleeper.frames.length + service.hubs.lostBlocks).toBe(frames);
    expect(reader.messages.some(({ op }) => op === 'lost')).toBe(false);
  });

  it('in part go to those who want that part, computed once, and whole to the others', async () => {
    const info = session.info();
    session.info = () => ({
      ...info,
      streams: { raw: { rows: ['a', 'b'], rateHz: 1000, samplesPerColumn: 1, unit: 'V' } },
    });
    let asked = 0;
    const { frames } = FakeSession.prototype;
    session.frames = (stream) => {
      asked++;
      return frames.call(session, stream);
    };
    const part = { op: 'subscribe', streams: ['raw'], channels: ['b'], every: 2 };
    const [one, two, whole] = await Promise.all([join(), join(), join()]);
    const answer = await one.ask(part);
    expect(answer).toMatchObject({ streams: { raw: { rows: ['b'], rateHz: 500, samplesPerColumn: 2 } } });
    await two.ask(part);
    expect(asked).toBe(1);
    await whole.ask({ op: 'subscribe', streams: ['raw'] });
    expect(asked).toBe(2);
    session.stream(0, 100, 3);
    await Promise.all([one, two, whole].map((client) => client.until(() => client.frames.length >= 2)));
    for (const client of [one, two])
      expect(client.frames.every(({ channels, index }) => channels === 1 && index % 2 === 0)).toBe(true);
    expect(whole.frames[0]).toMatchObject({ channels: 2, length: 100 });
    // Another choice takes the place of the former.
    expect(await one.ask({ op: 'subscribe', streams: ['raw'] })).not.toHaveProperty('streams');
    const before = one.frames.length;
    session.stream(300, 100);
    await one.until(() => one.frames.length > before);
    expect(one.frames.at(-1)).toMatchObject({ channels: 2, length: 100 });
    session.messages$.next(session.info());
    await two.message('subscribed', ({ streams }) => streams.raw?.rows[0] === 'b');
    expect(one.messages.some(({ op }) => op === 'subscribed')).toBe(false);
  });
});

describe('messages', () => {
  it.each([
    ['{', 'protocol', /JSON/],
    ['[]', 'protocol', /object/],
    ['null', 'protocol', /object/],
    ['{"op":"subscrib"}', 'protocol', /unknown op/],
    ['{"op":"subscribe"}', 'protocol', /streams/],
    ['{"op":"subscribe","streams":["ray"]}', 'protocol', /streams/],
    ['{"op":"__proto__"}', 'protocol', /unknown op/],
    ['{"op":"ping","extra":1}', 'protocol', /extra/],
    ['{"op":"calibrate"}', 'config', /calibrate: no/],
  ])('%s is answered with an error, and the connection lives', async (text, code, message) => {
    const client = await join();
    client.send(text);
    const error = await client.message('error');
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.hint).not.toBe('');
    expect(await client.ask({ op: 'ping', t: 5 })).toMatchObject({ op: 'pong', t: 5 });
  });

  it('repeat the id of the request, in answers and in errors', async () => {
    const client = await join();
    expect(await client.ask({ op: 'mark', text: 'here' })).toMatchObject({ op: 'ok', of: 'mark' });
    expect(await client.ask({ op: 'nonsense' })).toMatchObject({ op: 'error', code: 'protocol' });
  });

  it('hide the inside of a defect but survive it', async () => {
    const log = vi.spyOn(silentLog, 'error').mockImplementation(() => undefined);
    const client = await join();
    const answer = await client.ask({ op: 'setPaused', paused: true });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    expect(answer).toMatchObject({ op: 'error', code: 'internal' });
    expect(JSON.stringify(answer)).not.toMatch(/stack|\.[tj]s:\d/);
    expect(await client.ask({ op: 'ping' })).toMatchObject({ op: 'pong' });
  });

  it('as binary are refused in words', async () => {
    const client = await join();
    client.socket.send(Buffer.from([1, 2, 3]));
    expect((await client.message('error')).message).toMatch(/binary/);
  });

  it('of a hostile size close that connection alone', async () => {
    const [bad, good] = [await join(), await join()];
    bad.send('x'.repeat(300_000));
    await bad.until(() => bad.closed);
    expect(bad.closed?.code).toBe(1009);
    expect(await good.ask({ op: 'ping' })).toMatchObject({ op: 'pong' });
  });

  it('that flood in are refused above the limit, told once, and then read again', async () => {
    const client = await join();
    for (let i = 0; i < 400; i++) client.send({ op: 'ping' });
    const error = await client.message('error', ({ message }) => /per second/.test(message));
    expect(error.hint).not.toBe('');
    expect(client.messages.filter(({ op }) => op === 'pong').length).toBeLessThan(400);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await client.ask({ op: 'ping' })).toMatchObject({ op: 'pong' });
  });

  it('of who waits for each answer in a session that is stepped are not limited, of who does not are', async () => {
    const info = session.info();
    session.info = () => ({ ...info, session: { id: 'own', shared: false, clock: 'stepped' } });
    const learner = await join();
    for (let i = 0; i < 400; i++) expect(await learner.ask({ op: 'ping' })).toMatchObject({ op: 'pong' });
    session.request = () => new Promise(() => undefined);
    for (let i = 0; i < 400; i++) learner.send({ op: 'setPaused', paused: true });
    await learner.message('error', ({ message }) => /per second/.test(message));
  });

  it('that are no WebSocket at all end that socket alone', async () => {
    const client = await join();
    const raw = connect(service.port, '127.0.0.1');
    raw.write('GET /stream HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n');
    raw.write('Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n');
    raw.write('Sec-WebSocket-Protocol: myodesis.v1\r\n\r\n');
    await once(raw, 'data');
    raw.on('error', () => undefined);
    raw.write(Buffer.alloc(64, 0xff));
    raw.resume();
    await once(raw, 'close');
    expect(await client.ask({ op: 'ping' })).toMatchObject({ op: 'pong' });
  });
});

it('tells everyone what the session says', async () => {
  const all = [await join(), await join()];
  session.messages$.next({ op: 'status', phase: 'paused', text: 'for all' });
  for (const client of all) await client.message('status', ({ text }) => text === 'for all');
});

it('drops a client that shows no sign of life', async () => {
  await service.close();
  await start({ pingMs: 10 });
  const client = new WebSocket(`ws://127.0.0.1:${service.port}/stream`, 'myodesis.v1', { autoPong: false });
  await once(client, 'open');
  await once(client, 'close');
  await vi.waitUntil(() => service.hubs.clients === 0);
});

it('says goodbye when the service stops', async () => {
  const client = await join();
  await service.close();
  const closed = await client.until(() => client.closed);
  expect(closed.code).toBe(1001);
  await start();
});
