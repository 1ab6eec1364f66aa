import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { OpenDevice } from '../../../../server/devices/device.js';
import { keys } from '../../../../server/devices/keys/index.js';
import { FakeFeed, fakeHost } from '../fake-feed.js';

const streams = {
  decisions: {
    rows: ['posterior.rest', 'posterior.hand-close', 'step.argmax'],
    rateHz: 50,
    samplesPerColumn: 20,
    unit: '1',
  },
};
let feed: FakeFeed;
let device: OpenDevice;
let heard: unknown[];
let socket: WebSocket | undefined;

const join = async (options = {}): Promise<void> => {
  socket = new WebSocket(device.report().addresses[0] ?? '', options);
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  await once(socket, 'open');
};
const decide = (step: number, index: number): void => feed.push('decisions', index, [[0], [1], [step]]);

beforeEach(async () => {
  heard = [];
  socket = undefined;
  feed = new FakeFeed({ sampleRateHz: 1000, classes: ['rest', 'hand-close'], streams });
  device = await keys.open(feed.feed, { port: 0, keys: { 'hand-close': 'Enter' } }, fakeHost);
});
afterEach(async () => {
  socket?.terminate();
  await device.close();
});

describe('key presses by WebSocket', () => {
  it('say which class has which key, then press and let go', async () => {
    await join();
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'keys', keys: { 'hand-close': 'Enter' } }]));
    for (const [k, step] of [0, 1, 1, 1, 1, 1, 0, 0, 0, 0].entries()) decide(step, 20 * k);
    await vi.waitFor(() =>
      expect(heard.slice(1)).toEqual([
        { type: 'keydown', key: 'Enter', class: 'hand-close' },
        { type: 'keyup', key: 'Enter', class: 'hand-close' },
      ]),
    );
  });

  it('let go of a key, and say the new ones, where the person changes', async () => {
    await join();
    for (const k of [0, 1, 2, 3, 4]) decide(1, 20 * k);
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    feed.become({ classes: ['rest', 'knee-flexion'] });
    await vi.waitFor(() =>
      expect(heard.slice(2)).toEqual([
        { type: 'keyup', key: 'Enter', class: 'hand-close' },
        { type: 'keys', keys: { 'knee-flexion': 'ArrowLeft' } },
      ]),
    );
  });

  it('are kept from foreign web pages, but not from those of this machine', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example']) {
      const foreign = new WebSocket(device.report().addresses[0] ?? '', { origin });
      const [error] = (await once(foreign, 'error')) as [Error];
      expect(error.message, origin).toContain('401');
    }
    const rebound = new WebSocket(device.report().addresses[0] ?? '', { headers: { host: 'evil.example' } });
    await once(rebound, 'error');
    await join({ origin: 'http://localhost:3000' });
    expect(device.report().clients).toHaveLength(1);
  });

  it('let in the pages that somebody has named', async () => {
    await device.close();
    device = await keys.open(
      feed.feed,
      { port: 0, origins: 'https://a.example, https://game.example/' },
      fakeHost,
    );
    await join({ origin: 'https://game.example' });
  });

  it('close although somebody is connected who says nothing', async () => {
    const port = Number(/:(\d+)\//.exec(device.report().addresses[0] ?? '')?.[1]);
    const silent = connect(port, '127.0.0.1');
    silent.on('error', () => undefined);
    await once(silent, 'connect');
    silent.write('GET /keys HTTP/1.1\r\nHost:');
    await device.close();
    await vi.waitFor(() => expect(silent.closed).toBe(true));
    device = await keys.open(feed.feed, { port }, fakeHost);
  });
});
