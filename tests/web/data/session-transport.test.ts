import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { ServiceApi } from '../../../web/data/service-api.js';
import { sessionIn, withNewSession, withSession } from '../../../web/data/session-link.js';
import { sessionTransport } from '../../../web/data/session-transport.js';

let server: Server;
let sockets: WebSocketServer;
/** What was asked, by method and path. */
let asked: string[];
let address: string;
let full: boolean;
/** Whom the sessions that were made were to begin with. */
let wished: unknown[];

beforeEach(async () => {
  // Node 20 has none of its own.
  vi.stubGlobal('WebSocket', WebSocket);
  asked = [];
  full = false;
  wished = [];
  server = createServer(async (request, response) => {
    const { method, url } = request;
    asked.push(`${method} ${url}`);
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (method === 'POST' && full) return json(409, { message: '1 session runs already', hint: 'End it.' });
    if (method === 'POST') wished.push(JSON.parse(Buffer.concat(await request.toArray()).toString()));
    if (method === 'POST') return json(201, { id: 'mine' });
    if (url === '/api/sessions/mine') return json(200, { id: 'mine' });
    return json(404, { message: 'there is no such session', hint: 'Take the shared one.' });
  });
  sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, { url }) => {
    asked.push(`connect ${url}`);
    socket.send('hello');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => {
  vi.unstubAllGlobals();
  sockets.close();
  server.close();
});

function pageAt(link: string, wish: object = {}) {
  const page = { address: new URL(link, address).href };
  const ended = vi.fn();
  const transport = sessionTransport(
    new ServiceApi(new URL('api/', address)),
    { read: () => page.address, write: (written) => (page.address = written) },
    { wish: () => Promise.resolve(wish), ended },
  );
  const heard = new Promise((resolve) => (transport.onmessage = resolve));
  const lost = new Promise((resolve) => (transport.onclose = resolve));
  transport.open();
  return { page, transport, heard, lost, ended };
}

it('goes to the session that the address names, and to the shared one where it names none', async () => {
  for (const [link, way] of [
    ['/#lab', ['connect /stream']],
    ['/?session=mine#lab', ['GET /api/sessions/mine', 'connect /stream?session=mine']],
  ] as const) {
    asked = [];
    const { heard, transport, page } = pageAt(link);
    expect(await heard).toBe('hello');
    expect(asked).toEqual(way);
    expect(page.address).toBe(new URL(link, address).href);
    transport.close();
  }
});

it('makes a new one once, and the address names it from then on', async () => {
  const { heard, transport, page } = pageAt('/?session=new#lab&p=one');
  expect(await heard).toBe('hello');
  expect(page.address).toBe(`${address}?session=mine#lab&p=one`);
  expect(asked).toEqual(['POST /api/sessions', 'connect /stream?session=mine']);
  expect(transport.send('more')).toBe(true);
  transport.close();
  expect(transport.send('more')).toBe(false);
});

it('makes another one where the one of the address has ended, with whom is wished for, and says so', async () => {
  const { heard, page, ended } = pageAt('/?session=gone#lab', { preset: 'one' });
  expect(await heard).toBe('hello');
  expect(page.address).toBe(`${address}?session=mine#lab`);
  expect(asked).toEqual(['GET /api/sessions/gone', 'POST /api/sessions', 'connect /stream?session=mine']);
  expect(wished).toEqual([{ preset: 'one' }]);
  expect(ended).toHaveBeenCalledOnce();
});

it('says why where there is none, and none can be made', async () => {
  full = true;
  expect(await pageAt('/?session=gone').lost).toBe('there is no such session. Take the shared one.');
  const { lost, page } = pageAt('/?session=new');
  expect(await lost).toBe('1 session runs already. End it.');
  expect(page.address).toBe(`${address}?session=new`);
  expect(asked.filter((line) => line.startsWith('connect'))).toEqual([]);
});

it('reads and writes the session of an address, and nothing else of it', () => {
  const link = 'http://127.0.0.1:8080/?a=1#demo&p=two';
  expect(sessionIn(link)).toBeUndefined();
  expect(sessionIn(withSession(link, 'a b'))).toBe('a b');
  expect(withNewSession(link).href).toBe('http://127.0.0.1:8080/?a=1&session=new#demo&p=two');
  expect(withSession(withNewSession(link), undefined).href).toBe(link);
});
