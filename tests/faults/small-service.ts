import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SampleBlock } from '../../src/ground/signal/sample-block.js';
import { readRecording } from '../../server/recordings/read-recording.js';
import { startService, type Service } from '../support/service.js';
import { smallScenario } from '../support/small-scenario.js';
import { StreamClient } from '../server/stream-client.js';

/** Of `vi.waitUntil`, on a machine that does much else. */
export const patience = { timeout: 50_000 };

/** A service in a process of its own, and where it keeps its recordings. */
export interface SmallService extends Service {
  readonly recordings: string;
  readonly rate: number;
  /** A client that is sent the raw signal, from when the patient is decoded. */
  watch(session?: string): Promise<StreamClient>;
  /** The id of a private session that was made for this. */
  newSession(wish?: object): Promise<string>;
}

/** Serve a patient who is quickly made, until the test is over. */
export async function smallService(openFiles?: number): Promise<SmallService> {
  const folder = await mkdtemp(join(tmpdir(), 'myodesis-fault-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const recordings = join(folder, 'recordings');
  await mkdir(recordings);
  const scenario = smallScenario();
  const file = join(folder, 'scenario.json');
  await writeFile(file, JSON.stringify(scenario));
  const service = await startService(['--scenario', file, '--recordings', recordings], undefined, openFiles);
  onTestFinished(() => service.stop('SIGKILL'));
  return {
    ...service,
    recordings,
    rate: scenario.sampleRateHz,
    async watch(session) {
      const client = await StreamClient.connect(service.port, session === undefined ? {} : { session });
      onTestFinished(() => client.close());
      await client.message('status', ({ phase }) => phase === 'running');
      await client.ask({ op: 'subscribe', streams: ['raw'] });
      await more(client, 1);
      return client;
    },
    async newSession(wish = {}) {
      const response = await fetch(`${service.address}/api/sessions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(wish),
      });
      return ((await response.json()) as { id: string }).id;
    },
  };
}

/** Until a client has been sent so many frames more. */
export async function more(client: StreamClient, frames: number): Promise<void> {
  const enough = client.frames.length + frames;
  await client.until(() => client.frames.length >= enough);
}

/** Index of the sample that comes next. */
export function reached({ frames }: StreamClient): number {
  const last = frames.at(-1);
  return last ? last.index + last.length : 0;
}

/** Samples that a client neither got nor was told to be skipped. */
export function missed(client: StreamClient): number {
  const { frames, messages } = client;
  const end = reached(client);
  const first = frames[0]?.index ?? 0;
  const got = frames.reduce((sum, { length }) => sum + length, 0);
  const told = messages.reduce(
    (sum, message) =>
      message.op === 'gap' && message.index > first && message.index <= end ? sum + message.samples : sum,
    0,
  );
  return end - first - got - told;
}

/** Paths of recordings in a folder, without what lies beside them. */
export async function recordingsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => !/(truth|discharges|annotations)\.csv$/.test(name))
    .map((n) => join(folder, n));
}

/** The blocks of a recording. */
export async function blocksOf(path: string): Promise<SampleBlock[]> {
  const blocks: SampleBlock[] = [];
  for await (const block of (await readRecording(path)).blocks()) blocks.push(block);
  return blocks;
}
