import { afterEach, describe, expect, it } from 'vitest';
import { deviceHost } from '../../../../server/devices/host.js';
import type { OpenDevice } from '../../../../server/devices/device.js';
import { lsl } from '../../../../server/devices/lsl/index.js';
import { FakeFeed } from '../fake-feed.js';
import { ask, field, LslConnection, search } from './lsl-client.js';

const host = deviceHost('127.0.0.1', (error) => {
  throw error;
});
const streams = {
  truth: { rows: ['movement', 'cue'], rateHz: 100, samplesPerColumn: 10, unit: '1' },
  decisions: { rows: ['posterior.rest', 'step.vote'], rateHz: 20, samplesPerColumn: 50, unit: '1' },
};
const now = (): number => Number(process.hrtime.bigint()) / 1e9;

let session: FakeFeed;
let device: OpenDevice | undefined;
const connections: LslConnection[] = [];

afterEach(async () => {
  for (const connection of connections.splice(0)) connection.close();
  await device?.close();
  device = undefined;
});

/** Open the device at a search port of its own; that port. */
async function open(options: Record<string, unknown> = {}): Promise<number> {
  session = new FakeFeed({ streams, movements: ['rest', 'hand-close'], classes: ['rest'] });
  device = await lsl.open(session.feed, { multicastPort: 0, name: 'Probe', ...options }, host);
  return portOf(device);
}

function portOf(opened: OpenDevice): number {
  const port = /^udp 127\.0\.0\.1:(\d+) \(searches\)$/.exec(opened.report().addresses[0] ?? '')?.[1];
  return Number(port);
}

async function found(query: string, port: number): Promise<{ info: string; data: number; uid: string }> {
  const [info = ''] = await search(query, port);
  return { info, data: Number(field(info, 'v4data_port')), uid: field(info, 'uid') };
}

/** A feed that is past its test samples. */
async function feed(port: number, query = "type='EMG'", headers = {}): Promise<LslConnection> {
  const { data, uid, info } = await found(query, port);
  const connection = await LslConnection.feed(data, uid, headers);
  connections.push(connection);
  expect(await connection.head()).toMatch(/^LSL\/110 200 OK\r\n/);
  const channels = Number(field(info, 'channel_count'));
  if (field(info, 'channel_format') === 'string') await connection.take(2 * 13);
  else await connection.take(2 * (9 + 4 * channels));
  return connection;
}

