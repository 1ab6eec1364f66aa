import { afterEach, describe, expect, it } from 'vitest';
import { deviceHost } from '../../../../server/devices/host.js';
import { lsl } from '../../../../server/devices/lsl/index.js';
import type { Arrival, Declared, Feed } from '../../../../server/inlets/arrival.js';
import { lslStream, type LslWanted } from '../../../../server/inlets/lsl/open-lsl.js';
import { openInlet } from '../../../../server/inlets/open-inlet.js';
import type { SampleBlock } from '../../../../src/ground/signal/sample-block.js';
import { FakeFeed } from '../../devices/fake-feed.js';
import { FakeOutlet, type Format, type Made } from './fake-outlet.js';

const now = (): number => Number(process.hrtime.bigint()) / 1e9;
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function outlet(made: Made = {}, port = 0): Promise<FakeOutlet> {
  const opened = await FakeOutlet.open(made, port);
  closing.push(() => opened.close());
  return opened;
}

/** Read a stream; what came of it. */
async function read(wanted: Partial<LslWanted> & { port: number }, declared: Declared = {}) {
  const came = { arrivals: [] as Arrival[], notes: [] as string[], errors: [] as unknown[] };
  const listener = {
    arrived: (arrival: Arrival) => came.arrivals.push(arrival),
    note: (text: string) => came.notes.push(text),
    ended: () => came.errors.push('ended'),
    failed: (error: unknown) => came.errors.push(error),
  };
  const open = lslStream({ stream: "type='EMG'", peer: '127.0.0.1', ...wanted }, declared);
  const feed: Feed = await open(listener, () => performance.now());
  closing.push(() => feed.close());
  return came;
}

const rowsOf = (arrivals: readonly Arrival[]): number => arrivals.reduce((sum, { rows }) => sum + rows, 0);

