import { access, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRecordingWriter } from '../../../server/recordings/create-writer.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { infoOf, noise } from '../recordings/signals.js';
import { feed, readAll } from '../recordings/fixtures.js';
import { smallScenario } from '../../support/small-scenario.js';
import { runCommand } from './run-command.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-finish-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** A recording of 2 s whose process died, in a folder of its own. */
async function interrupted(name: string, samples = 2000): Promise<string> {
  const dir = join(folder, name);
  const writer = await createRecordingWriter(join(dir, 'live.npz'), infoOf(2, 1000));
  if (samples > 0) await feed(writer, noise(2, samples, 1000, 3), 100);
  await cp(join(dir, 'live.npz.part'), join(dir, 'deep', 'emg.npz.part'), { recursive: true });
  await writer.close();
  return dir;
}

it('finishes every interrupted recording below a folder', async () => {
  const dir = await interrupted('some');
  const { code, out } = await runCommand('finish', dir);
  expect(code).toBe(0);
  expect(out).toMatch(/emg\.npz: 2\.0 s, whole now/);
  expect((await readAll(await readRecording(join(dir, 'deep', 'emg.npz')))).length).toBe(2000);
  await expect(access(join(dir, 'deep', 'emg.npz.part'))).rejects.toThrow();
});

it('takes the recording by its own name too, and tells machines', async () => {
  const dir = await interrupted('one');
  const path = join(dir, 'deep', 'emg.npz');
  const { code, out } = await runCommand('finish', path, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({ finished: [{ path, seconds: 2 }], failures: [] });
});

it('clears the way where no sample had arrived', async () => {
  const dir = await interrupted('empty', 0);
  const { code, out } = await runCommand('finish', dir);
  expect(code).toBe(0);
  expect(out).toContain('no sample had reached the disk');
  await expect(access(join(dir, 'deep', 'emg.npz.part'))).rejects.toThrow();
});

it('says so where there is nothing to finish, and where a log cannot be read', async () => {
  const dir = join(folder, 'whole');
  await mkdir(dir);
  expect(await runCommand('finish', dir)).toMatchObject({
    code: 4,
    err: expect.stringContaining('no interrupted'),
  });
  expect(await runCommand('finish', join(dir, 'nothing'))).toMatchObject({ code: 4 });
  await mkdir(join(dir, 'torn.npz.part'));
  await writeFile(join(dir, 'torn.npz.part', 'log.jsonl'), '{"inf');
  const torn = await runCommand('finish', dir);
  expect(torn.code).toBe(4);
  expect(torn.err).toContain('log.jsonl does not say what was recorded');
});

it('is what simulate offers where an interrupted recording is in its way', async () => {
  const dir = join(folder, 'way');
  const scenario = join(folder, 'small.json');
  await writeFile(scenario, JSON.stringify(smallScenario()));
  const other = await interrupted('other');
  await cp(join(other, 'deep', 'emg.npz.part'), join(dir, 'emg.npz.part'), { recursive: true });
  const simulate = () =>
    runCommand('simulate', '--scenario', scenario, '--format', 'npz', '--seconds', '0.1', '--out', dir);
  const { code, err } = await simulate();
  expect(code).toBe(4);
  const offered = /"myodesis finish ([^"]+)"/.exec(err)?.[1] ?? '';
  expect((await runCommand('finish', offered)).code).toBe(0);
  expect((await simulate()).code).toBe(0);
});
