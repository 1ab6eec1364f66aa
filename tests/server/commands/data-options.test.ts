import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../../src/ground/signal/random.js';
import { runCommand } from './run-command.js';

let folder: string;
const random = new RandomStream(1, 'data-options');

/** Noise whose amplitude tells the class, beside hum of 60 Hz, at 1000 Hz. */
function csv(amplitude: number, hum = 0): string {
  const rows = Array.from({ length: 1200 }, (_, i) =>
    [0, 1]
      .map((c) => amplitude * (c + 1) * random.normal() + hum * Math.sin(2 * Math.PI * 0.06 * i) + 1)
      .join(','),
  );
  return `biceps,triceps\n${rows.join('\n')}\n`;
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-data-'));
  for (const half of ['train', 'test'])
    for (const person of [1, 2])
      for (const rep of [0, 1])
        for (const [k, amplitude] of [2, 12, 60].entries())
          await put(`people/Participant${person}/${half}/EMG/gesture_${rep}_${k}.txt`, csv(amplitude));
  for (const rep of [1, 2, 3])
    for (const [k, amplitude] of [2, 12, 60].entries()) await put(`one/C_${k}_R_${rep}.csv`, csv(amplitude));
});

afterAll(() => rm(folder, { recursive: true }));

const common = ['--rate', '1000', '--threads', '0', '--features', 'HTD'];

async function evaluate(data: string, ...flags: string[]) {
  const { code, out, err } = await runCommand(
    'evaluate',
    ...['--data', join(folder, data), '--json', '--rate', '1000', '--threads', '0'],
    ...(flags.includes('--features') ? [] : ['--features', 'HTD']),
    ...flags,
  );
  expect(code, err).toBe(0);
  return JSON.parse(out);
}

describe('evaluate on recordings of several people', () => {
  it('takes each on their own, by the halves of the folder, with mean and deviation', async () => {
    const result = await evaluate('people');
    expect(result.found).toMatchObject({ people: ['Participant1', 'Participant2'], recordings: 24 });
    expect(result.found.seconds).toBeCloseTo(28.8, 9);
    expect(result.results[0].split).toMatch(
      /windows of train, tested on \d+ of test, as the data are divided/,
    );
    expect(result.results[0].accuracy).toMatchObject({
      n: 2,
      mean: expect.any(Number),
      sd: expect.any(Number),
    });
    expect(result.people.map(({ person }: { person: string }) => person)).toEqual([
      'Participant1',
      'Participant2',
    ]);
    const { out } = await runCommand('evaluate', '--data', join(folder, 'people'), ...common);
    expect(out).toMatch(/^data .*\nfound +2 people \(Participant1, Participant2\), 3 classes \(0, 1, 2\)/);
    expect(out).toMatch(/Participant2 +\d+\.\d+ %/);
  });

  it('leaves people out in turn where asked', async () => {
    const result = await evaluate('people', '--by', 'subject');
    expect(result.split).toBe('each of 2 people left out in turn');
    expect(result.accuracy).toBeGreaterThan(0.9);
    const alone = await runCommand('evaluate', '--data', join(folder, 'one'), '--by', 'subject', ...common);
    expect(alone.err).toMatch(/--by subject: the data name one person only/);
  });

  it('takes the halves from patterns', async () => {
    const result = await evaluate(
      'one',
      '--train',
      'C_{class}_R_1.csv',
      '--test',
      'C_{class}_R_{rep}.csv',
    ).catch((error: unknown) => String(error));
    expect(result).toMatch(/matches both --train and --test/);
    const split = await evaluate('one', '--train', 'C_{class}_R_1.csv', '--test', 'C_{class}_R_2.csv');
    expect(split.split).toMatch(/^trained on 63 windows of train, tested on 63 of test/);
    expect(split.notes.join()).toMatch(/3 files were not read: 3 matches neither --train nor --test/);
  });
});

