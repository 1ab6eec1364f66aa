import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractFeatures } from '../../../src/decoder/features/extract-features.js';
import { RandomStream } from '../../../src/ground/signal/random.js';
import { split } from '../../../server/commands/replay-plan.js';
import { readLabelledData } from '../../../server/cli/labelled-data.js';
import { runCommand } from './run-command.js';

let folder: string;
const random = new RandomStream(1, 'test');
const amplitudes = [2, 20, 60];

/** Noise whose amplitude tells the class. */
function csv(amplitude: number, channels: number, samples: number, whole: boolean): string {
  const line = (): string =>
    Array.from({ length: channels }, (_, c) => {
      const value = Math.max(-120, Math.min(120, amplitude * (c + 1) * 0.3 * random.normal()));
      return whole ? Math.round(value) : value + 0.25;
    }).join(',');
  return `${Array.from({ length: samples }, line).join('\n')}\n`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-evaluate-'));
  for (const trial of [1, 2, 3]) {
    const within = join(folder, 'armband', `trial_${trial}`);
    await mkdir(within, { recursive: true });
    for (const [k, amplitude] of amplitudes.entries())
      await writeFile(join(within, `R_0_C_${k}.csv`), csv(amplitude, 8, 300, true));
    const named = ['No_Motion', 'Hand_Close', 'Hand_Open'].map((class_name, class_idx) => [
      `R_0_C_${class_idx}.csv`,
      { class_idx, class_name },
    ]);
    await writeFile(join(within, 'metadata.json'), JSON.stringify(Object.fromEntries(named)));
  }
  const plain = join(folder, 'plain');
  await mkdir(plain);
  for (const rep of [0, 1])
    for (const [k, amplitude] of amplitudes.entries())
      await writeFile(join(plain, `C_${k}_R_${rep}_emg.csv`), csv(amplitude, 4, 900, false));
});

afterAll(() => rm(folder, { recursive: true }));

async function evaluate(...flags: string[]) {
  const { code, out, err } = await runCommand('evaluate', '--json', ...flags);
  expect(code, err).toBe(0);
  return JSON.parse(out);
}

describe('evaluate', () => {
  it('leaves each trial out in turn, and takes eight whole-number channels for an armband', async () => {
    const result = await evaluate('--data', join(folder, 'armband'));
    expect(result).toMatchObject({ sampleRateHz: 200, channels: 8, recordings: 9 });
    expect(result.classes).toEqual(['hand-close', 'hand-open', 'rest']);
    expect(result.split).toContain('3 trials');
    expect(result.decisions).toBe(9 * 27);
    expect(result.accuracy).toBeGreaterThan(0.9);
    expect(result.notes[0]).toContain('--rate');
  });

  it('tests on the trials asked for, and on those alone', async () => {
    const result = await evaluate('--data', join(folder, 'armband'), '--test-trials', '2-3');
    expect(result.decisions).toBe(6 * 27);
    expect(result.confusion.flat().reduce((a: number, b: number) => a + b)).toBe(6 * 27);
  });

  it('wants the rate where nothing tells it, then splits by repetition', async () => {
    const data = join(folder, 'plain');
    const refused = await runCommand('evaluate', '--data', data);
    expect(refused.code).toBe(4);
    expect(refused.err).toContain('--rate');
    const result = await evaluate(
      '--data',
      data,
      '--rate',
      '1000',
      '--features',
      'MAV,WL',
      '--test-repetitions',
      '1',
    );
    expect(result.decisions).toBe(3 * 15);
    expect(result.split).toContain('repetition 1');
  });

  it('prints accuracy, active error, instability and a confusion table', async () => {
    const { out } = await runCommand('evaluate', '--data', join(folder, 'armband'), '--test-trials', '3');
    expect(out).toMatch(/accuracy +\d+\.\d\d %/);
    expect(out).toMatch(/active error +\d+\.\d\d %/);
    expect(out).toMatch(/instability +\d+\.\d\d %/);
    expect(out).toMatch(/hand-open +\d+ +\d+ +\d+/);
  });

  it.each([
    [['--test-trials', '9'], 4, /trials are 1, 2, 3/],
    [['--test-trials', '1-3'], 4, /nothing is left to train on/],
    [['--features', 'HDT'], 3, /HTD/],
    [['--pattern', 'x_{class}.csv'], 4, /no file matches/],
    [['--window', '5000'], 4, /window of 5000 ms/],
  ])('with %j says what is wrong', async (flags, code, message) => {
    const outcome = await runCommand('evaluate', '--data', join(folder, 'armband'), ...flags);
    expect(outcome.code).toBe(code);
    expect(outcome.err).toMatch(message);
  });
});

describe('features', () => {
  it('writes every window in full precision under channel.feature', async () => {
    const columns = [0, 1].map(() => Array.from({ length: 500 }, () => random.normal()));
    const file = join(folder, 'in.csv');
    const out = join(folder, 'out.csv');
    const text = columns[0]?.map((_, i) => columns.map((column) => column[i]).join(',')).join('\n');
    await writeFile(file, `biceps,triceps\n${text}\n`);
    const argv = ['--rate', '1000', '--set', 'HTD', '--window', '200', '--step', '50', '--out', out];
    expect((await runCommand('features', file, ...argv)).code).toBe(0);
    const [header, ...lines] = (await readFile(out, 'utf8')).trimEnd().split('\n');
    expect(header?.split(',').slice(0, 3)).toEqual(['biceps.MAV', 'triceps.MAV', 'biceps.ZC']);
    expect(lines).toHaveLength(7);
    lines.forEach((line, w) => {
      const window = columns.map((column) => column.slice(50 * w, 50 * w + 200));
      expect(line.split(',').map(Number)).toEqual([
        ...extractFeatures(window, 'HTD', { sampleRateHz: 1000 }),
      ]);
    });
  });

  it('wants a rate, and a window that fits', async () => {
    const file = join(folder, 'in.csv');
    expect(await runCommand('features', file)).toMatchObject({
      code: 4,
      err: expect.stringContaining('--rate'),
    });
    const short = await runCommand('features', file, '--rate', '1000', '--window', '600');
    expect(short).toMatchObject({ code: 4, err: expect.stringContaining('500 samples') });
  });
});

describe('replay', () => {
  it('plays the last trial and trains on the others, or by repetition where there is one trial', async () => {
    const armband = await readLabelledData(join(folder, 'armband'), {});
    const byTrial = split(armband.segments);
    expect(byTrial.played.every(({ trial }) => trial === '3')).toBe(true);
    expect(byTrial.training).toHaveLength(6);
    const plain = await readLabelledData(join(folder, 'plain'), { rate: 1000 });
    expect(split(plain.segments).played.every(({ repetition }) => repetition === 1)).toBe(true);
    expect(() => split(plain.segments, ['7'])).toThrow(/no trial 7/);
    expect(() => split(split(plain.segments).played)).toThrow(/nothing is left to train on/);
  });
});
