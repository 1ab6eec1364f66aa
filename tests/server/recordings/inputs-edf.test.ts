import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { readLabelled } from '../../../server/recordings/read-labelled.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import type { ReadOptions } from '../../../server/recordings/recording.js';
import { edfFile } from './edf/edf-file.js';
import { inputPath, scratch } from './fixtures.js';
import { linesOf, type Lines } from './lines.js';

const at = scratch();
const read = async (path: string, options: ReadOptions = {}): Promise<Lines> =>
  linesOf(await readRecording(path, options));

/** A sine of 10 Hz, 95.1 µV at its second sample. */
const sine = [0, 95.1e-6, 58.8e-6, -58.8e-6, -95.1e-6];
/** Of BDF files whose range is not quite symmetric, as MNE reads them. */
const status = [-0.48e-6, 29.23e-6, 17.89e-6, -18.86e-6, -30.2e-6];
const ab = { rate: 100, names: ['a', 'b'], first: sine };

describe('EDF and BDF files of others', () => {
  it.each<[string, Partial<Lines>]>([
    [
      'edf-annotation-forms.edf',
      { ...ab, length: 400, labels: ['25+50 hand-close', '25+50 rest ', '150 hand-open'], notes: [] },
    ],
    ['edf-duration-comma.edf', { rate: 100, length: 40, names: ['a'] }],
    ['edf-duration-exponent.edf', { rate: 100, length: 40, names: ['a'] }],
    ['edf-duration-point.edf', { rate: 100, length: 40, names: ['a'] }],
    [
      'edf-emg-in-the-minority.edf',
      {
        rate: 100,
        names: ['biceps'],
        length: 400,
        first: sine,
        labels: ['0 rest', '200 hand-close'],
        notes: ['3 signals "EEG C3", "EEG C4", "EEG O1" left out: not EMG, at 20 Hz instead of 100 Hz.'],
      },
    ],
    ['edf-fractional-start.edf', { ...ab, length: 400, labels: ['125 hand-close'], notes: [] }],
    ['edf-inverted-range.edf', { length: 200, first: [-0.1e-6, -95.2e-6, -58.9e-6, 58.7e-6, 95e-6] }],
    ['edf-nul-padding.edf', { names: ['a'], length: 200, first: sine }],
    [
      'edf-plus-d-label-over-a-pause.edf',
      {
        ...ab,
        length: 400,
        stretches: ['0–200', '1200–1400'],
        labels: ['0 hand-close'],
        notes: ['The recording pauses once (10 s after sample 199); the sample index jumps there.'],
      },
    ],
    [
      'edf-recording-ends-in-the-middle.edf',
      {
        ...ab,
        length: 400,
        labels: ['0 Recording starts', '100 Recording ends', '200 hand-close'],
        notes: [],
      },
    ],
    [
      'edf-truncated.edf',
      { ...ab, length: 300, notes: ['The file is cut short: its header says 4 data records, 3 are there.'] },
    ],
    // Its range has lost digits to the eight characters of a field: 0 is 3 µV.
    ['edf-unit-Volts.edf', { length: 200, first: [3.05e-6, 98.04e-6, 61.78e-6, -55.68e-6, -91.94e-6] }],
    ['edf-unit-latin1-micro.edf', { length: 200, first: sine }],
    ['edf-unit-sjis-mu.edf', { length: 200, first: sine }],
    ['edf-unit-uVolt.edf', { length: 200, first: sine }],
    ['edf-unit-utf8-micro.edf', { length: 200, first: sine }],
    [
      'bdf-status-unit-Boolean.bdf',
      {
        names: ['E1'],
        length: 200,
        first: status,
        notes: ['Signal "Status" left out: status, no electrode.'],
      },
    ],
    [
      'bdf-status-unit-empty.bdf',
      {
        names: ['E1'],
        length: 200,
        first: status,
        notes: ['Signal "Status" left out: status, no electrode.'],
      },
    ],
  ])('%s', async (name, right) => {
    const lines = await read(inputPath(name));
    for (const [i, volts] of (right.first ?? []).entries()) expect(lines.first[i]).toBeCloseTo(volts, 7);
    expect(lines).toMatchObject({ ...right, first: lines.first });
  });

  it('trains on no silence where a label spans a pause', async () => {
    const { segments, notes } = await readLabelled(inputPath('edf-plus-d-label-over-a-pause.edf'));
    expect(segments.map(({ label, repetition, signal }) => [label, repetition, signal.length])).toEqual([
      ['hand-close', 0, 200],
      ['hand-close', 0, 200],
    ]);
    // A sine of 95.1 µV at most: RMS 67.2 µV, in both parts alike.
    for (const { signal } of segments) {
      const power = signal.data.reduce((sum, volts) => sum + volts * volts, 0) / signal.data.length;
      expect(Math.sqrt(power)).toBeGreaterThan(50e-6);
    }
    expect(notes.join(' ')).toMatch(/pauses once \(10 s after sample 199\).*spans a gap/);
  });

  it.each([
    ['edf-duration-zero.edf', /holds annotations only/],
    [
      'fuzz/edf-noninteger-samples.edf',
      /samples per record of signal 6 "EMG P6" is 1e-9, expected a whole number/,
    ],
    [
      'fuzz/bdf-noninteger-samples.bdf',
      /samples per record of signal 4 "EMG P4" is 1e-9, expected a whole number/,
    ],
  ])('%s is refused', async (name, why) => {
    const refused = read(inputPath(name));
    await expect(refused).rejects.toBeInstanceOf(StreamError);
    await expect(refused).rejects.toThrow(why);
  });
});

