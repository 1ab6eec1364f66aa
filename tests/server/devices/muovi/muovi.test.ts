import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenDevice } from '../../../../server/devices/device.js';
import { muovi } from '../../../../server/devices/muovi/index.js';
import { FakeFeed, fakeHost } from '../fake-feed.js';
import { TcpReader } from '../tcp-reader.js';

let feed: FakeFeed;
let device: OpenDevice;
let computer: Server;
let port: number;

/** The next Muovi that dials the computer. */
const dialled = async (): Promise<TcpReader> => {
  const [socket] = (await once(computer, 'connection')) as [Socket];
  return new TcpReader(socket);
};
const ask = async (reader: TcpReader, byte: number): Promise<void> => {
  reader.socket.write(Buffer.from([byte]));
  // The device must have read it before the signal goes on.
  await vi.waitFor(() => {
    feed.push('raw', next, [Array<number>(1).fill(0)]);
    next += 1;
    expect(reader.waitingBytes).toBeGreaterThan(0);
  });
};
let next = 0;
/** Take what was sent so far, by the only line that there was. */
const drain = (reader: TcpReader): Promise<Buffer> => reader.take(76 * device.report().sent);

beforeEach(async () => {
  next = 0;
  feed = new FakeFeed({ sampleRateHz: 2000, channels: ['a', 'b'] });
  computer = createServer().listen(0, '127.0.0.1');
  await once(computer, 'listening');
  const bound = computer.address();
  port = typeof bound === 'object' && bound ? bound.port : 0;
});
afterEach(async () => {
  await device.close();
  computer.close();
});

const open = async (options: Record<string, unknown> = {}): Promise<TcpReader> => {
  const calls = dialled();
  device = await muovi.open(feed.feed, { port, ...options }, fakeHost);
  return calls;
};

describe('a Muovi', () => {
  it('dials the computer and streams what the command byte asks for', async () => {
    const reader = await open();
    feed.push('raw', next++, [[1e-3], [1e-3]]);
    await ask(reader, 0b1001);
    await drain(reader);
    feed.push('raw', next, [
      [286e-6, -286e-6],
      [0, 28.6e-6],
    ]);
    const bytes = await reader.take(2 * 76);
    const rows = [0, 1].map((k) => Array.from({ length: 38 }, (_, c) => bytes.readInt16BE(76 * k + 2 * c)));
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      [1000, 0, 0],
      [-1000, 100, 0],
    ]);
    expect((rows[1]?.[37] ?? 0) - (rows[0]?.[37] ?? 0)).toBe(1);
    expect(device.report()).toMatchObject({ rateHz: 2000, dropped: 0, lost: 0, clients: [{ dropped: 0 }] });
    reader.close();
  });

  it('has half the steps at gain 4, and none after GO is taken back', async () => {
    const reader = await open();
    await ask(reader, 0b1011);
    await drain(reader);
    feed.push('raw', next, [[572e-6], [0]]);
    next += 1;
    expect((await reader.take(76)).readInt16BE(0)).toBe(1000);
    reader.socket.write(Buffer.from([0b1010]));
    await vi.waitFor(() => {
      const { sent } = device.report();
      feed.push('raw', next, [[0], [0]]);
      next += 1;
      expect(device.report().sent).toBe(sent);
    });
    reader.close();
  });

  it('shows by its counter what was lost', async () => {
    const reader = await open({ lossPercent: 20, seed: 5 });
    await ask(reader, 0b1001);
    for (let k = 0; k < 20; k++, next += 40) feed.push('raw', next, [Array<number>(40).fill(0)]);
    const { sent, lost } = device.report();
    const bytes = await reader.take(76 * sent);
    const counters = Array.from({ length: sent }, (_, k) => bytes.readUInt16BE(76 * k + 74));
    const gaps = counters.slice(1).reduce((sum, n, k) => sum + n - (counters[k] ?? 0) - 1, 0);
    expect(gaps).toBeGreaterThan(100);
    expect(Math.abs(gaps - lost)).toBeLessThanOrEqual(3);
    reader.close();
  });

  it('dials again after the line was cut, and says what it waits for', async () => {
    const reader = await open();
    await vi.waitFor(() => expect(device.report().clients).toHaveLength(1));
    const again = dialled();
    reader.close();
    await vi.waitFor(() => expect(device.report().notes.join()).toContain('nobody waits at 127.0.0.1'));
    const second = await again;
    await ask(second, 0b1001);
    device.set?.({ port, connected: false });
    await second.end();
    expect(device.report().notes).toContain('switched off: it does not dial');
  });

  it('says that it has no EEG mode', async () => {
    const reader = await open();
    reader.socket.write(Buffer.from([0b0001]));
    await vi.waitFor(() => expect(device.report().notes.join()).toContain('asked for EEG mode'));
    reader.close();
  });
});
