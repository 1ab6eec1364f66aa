import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { upgradeRequest } from '../server/half-open.js';
import { missed, more, smallService, type SmallService, patience } from './small-service.js';

/** A text frame of 300 bytes, masked by zeros, without its end. */
const HALF_A_FRAME = Buffer.concat([
  Buffer.from([0x81, 0xfe, 300 >> 8, 300 & 0xff, 0, 0, 0, 0]),
  Buffer.from('{"op":"setIntent","movem'),
]);
const SUBSCRIBE = '{"op":"subscribe","streams":["raw"]}';
const WHOLE_FRAME = Buffer.concat([
  Buffer.from([0x81, 0x80 | SUBSCRIBE.length, 0, 0, 0, 0]),
  Buffer.from(SUBSCRIBE),
]);

/** A client that subscribes, gets frames, and stops in the middle of what it says. */
async function halfSaid(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  socket.write(upgradeRequest('/stream', { 'Sec-WebSocket-Protocol': 'myodesis.v1' }));
  await once(socket, 'data');
  socket.write(WHOLE_FRAME);
  await vi.waitUntil(() => socket.bytesRead > 20_000, patience);
  socket.write(HALF_A_FRAME);
  return socket;
}

async function clients({ address }: SmallService): Promise<number> {
  const health = (await (await fetch(`${address}/api/health`)).json()) as { clients: number };
  return health.clients;
}

it('clients that go in mid-frame: they are forgotten, those that wait in it hold their place, and nobody else notices', async () => {
  const service = await smallService();
  const bystander = await service.watch();
  const cut = await Promise.all([1, 2, 3].map(() => halfSaid(service.port)));
  const halfway = await halfSaid(service.port);
  expect(await clients(service)).toBe(5);

  // Reset, closed, and closed on one side alone.
  cut[0]?.resetAndDestroy();
  cut[1]?.destroy();
  cut[2]?.end();
  await vi.waitUntil(async () => (await clients(service)) === 2, patience);
  const read = halfway.bytesRead;
  await more(bystander, 20);
  await vi.waitUntil(() => halfway.bytesRead > read, patience);
  expect(missed(bystander)).toBe(0);
  expect(bystander.messages.filter(({ op }) => op === 'lost')).toEqual([]);
  expect(await bystander.ask({ op: 'ping' })).toMatchObject({ op: 'pong' });
  expect(service.process.exitCode).toBeNull();
});
