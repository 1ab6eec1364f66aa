import { readFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import type { StreamClient } from '../server/stream-client.js';
import { blocksOf, missed, more, reached, recordingsIn, smallService, patience } from './small-service.js';

const STOP_MS = 2000;

async function stateOf(pid: number): Promise<string | undefined> {
  return /^State:\s+(\w)/m.exec(await readFile(`/proc/${pid}/status`, 'latin1'))?.[1];
}

/** Gaps that no busy machine makes by itself. */
const longGaps = ({ messages }: StreamClient) =>
  messages.filter((message) => message.op === 'gap').filter(({ seconds }) => seconds > 1.5);

it.runIf(process.platform === 'linux')(
  'a process that is stopped and goes on: one gap as long as the stop, told and recorded, and no burst',
  async () => {
    const service = await smallService();
    const { rate, process: child } = service;
    const client = await service.watch();
    expect(await client.ask({ op: 'startRecording', format: 'edf' })).toMatchObject({ op: 'ok' });
    await more(client, 20);

    const before = performance.now();
    child.kill('SIGSTOP');
    await vi.waitUntil(async () => (await stateOf(child.pid ?? 0)) === 'T', patience);
    const [stopped, had] = [performance.now(), reached(client)];
    await new Promise((resolve) => setTimeout(resolve, STOP_MS));
    const resumed = performance.now();
    child.kill('SIGCONT');
    const gap = await client.until(() => longGaps(client)[0]);
    const told = performance.now();
    await more(client, 50);
    const [now, has] = [performance.now(), reached(client)];

    // What was missed, but for the block that is due at the end of it.
    expect(gap.seconds).toBeGreaterThan((resumed - stopped) / 1000 - 0.05);
    // The machine may have been half a second behind before it.
    expect(gap.seconds).toBeLessThan((told - before) / 1000 + 0.55);
    expect(gap.samples).toBeCloseTo(gap.seconds * rate, -1);
    const [frame] = client.frames.filter(({ index }) => index >= gap.index);
    expect(frame?.index).toBe(gap.index);
    expect(missed(client)).toBe(0);
    // Half a second may be made up for, and a block is under way.
    expect(has - had - gap.samples).toBeLessThan(rate * ((now - resumed) / 1000 + 0.6));
    expect(longGaps(client)).toHaveLength(1);
    expect(client.messages).toContainEqual(expect.objectContaining({ op: 'event', index: gap.index }));

    await client.ask({ op: 'stopRecording' });
    const [path = ''] = await recordingsIn(service.recordings);
    const blocks = await blocksOf(path);
    const jumps = blocks
      .slice(1)
      .map(({ index }, b) => index - (blocks[b]?.index ?? 0) - (blocks[b]?.length ?? 0));
    expect(jumps.filter((jump) => jump > 1.5 * rate)).toEqual([gap.samples]);
    expect(client.closed).toBeUndefined();
  },
);
