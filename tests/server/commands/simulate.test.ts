import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { lastValueFrom, toArray } from 'rxjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseScenario } from '../../../src/scenario/scenario.js';
import { eachStep } from '../../../src/body/synthesis/truth.js';
import { artefactFlags, Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { concatBlocks } from '../../../src/ground/signal/sample-block.js';
import { asFastAsPossible } from '../../../src/pipeline/clock.js';
import { synthesize } from '../../../src/pipeline/simulated.js';
import { readFolder } from '../../../server/recordings/folder/read-folder.js';
import { smallScenario } from '../../support/small-scenario.js';
import { runCommand } from './run-command.js';

let folder: string;
let scenarioFile: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-simulate-'));
  scenarioFile = join(folder, 'small.json');
  await writeFile(scenarioFile, JSON.stringify(smallScenario()));
});

afterAll(() => rm(folder, { recursive: true }));

async function simulate(name: string, ...flags: string[]): Promise<string> {
  const out = join(folder, name);
  const { code, err } = await runCommand('simulate', '--scenario', scenarioFile, '--out', out, ...flags);
  expect(code, err).toBe(0);
  return out;
}

const rows = async (path: string): Promise<string[][]> =>
  (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

it('writes EMG in µV, its truth on the same rows, and the scenario', async () => {
  const out = await simulate('one', '--seconds', '1.505', '--seed', '7');
  expect((await readdir(out)).sort()).toEqual(['discharges.csv', 'emg.csv', 'scenario.json', 'truth.csv']);
  const scenario = parseScenario(JSON.parse(await readFile(join(out, 'scenario.json'), 'utf8')));
  expect(scenario).toEqual(smallScenario({ seed: 7 }));
  const emg = await rows(join(out, 'emg.csv'));
  const truth = await rows(join(out, 'truth.csv'));
  expect(emg[0]?.[0]).toBe('time_s');
  expect(emg).toHaveLength(1 + 3010);
  expect(truth).toHaveLength(1 + 3010);
  expect(truth[0]?.slice(0, 3)).toEqual(['time_s', 'movement', 'strength']);
  expect(truth[0]?.filter((name) => name.startsWith('excitation_'))).toHaveLength(3);
  expect(emg.slice(1).map(([time]) => time)).toEqual(truth.slice(1).map(([time]) => time));
  const { signal, truth: told } = new Synthesizer(scenario).next(3010);
  const { steps } = told;
  eachStep(told, (k, from, until) => {
    for (let i = from; i < until; i++) {
      const [, movement, strength, cue, , ...excitation] = truth[i + 1] ?? [];
      expect([movement, cue]).toEqual([steps.movement[k], steps.cue[k]]);
      expect(Number(strength)).toBeCloseTo(steps.strength[k] ?? NaN, 4);
      excitation.forEach((value, m) =>
        expect(Number(value)).toBeCloseTo(steps.excitation[m * steps.index.length + k] ?? NaN, 5),
      );
    }
  });
  const discharges = await rows(join(out, 'discharges.csv'));
  expect(
    discharges
      .slice(1)
      .map(([, sample]) => Number(sample))
      .sort((a, b) => a - b),
  ).toEqual(
    [...told.discharges]
      .filter((_, d) => d % 3 === 2)
      .map((sample) => Number(sample.toFixed(3)))
      .sort((a, b) => a - b),
  );
  for (const i of [0, 17, 1234, 3009])
    for (let c = 0; c < 3; c++)
      expect(Number(emg[i + 1]?.[c + 1])).toBeCloseTo(1e6 * (signal.data[c * 3010 + i] ?? NaN), 2);
});

it('writes the same bytes each time, and others for another seed', async () => {
  const [a, b, c] = [
    await simulate('a', '--seconds', '1', '--seed', '3'),
    await simulate('b', '--seconds', '1', '--seed', '3'),
    await simulate('c', '--seconds', '1', '--seed', '4'),
  ];
  for (const file of ['emg.csv', 'truth.csv', 'discharges.csv', 'scenario.json'])
    expect(await readFile(join(a, file), 'utf8')).toBe(await readFile(join(b, file), 'utf8'));
  expect(await readFile(join(a, 'emg.csv'), 'utf8')).not.toBe(await readFile(join(c, 'emg.csv'), 'utf8'));
});

it('gives the bits of a stream of the library, templates of tired muscles included', async () => {
  const tiring = { motorUnits: { fatigue: true, velocityDeclineTimeS: 5 } };
  const patient = smallScenario(tiring);
  const out = await simulate(
    'tired',
    '--seconds',
    '6',
    '--set',
    'motorUnits.fatigue=true',
    '--set',
    'motorUnits.velocityDeclineTimeS=5',
  );
  const emg = await rows(join(out, 'emg.csv'));
  const streamed = concatBlocks(
    await lastValueFrom(synthesize(patient, asFastAsPossible(300)).pipe(toArray())),
  );
  expect(streamed.length).toBe(12000);
  const { signal, truth } = new Synthesizer(patient).next(12000);
  expect(streamed).toEqual(signal);
  expect(truth.flags.some((bits) => bits & artefactFlags.crossFade)).toBe(true);
  for (let i = 0; i < 12000; i += 7)
    for (let c = 0; c < 3; c++)
      expect(Number(emg[i + 1]?.[c + 1])).toBeCloseTo(1e6 * (signal.data[c * 12000 + i] ?? NaN), 2);
});

it('writes the calibration as a LibEMG folder', async () => {
  const out = await simulate('libemg', '--format', 'libemg');
  const files = (await readdir(out)).filter((name) => name.endsWith('.csv')).sort();
  expect(files).toEqual([0, 1, 2].flatMap((c) => [0, 1].map((r) => `C_${c}_R_${r}_emg.csv`)));
  const details = JSON.parse(await readFile(join(out, 'collection_details.json'), 'utf8'));
  expect(details.classes).toEqual(['rest', 'knee-flexion', 'knee-extension']);
  const { segments } = await readFolder(out, { sampleRateHz: 2000 });
  expect(segments.map(({ label }) => label)).toContain('knee-flexion');
  const evaluated = await runCommand('evaluate', '--data', out, '--json');
  expect(evaluated.code, evaluated.err).toBe(0);
  expect(JSON.parse(evaluated.out)).toMatchObject({ sampleRateHz: 2000, channels: 3, recordings: 6 });
});

it.each(['edf', 'npz'])('writes %s', async (format) => {
  const out = await simulate(format, '--format', format, '--seconds', '0.5');
  expect(await readdir(out)).toContain(`emg.${format}`);
});

it('trains a decoder that can be loaded again', async () => {
  const out = join(folder, 'decoder.json');
  const { code, err } = await runCommand(
    'train',
    '--scenario',
    scenarioFile,
    '--out',
    out,
    '--features',
    'MAV,WL',
  );
  expect(code, err).toBe(0);
  const saved = JSON.parse(await readFile(out, 'utf8'));
  expect(saved).toMatchObject({ format: 'myodesis-decoder', sampleRateHz: 2000 });
  expect(saved.featureNames).toHaveLength(6);
});

it('writes a folder for every person of a cohort, and who they are', async () => {
  const out = await simulate('people', '--seconds', '0.2', '--people', '3', '--cohort', '2');
  expect((await readdir(out)).sort()).toEqual(['person-01', 'person-02', 'person-03', 'persons.csv']);
  const who = await rows(join(out, 'persons.csv'));
  expect(who[0]?.slice(0, 4)).toEqual(['participant_id', 'number', 'sex', 'age (years)']);
  expect(who.slice(1).map(([name, number]) => [name, number])).toEqual([
    ['person-01', '2001'],
    ['person-02', '2002'],
    ['person-03', '2003'],
  ]);
  const path = join(out, 'person-03', 'scenario.json');
  const scenario = parseScenario(JSON.parse(await readFile(path, 'utf8')));
  expect(scenario).toEqual(smallScenario({ person: 2003 }));
  const alone = await simulate('alone', '--seconds', '0.2', '--person', '2003');
  for (const file of ['emg.csv', 'truth.csv', 'scenario.json'])
    expect(await readFile(join(alone, file), 'utf8')).toBe(
      await readFile(join(out, 'person-03', file), 'utf8'),
    );
});

it('writes people as the subjects of one BIDS dataset, with contacts, muscles and mains', async () => {
  const out = await simulate('bids-people', '--seconds', '0.2', '--people', '2', '--format', 'bids');
  expect((await readdir(out)).sort()).toEqual([
    'README',
    'dataset_description.json',
    'derivatives',
    'participants.json',
    'participants.tsv',
    'sourcedata',
    'sub-01',
    'sub-02',
  ]);
  const table = await readFile(join(out, 'participants.tsv'), 'utf8');
  expect(table).toMatch(/^participant_id\tperson_number\tsex\tage\t/);
  expect(table).toMatch(/\nsub-02\t2\t(male|female)\t/);
  expect(table.trim().split('\n')).toHaveLength(3);
  expect(await readFile(join(out, 'participants.json'), 'utf8')).toContain('"Units": "years"');
  const emg = join(out, 'sub-02', 'emg');
  const sidecar: unknown = JSON.parse(await readFile(join(emg, 'sub-02_task-movements_emg.json'), 'utf8'));
  expect(sidecar).toMatchObject({ PowerLineFrequency: 50, EMGPlacementScheme: 'Measured' });
  const channels = await readFile(join(emg, 'sub-02_task-movements_channels.tsv'), 'utf8');
  const electrodes = await readFile(join(emg, 'sub-02_electrodes.tsv'), 'utf8');
  const names = electrodes
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0]);
  const muscles = smallScenario().muscles.map(({ name }) => name);
  for (const line of channels.trim().split('\n').slice(1)) {
    const [, , , signal, reference, muscle] = line.split('\t');
    expect(names).toContain(signal);
    expect(names).toContain(reference);
    expect(muscles).toContain(muscle);
  }
  const source: unknown = JSON.parse(await readFile(join(out, 'sourcedata/sub-02/scenario.json'), 'utf8'));
  expect(source).toMatchObject({ person: { number: 2 } });
});

it.each([
  [['--people', '0'], 'Expected a whole number within [1, 1000]'],
  [['--people', '5000'], 'Expected a whole number within [1, 1000]'],
  [['--cohort', '1'], '--cohort: got no --people'],
  [['--people', '2', '--person', '7'], '--person'],
  [['--person', '-1'], 'person.number: got -1, expected an integer within [0, 4294967295]'],
  [['--set', 'person=1.5'], 'person: got 1.5, expected an integer within [0, 4294967295]'],
])('refuses %j', async (flags, message) => {
  const { code, err } = await runCommand('simulate', '--scenario', scenarioFile, '--out', folder, ...flags);
  expect(code).not.toBe(0);
  expect(err).toContain(message);
});

it('passes over the task of the prosthesis: nothing there acts on what the prosthesis does', async () => {
  const bytes = async (name: string, ...flags: string[]): Promise<string> =>
    readFile(join(await simulate(name, '--seconds', '1', ...flags), 'emg.csv'), 'utf8');
  const limb = smallScenario().limb.level === 'transfemoral' ? 'sit-to-stand' : 'cup';
  expect(await bytes('with-task', '--set', `prosthesis.task=${limb}`)).toBe(await bytes('without-task'));
});