describe('choices', () => {
  it('names classes, tells rest, leaves out, trims and takes channels, and says so before any number', async () => {
    const result = await evaluate(
      'one',
      ...['--classes', '1=Hand Close,2=Juggle', '--rest', '0', '--channels', 'triceps', '--trim', '25%'],
    );
    expect(result).toMatchObject({ channels: 1, classes: ['Juggle', 'hand-close', 'rest'] });
    expect(result.found.leftOut).toEqual(['5.4 s at the ends of repetitions (--trim 25%)']);
    expect(result.found.seconds).toBeCloseTo(5.4, 9);
    const two = await evaluate('one', '--leave-out', '1');
    expect(two.classes).toEqual(['0', '2']);
    expect(two.found.leftOut).toEqual(['class 1: 3 repetitions (--leave-out)']);
    const named = await evaluate('one', '--classes', 'rest,fist,open_hand');
    expect(named.classes).toEqual(['hand-close', 'hand-open', 'rest']);
  });

  it.each([
    [['--leave-out', '7'], /--leave-out 7: there is no such class/],
    [['--rest', 'fist'], /--rest fist: there is no such class/],
    [['--classes', 'a,b'], /got 2 names for 3 classes/],
    [['--classes', '0=a,b'], /some have a number and some have none/],
    [['--classes', '0=a,1=a'], /two classes would be called a/],
    [['--channels', '3'], /there is no channel 3; it has 2/],
    [['--channels', '1-2,biceps'], /channel biceps is chosen twice/],
    [['--trim', '60%'], /below 50 %/],
    [['--trim', '5s'], /leaves no sample/],
    [['--unit', 'furlong'], /Expected V, mV, uV or nV/],
    [['--train', '**'], /--train is given without the other/],
  ])('%j is refused by name', async (flags, message) => {
    const { code, err } = await runCommand('evaluate', '--data', join(folder, 'one'), ...common, ...flags);
    expect(code).not.toBe(0);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/defect/);
  });
});

describe('people and halves within one folder', () => {
  it('are told apart by compare, people are refused by fit, and taking halves together is said', async () => {
    const [several, own] = [join(folder, 'people'), join(folder, 'people', 'Participant1')];
    const fitted = ['--preset', 'transradial-armband', '--out', join(folder, 'twin.json')];
    const refused = await runCommand('fit', several, ...fitted, '--rate', '1000');
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/2 people, a twin is that of one/);
    for (const person of [1, 2])
      for (const rep of [1, 2])
        for (const [k, amplitude] of [2, 12, 60].entries())
          await put(`flat/S${person}_C${k}_R${rep}.csv`, csv(amplitude));
    const flat = join(folder, 'flat');
    const pattern = ['--pattern', 'S{subject}_C{class}_R{rep}.csv'] as const;
    const given = ['--rate', '1000', '--threads', '0'] as const;
    const { out } = await runCommand('compare', flat, flat, ...pattern, ...given, '--json');
    expect(JSON.parse(out).simulated.people).toMatchObject([{ name: 'flat, 1' }, { name: 'flat, 2' }]);
    const { err } = await runCommand('compare', own, own, ...given);
    expect(err).toMatch(/the 6 recordings of train and the 6 of test are taken together/);
  });
});

