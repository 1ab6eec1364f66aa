import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenDevice } from '../../../../server/devices/device.js';
import { trigno } from '../../../../server/devices/trigno/index.js';
import { freePorts } from '../../../support/free-ports.js';
import { FakeFeed, fakeHost } from '../fake-feed.js';
import { TcpReader } from '../tcp-reader.js';

const END = '\r\n\r\n';

let feed: FakeFeed;
let device: OpenDevice;
const readers: TcpReader[] = [];

const open = async (options: Record<string, unknown> = {}): Promise<void> => {
  device = await trigno.open(feed.feed, { port: 0, ...options }, fakeHost);
};
/** Connect with one of the five ports, as a client that knows nothing but their order. */
const join = async (port: number): Promise<TcpReader> => {
  const address = device.report().addresses[port] ?? '';
  const reader = await TcpReader.connect(Number(/:(\d+) /.exec(address)?.[1]));
  readers.push(reader);
  return reader;
};
const command = async (reader: TcpReader, text: string): Promise<string> => {
  reader.socket.write(`${text}${END}`);
  return reader.line(END);
};
/** Two channels that rise by 1 µV each sample, the second 1 mV above the first. */
const ramp = (index: number, length: number): number[][] =>
  [0, 1e-3].map((offset) => Array.from({ length }, (_, k) => offset + 1e-6 * (index + k)));
const floats = (bytes: Buffer): number[] =>
  Array.from({ length: bytes.length / 4 }, (_, k) => bytes.readFloatLE(4 * k));

beforeEach(() => {
  feed = new FakeFeed({ sampleRateHz: 2000, channels: ['a', 'b'] });
});
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  await device.close();
});

