import { writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { scratch } from './fixtures.js';
import { assumed, expectInput, expectRefusal, inputPath, type ExpectedInput } from './inputs.js';
import { element, matFile, matrix, numbers } from './mat/mat-bytes.js';

const at = scratch();

const read: readonly (readonly [string, ExpectedInput])[] = [
  ['mat-channels-first.mat', {}],
  [
    'mat-equal-sides.mat',
    {
      samples: 2,
      numbers: (n) => [2 * n, 1 + 2 * n],
      notes: [/as many rows as columns \(2 × 2\); rows were taken for samples/, assumed],
    },
  ],
  ['mat-int16-fs-int.mat', {}],
  ['mat-rate-other-name.mat', { volts: 1e-3, notes: [] }],
  ['mat-struct.mat', {}],
  ['mat-v4.mat', {}],
  [
    'mat-v73.mat',
    { volts: 1e-3, segments: ['0/0/0/@0+10', '1/0/0/@10+10', '0/1/0/@20+10', '2/0/0/@30+10'], notes: [] },
  ],
  [
    'mat-cells.mat',
    {
      options: { variable: 'emg{2}' },
      samples: 20,
      notes: [assumed, /emg\{1\} \(40 × 2\); that was passed over/],
    },
  ],
  [
    'mat-struct-array.mat',
    {
      options: { variable: 'rec(2).emg' },
      rate: 200,
      samples: 20,
      notes: [assumed, /rec\(1\)\.emg \(40 × 2\)/],
    },
  ],
  [
    'mat-ninapro.mat',
    {
      rate: 2000,
      segments: ['0/0/1/3@0+12', '1/1/1/3@12+8', '0/0/1/3@20+12', '2/1/1/3@32+8'],
      notes: [
        assumed,
        /stimulus \(40 × 1\), repetition \(40 × 1\), glove \(40 × 3\); those were passed over/,
      ],
    },
  ],
  ['mat-empty-beside.mat', {}],
  [
    'mat-cell-labels.mat',
    {
      names: ['biceps', 'triceps'],
      volts: 1e-3,
      segments: ['rest/0/0/@0+25', 'hand-close/0/0/@25+15'],
      notes: [],
    },
  ],
  ['mat-time-gap.mat', { notes: [/"time" has 1 gap.*100 samples/, assumed] }],
  ['mat-sparse-beside.mat', { notes: [assumed, /s \(3 × 3 sparse matrix\); that was passed over/] }],
];

const refused: readonly (readonly [string, RegExp])[] = [
  ['mat-cells.mat', /it holds emg\{1\} \(40 × 2\), emg\{2\} \(20 × 2\), fs/],
  ['mat-complex.mat', /emg: holds complex numbers/],
  ['mat-struct-array.mat', /it holds rec\(1\)\.emg/],
];

const ramp = Array.from({ length: 80 }, (_, i) => (i < 40 ? i : 40 - i));
const emg = matrix(6, [40, 2], 'emg', numbers(ramp));

async function reading(name: string, bytes: Buffer): Promise<string[]> {
  await writeFile(at(name), bytes);
  const recording = await readRecording(at(name), { sampleRateHz: 1000 });
  let samples = 0;
  for await (const block of recording.blocks()) samples += block.length;
  return [String(samples), ...(recording.info.notes ?? [])];
}

describe('MAT inputs', () => {
  it.each(read)('reads %s', (name, expected) => expectInput(name, expected));
  it.each(refused)('refuses %s', (name, message) => expectRefusal(name, message));

  it('says how a cell is named', async () => {
    await expect(readRecording(inputPath('mat-cells.mat'))).rejects.toMatchObject({
      hint: "Name it, such as --variable 'emg{1}'.",
    });
  });

  it('passes functions and objects over, and names them', async () => {
    const callback = matrix(16, [1, 1], 'callback', matrix(2, [1, 1], '', Buffer.alloc(0)));
    const old = matrix(3, [1, 1], 'old', Buffer.alloc(0));
    const table = element(
      14,
      Buffer.concat([numbersOf6([17, 0]), element(1, Buffer.from('table')), element(1, Buffer.from('MCOS'))]),
    );
    expect(await reading('objects.mat', matFile(callback, emg, old, table))).toEqual([
      '40',
      expect.stringMatching(assumed) as string,
      'Beside emg the file holds callback (1 × 1 function), old (1 × 1 object), table (object); those were passed over.',
    ]);
  });

  it('reads beside a text of 400 000 characters', async () => {
    const text = matrix(4, [1, 400_000], 'x', element(4, Buffer.alloc(800_000, 'a\0', 'latin1')));
    expect(await reading('long.mat', matFile(text, emg))).toHaveLength(3);
    await expect(reading('only-text.mat', matFile(text))).rejects.toThrow(/x: holds text/);
  });

  it('refuses what unpacks to more than any signal', async () => {
    const bomb = matrix(6, [15e7, 1], 'x', element(2, Buffer.alloc(15e7)));
    await expect(reading('bomb.mat', matFile(element(15, deflateSync(bomb))))).rejects.toThrow(
      /x unpacks from .* to 150 MB, at most 200 times as much/,
    );
  });

  it('refuses cells without end', async () => {
    const cells = matrix(
      1,
      [1, 200_000],
      'c',
      Buffer.concat(Array.from({ length: 200_000 }, () => element(14, Buffer.alloc(0)))),
    );
    await expect(reading('cells.mat', matFile(cells))).rejects.toThrow(/cells and fields are 100001/);
  });
});

function numbersOf6(words: readonly number[]): Buffer {
  return element(6, Buffer.from(Uint32Array.from(words).buffer));
}
