import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { SUBPROTOCOL } from '../../../src/protocol/stream-kind.js';
import { portTransport, type Transport, webSocketTransport } from '../../../web/data/transport.js';

// Node 20 has none of its own.
beforeEach(() => void vi.stubGlobal('WebSocket', WebSocket));
afterEach(() => void vi.unstubAllGlobals());

/** Next message of a transport. */
const next = (transport: Transport): Promise<string | ArrayBuffer> =>
  new Promise((resolve) => (transport.onmessage = resolve));

it('carries texts and frames over a port, and nothing else', async () => {
  const { port1, port2 } = new MessageChannel();
  const transport = portTransport(() => port1);
  expect(transport.send('early')).toBe(false);
  transport.open();
  const heard = next(transport);
  port2.postMessage({ op: 'no text' });
  port2.postMessage(new ArrayBuffer(24));
  expect(await heard).toBeInstanceOf(ArrayBuffer);
  const asked = new Promise((resolve) => (port2.onmessage = ({ data }) => resolve(data)));
  expect(transport.send('{"op":"calibrate"}')).toBe(true);
  expect(await asked).toBe('{"op":"calibrate"}');
  transport.close();
  expect(transport.send('late')).toBe(false);
});

it('tells when the other end of a port is gone, and asks for another one', async () => {
  const channels: MessageChannel[] = [];
  const transport = portTransport(() => {
    const channel = new MessageChannel();
    channels.push(channel);
    return channel.port1;
  });
  transport.open();
  const gone = new Promise<void>((resolve) => (transport.onclose = () => resolve()));
  channels[0]?.port2.close();
  await gone;
  transport.open();
  const heard = next(transport);
  channels[1]?.port2.postMessage('again');
  expect(await heard).toBe('again');
  transport.close();
});

it('carries texts and frames over a WebSocket, and tells of its loss', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const transport = webSocketTransport(`ws://127.0.0.1:${port}/stream`);
  expect(transport.send('early')).toBe(false);
  const attended = once(server, 'connection');
  const first = next(transport);
  transport.open();
  const [socket] = await attended;
  expect(socket.protocol).toBe(SUBPROTOCOL);
  socket.send('hello');
  expect(await first).toBe('hello');
  const asked = once(socket, 'message');
  expect(transport.send('ask')).toBe(true);
  expect(String((await asked)[0])).toBe('ask');
  const frame = next(transport);
  socket.send(new Uint8Array(24));
  expect(await frame).toBeInstanceOf(ArrayBuffer);
  const gone = new Promise<void>((resolve) => (transport.onclose = () => resolve()));
  socket.terminate();
  await gone;
  expect(transport.send('late')).toBe(false);
  server.close();
});