describe('no option is taken and dropped', () => {
  it('applies what is set of the decoder to a recording: a notch of 60 Hz', async () => {
    for (const rep of [1, 2])
      for (const [k, amplitude] of [2, 4].entries())
        await put(`hum/C_${k}_R_${rep}.csv`, csv(amplitude, rep === 1 ? 0 : 40));
    const notch = '[{"kind":"highpass","order":4,"cutoffHz":20},{"kind":"notch","cutoffHz":60,"q":10}]';
    const plain = await evaluate('hum', '--features', 'MAV');
    const notched = await evaluate('hum', '--features', 'MAV', '--set', `decoder.filters=${notch}`);
    expect(notched.filter).toBe('highpass 20 Hz, notch 60 Hz');
    expect(notched.accuracy).toBeGreaterThan(plain.accuracy + 0.2);
    const changed = await evaluate('hum', '--filter', 'standard', '--set', 'decoder.filters.2.cutoffHz=60');
    expect(changed.filter).toBe('highpass 20 Hz, lowpass 450 Hz, notch 60 Hz');
  });

  it('takes the decoder of a preset, and says that its body is not used', async () => {
    const result = await evaluate('one', '--preset', 'transradial-armband');
    expect(result.notes.join()).toMatch(/Of transradial-armband only the decoder is used/);
    expect(result.filter).not.toBe('none');
  });

  it.each([
    ['evaluate', ['--data', 'one', '--seed', '3'], /--seed cannot be used with --data/],
    ['evaluate', ['--data', 'one', '--person', '3'], /--person cannot be used with --data/],
    [
      'evaluate',
      ['--data', 'one', '--set', 'limb.fatThicknessMm=3'],
      /--set limb.fatThicknessMm=3 cannot be used/,
    ],
    ['evaluate', ['--data', 'one', '--set', 'decoder.windowMs=100', '--window', '150'], /say the same field/],
    ['evaluate', ['--preset', 'transradial-armband', '--pattern', 'x'], /--pattern: got no --data/],
    ['train', ['--out', 'x.json', '--data', 'one', '--seed', '3'], /--seed cannot be used with --data/],
    ['train', ['--out', 'x.json', '--data', 'one', '--set', 'noise.mainsUv=3'], /cannot be used with --data/],
    ['train', ['--out', 'x.json', '--rate', '1000'], /--rate: got no --data/],
    ['replay', ['one', '--set', 'seed=3'], /--set seed=3 cannot be used with replay/],
    ['replay', ['one', '--decoder', 'd.json', '--features', 'HTD'], /cannot be used with option/],
    ['replay', ['one', '--decoder', 'd.json', '--thresholds', 'rest'], /cannot be used with option/],
    ['replay', ['one', '--decoder', 'd.json', '--standardize'], /cannot be used with option/],
  ])('%s %j', async (command, flags, message) => {
    const within = flags.map((flag) => (flag === 'one' || flag === 'x.json' ? join(folder, flag) : flag));
    const { code, err } = await runCommand(command, ...within);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('trains on the half that is for training, with what is set', async () => {
    const out = join(folder, 'decoder.json');
    const trained = await runCommand(
      ...(['train', '--data', join(folder, 'people'), '--rate', '1000', '--out', out] as const),
      ...['--set', 'decoder.windowMs=150', '--filter', 'none', '--json'],
    );
    expect(trained.code, trained.err).toBe(0);
    const { data, notes } = JSON.parse(trained.out);
    expect(data.recordings).toBe(12);
    expect(notes.join()).toMatch(/only the 12 recordings of train are learned from/);
    expect(notes.join()).toMatch(
      /learns from the recordings of all 2 people together \(Participant1, Participant2\)/,
    );
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ spec: { windowMs: 150, filters: [] } });
    const tested = await runCommand(
      ...([
        'evaluate',
        '--data',
        join(folder, 'people'),
        '--rate',
        '1000',
        '--decoder',
        out,
        '--json',
      ] as const),
    );
    expect(tested.code, tested.err).toBe(0);
    expect(JSON.parse(tested.out).notes.join()).toMatch(/only the 12 recordings of test are tested on/);
  });

  it('tells of electrodes that are off in what a trained decoder is played', async () => {
    const out = join(folder, 'before.json');
    const trained = await runCommand('train', '--data', join(folder, 'one'), '--rate', '1000', '--out', out);
    expect(trained.code, trained.err).toBe(0);
    expect(trained.out).toMatch(/^counts: ZC, SSC and WAMP as LibEMG .* counts them; features raw$/m);
    for (const [k, amplitude] of [2, 12, 60].entries())
      await put(
        `off/C_${k}_R_9.csv`,
        csv(amplitude).replace(/,.*$/gm, (cell) => (/\d/.test(cell) ? ',7' : cell)),
      );
    const tested = await runCommand(
      ...(['evaluate', '--data', join(folder, 'off'), '--rate', '1000', '--decoder', out, '--json'] as const),
    );
    expect(tested.code, tested.err).toBe(0);
    expect(JSON.parse(tested.out).notes.join()).toMatch(
      /in the recordings played, channel 2 \(triceps\) never changes; the decoder/,
    );
  });
});
