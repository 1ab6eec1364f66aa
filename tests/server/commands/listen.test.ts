import { createSocket, type Socket } from 'node:dgram';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../server/program.js';
import { freePorts } from '../../support/free-ports.js';
import { trained } from '../../support/trained-decoders.js';
import { StreamClient } from '../stream-client.js';
import { runCommand } from './run-command.js';

let folder: string;
let socket: Socket;
let port: number;
let stop: AbortController;
let said = '';
let ending: Promise<number>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-listen-'));
  port = await freePorts();
  socket = createSocket('udp4');
  stop = new AbortController();
  said = '';
  ending = Promise.resolve(0);
});

afterEach(async () => {
  stop.abort();
  await ending;
  socket.close();
  await rm(folder, { recursive: true });
});

/** Begin to listen, and connect with the page's stream. */
async function listening(...flags: string[]): Promise<StreamClient> {
  const terminal = {
    out: (text: string) => void (said += text),
    err: (text: string) => void (said += text),
    interactive: false,
  };
  const argv = ['listen', '--udp', String(port), '--port', '0', '--recordings', folder, '--json', ...flags];
  ending = run(argv, terminal, stop.signal);
  const address = await until(() => /"address":"http:\/\/[^"]*:(\d+)/.exec(said)?.[1]);
  return StreamClient.connect(Number(address));
}

async function until<T>(found: () => T | undefined, meanwhile: () => void = () => undefined): Promise<T> {
  for (;;) {
    const value = found();
    if (value !== undefined) return value;
    meanwhile();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function send(channels: number): void {
  const data = Array.from({ length: channels }, (_, c) =>
    Array.from({ length: 10 }, (_, n) => ((7 * n) % 11) + c),
  );
  socket.send(JSON.stringify({ type: 'timeSeriesRaw', data }), port, '127.0.0.1');
}

it('shows a signal before anybody can decode it, and is there before the sender', async () => {
  const client = await listening('--rate', '500', '--channels', '2', '--unit', 'mV');
  const info = await client.message('serverInfo');
  expect(info).toMatchObject({
    source: 'person',
    sampleRateHz: 500,
    channels: ['CH1', 'CH2'],
    scenario: null,
  });
  expect(info.recording).toMatchObject({
    name: `UDP 127.0.0.1:${port}`,
    found: '2 channels at 500 Hz in mV',
  });
  await client.ask({ op: 'subscribe', streams: ['raw'] });
  const frame = await until(
    () => client.frames[0],
    () => send(2),
  );
  expect(frame).toMatchObject({ stream: 'raw', index: 0, channels: 2, length: 10 });
  expect(frame.data[1]).toBeCloseTo(7e-3);
  expect(await client.ask({ op: 'startPrompts', by: 'person' })).toMatchObject({ op: 'ok' });
  await client.message('prompt');
  client.close();
});

it('decides at once by a decoder that was trained before, whose channels it takes in order', async () => {
  const file = join(folder, 'decoder.json');
  await writeFile(file, JSON.stringify(trained().toJSON()));
  const client = await listening('--rate', '1000', '--channels', '4', '--decoder', file);
  const info = await client.message('serverInfo');
  expect(info.channels).toEqual(['A', 'B', 'C', 'D']);
  expect(said).toContain("taken to be the decoder's");
  await client.ask({ op: 'subscribe', streams: ['decisions'] });
  const frame = await until(
    () => client.frames[0],
    () => send(4),
  );
  expect(frame.stream).toBe('decisions');
  expect(await client.ask({ op: 'loadPreset', name: 'transhumeral-tmr' })).toMatchObject({ op: 'error' });
  client.close();
  stop.abort();
  expect(await ending).toBe(0);
});

it('ends in peace where it is told to stop while it waits', async () => {
  const argv = ['listen', '--udp', String(port), '--port', '0'];
  ending = run(argv, { out: () => undefined, err: () => undefined, interactive: false }, stop.signal);
  stop.abort();
  expect(await ending).toBe(0);
});

describe('is refused in words', () => {
  it.each([
    [[], '--udp 12345'],
    [['--udp', '1', '--stdin'], 'one of --udp'],
    [['--udp', '12345', '--set', 'limb.fatThicknessMm=3'], 'calibration.repetitions'],
    [['--brainflow-stream', '6677', '--board', 'nothing'], 'rows='],
    [['--udp', 'nowhere:1'], '--help'],
    [['--udp', '12345', '--channels', '0'], '--help'],
  ])('%j', async (flags, hint) => {
    const { code, err } = await runCommand('listen', ...flags);
    expect(code).toBe(2);
    expect(err).toContain(hint);
  });

  it('where the decoder was made for another signal', async () => {
    const file = join(folder, 'decoder.json');
    await writeFile(file, JSON.stringify(trained().toJSON()));
    const flags = ['--udp', String(port), '--rate', '500', '--channels', '4', '--decoder', file];
    const { code, err } = await runCommand('listen', ...flags);
    expect(code).toBe(4);
    expect(err).toContain('500');
  });
});
