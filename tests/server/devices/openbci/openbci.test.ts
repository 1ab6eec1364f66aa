import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDevice } from '../../../../server/devices/device.js';
import { openbci } from '../../../../server/devices/openbci/index.js';
import { FakeFeed, fakeHost } from '../fake-feed.js';
import { UdpReader } from '../udp-reader.js';

let reader: UdpReader;
let feed: FakeFeed;
let device: OpenDevice;

beforeEach(async () => {
  reader = await UdpReader.open();
  feed = new FakeFeed({ sampleRateHz: 250, channels: ['a', 'b'] });
  device = await openbci.open(feed.feed, { port: reader.port }, fakeHost);
});
afterEach(async () => {
  await device.close();
  reader.close();
});

const heard = async (count: number): Promise<unknown> => {
  const text = String((await reader.until(count))[count - 1]);
  expect(text.endsWith('\r\n')).toBe(true);
  return JSON.parse(text);
};

describe('the OpenBCI GUI by UDP', () => {
  it('sends µV of eight channels', async () => {
    feed.push('raw', 0, [
      [1e-6, -2e-6],
      [3e-6, 4e-6],
    ]);
    const empty = [0, 0];
    expect(await heard(1)).toEqual({
      type: 'timeSeriesRaw',
      data: [[1, -2], [3, 4], empty, empty, empty, empty, empty, empty],
    });
  });

  it('turns to what the dial asks for while it is open', async () => {
    const set = (content: string): void => device.set?.({ port: reader.port, content });
    set('timeSeriesFilt');
    feed.push('raw', 0, [
      [1, 1],
      [1, 1],
    ]);
    feed.push('filtered', 0, [[5e-6], [6e-6]]);
    expect(await heard(1)).toMatchObject({
      type: 'timeSeriesFilt',
      data: [[5], [6], [0], [0], [0], [0], [0], [0]],
    });
    set('emg');
    feed.push('raw', 2, [
      [1, 1],
      [1, 1],
    ]);
    const { type, data } = (await heard(2)) as { type: string; data: number[] };
    expect([type, data.length]).toEqual(['emg', 8]);
    set('fft');
    feed.push('raw', 4, [
      [1, 1],
      [1, 1],
    ]);
    expect((await heard(3)) as { data: number[][] }).toMatchObject({ type: 'fft' });
  });

  it('never sends what JSON cannot say', async () => {
    feed.push('raw', 0, [[NaN], [Infinity]]);
    expect(await heard(1)).toMatchObject({ data: [[0], [0], [0], [0], [0], [0], [0], [0]] });
    expect(device.report().notes).toContain('2 values that are no numbers were sent as 0');
  });
});
