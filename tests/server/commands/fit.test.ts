import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../server/program.js';
import { parseScenario } from '../../../src/scenario/scenario.js';
import { smallScenario } from '../../support/small-scenario.js';
import { runCommand } from './run-command.js';

let folder: string;
const movements = ['rest', 'knee-flexion', 'knee-extension'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-fit-'));
  const small = smallScenario({
    sampleRateHz: 1000,
    calibration: { movements, holdMs: 1200, repetitions: 2 },
  });
  await writeFile(join(folder, 'small.json'), JSON.stringify(small));
  const recorded = ['simulate', '--scenario', join(folder, 'small.json'), '--format', 'libemg'];
  await runCommand(...recorded, '--seed', '9', '--out', join(folder, 'recording'));
  await mkdir(join(folder, 'people', 'person-01'), { recursive: true });
  await mkdir(join(folder, 'empty'));
});

afterAll(() => rm(folder, { recursive: true }));

const fit = (recording: string, ...flags: string[]) =>
  runCommand('fit', join(folder, recording), '--threads', '0', ...flags);
const from = (): string[] => ['--scenario', join(folder, 'small.json')];

describe('fit', () => {
  it('writes a twin as a scenario, a report and what it found', async () => {
    const [out, report] = [join(folder, 'made', 'twin.json'), join(folder, 'twin.html')];
    const few = ['--candidates', '4', '--generations', '1', '--out', out, '--report', report];
    const { code, err, out: told } = await fit('recording', ...from(), ...few);
    expect(code, err).toBe(0);
    expect(told).toMatch(/In a session that the search has not seen, of \d+ statistics \d+ lie within 1 SD/);
    expect(told).toContain(`The twin is in ${out}.`);
    expect(parseScenario(JSON.parse(await readFile(out, 'utf8')))).toMatchObject({
      name: 'Twin of recording',
    });
    expect(await readFile(report, 'utf8')).toContain('Muscles and their drives');
  });

  it('is interrupted without a trace, and leaves an earlier twin as it was', async () => {
    const out = join(folder, 'earlier.json');
    await writeFile(out, 'as it was');
    let err = '';
    const terminal = { out: () => undefined, err: (text: string) => void (err += text), interactive: false };
    const argv = ['fit', join(folder, 'recording'), '--threads', '0', ...from(), '--out', out];
    expect(await run(argv, terminal, AbortSignal.timeout(300))).toBe(4);
    expect(err).toContain('stopped before it was done');
    expect(await readFile(out, 'utf8')).toBe('as it was');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    ['recording', [], 2, 'neither --preset nor --scenario', 'Say whose limb it is'],
    ['people', ['--preset', 'transfemoral-surface'], 2, 'folders of 1 people', 'Give one of them'],
    ['recording', ['--preset', 'transradial-armband'], 4, 'no movement that this person makes', '--preset'],
    ['recording', ['--preset', 'transhumeral-epimysial'], 4, 'expected electrodes on the skin', 'Begin with'],
    ['nowhere', ['--preset', 'transfemoral-surface'], 4, 'nowhere', ''],
    ['empty', ['--preset', 'transfemoral-surface'], 4, '', ''],
    ['small.json', ['--preset', 'transfemoral-surface'], 4, 'small.json', ''],
    ['recording', ['--candidates', '2'], 2, 'within [4, 200]', ''],
  ])('refuses %s %j with a hint', async (recording, flags, exit, message, hint) => {
    const { code, err } = await fit(recording, ...flags, '--out', join(folder, 'none.json'));
    expect(code, err).toBe(exit);
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(err).toMatch(/hint/i);
    expect(await readdir(folder)).not.toContain('none.json');
  });
});
