import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/ground/signal/errors.js';
import { createRecordingWriter } from '../../../server/recordings/create-writer.js';
import type { LabelledRecordings } from '../../../server/recordings/recording.js';
import { readFolder } from '../../../server/recordings/folder/read-folder.js';
import { readLabelled } from '../../../server/recordings/read-labelled.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { feed, infoOf, noise, python, pythonWith, scratch, truthOf, worst } from './fixtures.js';
import { sliceBlock } from '../../../src/ground/signal/sample-block.js';

const at = scratch();

async function folder(name: string, files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    const whole = `${at(name)}/${path}`;
    await mkdir(whole.slice(0, whole.lastIndexOf('/')), { recursive: true });
    await writeFile(whole, text);
  }
  return at(name);
}

const rowsOf = ({ segments }: LabelledRecordings): unknown[] =>
  segments.map(({ label, classIndex, repetition, trial, signal }) => [
    label,
    classIndex,
    repetition,
    trial,
    signal.length,
  ]);

describe('readFolder', () => {
  it('reads trial_<t>/R_<rep>_C_<class>.csv with names from metadata.json', async () => {
    const metadata = JSON.stringify({
      continuous: false,
      'a/trial_1/R_0_C_0.csv': { rep_idx: 0, class_idx: 0, class_name: 'Hand_Close' },
      'a/trial_1/R_0_C_1.csv': { rep_idx: 0, class_idx: 1, class_name: 'No_Motion' },
    });
    const dir = await folder('myo', {
      'trial_10/R_0_C_0.csv': '1,2\n3,4\n',
      'trial_10/metadata.json': metadata,
      'trial_2/R_1_C_1.csv': '1,2\n',
      'trial_2/R_0_C_1.csv': '1,2\n3,4\n5,6\n',
      'trial_2/metadata.json': metadata,
      'notes.csv': 'not,this\n',
    });
    const read = await readFolder(dir, { sampleRateHz: 200 });
    expect(rowsOf(read)).toEqual([
      ['rest', 1, 0, '2', 3],
      ['rest', 1, 1, '2', 1],
      ['hand-close', 0, 0, '10', 2],
    ]);
    expect([...(read.segments[0]?.signal.data ?? [])]).toEqual(
      [1, 3, 5, 2, 4, 6].map((count) => Math.fround(count * 1e-6)),
    );
  });

  it('reads C_<class>_R_<rep>_emg.csv with names from collection_details.json', async () => {
    const dir = await folder('sgt', {
      'collection_details.json': JSON.stringify({
        classes: ['Open_Hand', 'Juggle'],
        class_map: { 0: 'Open_Hand' },
      }),
      'C_0_R_0_emg.csv': '1\n2\n',
      'C_1_R_0_emg.csv': '1\n2\n',
      'C_1_R_0_imu.csv': '1\n2\n',
    });
    expect(rowsOf(await readLabelled(dir, { sampleRateHz: 100, unitScale: 1 }))).toEqual([
      ['hand-open', 0, 0, '0', 2],
      ['Juggle', 1, 0, '0', 2],
    ]);
  });

  it('reads any naming by placeholders or a regular expression', async () => {
    const dir = await folder('own', {
      's1/fist-3.csv': '1\n2\n',
      's2/fist-1.csv': '1\n2\n',
      's1/Hand Open-1.csv': '1\n2\n',
    });
    const expected = [
      ['hand-close', 0, 3, '1', 2],
      ['hand-open', 1, 1, '1', 2],
      ['hand-close', 0, 1, '2', 2],
    ].sort((a, b) => Number(a[3]) - Number(b[3]) || Number(a[2]) - Number(b[2]));
    for (const pattern of ['s{trial}/{class}-{rep}.csv', /s(?<trial>\d)\/(?<class>.+)-(?<rep>\d)\.csv$/g])
      expect(rowsOf(await readFolder(dir, { sampleRateHz: 100, pattern }))).toEqual(expected);
    await expect(readFolder(dir, { sampleRateHz: 100, pattern: '{kind}-{rep}.csv' })).rejects.toThrow(
      ConfigError,
    );
  });

  it('says what was looked for and what was there', async () => {
    const dir = await folder('other', { 'readme.txt': 'x' });
    await expect(readFolder(dir, { sampleRateHz: 100 })).rejects.toMatchObject({
      code: 'stream',
      message: expect.stringMatching(
        /no file is a recording.*; it holds 1 files, such as readme\.txt/,
      ) as string,
      hint: expect.stringContaining('{class}') as string,
    });
    await expect(readFolder(at('nowhere'), { sampleRateHz: 100 })).rejects.toThrow(/cannot read the folder/);
    await folder('mixed', { 'C_0_R_0.csv': '1,2\n', 'C_0_R_1.csv': '1,2,3\n' });
    await expect(readFolder(at('mixed'), { sampleRateHz: 100 })).rejects.toThrow(/has 3 channels, .* has 2/);
    await expect(readRecording(at('mixed'))).rejects.toThrow(/is a folder/);
  });
});

