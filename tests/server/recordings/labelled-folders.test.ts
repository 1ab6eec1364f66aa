import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelled } from '../../../server/recordings/read-labelled.js';
import { splitRows } from '../../../src/study/split.js';
import { inputPath, scratch } from './fixtures.js';
import { matFile, matrix, numbers } from './mat/mat-bytes.js';

const at = scratch();
const count = (n: number, of: (i: number) => number): number[] => Array.from({ length: n }, (_, i) => of(i));
const column = (name: string, values: readonly number[]): Buffer =>
  matrix(6, [values.length, 1], name, numbers(values));

/** A recording as Ninapro shares them: rest, movement, rest, movement, 20 samples each, with labels for every sample. */
function ninapro(subject: number, exercise: number, movements: readonly number[]): Buffer {
  const stimulus = movements.flatMap((movement) => count(40, (i) => (i < 20 ? 0 : movement)));
  const repetition = movements.flatMap((movement, m) => {
    const earlier = movements.slice(0, m).filter((one) => one === movement).length;
    return count(40, (i) => (i < 20 ? 0 : earlier + 1));
  });
  const n = stimulus.length;
  const emg = count(2 * n, (i) => (i < n ? 1 : -1) * (stimulus[i % n] as number) * subject);
  return matFile(
    column('subject', [subject]),
    column('exercise', [exercise]),
    column('frequency', [2000]),
    matrix(6, [n, 2], 'emg', numbers(emg)),
    matrix(6, [n, 3], 'glove', numbers(count(3 * n, (i) => i))),
    column('stimulus', stimulus),
    column('restimulus', stimulus),
    column('repetition', repetition),
    column('rerepetition', repetition),
  );
}

async function put(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(at(path)), { recursive: true });
  await writeFile(at(path), bytes);
}

/** `subject trial label repetition samples` of every segment. */
async function read(dir: string) {
  const { segments, notes, sampleRateHz } = await readLabelled(at(dir), {});
  const rows = segments.map(({ subject = '-', trial, label, repetition, signal }) =>
    [subject, trial, label, repetition, signal.length].join(' '),
  );
  return { rows, notes, sampleRateHz, segments };
}

describe('folders of recordings with labels within', () => {
  it('Ninapro: people and exercises are told apart', async () => {
    for (const s of [1, 2])
      for (const [e, movements] of [
        [1, 2, 1, 2],
        [3, 3],
      ].entries())
        await put(`ninapro/s${s}/S${s}_E${e + 1}_A1.mat`, ninapro(s, e + 1, movements));
    const { rows, notes, sampleRateHz, segments } = await read('ninapro');
    expect(sampleRateHz).toBe(2000);
    expect(rows).toEqual(
      [1, 2].flatMap((s) => [
        ...['0 1', '0 1', '1 1', '2 1', '0 2', '0 2', '1 2', '2 2'].map((of) => `${s} S${s}_E1/1 ${of} 20`),
        ...['0 1', '3 1', '0 2', '3 2'].map((of) => `${s} S${s}_E2/2 ${of} 20`),
      ]),
    );
    for (const { label, subject, signal } of segments)
      expect(signal.data[0]).toBeCloseTo(1e-6 * Number(label) * Number(subject), 12);
    expect(notes.join('\n')).toMatch(/^Trials are told apart by what differs in the paths: S1_E1/);
    expect(notes.join('\n')).toMatch(/class 0 all have one number: they were taken for pauses/);
    expect(notes.join('\n')).toMatch(/glove \(160 × 3\).*passed over/);
    // Every part that is left out in turn has rest, and so has what is learned from.
    const { parts } = splitRows(
      segments.filter(({ subject }) => subject === '1'),
      {},
    );
    expect(parts).toHaveLength(2);
    const rested = segments.map(({ label }) => label === '0');
    for (const { train, test } of parts)
      for (const rows of [train, test]) expect(rows.some((row) => rested[row])).toBe(true);
  });

  it('NPZ: people by the names of files, and what has no labels is told', async () => {
    await mkdir(at('npz'));
    for (const s of [1, 2]) await copyFile(inputPath('npz-emg-and-labels.npz'), at(`npz/S${s}_session1.npz`));
    await copyFile(inputPath('npz-plain.npz'), at(`npz/S1_session2.npz`));
    const { rows, notes, sampleRateHz } = await read('npz');
    expect(sampleRateHz).toBe(100);
    expect(rows).toEqual(
      ['S1', 'S2'].flatMap((s) => ['hand-close', 'rest'].map((one) => `${s} 1 ${one} 0 20`)),
    );
    expect(notes.at(-1)).toBe('1 file was not read: 1 no labels within (S1_session2.npz).');
  });
});
