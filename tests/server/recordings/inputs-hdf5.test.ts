import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { assumed, expectInput, expectRefusal, inputPath, type ExpectedInput } from './inputs.js';
import { readAll } from './signals.js';

const restAndClose = ['rest/0/0/@0+20', 'hand-close/0/0/@20+20'];
const named = { names: ['a', 'b'], notes: [] };

const read: readonly (readonly [string, ExpectedInput])[] = [
  ['hdf5-annotation-index-int64.h5', { segments: restAndClose }],
  ['hdf5-group-int16-be.h5', { ...named, volts: 1e-3 }],
  ['hdf5-gzip-shuffle.h5', { ...named, segments: restAndClose }],
  ['hdf5-plain.h5', { ...named, segments: restAndClose }],
  ['hdf5-transposed.h5', {}],
  ['hdf5-float16.h5', { volts: 1e-3, notes: [] }],
  ['hdf5-int64.h5', { notes: [] }],
  ['hdf5-big-endian-rate-beside.h5', {}],
  [
    'hdf5-labels.h5',
    { segments: ['0/0/0/@0+10', '1/1/0/@10+10', '0/0/0/@20+10', '2/1/0/@30+10'], notes: [] },
  ],
  ['hdf5-fletcher.h5', {}],
  ['hdf5-one-dimension.h5', { names: ['ch1'] }],
  ['hdf5-latest.h5', { notes: [assumed, /ok \(2\); that was passed over/] }],
];

const refused: readonly (readonly [string, RegExp])[] = [
  ['hdf5-lzf.h5', /emg: is packed by the filter "lzf"/],
  ['hdf5-fletcher-damaged.h5', /emg: is damaged; its bytes do not agree/],
  ['hdf5-complex.h5', /emg: holds complex numbers/],
  ['hdf5-never-written.h5', /emg says 1000000000 × 8, 32000000000 bytes; the file has/],
  ['h5-cut.h5', /is damaged or no HDF5/],
];

describe('HDF5 inputs', () => {
  it.each(read)('reads %s', (name, expected) => expectInput(name, expected));
  it.each(refused)('refuses %s', (name, message) => expectRefusal(name, message));

  it('reads as before after files that cannot be read, at the same time too', async () => {
    const plain = async (): Promise<number> =>
      (await readAll(await readRecording(inputPath('hdf5-gzip-shuffle.h5')))).length;
    const bad = ['hdf5-lzf.h5', 'hdf5-fletcher-damaged.h5', 'h5-cut.h5'];
    const outcomes = await Promise.allSettled([
      ...bad.map((name) => readRecording(inputPath(name)).then(readAll)),
      plain(),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled']);
    expect(await plain()).toBe(40);
  });
});
