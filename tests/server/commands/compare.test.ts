import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelOf } from '../../../src/ground/signal/sample-block.js';
import { UV } from '../../../src/ground/signal/units.js';
import { smallScenario } from '../../support/small-scenario.js';
import { syntheticPerson, type SyntheticTraits } from '../../support/synthetic-people.js';
import { runCommand } from './run-command.js';

let folder: string;

/** A person's recordings as a folder that LibEMG loads, in µV. */
async function write(path: string, traits: SyntheticTraits): Promise<void> {
  await mkdir(path, { recursive: true });
  const { segments } = syntheticPerson(traits).data;
  const classes = [...new Set(segments.map(({ label }) => label))];
  for (const { label, repetition, signal } of segments) {
    const rows = Array.from({ length: signal.length }, (_, i) =>
      Array.from({ length: signal.channels }, (__, c) => (channelOf(signal, c)[i] / UV).toFixed(3)).join(','),
    );
    await writeFile(
      join(path, `C_${classes.indexOf(label)}_R_${repetition}_emg.csv`),
      `${rows.join('\n')}\n`,
    );
  }
  const details = { sample_rate_hz: rateOf(segments), classes };
  await writeFile(join(path, 'collection_details.json'), JSON.stringify(details));
}

function rateOf(segments: readonly { readonly signal: { readonly sampleRateHz: number } }[]): number {
  return segments[0]?.signal.sampleRateHz ?? 0;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-compare-'));
  for (const n of [1, 2, 3]) await write(join(folder, 'people', `person-0${n}`), { seed: n, repetitions: 2 });
  await write(join(folder, 'one'), { seed: 7, repetitions: 2 });
  await writeFile(
    join(folder, 'small.json'),
    JSON.stringify(
      smallScenario({ calibration: { movements: ['rest', 'knee-flexion'], holdMs: 2000, repetitions: 2 } }),
    ),
  );
});

afterAll(() => rm(folder, { recursive: true }));

describe('compare', () => {
  it('compares a folder of people with one person: table, JSON, CSV and report', async () => {
    const files = { csv: join(folder, 'out.csv'), report: join(folder, 'out.html') };
    const sides = [join(folder, 'people'), join(folder, 'one')];
    const text = await runCommand(
      'compare',
      ...sides,
      '--threads',
      '0',
      '--csv',
      files.csv,
      '--report',
      files.report,
    );
    expect(text.code, text.err).toBe(0);
    expect(text.out).toMatch(/real +.*people: 3 people, 2 movements, 6 channels, 1000 Hz/);
    expect(text.out).toMatch(/MDF +Hz +[\d.]+ ± [\d.]+ +[\d.]+ +[+-][\d.]+\n/);
    expect(text.out).toContain('simulated to real');
    expect(await readFile(files.csv, 'utf8')).toContain('statistic,unit,realMean');
    expect(await readFile(files.report, 'utf8')).toContain('</html>');
    const json = await runCommand('compare', ...sides, '--threads', '0', '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      real: { people: [{ name: 'person-01' }, { name: 'person-02' }, { name: 'person-03' }] },
      twoSample: { splitBy: 'repetition' },
      training: expect.arrayContaining([
        expect.objectContaining({ direction: 'real to simulated' }),
      ]) as unknown,
    });
  });

  it('compares published numbers with a simulated person of a scenario file', async () => {
    const result = await runCommand('compare', 'people:thigh', join(folder, 'small.json'), '--threads', '0');
    expect(result.code, result.err).toBe(0);
    expect(result.out).toContain('real       people:thigh: 7 people');
    expect(result.out).toMatch(/MDF +Hz +66.14 ± 11.47/);
    expect(result.err).toContain('numbers without recordings');
    expect(result.err).toContain('small.json is one person, who has no spread between people; --people 20');
  });

  it('compares published numbers with people of a population', async () => {
    const flags = ['--people', '3', '--threads', '0', '--json'];
    const { code, out, err } = await runCommand(
      'compare',
      'people:thigh',
      join(folder, 'small.json'),
      ...flags,
    );
    expect(code, err).toBe(0);
    expect(err).not.toContain('one person');
    const { simulated, statistics } = JSON.parse(out);
    const names = simulated.people.map(({ name }: { name: string }) => name);
    expect(names).toEqual([1, 2, 3].map((n) => `small.json, person ${n}, seed 1`));
    const mdf = statistics.find(({ name }: { name: string }) => name === 'MDF').simulated;
    expect(mdf).toMatchObject({ n: 3, sd: expect.any(Number) as unknown });
  });

  it.each([
    [['people:thig', 'one'], 'no set of people is called "thig"', 'Did you mean people:thigh?'],
    [['nowhere', 'one'], 'nowhere is no preset, and there is no such file', 'Give a recording'],
    [['transfemoral-surfac', 'one'], 'is no preset', 'Did you mean transfemoral-surface?'],
    [
      ['people:hand', 'people:hand', '--classifier', 'ws:9001'],
      'compare trains its decoders anew',
      'such as lda',
    ],
    [['people:hand', 'one', '--people', '3'], 'neither people:hand nor', 'Leave out --people'],
    [['people:hand', 'transfemoral-surface', '--cohort', '1'], 'got no --people', '--people 20 --cohort 1'],
    [['people:hand', 'transfemoral-surface', '--people', '300'], 'has 300 people, 100', 'Take fewer'],
    [['one', 'one', '--set', 'limb.fatThicknessMm=3'], '--set: neither', 'or give a preset'],
    [['people:hand', 'transradial-armband', '--rate', '1000'], '--rate: neither', 'or give a recording'],
    [['one', 'transradial-armband', '--set', 'decoder.windowMs=100'], 'decoders of compare', '--window'],
    [['people:hand', 'one', '--features', 'HTD'], 'no decoder is trained', 'give recordings'],
    [['people:hand', 'one', '--seed', '3'], '--seed: neither', 'Leave it out'],
    [['people:hand'], "missing required argument 'simulated'", ''],
    [['people:hand', 'people:hand', '--filter', 'nome'], 'filter', 'Did you mean none?'],
  ])('refuses %j with a hint', async (flags, message, hint) => {
    const { code, err } = await runCommand(
      'compare',
      ...flags.map((flag) => (flag === 'one' ? join(folder, 'one') : flag)),
    );
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(hint);
  });
});
