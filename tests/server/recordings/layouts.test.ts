import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFolder, type FolderOptions } from '../../../server/recordings/folder/read-folder.js';
import { createRecordingWriter } from '../../../server/recordings/create-writer.js';
import { infoOf, noise, scratch } from './fixtures.js';

const at = scratch();

/** Files by path; each a row of two channels that tells them apart. */
async function layout(name: string, paths: readonly string[], others: Record<string, string> = {}) {
  const dir = at(name);
  for (const [n, path] of paths.entries()) await put(join(dir, path), `${n},1\n${n},2\n`);
  for (const [path, text] of Object.entries(others)) await put(join(dir, path), text);
  return dir;
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** `subject part trial label repetition` of every segment. */
async function read(dir: string, options: FolderOptions = {}) {
  const { segments, notes } = await readFolder(dir, { sampleRateHz: 1000, ...options });
  const rows = segments.map(({ subject = '-', part = '-', trial, label, repetition }) =>
    [subject, part, trial, label, repetition].join(' '),
  );
  return { rows, notes, segments };
}

describe('layouts that data sets have', () => {
  it('3DC: train and test are halves of the folder, not one heap, and the IMU is no EMG', async () => {
    const paths = ['train', 'test'].flatMap((half) =>
      [0, 1].flatMap((rep) => [0, 1].map((k) => `Participant1/${half}/EMG/gesture_${rep}_${k}.txt`)),
    );
    const dir = await layout('3dc', [...paths, 'Participant1/train/IMU/gesture_0_0.txt']);
    const { rows, notes } = await read(dir);
    expect(rows).toEqual(
      ['train', 'test'].flatMap((half) =>
        [0, 1].flatMap((rep) => [0, 1].map((k) => `Participant1 ${half} ${half} ${k} ${rep}`)),
      ),
    );
    expect(notes.at(-1)).toBe(
      '1 file was not read: 1 of another sensor (imu) (Participant1/train/IMU/gesture_0_0.txt).',
    );
  });

  it('ContractionIntensity: every intensity is a trial, named as the files name it', async () => {
    const levels = ['Ramp', '20P', '80P', 'MVC'];
    const paths = levels.flatMap((level) =>
      [1, 2].flatMap((k) => [1, 2].map((rep) => `S1/S1_${level}_C${k}_R${rep}.csv`)),
    );
    const { rows, notes } = await read(await layout('intensity', paths));
    expect(rows).toHaveLength(16);
    expect(new Set(rows.map((row) => row.split(' ')[2]))).toEqual(new Set(levels));
    expect(notes[0]).toMatch(/Trials are told apart by what differs in the paths: 20P, 80P, MVC, Ramp/);
  });

  it('limb positions between class and repetition', async () => {
    const paths = [1, 2].flatMap((k) => [1, 2].flatMap((p) => [1, 2].map((r) => `S3_C${k}_P${p}_R${r}.txt`)));
    const { rows } = await read(await layout('positions', paths));
    expect(new Set(rows.map((row) => row.split(' ')[2]))).toEqual(new Set(['P1', 'P2']));
  });

  it('CIIL: names in one of two folders hold in both', async () => {
    const paths = ['train', 'test'].flatMap((half) => [0, 1].map((k) => `${half}/subject0/R_0_C_${k}.csv`));
    const names = JSON.stringify({
      a: { class_idx: 0, class_name: 'Hand_Close' },
      b: { class_idx: 1, class_name: 'Hand_Open' },
    });
    const dir = await layout('ciil', paths, { 'test/subject0/metadata.json': names });
    const { rows, notes } = await read(dir);
    expect(rows).toEqual([
      'subject0 train train hand-close 0',
      'subject0 train train hand-open 0',
      'subject0 test test hand-close 0',
      'subject0 test test hand-open 0',
    ]);
    expect(notes.join()).toMatch(/Classes 0, 1 are called there as in the folders that do/);
  });

  it('CIIL with shifts: training beside trials is a trial of its own', async () => {
    const paths = ['training', 'trial_1', 'trial_2'].flatMap((take) =>
      [0, 1].map((k) => `${take}/subject0/R_0_C_${k}.csv`),
    );
    const { rows } = await read(await layout('shift', paths));
    expect(new Set(rows.map((row) => row.split(' ').slice(1, 3).join(' ')))).toEqual(
      new Set(['- training', '- 1', '- 2']),
    );
  });

  it('refuses to guess where folders name a number differently and one names none', async () => {
    const name = (text: string) => JSON.stringify({ a: { class_idx: 0, class_name: text } });
    const dir = await layout('torn', ['s1/a/R_0_C_0.csv', 's1/b/R_0_C_0.csv', 's1/c/R_0_C_0.csv'], {
      's1/a/metadata.json': name('Rest'),
      's1/b/metadata.json': name('Fist'),
    });
    await expect(read(dir)).rejects.toThrow(
      /c\/R_0_C_0.csv: nothing beside it names class 0.*rest and hand-close/,
    );
  });

  it('keeps sessions and runs apart by both of their numbers', async () => {
    const paths = [1, 2].flatMap((s) => [1, 2].map((r) => `sub-01/session_${s}/run_${r}/R_0_C_1.csv`));
    const { rows } = await read(await layout('runs', paths));
    expect(rows).toEqual(['1/1', '1/2', '2/1', '2/2'].map((trial) => `sub-01 - ${trial} 1 0`));
  });

  it('refuses two files that claim to be the same', async () => {
    const dir = await layout('twins', ['C_1_R_1.csv', 'C_01_R_01.csv']);
    await expect(read(dir)).rejects.toThrow(
      /C_01_R_01.csv and C_1_R_1.csv both claim to be repetition 1 of class 1|C_1_R_1.csv and C_01_R_01.csv both claim/,
    );
    const kinds = await layout('kinds', ['C_1_R_1.csv'], { 'C_1_R_1.txt': '1,2\n3,4\n' });
    await expect(read(kinds)).rejects.toThrow(/both claim to be repetition 1 of class 1/);
  });

  it('takes people, trials and halves from a pattern, as text', async () => {
    const dir = await layout('text', [
      'anna/Ramp-fist-1.csv',
      'anna/MVC-fist-1.csv',
      'ben/Ramp-fist-1.csv',
      'ben/x.csv',
    ]);
    const { rows, notes } = await read(dir, { pattern: '{subject}/{trial}-{class}-{rep}.csv' });
    expect(rows).toEqual(['anna - MVC hand-close 1', 'anna - Ramp hand-close 1', 'ben - Ramp hand-close 1']);
    expect(notes.at(-1)).toBe('1 file was not read: 1 does not match the pattern (ben/x.csv).');
    const halves = await read(dir, { train: 'Ramp-{class}-{rep}.csv', test: 'MVC-{class}-{rep}.csv' });
    expect(halves.rows.map((row) => row.split(' ')[1])).toEqual(['train', 'train', 'test']);
    await expect(read(dir, { train: '**' })).rejects.toThrow(/--train is given without the other/);
    await expect(
      read(dir, { train: '**/*-{class}-{rep}.csv', test: 'MVC-{class}-{rep}.csv' }),
    ).rejects.toThrow(/MVC-fist-1.csv matches both --train and --test/);
  });

  it('follows links once, without going in circles', async () => {
    const dir = await layout('links', ['store/C_0_R_0.csv', 'store/C_1_R_0.csv']);
    const outside = await layout('elsewhere', ['C_2_R_0.csv']);
    await symlink(dir, join(dir, 'store', 'again'));
    await symlink(join(dir, 'store'), join(dir, 'twice'));
    await symlink(outside, join(dir, 'more'));
    await symlink(join(dir, 'store', 'C_0_R_0.csv'), join(dir, 'C_0_R_0.csv'));
    await symlink(join(dir, 'nowhere'), join(dir, 'C_9_R_0.csv'));
    const { rows, notes } = await read(dir);
    expect(rows.map((row) => row.split(' ').slice(3).join(' '))).toEqual(['0 0', '1 0', '2 0']);
    expect(notes.join()).toContain('another path to store/C_0_R_0.csv (C_0_R_0.csv)');
    expect(notes.join()).toContain('link to nothing that can be read (C_9_R_0.csv)');
  });

  it('puts channels into the order of the first file by their names, and says where names differ', async () => {
    const dir = await layout('order', [], {
      'C_0_R_0.csv': 'a,b\n1,2\n',
      'C_0_R_1.csv': 'b,a\n2,1\n',
      'C_0_R_2.csv': 'c,d\n1,2\n',
    });
    const { segments, notes } = await read(dir, { unitScale: 1 });
    expect(segments.map(({ signal }) => [...signal.data])).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(notes.join()).toMatch(/R_1.csv has the channels of .*R_0.csv in another order/);
    expect(notes.join()).toMatch(/R_2.csv calls its channels c, d/);
  });

  it('names a description that is no JSON', async () => {
    const dir = await layout('broken', ['C_0_R_0.csv'], { 'metadata.json': '{"a": ' });
    expect((await read(dir)).notes.join()).toMatch(/metadata.json is not a JSON object/);
  });
});

describe('folders of recordings with labels within', () => {
  const info = { ...infoOf(2, 1000), startedAt: new Date(0) };

  async function session(path: string, labels: Record<number, string>): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const writer = await createRecordingWriter(path, info);
    await writer.write(noise(2, 1000, 1000));
    for (const [index, text] of Object.entries(labels)) await writer.annotate(Number(index), text);
    await writer.close();
  }

  it('reads every one, told apart as trials by their names, and names what has no labels', async () => {
    const dir = at('sessions');
    await session(join(dir, 'morning.edf'), { 0: 'rest', 500: 'hand-close' });
    await session(join(dir, 'evening.edf'), { 0: 'rest', 300: 'hand-close' });
    await session(join(dir, 'noise.edf'), {});
    await put(join(dir, 'protocol.csv'), '1,2\n');
    const { rows, notes, segments } = await read(dir, {});
    expect(rows).toEqual([
      '- - evening hand-close 0',
      '- - evening rest 0',
      '- - morning hand-close 0',
      '- - morning rest 0',
    ]);
    expect(segments.map(({ classIndex }) => classIndex)).toEqual([0, 1, 0, 1]);
    expect(notes.at(-1)).toBe(
      '2 files were not read: 1 text beside recordings (protocol.csv); 1 no labels within (noise.edf).',
    );
  });

  it('takes people and halves of such a folder from its paths', async () => {
    const dir = at('people');
    for (const half of ['train', 'test'])
      await session(join(dir, half, 'sub-02', 'emg.edf'), { 0: 'rest', 500: 'hand-close' });
    expect((await read(dir)).rows).toEqual([
      'sub-02 train train hand-close 0',
      'sub-02 train train rest 0',
      'sub-02 test test hand-close 0',
      'sub-02 test test rest 0',
    ]);
  });

  it('refuses the same recording in two formats', async () => {
    const dir = at('formats');
    await session(join(dir, 'a.edf'), { 0: 'rest', 500: 'hand-close' });
    await session(join(dir, 'a.npz'), { 0: 'rest', 500: 'hand-close' });
    await expect(read(dir)).rejects.toThrow(/a.edf and a.npz are told apart by nothing/);
  });

  it('refuses a folder where none has labels, and says what to write', async () => {
    const dir = at('unlabelled');
    await session(join(dir, 'a.edf'), {});
    await expect(read(dir)).rejects.toMatchObject({ hint: expect.stringContaining('--pattern') as string });
  });
});
