import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brainflow } from '../../../../server/devices/brainflow/index.js';
import type { OpenDevice } from '../../../../server/devices/device.js';
import { FakeFeed, fakeHost } from '../fake-feed.js';
import { UdpReader } from '../udp-reader.js';

let feed: FakeFeed;
let device: OpenDevice;

beforeEach(() => {
  feed = new FakeFeed({ sampleRateHz: 500, channels: ['a', 'b'], movements: ['rest', 'hand-close'] });
});
afterEach(() => device.close());

const packages = (datagrams: readonly Buffer[]): number[][] =>
  datagrams.flatMap((bytes) =>
    [0, 1, 2].map((k) => Array.from({ length: 11 }, (_, row) => bytes.readDoubleLE(8 * (11 * k + row)))),
  );

describe('a BrainFlow streaming board', () => {
  it('sends packages of three, numbered, in µV, with the cue as marker', async () => {
    const reader = await UdpReader.open();
    device = await brainflow.open(feed.feed, { address: '127.0.0.1', port: reader.port }, fakeHost);
    feed.push('raw', 0, [
      [1e-6, 2e-6, 3e-6],
      [4e-6, 5e-6, 6e-6],
    ]);
    feed.messages$.next({ op: 'event', index: 3, kind: 'cue', text: 'hand-close' });
    feed.push('raw', 3, [
      [7e-6, 8e-6, 9e-6, 1e-6],
      [0, 0, 0, 0],
    ]);
    const rows = packages(await reader.until(2));
    expect(rows.map(([number]) => number)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(rows[0]?.[1]).toBeCloseTo(1, 5);
    expect(rows[1]?.[2]).toBeCloseTo(5, 5);
    expect(rows[0]?.slice(3, 9)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(rows.map((row) => row[10])).toEqual([0, 0, 0, 2, 0, 0]);
    expect(rows[0]?.[9]).toBe(1_700_000_000.5);
    expect((rows[1]?.[9] ?? 0) - 1_700_000_000.5).toBeCloseTo(0.002, 5);
    expect(device.report()).toMatchObject({ rateHz: 500, sent: 2 });
    reader.close();
  });

  it('reaches a multicast group by loopback, which it does not leave', async () => {
    const member = createSocket({ type: 'udp4', reuseAddr: true });
    member.bind(0);
    await once(member, 'listening');
    member.addMembership('225.1.1.1', '127.0.0.1');
    const { port } = member.address();
    device = await brainflow.open(feed.feed, { port }, fakeHost);
    const heard = once(member, 'message') as Promise<[Buffer, { address: string }]>;
    feed.push('raw', 0, [[1, 2, 3]]);
    const [bytes, from] = await heard;
    expect(bytes.length).toBe(264);
    expect(from.address).toBe('127.0.0.1');
    member.close();
  });
});
