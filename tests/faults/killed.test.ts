import { once } from 'node:events';
import { expect, it } from 'vitest';
import { runCommand } from '../server/commands/run-command.js';
import type { StreamClient } from '../server/stream-client.js';
import { blocksOf, more, reached, recordingsIn, smallService } from './small-service.js';

/** Samples in all blocks of the recording of a format. */
async function samplesIn(folder: string, format: string): Promise<number> {
  const path = (await recordingsIn(folder)).find((name) => name.includes(`.${format}`)) ?? '';
  return (await blocksOf(path)).reduce((sum, { length }) => sum + length, 0);
}

it('a process that is killed while it records: all but the last second can be read, in every session', async () => {
  const service = await smallService();
  const { rate, recordings } = service;
  const ids = [undefined, await service.newSession(), await service.newSession()];
  const recorded = await Promise.all(
    ['csv', 'edf', 'npz'].map(async (format, n) => {
      const client = await service.watch(ids[n]);
      expect(await client.ask({ op: 'startRecording', format })).toMatchObject({ op: 'ok' });
      const from = reached(client);
      await client.until(() => reached(client) > from + 2.5 * rate);
      return { format, client, from };
    }),
  );
  await service.stop('SIGKILL');
  for (const { client } of recorded) await client.until(() => client.closed);
  const least = ({ client, from }: { client: StreamClient; from: number }): number =>
    reached(client) - from - rate;
  for (const each of recorded)
    expect(await samplesIn(recordings, each.format), each.format).toBeGreaterThanOrEqual(least(each));
  // CSV and EDF are what they are; NPZ is put together.
  expect((await runCommand('finish', recordings)).out).toMatch(/npz: .* s, whole now/);
  expect(await recordingsIn(recordings)).toHaveLength(3);
  for (const each of recorded)
    expect(await samplesIn(recordings, each.format), each.format).toBeGreaterThanOrEqual(least(each));
});

it('a process that is told to end while it records: clients are told, the file is whole, and all is well', async () => {
  const service = await smallService();
  const client = await service.watch();
  expect(await client.ask({ op: 'startRecording', format: 'edf' })).toMatchObject({ op: 'ok' });
  const from = reached(client);
  await more(client, 60);
  const ended = once(service.process, 'exit');
  service.process.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(await client.until(() => client.closed)).toEqual({ code: 1001, reason: 'the service stops' });
  expect(await samplesIn(service.recordings, 'edf')).toBeGreaterThanOrEqual(reached(client) - from);
});
