import { describe, expect, it } from 'vitest';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { readAll } from './fixtures.js';

const inputs = new URL('../../golden/inputs/', import.meta.url).pathname;

interface Right {
  /** To be given, where the file does not tell it. */
  readonly rate?: number;
  readonly sampleRateHz: number;
  readonly channels: readonly string[];
  readonly samples: number;
  /** Largest magnitude of each channel, in µV. */
  readonly largest: readonly number[];
  readonly notes?: RegExp;
}
const two = { samples: 60, largest: [59, 59] } as const;
const ab = { sampleRateHz: 100, channels: ['a', 'b'], ...two } as const;
const long = {
  sampleRateHz: 1000,
  channels: ['a', 'b'],
  samples: 1402,
  largest: [177.142, 155.508],
} as const;
const unnamed = { rate: 1000, sampleRateHz: 1000, channels: ['ch1', 'ch2'], ...two } as const;

const right: Readonly<Record<string, Right>> = {
  'csv-latin1-mv.csv': { ...ab, channels: ['Eñ', 'b'] },
  'csv-myo-microseconds.csv': { ...ab, channels: ['emg1', 'emg2'], notes: /by their size.* microseconds/ },
  'csv-time-gap.csv': {
    ...ab,
    notes: /1 gap, the first after sample 30, the longest 5 s: 500 samples missing/,
  },
  'csv-label-column.csv': ab,
  'csv-semicolon-decimal-comma-noheader.csv': { ...unnamed, largest: [59.5, 59.5] },
  'csv-semicolon-decimal-comma.csv': { ...ab, largest: [59.5, 59.5] },
  'csv-percent-comments.txt': {
    ...ab,
    channels: ['EXG Channel 0', 'EXG Channel 1'],
    notes: /"Sample Index" is no electrode but a counter/,
  },
  'csv-trailing-delimiter-noheader.csv': unnamed,
  'csv-space-header.txt': ab,
  'csv-space-aligned.txt': unnamed,
  'csv-bom-crlf-quoted.csv': ab,
  'csv-index-column-of-pandas.csv': { ...ab, rate: 100, notes: /counter, and left out/ },
  'csv-sample-counter.csv': { ...ab, rate: 100, notes: /"sample" is no electrode but a counter/ },
  'csv-nan.csv': ab,
  'csv-numbers-only-header.csv': {
    ...unnamed,
    samples: 61,
    notes: /Row 1 says 1, 2 …, as numbers of columns would/,
  },
  'csv-time-in-parentheses.csv': ab,
  'csv-time-rounded-to-ms.csv': {
    ...ab,
    sampleRateHz: 59 / 0.027,
    notes: /rounded so far that they tell the rate within 3.7 % only/,
  },
  'csv-volts-by-name-v.csv': { ...ab, channels: ['Left V', 'Right V'], notes: /No column names a unit/ },
  'gap.csv': { ...long, notes: /1 gap, the first after sample 1000, the longest 2 s: 2000 samples missing/ },
  'comment.csv': { ...long, samples: 1400 },
  'time_sec_space.csv': long,
  'timestamp_us.csv': { ...long, notes: /by their size its numbers are microseconds/ },
};

describe('text files as people have them', () => {
  it.each(Object.entries(right))(
    '%s',
    async (name, { rate, sampleRateHz, channels, samples, largest, notes }) => {
      const recording = await readRecording(
        `${inputs}${name}`,
        rate === undefined ? {} : { sampleRateHz: rate },
      );
      expect(recording.info).toMatchObject({ channelNames: channels });
      expect(recording.info.sampleRateHz).toBeCloseTo(sampleRateHz, 6);
      const reached = channels.map(() => 0);
      let length = 0;
      for await (const block of recording.blocks()) {
        length += block.length;
        block.data.forEach((volts, i) => {
          const c = Math.floor(i / block.length);
          if (Math.abs(volts) > (reached[c] ?? 0)) reached[c] = Math.abs(volts);
        });
      }
      expect(length).toBe(samples);
      expect(reached).toEqual(largest.map((microvolts) => expect.closeTo(microvolts * 1e-6, 9) as number));
      if (notes) expect(recording.info.notes?.join('\n')).toMatch(notes);
    },
  );

  it.each([
    ['csv-hex.csv', /csv-hex\.csv: row 2, column 2 \(a\) says "0x10", expected a number/],
    ['csv-missing-values.csv', /row 2, column 2 \(a\) says "", expected a number/],
    ['csv-ragged-short-row.csv', /row 32 has 2 columns, expected 3 as in row 2/],
  ])('%s is refused by name', async (name, message) => {
    const read = async () => readAll(await readRecording(`${inputs}${name}`));
    await expect(read()).rejects.toThrow(message);
    await expect(read()).rejects.toThrow(StreamError);
  });

  it('puts the index of samples forward over a gap', async () => {
    const indices: number[][] = [];
    for await (const { index, length } of (await readRecording(`${inputs}gap.csv`)).blocks())
      indices.push([index, length]);
    expect(indices).toEqual([
      [0, 1000],
      [3000, 402],
    ]);
  });

  it('makes segments of a column of labels', async () => {
    const { segments } = await readRecording(`${inputs}csv-label-column.csv`);
    expect(segments).toEqual([
      { label: '0', classIndex: 0, repetition: 0, trial: '0', index: 0, length: 30 },
      { label: '1', classIndex: 1, repetition: 0, trial: '0', index: 30, length: 30 },
    ]);
  });
});