describe('LibEMG folder', () => {
  const signal = noise(2, 2000, 1000, 6, 3000);

  it('writes one file per repetition and reads itself back', async () => {
    const writer = await createRecordingWriter(at('out'), infoOf(2, 1000), { format: 'libemg' });
    await feed(writer, signal, 20, truthOf(1, 1000));
    await writer.close();
    expect((await readdir(at('out'))).sort()).toEqual([
      'C_0_R_0_emg.csv',
      'C_0_R_1_emg.csv',
      'C_1_R_0_emg.csv',
      'C_1_R_1_emg.csv',
      'collection_details.json',
    ]);
    expect(JSON.parse(await readFile(`${at('out')}/collection_details.json`, 'utf8'))).toMatchObject({
      num_motions: 2,
      num_reps: 2,
      classes: ['rest', 'hand-close'],
      class_map: { 0: 'rest', 1: 'hand-close' },
    });
    const read = await readFolder(at('out'), { sampleRateHz: 1000 });
    expect(rowsOf(read)).toEqual([
      ['rest', 0, 0, '0', 500],
      ['hand-close', 1, 0, '0', 500],
      ['rest', 0, 1, '0', 500],
      ['hand-close', 1, 1, '0', 500],
    ]);
    const closing = read.segments[1];
    expect(closing && worst(closing.signal, sliceBlock(signal, 500, 1000))).toBeLessThan(0.51e-9);
  });

  it('loads the way LibEMG loads it (numpy.genfromtxt, its regular expressions)', async () => {
    const writer = await createRecordingWriter(at('np'), infoOf(2, 1000), { format: 'libemg' });
    await feed(writer, signal, 20, truthOf(1, 1000));
    await writer.close();
    const program = pythonWith('numpy');
    const script = `import numpy as np, json, sys, re, glob
out = []
for f in sorted(glob.glob(sys.argv[1] + '/*.csv')):
    c = re.findall('C_(0|1)_R', f)[0]; r = re.findall('R_(0|1)_emg.csv', f)[0]
    d = np.genfromtxt(f, delimiter=',')
    out.append([c, r, list(d.shape), bool(np.isfinite(d).all())])
print(json.dumps(out))`;
    const got = program ? python(program, script, at('np')) : undefined;
    if (got)
      expect(got).toEqual([
        ['0', '0', [500, 2], true],
        ['0', '1', [500, 2], true],
        ['1', '0', [500, 2], true],
        ['1', '1', [500, 2], true],
      ]);
    expect((await readFile(`${at('np')}/C_0_R_0_emg.csv`, 'utf8')).split('\n')[0]).toMatch(
      /^-?\d+\.\d{3},-?\d+\.\d{3}$/,
    );
  });

  it('does not let a repetition under way pass for a whole one', async () => {
    const writer = await createRecordingWriter(at('live'), infoOf(2, 1000), { format: 'libemg' });
    await feed(writer, sliceBlock(signal, 0, 1500), 20, truthOf(1, 1000));
    const files = (await readdir(at('live'))).sort();
    expect(files).toContain('C_0_R_1_emg.csv.part');
    expect(files).not.toContain('C_0_R_1_emg.csv');
    expect((await readFolder(at('live'), { sampleRateHz: 1000 })).segments).toHaveLength(2);
    const partial = await readRecording(`${at('live')}/C_0_R_1_emg.csv.part`, { sampleRateHz: 1000 });
    let length = 0;
    for await (const block of partial.blocks()) length += block.length;
    expect(length).toBeGreaterThanOrEqual(500);
    await writer.close();
  });
});
