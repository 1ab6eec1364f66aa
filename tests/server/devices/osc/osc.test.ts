import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDevice } from '../../../../server/devices/device.js';
import { osc } from '../../../../server/devices/osc/index.js';
import { FakeFeed, fakeHost } from '../fake-feed.js';
import { UdpReader } from '../udp-reader.js';

let reader: UdpReader;
let feed: FakeFeed;
let device: OpenDevice;

const rows = [
  'posterior.rest',
  'posterior.hand-close',
  'step.argmax',
  'confidence',
  'rejected',
  'speed',
  'latencyMs',
];

beforeEach(async () => {
  reader = await UdpReader.open();
  feed = new FakeFeed({
    classes: ['rest', 'hand-close'],
    streams: {
      decisions: { rows, rateHz: 50, samplesPerColumn: 20, unit: '1' },
      command: { rows: ['velocity.wrist-flexion'], rateHz: 50, samplesPerColumn: 20, unit: '1' },
    },
  });
  device = await osc.open(feed.feed, { port: reader.port, steadyMs: 0 }, fakeHost);
});
afterEach(async () => {
  await device.close();
  reader.close();
});

/** A message as the standard says it is read: address, tags, arguments, each of whole words. */
function read(bytes: Buffer): unknown[] {
  let at = 0;
  const text = (): string => {
    const end = bytes.indexOf(0, at);
    const value = bytes.toString('latin1', at, end);
    at = 4 * Math.floor(end / 4 + 1);
    return value;
  };
  const message: unknown[] = [text()];
  for (const tag of text().slice(1)) {
    if (tag === 's') message.push(text());
    else {
      message.push(tag === 'i' ? bytes.readInt32BE(at) : bytes.readFloatBE(at));
      at += 4;
    }
  }
  expect(at).toBe(bytes.length);
  return message;
}

describe('Open Sound Control', () => {
  it('tells the class, posteriors and velocities, and presses keys', async () => {
    feed.push('decisions', 20, [[0.25], [0.75], [1], [0.75], [0], [0.5], [200]]);
    feed.push('command', 20, [[-0.5]]);
    const messages = (await reader.until(5)).map(read);
    expect(messages).toEqual([
      ['/myodesis/class', 'hand-close', 1, 0.75],
      ['/myodesis/posterior/rest', 0.25],
      ['/myodesis/posterior/hand-close', 0.75],
      ['/myodesis/key', 'ArrowLeft', 1],
      ['/myodesis/velocity/wrist-flexion', -0.5],
    ]);
    await device.close();
    expect(read((await reader.until(6))[5] ?? Buffer.alloc(0))).toEqual(['/myodesis/key', 'ArrowLeft', 0]);
    device = await osc.open(feed.feed, { port: reader.port }, fakeHost);
  });
});