const ramp = (from: number, length = 4): number[] => Array.from({ length }, (_, i) => from + i);
const microvolts = (...values: number[]): number[] => values.map((value) => Math.fround(value * 1e-6));

async function made(name: string, bytes: Buffer, options?: ReadOptions): Promise<Lines> {
  await writeFile(at(name), bytes);
  return read(at(name), options);
}

describe('their siblings', () => {
  it('believes a longer header where the size agrees, and refuses every other contradiction', async () => {
    const bytes = edfFile([{ label: 'EMG a', records: [ramp(1), ramp(5)] }]);
    const longer = Buffer.concat([bytes.subarray(0, 512), Buffer.alloc(256, ' '), bytes.subarray(512)]);
    longer.write('768     ', 184, 'latin1');
    const lines = await made('longer.edf', longer);
    expect(lines.first).toEqual(microvolts(1, 2, 3, 4, 5, 6, 7, 8));
    expect(lines.notes).toEqual([expect.stringContaining('The header is 768 bytes long')]);
    for (const said of ['768', '256', '1024', '0', '513']) {
      bytes.write(said.padEnd(8), 184, 'latin1');
      await expect(made('contradicts.edf', bytes), said).rejects.toThrow(
        `the header says it is ${said} bytes long (bytes 184 to 191), its 1 signals need 512`,
      );
    }
    bytes.write(' '.repeat(8), 184, 'latin1');
    expect((await made('blank.edf', bytes)).length).toBe(8);
  });

  it('sorts records that stand in falling order, with labels where they belong', async () => {
    const lines = await made(
      'falling.edf',
      edfFile([{ label: 'EMG a', records: [ramp(30), ramp(10), ramp(20)] }], {
        plus: 'D',
        texts: [
          '+1.2\x14\x14\0+1.25\x14hand-open\x14\0',
          '+0.3\x14\x14\0+0.3\x14rest\x14\0',
          '+0.4\x14\x14\0',
        ],
      }),
    );
    expect(lines.first).toEqual(microvolts(...ramp(10), ...ramp(20), ...ramp(30)));
    expect(lines.stretches).toEqual(['0–8', '36–40']);
    expect(lines.labels).toEqual(['0 rest', '38 hand-open']);
    expect(lines.notes).toEqual([
      'The data records are not in order of time; they were sorted.',
      'The recording pauses once (0.7 s after sample 7); the sample index jumps there.',
    ]);
  });

  it('takes no signal as going on across records that overlap', async () => {
    const lines = await made(
      'overlap.edf',
      edfFile([{ label: 'EMG a', records: [ramp(1), ramp(1), ramp(1)] }], {
        plus: 'D',
        texts: ['+0\x14\x14\0', '+0\x14\x14\0', '+0.1\x14\x14\0'],
      }),
    );
    expect(lines.stretches).toEqual(['0–4', '5–13']);
    expect(lines.notes).toEqual([
      expect.stringContaining('1 data record begins before the one before has ended'),
    ]);
  });

  it('allows the rounding of times, and the drift of a clock, without a pause', async () => {
    const texts = Array.from({ length: 50 }, (_, r) => `+${(r * 0.10004).toFixed(4)}\x14\x14\0`);
    const records = texts.map(() => ramp(0, 50));
    const lines = await made('drift.edf', edfFile([{ label: 'EMG a', records }], { plus: 'D', texts }));
    expect(lines.stretches).toEqual(['0–2500']);
    expect(lines.notes).toEqual([]);
  });

  it('finds a pause in a file that says it has none, and no pause in times that stand still', async () => {
    const signal = { label: 'EMG a', records: [ramp(1), ramp(1)] };
    const paused = await made(
      'c.edf',
      edfFile([signal], { texts: ['+0\x14\x14\0', '+0.3\x14\x14\0+0.3\x14rest\x14\0'] }),
    );
    expect(paused.stretches).toEqual(['0–4', '12–16']);
    expect(paused.labels).toEqual(['12 rest']);
    const still = await made(
      'still.edf',
      edfFile([signal], { texts: ['+0\x14\x14\0', '+0\x14\x14\0+0.1\x14rest\x14\0'] }),
    );
    expect(still.stretches).toEqual(['0–8']);
    expect(still.labels).toEqual(['4 rest']);
    expect(still.notes).toEqual([expect.stringContaining('taken as continuous, as the header says')]);
  });

  it('reads what is there where the header counts no record, or too few', async () => {
    const signal = { label: 'EMG a', records: [ramp(1), ramp(5)] };
    const none = await made('none.edf', edfFile([signal], { records: 0 }));
    expect(none.length).toBe(8);
    expect(none.notes).toEqual(['The header says 0 data records; the 2 that the file holds were read.']);
    expect((await made('few.edf', edfFile([signal], { records: 1 }))).length).toBe(8);
    await expect(made('empty.edf', edfFile([{ label: 'EMG a', records: [], samples: 4 }]))).rejects.toThrow(
      'holds no whole data record; one takes 8 bytes, 0 follow the header',
    );
    await expect(made('no-samples.edf', edfFile([{ label: 'EMG a', records: [[], []] }]))).rejects.toThrow(
      /found no voltage signal/,
    );
    const rest = Buffer.concat([edfFile([signal]), Buffer.alloc(3)]);
    expect((await made('rest.edf', rest)).notes).toEqual([
      '3 bytes after the last data record were passed over.',
    ]);
  });

  it('asks for the rate where records last 0 s, and takes it', async () => {
    const bytes = edfFile([{ label: 'EMG a', records: [ramp(1), ramp(5)] }], { recordSeconds: 0 });
    await expect(made('zero.edf', bytes)).rejects.toMatchObject({
      message: expect.stringContaining('the sampling rate is not known') as string,
      hint: expect.stringContaining('--rate') as string,
    });
    expect(await made('zero.edf', bytes, { sampleRateHz: 40 })).toMatchObject({
      rate: 40,
      length: 8,
      stretches: ['0–8'],
    });
  });

  it.each([
    ['0,004', 1000],
    ['4E-3', 1000],
    ['4.e-3', 1000],
    ['.004', 1000],
    ['+0.0040', 1000],
    ['0.003176', 4 / 0.003176],
  ])('reads a duration of %s s', async (duration, rate) => {
    const bytes = edfFile([{ label: 'EMG a', records: [ramp(1)] }]);
    bytes.write(duration.padEnd(8), 244, 'latin1');
    expect((await made('duration.edf', bytes)).rate).toBe(rate);
  });

  it.each(['0x10', 'NaN', 'Infinity', '-1', '', '1 s'])('refuses a duration of "%s"', async (duration) => {
    const bytes = edfFile([{ label: 'EMG a', records: [ramp(1)] }]);
    bytes.write(duration.padEnd(8), 244, 'latin1');
    await expect(made('duration.edf', bytes)).rejects.toThrow(/duration of a data record/);
  });

  const emg = (label: string, samples: number, extra = {}): Parameters<typeof edfFile>[0][number] => ({
    label,
    records: [ramp(1, samples)],
    ...extra,
  });

  it.each<[string, Parameters<typeof edfFile>[0], string[], RegExp[]]>([
    [
      'by label',
      [emg('C3-A2', 4), emg('Chin1-Chin2', 8), emg('EOG L', 4)],
      ['Chin1-Chin2'],
      [/"C3-A2", "EOG L".*not EMG/],
    ],
    [
      'by transducer',
      [emg('ch1', 4), emg('ch2', 4), emg('ch3', 8, { transducer: 'surface EMG electrode' })],
      ['ch3'],
      [/"ch1", "ch2"/],
    ],
    [
      'by prefilter',
      [
        emg('ch1', 4),
        emg('ch2', 4),
        emg('ch3', 8, { prefilter: 'HP:20Hz LP:450Hz N:50Hz' }),
        emg('ch4', 16, { prefilter: 'HP:0.5Hz' }),
      ],
      ['ch3'],
      [/"ch1", "ch2"/, /"ch4"/],
    ],
    [
      'by its rate, where nothing is named',
      [emg('ch1', 4), emg('ch2', 4), emg('ch3', 8)],
      ['ch3'],
      [/at 40 Hz instead of 80 Hz/],
    ],
    [
      'with unnamed signals beside it',
      [emg('EMG E1', 8), emg('biceps long head', 8), emg('x', 8), emg('ECG', 8)],
      ['E1', 'biceps long head', 'x'],
      [/"ECG" left out: not EMG\./],
    ],
    [
      'of the rate that most of it has',
      [emg('EMG 1', 4), emg('EMG 2', 8), emg('EMG 3', 8)],
      ['2', '3'],
      [/"EMG 1" left out: at 40 Hz instead of 80 Hz/],
    ],
    [
      'and where there is none, what there is',
      [emg('EEG C3', 8), emg('EEG C4', 8)],
      ['EEG C3', 'EEG C4'],
      [/No signal is called EMG: "EEG C3", "EEG C4" were read/],
    ],
    [
      'without triggers in volts',
      [emg('E1', 8), emg('Trigger', 8), emg('Sample Counter', 8, { dimension: '' })],
      ['E1'],
      [/"Trigger"/, /"Sample Counter"/],
    ],
    [
      'without acceleration',
      [emg('E1', 8), emg('ACC X', 8, { dimension: 'g' }), emg('ACC Y', 8, { dimension: 'g' })],
      ['E1'],
      [/2 signals "ACC X", "ACC Y" left out/],
    ],
  ])('takes the EMG %s', async (_, signals, names, notes) => {
    const lines = await made('kinds.edf', edfFile(signals));
    expect(lines.names).toEqual(names);
    expect(lines.notes).toEqual(notes.map((note) => expect.stringMatching(note) as string));
  });

  it.each([
    ['1', 4],
    ['0.00001', 400000],
  ])('refuses a rate at which no EMG is recorded, unless told another: %s s', async (duration, rate) => {
    const bytes = edfFile([emg('EMG 1', 4)]);
    bytes.write(duration.padEnd(8), 244, 'latin1');
    await expect(made('rate.edf', bytes)).rejects.toThrow(
      `its header says ${rate} Hz, EMG is recorded at 20 Hz`,
    );
    expect((await made('rate.edf', bytes, { sampleRateHz: 1000 })).rate).toBe(1000);
  });

  it('says that numbers without a unit were taken as µV, unless told what they are', async () => {
    const bytes = edfFile([emg('EMG 1', 4, { dimension: '' })]);
    expect((await made('unitless.edf', bytes)).notes).toEqual([expect.stringContaining('taken as µV')]);
    const told = await made('unitless.edf', bytes, { unitScale: 1e-3 });
    expect(told).toMatchObject({ first: [1, 2, 3, 4].map((v) => Math.fround(v * 1e-3)), notes: [] });
  });

  it('refuses a data record larger than any is', async () => {
    const bytes = edfFile([emg('EMG 1', 4)]);
    bytes.write('99999999', 256 + 216, 'latin1');
    await expect(made('large.edf', bytes)).rejects.toThrow(
      /holds no whole data record; one takes 199999998 bytes/,
    );
    const many = edfFile(Array.from({ length: 20 }, (_, s) => emg(`EMG ${s}`, 1)));
    for (let s = 0; s < 20; s++) many.write('99999999', 256 + 20 * 216 + 8 * s, 'latin1');
    await expect(made('larger.edf', many)).rejects.toThrow(/one data record takes 4 GB, at most/);
  });

  it('takes counts of a converter by the step that --unit gives', async () => {
    const bytes = edfFile([emg('EMG 1', 4, { dimension: 'counts' })]);
    expect((await made('counts.edf', bytes, { unitScale: 2e-6 })).first).toEqual(microvolts(2, 4, 6, 8));
  });

  it('says where digits could not be scaled, and where the rate asked for is not that of the file', async () => {
    const bytes = edfFile([emg('EMG 1', 4, { digitalMin: 0, digitalMax: 0 })]);
    const lines = await made('range.edf', bytes, { sampleRateHz: 80 });
    expect(lines.first).toEqual(microvolts(1, 2, 3, 4));
    expect(lines.notes).toEqual([
      expect.stringContaining('a physical or digital range of no width'),
      'The rate is 80 Hz as asked for; the file says 40 Hz.',
    ]);
  });

  it('holds the last label from before the first sample, and leaves out those beyond the ends', async () => {
    const lines = await made(
      'edges.edf',
      edfFile([{ label: 'EMG a', records: [ramp(1), ramp(5)] }], {
        texts: [
          '+0\x14\x14\0-0.3\x14hand-open\x14\0-0.2\x150\x14rest\x14\0-0.1\x14cough\x14\0',
          '+0.1\x14\x14\0+0.15\x14hand-close\x14\0+0.9\x14rest\x14\0',
        ],
      }),
    );
    expect(lines.labels).toEqual(['0 rest', '6 hand-close']);
    expect(lines.notes).toEqual([
      '1 label from before the first sample holds from sample 0: "rest".',
      '2 labels before the first sample left out.',
      '1 label after the last sample left out: "rest".',
    ]);
  });

  it('cuts no file of others at "Recording ends", not even in its last record', async () => {
    const texts = ['+0\x14\x14\0', '+0.1\x14\x14\0+0.15\x14Recording ends\x14\0'];
    const signal = { label: 'EMG a', records: [ramp(1), ramp(5)] };
    expect(await made('natus.edf', edfFile([signal], { texts }))).toMatchObject({
      length: 8,
      labels: ['6 Recording ends'],
    });
    const own = { texts, recording: 'Startdate X X X Myodesis' };
    expect(await made('own.edf', edfFile([signal], own))).toMatchObject({ length: 6, labels: [] });
  });

  it('keeps Latin-1 texts, and passes over numbers that are none', async () => {
    const bytes = edfFile([{ label: 'EMG a', records: [ramp(1)] }], {
      texts: ['+0\x14\x14\0+0x1\x14hex\x14\0+.05\x14later\x14\0\x14empty\x14\0+0\x14M?de\x14\0'],
    });
    bytes[bytes.indexOf('M?de') + 1] = 0xfc;
    expect((await made('texts.edf', bytes)).labels).toEqual(['0 Müde', '2 later']);
  });
});