describe('streams of Lab Streaming Layer', () => {
  it('are found by searches to the address, to the groups and to their own service', async () => {
    const port = await open();
    const names = (infos: string[]): string[] => infos.map((info) => field(info, 'name')).sort();
    expect(names(await search("session_id='default'", port))).toEqual([
      'Probe',
      'Probe decisions',
      'Probe markers',
    ]);
    for (const group of ['224.0.0.183', '239.255.172.215'])
      expect(names(await search("type='EMG'", port, group))).toEqual(['Probe']);
    const { info } = await found("starts-with(name,'Probe') and count(desc/channels/channel)=2", port);
    expect(names(await search('', Number(field(info, 'v4service_port'))))).toHaveLength(1);
    expect(await search("type='EEG'", port)).toEqual([]);
    expect(await search('type=(', port)).toEqual([]);
    expect(device?.report().notes.join()).toMatch(/search was not understood: query: got its end/);
  });

  it('of two sessions are found by one search, and the port is given back', async () => {
    const port = await open();
    const again = await lsl.open(session.feed, { multicastPort: port, name: 'Second' }, host);
    const third = await lsl.open(session.feed, { multicastPort: port, name: 'Third' }, host);
    await again.close();
    expect(await search("starts-with(name,'Third')", port)).toHaveLength(3);
    await third.close();
    const opened = await lsl.open(session.feed, { multicastPort: port, name: 'Third' }, host);
    expect((await search("name='Third'", port)).length).toBeGreaterThan(0);
    await opened.close();
  });

  it('describe themselves whole, and tell the time', async () => {
    const port = await open({ clockOffsetS: 1000 });
    const { info, data } = await found("type='EMG'", port);
    expect(info).toContain('<desc />');
    const full = await LslConnection.open(data, 'LSL:fullinfo\r\n');
    await full.until(() => false);
    const text = full.bytes.toString('utf8');
    expect(text).toContain('<label>a</label>\n\t\t\t\t<unit>microvolts</unit>\n\t\t\t\t<type>EMG</type>');
    expect(text.replace(/<desc>[^]*<\/desc>/, '<desc />')).toBe(info);

    const before = now();
    const [answer = ''] = await ask(() => [`LSL:timedata\r\n42 ${before}\r\n`], {
      port: Number(field(info, 'v4service_port')),
      address: '127.0.0.1',
    });
    expect(answer).toMatch(/^ 42 [\d.]+ [\d.]+ [\d.]+$/);
    const [, t0 = 0, t1 = 0, t2 = 0] = answer.trim().split(' ').map(Number);
    expect(t0).toBeCloseTo(before, 6);
    expect(t1).toBeGreaterThan(before + 1000);
    expect(t2).toBeGreaterThanOrEqual(t1);
    expect(t2).toBeLessThan(now() + 1000);
  });

  it('send two test samples, then the signal in microvolts, to several readers alike', async () => {
    const port = await open();
    const { uid, data } = await found("type='EMG'", port);
    const first = await LslConnection.feed(data, uid);
    connections.push(first);
    expect(await first.head()).toBe(
      `LSL/110 200 OK\r\nUID: ${uid}\r\nByte-Order: 1234\r\nSuppress-Subnormals: 0\r\nData-Protocol-Version: 110\r\n\r\n`,
    );
    expect(await first.sample(2)).toEqual({ stamp: 123456.789, values: [4, -5] });
    expect(await first.sample(2)).toEqual({ stamp: 123456.789, values: [2, -3] });
    const second = await feed(port);
    session.push('raw', 0, [
      [1e-6, 2e-6],
      [-1e-3, 0],
    ]);
    const came = now();
    for (const reader of [first, second]) {
      const { stamp, values } = await reader.sample(2);
      expect([values[0]?.toFixed(3), values[1]?.toFixed(3)]).toEqual(['1.000', '-1000.000']);
      // Two samples at 1 kHz that have just come were taken in the last two milliseconds.
      expect(stamp).toBeLessThanOrEqual(came - 0.002);
      expect(stamp).toBeGreaterThan(came - 5);
      expect(await reader.sample(2)).toEqual({ stamp: undefined, values: [2, 0] });
    }
    expect(device?.report()).toMatchObject({ rateHz: 1000, sent: 4, dropped: 0, lost: 0 });
    expect(device?.report().clients.map(({ sent }) => sent)).toEqual([2, 2]);
    first.close();
    await expect.poll(() => device?.report().clients.length).toBe(1);
    expect(device?.report().sent).toBe(4);
  });

  it('stamp samples evenly however unevenly they come, and leave a gap where the index jumps', async () => {
    const port = await open();
    const reader = await feed(port);
    for (const index of [0, 1, 2, 1000]) session.push('raw', index, [[0], [0]]);
    const stamps: number[] = [];
    for (let i = 0; i < 4; i++) stamps.push((await reader.sample(2)).stamp ?? NaN);
    const [a = 0, b = 0, c = 0, d = 0] = stamps;
    expect(b - a).toBeLessThan(0.0015);
    expect(c - b).toBeLessThan(0.0015);
    // The jump says that a second passed; by the clock none did, and the clock is right.
    expect(Math.abs(d - c)).toBeLessThan(1);
  });

  it('are sent in chunks where that is wanted', async () => {
    const port = await open({ chunkSamples: 5 });
    const reader = await feed(port);
    for (let index = 0; index < 12; index += 3)
      session.push('raw', index, [[1, 2, 3].map((v) => v * 1e-6), [0, 0, 0]]);
    const samples = [];
    for (let i = 0; i < 10; i++) samples.push(await reader.sample(2));
    expect(samples.map(({ stamp }) => stamp !== undefined)).toEqual(
      Array.from({ length: 10 }, (_, i) => i % 5 === 0),
    );
    expect(samples.map(({ values }) => Math.round(values[0] ?? 0))).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3, 1]);
  });

  it('come in the byte order of the reader, and in pieces of the length it wants', async () => {
    const port = await open();
    const reader = await feed(port, "type='EMG'", { 'Native-Byte-Order': '4321', 'Max-Chunk-Length': '1' });
    session.push('raw', 0, [
      [1e-6, 2e-6],
      [4e-6, 8e-6],
    ]);
    const bytes = await reader.take(8 + 2 * 9);
    expect(bytes.subarray(9, 17).toString('hex')).toBe('3f80000040800000');
    expect(bytes.readDoubleBE(1)).toBeCloseTo(now(), 0);
  });

  it('of markers carry cues, marks and movements made, each at its sample', async () => {
    const port = await open();
    const reader = await feed(port, "type='Markers'", { 'Value-Size': '32' });
    session.push('raw', 0, [[0], [0]]);
    session.messages$.next({ op: 'event', index: 1, kind: 'cue', text: 'hand-close' });
    session.push('truth', 0, [
      [0, 1, 1],
      [0, 0, 0],
    ]);
    const cue = await reader.text();
    const rest = await reader.text();
    const close = await reader.text();
    expect([cue.text, rest.text, close.text]).toEqual([
      'cue: hand-close',
      'truth: rest',
      'truth: hand-close',
    ]);
    expect(close.stamp - rest.stamp).toBeCloseTo(0.01, 6);
    expect(cue.stamp - rest.stamp).toBeCloseTo(0.001, 6);
  });

  it('of decisions and commands are there while the session has them', async () => {
    const port = await open();
    const decisions = await feed(port, "type='Decisions'");
    session.push('decisions', 50, [[0.75], [0]]);
    expect((await decisions.sample(2)).values).toEqual([0.75, 0]);
    expect(await search("type='Commands'", port)).toEqual([]);
    const command = { rows: ['velocity.hand'], rateHz: 20, samplesPerColumn: 50, unit: '1' };
    session.become({ streams: { ...streams, command } });
    await expect.poll(() => search("type='Commands'", port)).toHaveLength(1);
    const commands = await feed(port, "type='Commands'");
    session.push('command', 50, [[-0.5]]);
    expect((await commands.sample(1)).values).toEqual([-0.5]);
  });

  it('end and are found anew, from the same source, where the electrodes change', async () => {
    const port = await open();
    const { uid, info } = await found("type='EMG'", port);
    const reader = await feed(port);
    session.become({ channels: ['a', 'b', 'c'] });
    await reader.until(() => false);
    await expect.poll(() => search("channel_count='3'", port)).toHaveLength(1);
    const next = await found("channel_count='3'", port);
    expect(next.uid).not.toBe(uid);
    expect(field(next.info, 'source_id')).toBe(field(info, 'source_id'));
  });

  it('fall silent, lose packets and are renamed by dials', async () => {
    const port = await open({ lossPercent: 100 });
    const reader = await feed(port);
    session.push('raw', 0, [[0], [0]]);
    expect(device?.report()).toMatchObject({ lost: 1, sent: 0 });
    const options = lsl.parse({ multicastPort: 0, name: 'Probe' });
    device?.set?.({ ...options, connected: false });
    session.push('raw', 1, [[0], [0]]);
    device?.set?.(options);
    session.push('raw', 2, [[5e-6], [0]]);
    expect((await reader.sample(2)).values[0]).toBeCloseTo(5, 5);
  });

  it('are sampled by a crystal that drifts, by a dial that turns while they are read', async () => {
    const port = await open({ driftPpm: 1000 });
    const reader = await feed(port);
    const block = new Array<number>(1000).fill(3e-6);
    session.push('raw', 0, [block, block]);
    session.push('raw', 1000, [block, block]);
    device?.set?.(lsl.parse({ multicastPort: 0, name: 'Probe' }));
    session.push('raw', 2000, [[7e-6], [0]]);
    let count = 0;
    while (Math.round((await reader.sample(2)).values[0] ?? 0) !== 7) count++;
    // Two thousand samples, two more by the drift, and 24 that the last ones would need.
    expect(count).toBe(2002 - 24);
  });

  it('drop the oldest for a reader that does not read, and for nobody else', async () => {
    const port = await open();
    const [slow, fast] = [await feed(port, undefined, { 'Max-Buffer-Length': '200000' }), await feed(port)];
    slow.socket.pause();
    const block = Array.from({ length: 50_000 }, (_, i) => i);
    let read = 0;
    fast.socket.on('data', () => {
      read += fast.bytes.length;
      fast.bytes = Buffer.alloc(0);
    });
    let pushed = 0;
    const dropped = (): number => device?.report().clients[0]?.dropped ?? 0;
    while (dropped() === 0 && pushed < 400) {
      session.push('raw', pushed * block.length, [block, block]);
      pushed++;
      await expect.poll(() => read, { timeout: 10_000 }).toBe(pushed * (8 + 9 * block.length));
    }
    expect(dropped()).toBeGreaterThan(0);
    expect(device?.report().clients[1]?.dropped).toBe(0);
  });
});

