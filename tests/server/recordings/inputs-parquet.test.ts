import { describe, expect, it } from 'vitest';
import { createRecordingWriter } from '../../../server/recordings/create-writer.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { feed, infoOf, noise, readAll, scratch, truthOf, worst } from './fixtures.js';
import { expectInput, expectRefusal, type ExpectedInput } from './inputs.js';

const at = scratch();
const unnamed = /^2 columns name no unit \(ch1, ch2\); their numbers were taken for µV/;

const read: readonly (readonly [string, ExpectedInput])[] = [
  [
    'parquet-snappy.parquet',
    {
      names: ['a', 'b'],
      volts: 1e-3,
      segments: ['rest/0/0/@0+25', 'hand-close/0/0/@25+15'],
      notes: [],
    },
  ],
  [
    'parquet-gzip-nulls.parquet',
    {
      numbers: (n) => (n === 3 ? [] : [n, -n]),
      segments: ['0/1/0/@0+20', '1/2/0/@20+20'],
      notes: [unnamed],
    },
  ],
  [
    'parquet-gap.parquet',
    { notes: [unnamed, /"time" has 1 gap.*100 samples/, /acc_x \(40\); that was passed over/] },
  ],
];

describe('Parquet inputs', () => {
  it.each(read)('reads %s', (name, expected) => expectInput(name, expected));

  it.each([
    ['parquet-zstd.parquet', /time_s is packed by ZSTD, which is not read/],
    ['parquet-lists.parquet', /has no column of numbers.*it has time_s, emg \(lists\)/],
  ] as const)('refuses %s', (name, message) => expectRefusal(name, message));

  it('gives a sample that was not written as no number', async () => {
    const path = new URL('../../golden/inputs/parquet-gzip-nulls.parquet', import.meta.url).pathname;
    expect((await readAll(await readRecording(path))).data[3]).toBeNaN();
  });

  it('reads what it writes, with names that occur twice and truth', async () => {
    const channelNames = ['E1', 'E1', 'time_s', 'movement'];
    const startedAt = new Date(Date.UTC(2025, 5, 1));
    const info = infoOf(4, 1000, { channelNames, startedAt, muscleNames: ['biceps', 'biceps'] });
    const signal = noise(4, 1700, 1000, 5);
    const writer = await createRecordingWriter(at('own.parquet'), info, { truth: true });
    await feed(writer, signal, 20, truthOf(2, 1000));
    writer.annotate(250, 'note');
    await writer.close();
    const own = await readRecording(at('own.parquet'));
    expect(own.info).toEqual({ sampleRateHz: 1000, channelNames, unit: 'V', unitVolts: 1e-6, startedAt });
    expect(worst(await readAll(own), signal)).toBeLessThan(1e-10);
    expect(own.annotations).toContainEqual({ index: 250, text: 'note' });
    expect(own.segments?.map(({ label, index }) => [label, index])).toEqual([
      ['rest', 0],
      ['hand-close', 500],
      ['rest', 1000],
      ['hand-close', 1500],
    ]);
  });
});
