import { mkdir, open, readdir, readlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { recordingsFolder } from '../../../server/recordings/recordings-folder.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { Recorder } from '../../../src/patient/recorder.js';
import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import { recordedFormats } from '../../../src/protocol/recorded-formats.js';
import { sliceBlock } from '../../../src/ground/signal/sample-block.js';
import { noise, scratch } from './fixtures.js';

const at = scratch();
const rate = 500;
const signal = { sampleRateHz: rate, channelNames: ['E1', 'E2'] };

afterEach(() => vi.restoreAllMocks());

/** From the n-th write of a file on, as a disk does that has no room left. */
async function fullAfter(writes: number): Promise<void> {
  await mkdir(at('.'), { recursive: true });
  const probe = await open(at('probe'), 'w');
  const prototype = Object.getPrototypeOf(probe) as Pick<FileHandle, 'write'>;
  await probe.close();
  const { write } = prototype;
  let left = writes;
  vi.spyOn(prototype, 'write').mockImplementation(function (this: FileHandle, ...args: unknown[]) {
    if (left-- <= 0)
      return Promise.reject(
        Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
      );
    return Reflect.apply(write, this, args) as ReturnType<FileHandle['write']>;
  });
}

/** Files of a folder that this process holds open. */
async function openIn(folder: string): Promise<string[]> {
  const links = await Promise.all(
    (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
  );
  return links.filter((path) => path.startsWith(folder));
}

/** Samples of the one recording in a folder. */
async function samplesIn(folder: string): Promise<number> {
  const [kept = ''] = (await readdir(folder)).filter(
    (name) => !/(truth|discharges|annotations)\.csv$/.test(name),
  );
  let samples = 0;
  for await (const block of (await readRecording(join(folder, kept))).blocks()) samples += block.length;
  return samples;
}

function recorderIn(folder: string) {
  const states: Extract<ServerMessage, { op: 'recorder' }>[] = [];
  const errors: string[] = [];
  const recorder = new Recorder(
    recordingsFolder(folder),
    (state) => states.push(state),
    (error) => errors.push(String(error)),
  );
  return { recorder, states, errors };
}

describe.each(recordedFormats)('a full disk, recording %s', (format) => {
  it.runIf(process.platform === 'linux')('refuses to begin, and leaves nothing behind', async () => {
    const folder = at(`begin-${format}`);
    await fullAfter(0);
    const { recorder } = recorderIn(folder);
    const refusal: unknown = await recorder.start(format, signal).catch((error: unknown) => error);
    expect(String(refusal)).toMatch(/no space left/);
    expect(String(refusal)).not.toContain(folder);
    expect(recorder.state).toMatchObject({ file: null });
    expect(await openIn(folder)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
    vi.restoreAllMocks();
    await recorder.start(format, signal);
    await recorder.stop();
    expect(recorder.state.url).not.toBeNull();
  });

  it.runIf(process.platform === 'linux')(
    'is told in the middle, what was kept can be read, and nothing stays open',
    async () => {
      const folder = at(`middle-${format}`);
      const { recorder, states, errors } = recorderIn(folder);
      await recorder.start(format, signal);
      const whole = noise(2, 20 * rate, rate);
      const feed = async (from: number, until: number): Promise<void> => {
        for (let index = from; index < until; index += 10) {
          recorder.push(sliceBlock(whole, index, index + 10), undefined);
          await new Promise(setImmediate);
        }
      };
      await feed(0, 5 * rate);
      await vi.waitFor(async () => expect(await samplesIn(folder)).toBeGreaterThanOrEqual(4 * rate));
      await fullAfter(0);
      await feed(5 * rate, 20 * rate);
      await vi.waitFor(() => expect(errors.join()).toMatch(/no space left/));
      expect(errors).toHaveLength(1);
      expect(errors[0]).not.toContain(folder);
      await recorder.stop();
      expect(await openIn(folder)).toEqual([]);
      expect(states.at(-1)?.file).not.toBeUndefined();
      vi.restoreAllMocks();
      expect(await samplesIn(folder)).toBeGreaterThanOrEqual(4 * rate);
    },
  );

  it.runIf(process.platform === 'linux')(
    'is told where the file cannot be finished, and nothing stays open',
    async () => {
      const folder = at(`end-${format}`);
      const { recorder } = recorderIn(folder);
      await recorder.start(format, signal);
      recorder.push(noise(2, 100, rate), undefined);
      await fullAfter(0);
      await expect(recorder.stop()).rejects.toThrow(/no space left|cannot make/);
      expect(await openIn(folder)).toEqual([]);
    },
  );
});

it('a recording that is stopped while it is being opened is closed', async () => {
  const folder = at('quick');
  const { recorder, states } = recorderIn(folder);
  const begun = recorder.start('csv', signal);
  await recorder.stop();
  await begun;
  expect(states.at(-1)?.url).toMatch(/csv$/);
  expect(await openIn(folder)).toEqual([]);
});