describe('an outlet that is asked for what there is not', () => {
  it.each([
    ['LSL:streamfeed/110 other\r\n\r\n', /^LSL\/110 404 Not found\r\n/],
    ['LSL:streamfeed/900 \r\n\r\n', /^LSL\/110 505 /],
    ['LSL:streamfeed\r\n360 0\r\n', /^LSL\/110 505 /],
    ['LSL:streamfeed/110 \r\nValue-Size: 2\r\n\r\n', /^LSL\/110 400 /],
    ["LSL:shortinfo\r\ntype='EEG'\r\n", /^$/],
    ["LSL:shortinfo\r\ntype='EMG'\r\n", /^<\?xml/],
    ['GET / HTTP/1.1\r\n\r\n', /^$/],
    ['x'.repeat(20_000), /^$/],
  ])('ends the connection: %#', async (request, expected) => {
    const port = await open();
    const { data } = await found("type='EMG'", port);
    const connection = await LslConnection.open(data, request);
    await connection.until(() => false);
    expect(connection.bytes.toString('utf8')).toMatch(expected);
  });

  it('closes after the test samples where no buffer is wanted', async () => {
    const port = await open();
    const { data, uid } = await found("type='EMG'", port);
    const connection = await LslConnection.feed(data, uid, { 'Max-Buffer-Length': '0' });
    await connection.until(() => false);
    await connection.head();
    expect(connection.bytes.length).toBe(2 * 17);
  });

  it('says which addresses and names it can have', async () => {
    session = new FakeFeed({});
    await expect(lsl.open(session.feed, { multicastPort: 0, name: ' ' }, host)).rejects.toThrow(
      /got no name/,
    );
    const v6 = deviceHost('::1', console.error);
    await expect(lsl.open(session.feed, { multicastPort: 0 }, v6)).rejects.toThrow(/expected one of IPv4/);
    const foreign = deviceHost('192.0.2.77', console.error);
    await expect(lsl.open(session.feed, { multicastPort: 0 }, foreign)).rejects.toMatchObject({
      code: 'resource',
    });
  });
});
