import { deflateRawSync, crc32 } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { encodeNpyHeader } from '../../../server/recordings/npy/npy.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { scratch } from './fixtures.js';
import { assumed, expectInput, expectRefusal, inputPath, type ExpectedInput } from './inputs.js';

const at = scratch();
const restAndClose = ['rest/0/0/@0+20', 'hand-close/0/0/@20+20'];

const read: readonly (readonly [string, ExpectedInput])[] = [
  ['npz-annotations.npz', { segments: restAndClose }],
  ['npz-compressed.npz', {}],
  ['npz-emg-and-labels.npz', { segments: restAndClose }],
  ['npz-float16-signal.npz', {}],
  ['npz-fs-integer.npz', { names: ['a', 'b'] }],
  ['npz-object.npz', { notes: [assumed, /meta \(Python objects\); that was passed over/] }],
  ['npz-plain.npz', {}],
  ['npz-streamed-zip.npz', {}],
  [
    'npz-two-arrays.npz',
    {
      options: { variable: 'Y' },
      numbers: (n) => [2 * n, -2 * n],
      notes: [assumed, /X \(40 × 2\); that was passed over/],
    },
  ],
  [
    'npz-numeric-labels.npz',
    {
      volts: 1e-3,
      segments: ['0/0/0/S3@0+10', '1/1/0/S3@10+10', '0/0/0/S3@20+10', '2/1/0/S3@30+10'],
      notes: [/acc \(40 × 3\); that was passed over/],
    },
  ],
  ['npz-time-gap.npz', { names: ['biceps', 'triceps'], notes: [/"time" has 1 gap.*100 samples/, assumed] }],
  ['npz-x-and-y.npz', { segments: ['1/0/0/@0+10', '2/0/0/@20+20'] }],
  ['npz-with-readme.npz', {}],
];

const refused: readonly (readonly [string, RegExp])[] = [
  ['npz-3d.npz', /emg: is 2 × 20 × 2, expected samples × channels/],
  ['npz-two-arrays.npz', /cannot tell which array is the signal; it holds X \(40 × 2\), Y \(40 × 2\)/],
  ['npz-bzip2.npz', /packed by method 12/],
  ['eocd.npz', /table of contents is damaged/],
  ['npz-cut-short.npz', /unpacks to 847 bytes, its table of contents says 848/],
  ['npz-nan-shape.npz', /says the shape \(60: 3\)/],
  ['short.npz', /says 1000 × 3, 11960 bytes of that are missing/],
];

/** An archive of one compressed array, `emg`. */
function archive(array: Buffer, changes: { size?: number; crc?: number } = {}): Buffer {
  const packed = deflateRawSync(array);
  const name = Buffer.from('emg.npy');
  const { size = array.length, crc = crc32(array) } = changes;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  for (const [value, offset] of [
    [crc, 10],
    [packed.length, 14],
    [size, 18],
  ] as const)
    common.writeUInt32LE(value, offset);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

const array = (rows: number, bytes = rows * 8): Buffer =>
  Buffer.concat([encodeNpyHeader('<f4', [rows, 2]), Buffer.alloc(bytes)]);

describe('NPZ inputs', () => {
  it.each(read)('reads %s', (name, expected) => expectInput(name, expected));
  it.each(refused)('refuses %s', (name, message) => expectRefusal(name, message));

  it('jumps in the index where time stamps do', async () => {
    const indices = [];
    for await (const { index, length } of (await readRecording(inputPath('npz-time-gap.npz'))).blocks())
      indices.push([index, length]);
    expect(indices).toEqual([
      [0, 20],
      [120, 20],
    ]);
  });

  it.each([
    ['more than it says', archive(array(40), { size: 400 }), /emg\.npy: unpacks to more|are missing/],
    ['less than it says', archive(array(40), { size: 4480 }), /unpacks to 448 bytes.*says 4480/],
    ['other bytes than it says', archive(array(40), { crc: 1 }), /do not agree with its checksum/],
    ['far more than any signal', archive(array(2 ** 25)), /at most 200 times as much/],
  ])('refuses an archive that unpacks to %s', async (what, bytes, message) => {
    const path = at(`${what}.npz`);
    await writeFile(path, bytes);
    const blocks = readRecording(path, { sampleRateHz: 1000 }).then(async (recording) => {
      for await (const block of recording.blocks()) void block;
    });
    await expect(blocks).rejects.toMatchObject({
      code: 'stream',
      message: expect.stringMatching(message) as string,
    });
  });
});
