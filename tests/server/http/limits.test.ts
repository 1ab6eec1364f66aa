import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../../server/log.js';
import { answerError } from '../../../server/http/http-error.js';
import { limitedServer } from '../../../server/http/limited-server.js';
import { requestRate } from '../../../server/http/request-rate.js';
import { startClassifierServer } from '../../../server/outside/classifier-endpoint.js';
import { OutsideClassifier } from '../../../server/outside/outside-classifier.js';
import { refuseUpgrade } from '../../../server/refuse-upgrade.js';
import { startService, type Service } from '../../../server/service.js';
import { FakeSession } from '../fake-session.js';
import { onlySession } from '../../../server/sessions/only-session.js';
import { answerOf, halfOpen, upgradeRequest } from '../half-open.js';
import { StreamClient } from '../stream-client.js';

let service: Service;
const sockets: Socket[] = [];

beforeEach(async () => {
  service = await startService({
    sessions: onlySession(new FakeSession()),
    host: '127.0.0.1',
    port: 0,
    pageFolder: '/nonexistent',
    recordingsFolder: '/nonexistent',
    maxClients: 20,
  });
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await service.close();
});

/** Connections that a server holds. */
const held = (server: Server): Promise<number> =>
  new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

async function open(port: number, text: string): Promise<Socket> {
  const socket = await halfOpen(port, text);
  socket.on('error', () => undefined);
  sockets.push(socket);
  return socket;
}

describe('a refused upgrade', () => {
  it('is answered in words, and keeps no socket though the client never hangs up', async () => {
    const server = createServer();
    server.on('upgrade', (_request, socket) => refuseUpgrade(socket, 403, 'No.'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const all = await Promise.all(Array.from({ length: 400 }, () => open(port, upgradeRequest('/'))));
    for (const socket of all) expect(await answerOf(socket)).toMatch(/^HTTP\/1.1 403 .*\r\n\r\nNo\.\n$/s);
    await vi.waitUntil(async () => (await held(server)) === 0, { timeout: 10_000 });
    server.close();
  });

  it.each([
    ['/stream', { Host: 'evil.example' }, 403, /evil\.example/],
    ['/stream', { 'Sec-WebSocket-Protocol': 'myodesis.v0, other' }, 400, /speaks myodesis\.v1/],
    ['/stream', { Upgrade: 'h2c' }, 400, /HTTP\/1\.1/],
    ['/elsewhere', {}, 404, /\/stream/],
  ])('at %s with %j gets %i', async (path, headers, status, words) => {
    const answer = await answerOf(await open(service.port, upgradeRequest(path, headers)));
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(words);
  });

  it('is closed by the door of classifiers too', async () => {
    const door = await startClassifierServer(new OutsideClassifier(), 0);
    for (const path of ['/elsewhere', '/classifier']) {
      const socket = await open(door.port, upgradeRequest(path));
      expect(await answerOf(socket)).toMatch(/^HTTP\/1.1 40[04] /);
      await once(socket.resume().end(), 'close');
    }
    await door.close();
  });
});

describe('connections', () => {
  it('that ask for nothing, or not to the end, are closed', async () => {
    const server = limitedServer((_request, response) => response.end(), {
      headersMs: 50,
      requestMs: 50,
      maxSockets: 100,
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const silent = await open(port, '');
    const slow = await open(port, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ');
    const half = await open(port, 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nhalf');
    for (const socket of [silent, slow, half]) await answerOf(socket);
    await vi.waitUntil(async () => (await held(server)) === 0, { timeout: 10_000 });
    server.close();
  });

  it('of programs on this machine may take all places for clients, and the next is told why it gets none', async () => {
    const offer = { 'Sec-WebSocket-Protocol': 'myodesis.v1' };
    const clients = await Promise.all(Array.from({ length: 20 }, () => StreamClient.connect(service.port)));
    const refused = await answerOf(await open(service.port, upgradeRequest('/stream', offer)));
    expect(refused).toMatch(/^HTTP\/1.1 503 .*Too many clients/s);
    clients[0]?.close();
    await vi.waitUntil(() => service.hubs.clients === 19);
    clients.push(await StreamClient.connect(service.port));
    for (const client of clients) client.close();
  });
});

describe('a body', () => {
  const patch = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${service.address}/api/scenario`, {
      method: 'PATCH',
      body,
      headers: { 'Content-Type': 'application/json', ...headers },
    });

  it.each(['[', '{"a":'])('nested 20 000 deep by %s is refused in words', async (opening) => {
    const closing = opening === '[' ? ']' : '}';
    const text = `{"a":${opening.repeat(20_000)}1${closing.repeat(20_000)}}`;
    const response = await patch(text);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'protocol', message: expect.stringMatching(/deep/) });
    const client = await StreamClient.connect(service.port);
    expect(await client.ask({ op: 'ping' })).toMatchObject({ op: 'pong' });
    client.send(`{"op":"patchScenario","patch":${text}}`);
    expect((await client.message('error')).message).toMatch(/nested more than 64 deep/);
    client.close();
  });

  it('that unpacks to more than it may hold is refused', async () => {
    const bomb = gzipSync(Buffer.from(`{"a":"${' '.repeat(20_000_000)}"}`));
    expect(bomb.length).toBeLessThan(100_000);
    expect((await patch(bomb, { 'Content-Encoding': 'gzip' })).status).toBe(413);
  });

  it('that is no JSON, or in words we do not know, is refused with a hint', async () => {
    for (const response of [
      await patch('{'),
      await patch('{}', { 'Content-Encoding': 'br0' }),
      await patch('{}', { 'Content-Type': 'application/json; charset=klingon' }),
      await fetch(`${service.address}/api/presets/%E0%A4%A`),
    ]) {
      expect([400, 415]).toContain(response.status);
      expect((await response.json()).hint).not.toBe('');
    }
  });
});

it('lets nobody send changes faster than anyone needs', async () => {
  let nowMs = 0;
  const app = express()
    .use(requestRate(() => nowMs))
    .use((_request, response) => void response.end())
    .use(answerError(silentLog));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const send = (method: string) => fetch(`http://127.0.0.1:${port}/`, { method });
  for (let n = 0; n < 120; n++) expect((await send('PATCH')).status).toBe(200);
  const refused = await send('PATCH');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await send('GET')).status).toBe(200);
  nowMs += 1000;
  for (let n = 0; n < 60; n++) expect((await send('PATCH')).status).toBe(200);
  expect((await send('PATCH')).status).toBe(429);
  server.closeAllConnections();
  server.close();
});