describe('a stream of Lab Streaming Layer', () => {
  it.each([
    ['float32', true],
    ['double64', false],
    ['int8', true],
    ['int16', false],
    ['int32', true],
    ['int64', false],
  ] as [Format, boolean][])(
    'of %s is read, little-endian %s, however it is cut',
    async (format, littleEndian) => {
      const sender = await outlet({ format, littleEndian });
      const came = await read({ port: sender.port });
      await sender.read();
      sender.send(
        now(),
        [
          [1, -2],
          [3, 4],
          [100, -100],
        ],
        3,
      );
      await expect.poll(() => rowsOf(came.arrivals)).toBe(3);
      const [first] = came.arrivals;
      expect(first).toMatchObject({
        names: ['a', 'b'],
        scales: [1e-6, 1e-3],
        sampleRateHz: 1000,
        stampUnitS: 1,
      });
      expect(came.arrivals.flatMap(({ values }) => [...values])).toEqual([1, -2, 3, 4, 100, -100]);
      expect(came.notes).toContain('the stream "Amp" of lab was found');
      expect(came.errors).toEqual([]);
    },
  );

  it('is stamped by our clock, whatever that of its sender says, and counts on where the time is deduced', async () => {
    const sender = await outlet({ ahead: -12_345 });
    const came = await read({ port: sender.port });
    await sender.read();
    const stamp = now();
    sender.send(stamp, [
      [0, 0],
      [0, 0],
    ]);
    await expect.poll(() => rowsOf(came.arrivals)).toBe(2);
    const stamps = came.arrivals.flatMap(({ stamps: some = new Float64Array(0) }) => [...some]);
    expect(Math.abs((stamps[0] ?? 0) - stamp)).toBeLessThan(0.5);
    expect(stamps[1]).toBeNaN();
  });

  it('whose clock does not answer is told by when it comes', async () => {
    const sender = await outlet({ deafClock: true });
    const came = await read({ port: sender.port });
    await sender.read();
    sender.send(now(), [[0, 0]]);
    await expect.poll(() => rowsOf(came.arrivals)).toBe(1);
    expect(came.arrivals[0]).not.toHaveProperty('stamps');
    expect(came.notes.join()).toContain('the clock of "Amp" does not answer');
  });

  it('is searched for and read again after it was lost, also from another outlet of the same source', async () => {
    const sender = await outlet();
    const { port } = sender;
    const came = await read({ port });
    await sender.read();
    sender.cut();
    await sender.read();
    sender.send(now(), [[1, 1]]);
    await expect.poll(() => rowsOf(came.arrivals)).toBe(1);
    await sender.close();
    closing.shift();
    const next = await outlet({ uid: 'uid-2', ahead: 99 }, port);
    await next.read();
    next.send(now(), [[2, 2]]);
    await expect.poll(() => rowsOf(came.arrivals)).toBe(2);
    expect(came.notes.filter((note) => note.includes('was lost'))).toHaveLength(2);
    expect(came.notes.filter((note) => note.includes('goes on'))).toHaveLength(2);
    expect(came.errors).toEqual([]);
  });

  it('is searched for again where it has just gone', async () => {
    const sender = await outlet({ answer: 'LSL/110 404 Not found' });
    const came = await read({ port: sender.port });
    await expect.poll(() => sender.requests, { timeout: 15_000 }).toBeGreaterThan(1);
    expect(came.notes.join()).toContain('was lost (it is there no more)');
    expect(came.errors).toEqual([]);
  });

  it.each([
    [{ wrong: 1 }, /test sample of "Amp" has 5 on channel 1/],
    [{ answer: 'LSL/110 400 no\r\n\r\n' }, /refused: 400 no/],
    [{ answer: 'LSL/110 200 OK\r\nData-Protocol-Version: 100\r\n\r\n' }, /protocol 1, only 1\.10/],
    [{ format: 'string' as const }, /has texts, expected numbers/],
    [{ channels: [{ label: 'T', unit: 'degC', type: 'Temp' }] }, /has no electrode/],
  ])('that cannot be read fails in words: %#', async (made, expected) => {
    const sender = await outlet(made);
    const came = await read({ port: sender.port });
    await expect.poll(() => came.errors).toHaveLength(1);
    expect(String(came.errors[0])).toMatch(expected);
  });

  it('leaves out what is no electrode, and says so', async () => {
    const sender = await outlet({
      channels: [
        { label: 'trigger', unit: 'none', type: 'TRG' },
        { label: 'flexor', unit: 'uV' },
      ],
    });
    const came = await read({ port: sender.port });
    await sender.read();
    sender.send(now(), [[7, 8]]);
    await expect.poll(() => rowsOf(came.arrivals)).toBe(1);
    expect(came.arrivals[0]).toMatchObject({ names: ['flexor'], scales: [1e-6] });
    expect([...(came.arrivals[0]?.values ?? [])]).toEqual([8]);
    expect(came.notes.join()).toMatch(/"trigger".* left out/);
  });

  it('gets the markers of another stream, each at its sample, over the clocks of both senders', async () => {
    const channels = [{ label: 'marker', unit: '' }];
    const texts = {
      name: 'Cues',
      type: 'Markers',
      format: 'string',
      rateHz: 0,
      ahead: -7,
      channels,
    } as const;
    const markers = await outlet({ ...texts, uid: 'uid-m' });
    const sender = await outlet({ ahead: 1000, beside: [markers] });
    const came = await read({ port: sender.port, markers: 'Cues' });
    await Promise.all([sender.read(), markers.read()]);
    const from = now();
    markers.sendText(from + 0.1, 'hand-close');
    const rows = Array.from({ length: 200 }, () => [0, 0]);
    // The first block ends before the marker, the second holds it.
    sender.send(from, rows.slice(0, 50));
    await expect.poll(() => rowsOf(came.arrivals)).toBe(50);
    sender.send(from + 0.05, rows);
    await expect.poll(() => rowsOf(came.arrivals)).toBe(250);
    let before = 0;
    const marks = came.arrivals.flatMap(({ marks: some = [], rows: count }) => {
      before += count;
      return some.map(({ row, text }) => ({ at: before - count + row, text }));
    });
    expect(marks.map(({ text }) => text)).toEqual(['hand-close']);
    expect(marks[0]?.at).toBeGreaterThanOrEqual(90);
    expect(marks[0]?.at).toBeLessThanOrEqual(110);
  });

  it('is one of several, which are told', async () => {
    const other = await outlet({ name: 'Other', uid: 'uid-o' });
    const sender = await outlet({ beside: [other] });
    const came = await read({ port: sender.port });
    await expect
      .poll(() => came.notes.join())
      .toContain('2 streams match type=\'EMG\': "Amp" is taken, not "Other" of lab');
  });
});

describe('our own streams', () => {
  it('come back as an inlet: the same samples, rate, names and unit', async () => {
    const session = new FakeFeed({});
    const host = deviceHost('127.0.0.1', console.error);
    const device = await lsl.open(session.feed, { multicastPort: 0 }, host);
    closing.push(() => device.close());
    const port = Number(/:(\d+) /.exec(device.report().addresses[0] ?? '')?.[1]);
    const stop = new AbortController();
    const opening = openInlet({
      open: lslStream({ stream: 'Myodesis', peer: '127.0.0.1', port }, {}),
      declared: {},
      note: () => undefined,
      stop: stop.signal,
    });
    let index = 0;
    const sent = setInterval(() => {
      session.push('raw', index, [
        Array.from({ length: 20 }, (_, n) => (index + n) * 1e-6),
        Array.from({ length: 20 }, () => -1e-6),
      ]);
      index += 20;
    }, 20);
    closing.push(async () => clearInterval(sent));
    const source = await opening;
    closing.push(() => source.close());
    expect(source.info).toMatchObject({ sampleRateHz: 1000, channelNames: ['a', 'b'], unit: 'uV' });
    const blocks: SampleBlock[] = [];
    source.blocks$.subscribe((block) => blocks.push(block));
    await expect.poll(() => blocks.length).toBeGreaterThan(5);
    const values = blocks.flatMap((block) => [...block.data.subarray(0, block.length)]);
    values.slice(1).forEach((value, n) => expect((value - (values[n] ?? 0)) * 1e6).toBeCloseTo(1, 2));
  });
});
