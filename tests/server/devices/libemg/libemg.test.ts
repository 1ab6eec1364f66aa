import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDevice } from '../../../../server/devices/device.js';
import { libemg } from '../../../../server/devices/libemg/index.js';
import { FakeFeed, fakeHost } from '../fake-feed.js';
import { UdpReader } from '../udp-reader.js';

const info = (rows: readonly string[], rateHz: number, unit = '1') => ({
  rows,
  rateHz,
  samplesPerColumn: 20,
  unit,
});
const decisions = info(
  [
    'posterior.rest',
    'posterior.hand-close',
    'step.argmax',
    'step.majority',
    'confidence',
    'rejected',
    'speed',
    'latencyMs',
  ],
  50,
);
const command = info(['velocity.hand', 'velocity.elbow', 'movement', 'class', 'confidence', 'latencyMs'], 50);

let reader: UdpReader;
let feed: FakeFeed;
let device: OpenDevice;

const open = async (options = {}): Promise<void> => {
  device = await libemg.open(feed.feed, { port: reader.port, ...options }, fakeHost);
};
const decide = (values: readonly number[]): void =>
  feed.push(
    'decisions',
    20,
    values.map((v) => [v]),
  );

beforeEach(async () => {
  reader = await UdpReader.open();
  feed = new FakeFeed({ streams: { decisions, command } });
});
afterEach(async () => {
  await device.close();
  reader.close();
});

describe('LibEMG predictions', () => {
  it('give the posteriors, the velocity and the time', async () => {
    await open();
    decide([0.25, 0.75, 1, 0, 0.75, 0, 0.5, 200]);
    expect(String((await reader.until(1))[0])).toBe('0.25 0.75 0.5 1700000000.5');
  });

  it('give the class that was decided after all smoothing', async () => {
    await open({ content: 'classes' });
    decide([0.25, 0.75, 1, 0, 0.75, 0, 0.5, 200]);
    expect(String((await reader.until(1))[0])).toBe('0 0.5\n');
  });

  it('give a velocity for each joint', async () => {
    await open({ content: 'regression' });
    feed.push('command', 20, [[-0.5], [1], [3], [3], [1], [200]]);
    expect(String((await reader.until(1))[0])).toBe('[-0.5 1] 1700000000.5\n');
  });

  it('follow other classes without being opened anew', async () => {
    await open({ velocity: false });
    feed.become({ streams: { decisions: info(['posterior.rest', 'step.argmax', 'speed'], 50) } });
    decide([1, 0, 0]);
    expect(String((await reader.until(1))[0])).toBe('1 1700000000.5');
  });

  it('lose what the dials say, and count it', async () => {
    await open({ lossPercent: 30, seed: 7, content: 'classes', velocity: false });
    for (let n = 0; n < 100; n++) decide([0, 1, 1, n, 1, 0, 0, 0]);
    const { sent, lost, clients } = device.report();
    expect(sent + lost).toBe(100);
    // 3 standard deviations of a binomial about 30.
    expect(Math.abs(lost - 30)).toBeLessThan(14);
    expect(clients).toEqual([{ address: `127.0.0.1:${reader.port}`, sent, dropped: 0 }]);
    await reader.until(sent);
    device.set?.({ connected: false, port: reader.port });
    decide([0, 1, 1, 1, 1, 0, 0, 0]);
    expect(device.report().sent).toBe(sent);
  });

  it('go to this machine only', async () => {
    await open();
    const away = libemg.open(feed.feed, { address: '192.0.2.1' }, fakeHost);
    await expect(away).rejects.toThrow('libemg.address: 192.0.2.1 is another machine');
    await expect(libemg.open(feed.feed, { address: 'evil.example' }, fakeHost)).rejects.toThrow(
      'expected an IP address',
    );
  });
});