describe('a Trigno server', () => {
  it('serves a client that follows the protocol: greeting, queries, START, EMG and AUX, STOP, QUIT', async () => {
    await open();
    const control = await join(0);
    expect(await control.line(END)).toBe('Delsys Trigno System Digital Protocol Version 3.6.0');
    const [emg, aux, acc, legacy] = [await join(3), await join(4), await join(2), await join(1)];
    expect(await command(control, 'SENSOR 2 PAIRED?')).toBe('YES');
    expect(await command(control, 'SENSOR 3 PAIRED?')).toBe('NO');

    feed.push('raw', 0, ramp(0, 40)); // before START: nobody gets it
    expect(await command(control, 'START')).toBe('OK');
    feed.push('raw', 40, ramp(40, 40));
    feed.push('raw', 80, ramp(80, 40));

    // Two whole frames of 27 instants are in the 80 samples; each instant is 16 floats, in volts.
    const values = floats(await emg.take(2 * 27 * 64));
    const expected = Array.from({ length: 54 }, (_, k) => 1e-6 * (40 + k));
    for (const [k, volts] of expected.entries()) {
      expect(values[16 * k]).toBeCloseTo(volts, 9);
      expect(values[16 * k + 1]).toBeCloseTo(volts + 1e-3, 9);
      expect(values.slice(16 * k + 2, 16 * k + 16)).toEqual(Array(14).fill(0));
    }
    expect(floats(await legacy.take(2 * 27 * 64))).toEqual(values);
    const still = floats(await aux.take(2 * 2 * 576));
    expect(still.slice(0, 9)).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(floats(await acc.take(2 * 2 * 192)).slice(0, 3)).toEqual([0, 0, 1]);

    expect(await command(control, 'STOP')).toBe('OK');
    feed.push('raw', 120, ramp(120, 40));
    expect(await command(control, 'QUIT')).toBe('OK');
    await control.end();
    expect(emg.waitingBytes).toBe(0);
    expect(device.report()).toMatchObject({ rateHz: 2000, sent: 8, dropped: 0, lost: 0 });
  });

  it('always writes whole instants: a client that reads 64 bytes at a time is never out of step', async () => {
    await open({ rateHz: '1925.93' });
    const control = await join(0);
    const emg = await join(3);
    await control.line(END);
    await command(control, 'START');
    for (let index = 0; index < 2000; index += 40) feed.push('raw', index, ramp(index, 40));
    // 1926 instants in a second, less the frame under way and what resampling waits for.
    await emg.take(64 * 26 * 70);
    await command(control, 'STOP');
    expect(emg.waitingBytes % (64 * 26)).toBe(0);
  });

  it('has the order of bytes and the rate that the client asks for', async () => {
    await open();
    const control = await join(0);
    const emg = await join(3);
    await control.line(END);
    await command(control, 'ENDIAN BIG');
    await command(control, 'UPSAMPLE OFF');
    expect(device.report().rateHz).toBeCloseTo(1925.926, 3);
    await command(control, 'UPSAMPLE ON');
    await command(control, 'START');
    feed.push('raw', 0, ramp(500, 40));
    expect((await emg.take(64)).readFloatBE(0)).toBeCloseTo(500e-6, 9);
  });

  it('goes on while one of two who command stays, and stops with the last', async () => {
    await open();
    const [first, second, emg] = [await join(0), await join(0), await join(3)];
    await command(first, 'START');
    await second.line(END);
    first.close();
    await vi.waitFor(() => expect(device.report().clients).toHaveLength(2));
    feed.push('raw', 0, ramp(0, 40));
    await emg.take(64 * 27);
    second.close();
    await vi.waitFor(() => expect(device.report().clients).toHaveLength(1));
    feed.push('raw', 40, ramp(40, 80));
    expect(device.report().sent).toBe(1);
  });

  it('loses frames of single sensors, sends unpaired ones as 0, and falls silent out of reach', async () => {
    await open({ lossPercent: 25, unpaired: [2], seed: 3 });
    const control = await join(0);
    const emg = await join(3);
    await control.line(END);
    expect(await command(control, 'SENSOR 2 PAIRED?')).toBe('NO');
    await command(control, 'START');
    for (let index = 0; index < 27 * 200; index += 54) feed.push('raw', index, ramp(index + 1, 54));
    const values = floats(await emg.take(64 * 27 * 200));
    const lost = Array.from({ length: 200 }, (_, frame) => values[16 * 27 * frame] === 0).filter(Boolean);
    expect(lost.length).toBe(device.report().lost);
    // 3 standard deviations of a binomial of 200 about 50.
    expect(Math.abs(lost.length - 50)).toBeLessThan(19);
    expect(values.filter((v, k) => k % 16 === 1 && v !== 0)).toEqual([]);
    expect(device.report().notes).toContain('not paired, so sent as 0: sensors 2');
    device.set?.({ port: 0, connected: false });
    feed.push('raw', 27 * 200, ramp(0, 270));
    expect(emg.waitingBytes).toBe(0);
    expect(await command(control, 'SENSOR 2 PAIRED?')).toBe('YES');
  });

  it('survives whatever is said to it', async () => {
    await open();
    const control = await join(0);
    await control.line(END);
    control.socket.write(Buffer.from([0, 255, 13, 10, 13, 10]));
    expect(await control.line(END)).toBe('INVALID COMMAND');
    control.socket.write('y'.repeat(100_000) + END);
    expect(await control.line(END)).toBe('INVALID COMMAND');
    expect(await command(control, 'STOP')).toMatch(/^(OK|INVALID COMMAND)$/);
  });

  it('keeps none of its ports where one is taken, and says which', async () => {
    const first = await freePorts(7);
    const taken = first + 2;
    const other = createServer();
    other.listen(taken, '127.0.0.1');
    await once(other, 'listening');
    const blocked = trigno.open(feed.feed, { port: taken }, fakeHost);
    await expect(blocked).rejects.toThrow(`port ${taken} of 127.0.0.1: `);
    const third = trigno.open(feed.feed, { port: first }, fakeHost);
    await expect(third).rejects.toThrow(/^port \d+ of 127\.0\.0\.1: /);
    other.close();
    await once(other, 'close');
    // All that the failed ones had is free again.
    await open({ port: first });
  });
});
