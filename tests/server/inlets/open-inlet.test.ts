import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePorts } from '../../support/free-ports.js';
import type { Declared, OpenFeed } from '../../../server/inlets/arrival.js';
import { boardOf } from '../../../server/inlets/brainflow/board.js';
import { brainFlow } from '../../../server/inlets/brainflow/open-brainflow.js';
import { openInlet } from '../../../server/inlets/open-inlet.js';
import { stdinText } from '../../../server/inlets/open-stdin.js';
import { udpText } from '../../../server/inlets/open-udp.js';
import { serialText } from '../../../server/inlets/serial/open-serial.js';
import { socketAddress } from '../../../server/inlets/udp-socket.js';
import { channelOf, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import type { InletSource } from '../../../src/patient/inlet-source.js';

const notes: string[] = [];
const closes: (() => Promise<void>)[] = [];
const stop = new AbortController();

beforeEach(() => void (notes.length = 0));
afterEach(async () => {
  for (const close of closes.splice(0).reverse()) await close();
});

interface Heard {
  readonly source: InletSource;
  readonly blocks: SampleBlock[];
  ended: boolean;
}

async function heard(open: OpenFeed, declared: Declared): Promise<Heard> {
  const source = await openInlet({
    open,
    declared,
    note: (text) => void notes.push(text),
    stop: stop.signal,
  });
  closes.push(() => source.close());
  const blocks: SampleBlock[] = [];
  const found = { source, blocks, ended: false };
  source.notes$.subscribe((text) => notes.push(text));
  source.blocks$.subscribe({ next: (block) => blocks.push(block), complete: () => (found.ended = true) });
  return found;
}

/** Wait for a condition, doing something meanwhile. */
async function until(done: () => boolean, meanwhile: () => void = () => undefined): Promise<void> {
  while (!done()) {
    meanwhile();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function sender(port: number, address = '127.0.0.1'): (bytes: string | Uint8Array) => void {
  const socket = createSocket('udp4').bind(0, '127.0.0.1', () => socket.setMulticastInterface('127.0.0.1'));
  closes.push(() => new Promise((resolve) => socket.close(() => resolve())));
  return (bytes) => socket.send(bytes, port, address);
}

describe('datagrams', () => {
  it('of JSON become blocks in volts; a second sender is passed over', async () => {
    const port = await freePorts();
    const at = { address: '127.0.0.1', port };
    const declared = { sampleRateHz: 1000, channels: 2, unitVolts: 1e-3 };
    const { source, blocks } = await heard(udpText(at, declared), declared);
    expect(source.info).toMatchObject({
      sampleRateHz: 1000,
      channelNames: ['CH1', 'CH2'],
      unit: 'mV',
      name: `UDP 127.0.0.1:${port}`,
    });
    const [first, second] = [sender(port), sender(port)];
    const message = JSON.stringify({ type: 'timeSeriesRaw', data: [Array(10).fill(1), Array(10).fill(2)] });
    await until(
      () => blocks.length > 2,
      () => first(`${message}\r\n`),
    );
    await until(
      () => notes.some((note) => note.includes('another sender')),
      () => second('[[9],[9]]'),
    );
    expect([...channelOf(blocks[0] ?? never(), 0)]).toEqual(Array(20).fill(Math.fround(1e-3)));
    expect(blocks.map(({ index }) => index)).toEqual(blocks.map((_, n) => 20 * n));
  });

  it('of anything else do no harm', async () => {
    const port = await freePorts();
    const declared = { sampleRateHz: 1000, channels: 2 };
    const { blocks } = await heard(udpText({ address: '127.0.0.1', port }, declared), declared);
    const send = sender(port);
    const hostile = [
      Buffer.from([0xff, 0, 1]),
      '{',
      '[]',
      '[[[[1]]]]',
      '{"data":[[1e999]]}',
      'a,b,c',
      '\n\n',
      '1;2',
    ];
    await until(
      () => blocks.length > 0,
      () => {
        for (const bytes of hostile) send(bytes);
        send('[[1,2],[3,4],[5,6]]');
      },
    );
    expect(notes.length).toBeGreaterThan(2);
  });

  it('tell in words that a port is taken, and that an address is not of this machine', async () => {
    const port = await freePorts();
    const declared = { sampleRateHz: 1000, channels: 1 };
    const open = (address: string): Promise<Heard> => heard(udpText({ address, port }, declared), declared);
    await open('127.0.0.1');
    await expect(open('127.0.0.1')).rejects.toThrow('another program');
    await expect(open('192.0.2.1')).rejects.toThrow('no address of this machine');
  });

  it('are addressed by a port, or an address and a port', () => {
    expect(socketAddress('12345')).toEqual({ address: '127.0.0.1', port: 12345 });
    expect(socketAddress('[::1]:80')).toEqual({ address: '::1', port: 80 });
    expect(socketAddress('localhost:80')).toEqual({ address: '127.0.0.1', port: 80 });
    for (const text of ['', 'x', '0', '70000', 'name:80', '1.2.3:80', '12345x'])
      expect(socketAddress(text)).toBeUndefined();
  });
});

describe('BrainFlow', () => {
  const packages = (first: number): Uint8Array => {
    const numbers = new Float64Array(3 * 11);
    for (let n = 0; n < 3; n++) {
      numbers[n * 11] = (first + n) % 256;
      for (let row = 1; row <= 8; row++) numbers[n * 11 + row] = 10 * row;
      numbers[n * 11 + 9] = 1.7e9 + (first + n) / 500;
      numbers[n * 11 + 10] = first + n === 30 ? 5 : 0;
    }
    return new Uint8Array(numbers.buffer);
  };

  it.each(['127.0.0.1', '225.1.1.1'])('sends packages to %s', async (address) => {
    const port = await freePorts();
    const board = boardOf('gforce-pro');
    let sent = 0;
    const send = sender(port, address);
    const opening = heard(brainFlow({ address, port }, board), {});
    const timer = setInterval(() => {
      send(packages(sent));
      sent += 3;
    }, 5);
    const { source, blocks } = await opening;
    const marks: string[] = [];
    source.marks$?.subscribe(({ text }) => marks.push(text));
    await until(() => blocks.length > 8);
    clearInterval(timer);
    expect(source.info).toMatchObject({ sampleRateHz: 500, unit: 'uV' });
    expect(source.info.channelNames).toHaveLength(8);
    expect(channelOf(blocks[0] ?? never(), 7)[0]).toBe(Math.fround(80e-6));
  });

  it('of a board that is described by its rows', () => {
    expect(boardOf('rows=24,rate=250,signal=1-8,counter=0,time=22,marker=23')).toMatchObject({
      rows: 24,
      signal: [1, 2, 3, 4, 5, 6, 7, 8],
      time: 22,
    });
    for (const text of [
      'x',
      'rows=4,rate=250',
      'rows=4,rate=250,signal=1-9',
      'rows=4,rate=0,signal=1',
      'rows=4,rate=1,signal=3-1',
      'rows=4,rate=9,signal=1,other=2',
    ])
      expect(() => boardOf(text)).toThrow('--board');
  });
});

describe('a stream of lines', () => {
  it('plays no faster than it was sampled, and ends with all of it', async () => {
    const input = new PassThrough();
    const { ended, blocks, ...rest } = await (async () => {
      input.write('time_s,EMG1,EMG2\n');
      for (let n = 0; n < 3000; n++) input.write(`${n / 1000},${n},${-n}\n`);
      input.end();
      return heard(stdinText(input, {}), { sampleRateHz: 1000 });
    })();
    expect(ended).toBe(false);
    const begun = blocks.length;
    expect(begun).toBeLessThan(60);
    await until(() => blocks.length === 150);
    expect(blocks.at(-1)?.index).toBe(2980);
    expect(rest.source.info.channelNames).toEqual(['EMG1', 'EMG2']);
    expect(notes.join()).toContain('faster than its rate');
  });

  it.each([
    ['', 'before a sample came'],
    ['1,2\n', 'after 1 samples'],
    ['a,b\n', 'before a sample came'],
  ])('that ends too soon says so (%j)', async (text, expected) => {
    const input = new PassThrough();
    const opening = heard(stdinText(input, {}), {});
    input.end(text);
    await expect(opening).rejects.toThrow(expected);
  });

  it('of other channels than were declared says what to write', async () => {
    const input = new PassThrough();
    const declared = { sampleRateHz: 1000, channels: 3 };
    const opening = heard(stdinText(input, declared), declared);
    for (let n = 0; n < 40; n++) input.write(`${(n * 37) % 11},${(n * 17) % 7}\n`);
    await expect(opening).rejects.toMatchObject({ hint: expect.stringContaining('--channels 2') });
    const named = new PassThrough();
    const wanted = { sampleRateHz: 1000, channels: ['b'] };
    named.write('a,b\n1,2\n');
    const { source } = await heard(stdinText(named, wanted), wanted);
    expect(source.info.channelNames).toEqual(['b']);
  });
});

describe.skipIf(process.platform === 'win32')('a serial port', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'myodesis-serial-'));
    closes.push(() => rm(folder, { recursive: true }));
  });

  it('is read as the file that it is, where no package is there', async () => {
    const path = join(folder, 'port');
    execFileSync('mkfifo', [path]);
    const none = (): Promise<unknown> => Promise.reject(new Error('not installed'));
    const declared = { sampleRateHz: 1000 };
    const opening = heard(serialText(path, 115_200, declared, none), declared);
    const port = createWriteStream(path);
    closes.push(() => new Promise((resolve) => port.end(resolve)));
    for (let n = 0; n < 100; n++) port.write(`${(n * 37) % 11} ${(n * 17) % 7}\r\n`);
    const { source, blocks } = await opening;
    await until(() => blocks.length > 3);
    expect(source.info.channelNames).toHaveLength(2);
    expect(notes.join()).toContain('serialport');
  });

  it('is opened by the package at its speed, and taken up again when it is back', async () => {
    const ports: PassThrough[] = [];
    const asked: unknown[] = [];
    class SerialPort extends PassThrough {
      constructor(options: object, opened: (error: Error | null) => void) {
        super();
        asked.push(options);
        ports.push(this);
        queueMicrotask(() => opened(null));
      }
    }
    const declared = { sampleRateHz: 1000, channels: 1 };
    const load = (): Promise<unknown> => Promise.resolve({ SerialPort });
    const { blocks } = await heard(serialText('COM3', 9600, declared, load), declared);
    expect(asked).toEqual([{ path: 'COM3', baudRate: 9600 }]);
    ports[0]?.destroy(new Error('pulled out'));
    await until(() => ports.length > 1);
    await until(
      () => blocks.length > 0,
      () => ports[1]?.write('5\n'.repeat(20)),
    );
    expect(notes.join()).toMatch(/it has gone.*it is back/);
  });

  it('that is not there, or is a file, is refused in words', async () => {
    const none = (): Promise<unknown> => Promise.reject(new Error('not installed'));
    const open = (path: string): Promise<Heard> => heard(serialText(path, 9600, {}, none), {});
    await expect(open(join(folder, 'nothing'))).rejects.toThrow('no such file');
    await expect(open('package.json')).rejects.toThrow('no serial port');
  });
});

function never(): never {
  throw new Error('no block');
}
