import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { StreamError } from '../../../../src/ground/signal/errors.js';
import { readRecording } from '../../../../server/recordings/read-recording.js';
import type { ReadOptions, Recording } from '../../../../server/recordings/recording.js';
import { readAll, scratch } from '../fixtures.js';

const at = scratch();
const rows = Array.from(
  { length: 200 },
  (_, i) => [i / 500, ((i * 37) % 101) / 10, -((i * 53) % 97)] as const,
);
const written = (value: number): string => value.toFixed(4);
const comma = (value: number): string => written(value).replace('.', ',');

/** The same 200 samples of two electrodes at 500 Hz, in another layout. */
function table(head: string, separator = ',', cell = written, end = '\n'): string {
  return `${head}${head === '' ? '' : end}${rows.map((row) => row.map(cell).join(separator) + end).join('')}`;
}

async function read(name: string, content: string | Buffer, options: ReadOptions = {}): Promise<Recording> {
  await writeFile(at(name), content);
  return readRecording(at(name), options);
}
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('layouts of text files', () => {
  it.each<[string, string | Buffer, string]>([
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${table('time_s,a [µV],b [µV]')}`, 'utf16le'), 'a b'],
    ['UTF-16 big-endian without a mark', utf16be(table('time_s,a [µV],b [µV]')), 'a b'],
    ['Latin-1', Buffer.from(table('Zeit [s];Bizeps [µV];b\xe4 [µV]', ';', comma), 'latin1'), 'Bizeps bä'],
    ['micro signs read twice as Latin-1', table('time_s,a [Âµ\x56],b [Âµ\x56]'), 'a b'],
    ['CR', table('time_s,a_uV,b_uV', ',', written, '\r'), 'a b'],
    ['CR CR LF', table('time_s,a_uV,b_uV', ',', written, '\r\r\n'), 'a b'],
    ['tabs and decimal commas', table('time_s\ta_uV\tb_uV', '\t', comma), 'a b'],
    ['quoted decimal commas', table('time_s,a_uV,b_uV', ',', (value) => `"${comma(value)}"`), 'a b'],
    ['strokes', table('time_s|a_uV|b_uV', '|'), 'a b'],
    ['aligned blanks', table('  time_s   a_uV   b_uV', '   ', (v) => written(v).padStart(9)), 'a b'],
    ['blanks within names', table('time (s)  EMG left  EMG right', '  '), 'EMG left|EMG right'],
    ['blanks after commas', table('time_s, a_uV, b_uV', ', '), 'a b'],
    ['delimiters at the end', table('time_s,a_uV,b_uV,', ',', written, ',\n'), 'a b'],
    ['delimiters at the end of rows only', table('time_s,a_uV,b_uV', ',', written, ',\n'), 'a b'],
    ['line breaks within names', table('"time\n[s]","a\n[µV]","b [µV]"'), 'a b'],
    ['names in a comment, as NumPy', table('# time_s a_uV b_uV', ' ', (v) => v.toExponential(18)), 'a b'],
    [
      'names of rows, as R',
      `"time_s","a_uV","b_uV"\n${rows.map((r, i) => `"${i + 1}",${r.join()}`).join('\n')}\n`,
      'a b',
    ],
    ['sep= of spreadsheets', `sep=;\n${table('time_s;a_uV;b_uV', ';', comma)}`, 'a b'],
    ['a preamble with a stray quote', `Sensor 5" cable\nDate,today\n\n${table('time_s,a_uV,b_uV')}`, 'a b'],
    ['units in a row of their own', table('time,a,b\ns,uV,uV'), 'a b'],
    ['units in brackets of their own', table('name,Record\n\ntime,a,b\n(s),(µV),(µV)'), 'a b'],
    ['counts of samples, as AcqKnowledge', table('x.acq\n2 msec/sample\nsec,a_uV,b_uV\n,200,200'), 'a b'],
    [
      'names with their keys, as LabChart',
      table('Interval=\t0.002 s\nChannelTitle=\ta\tb\nRange=\t1 µV\t1 µV', '\t'),
      'a b',
    ],
    ['rows without numbers to the end, as sheets', `${table('time_s,a_uV,b_uV')}${',,\n'.repeat(50)}`, 'a b'],
    ['no names and a clock', table(''), 'ch2 ch3'],
    ['stamps since 1970, no names', table('', ',').replace(/^0/gm, '1700000000'), 'ch2 ch3'],
    ['times of day', table('time,a_uV,b_uV').replace(/^0/gm, '2023-05-01 23:59:59'), 'a b'],
  ])('%s', async (_, content, names) => {
    const recording = await read('layout.csv', content);
    expect(recording.info.channelNames).toEqual(names.split(names.includes('|') ? '|' : ' '));
    expect(recording.info.sampleRateHz).toBe(500);
    const { data, length } = await readAll(recording);
    expect(length).toBe(200);
    const microvolts = [...data].map((volts) => volts * 1e6);
    expect(microvolts).toEqual(
      [...rows.map((r) => r[1]), ...rows.map((r) => r[2])].map((v) => expect.closeTo(v, 3) as number),
    );
  });

  it('reads Delsys exports, each column with its own time, and leaves slower devices out', async () => {
    const trigno = 52_000 / 27;
    const lines = Array.from({ length: 600 }, (_, i) => {
      const t = (i / trigno).toFixed(9);
      const slow = i < 45 ? `${(i / 148.148).toFixed(6)},0.98` : ',';
      return `${t},${i % 7}e-6,${slow},${i < 598 ? `${t},${i % 5}e-6` : ','}`;
    });
    const head = '"X[s]","L TA: EMG 1[V]","X[s]","L TA: ACC X[g]","X[s]","R TA: EMG 2[V]"';
    const recording = await read('delsys.csv', `${head}\n${lines.join('\n')}\n`);
    expect(recording.info.sampleRateHz).toBeCloseTo(trigno, 9);
    expect(recording.info.channelNames).toEqual(['L TA: EMG 1', 'R TA: EMG 2']);
    expect(recording.info.notes?.join()).toMatch(
      /"L TA: ACC X\[g\]" is no electrode but motion.*after 598 samples/,
    );
    expect((await readAll(recording)).length).toBe(598);
  });

  it('reads OpenBCI dumps of every age', async () => {
    const head = '%OpenBCI Raw EXG Data\n%Number of channels = 2\n%Sample Rate = 250 Hz\n';
    // Packets of ten samples: the stamps come in bursts.
    const stamps = Array.from(
      { length: 1000 },
      (_, i) => 1_700_000_000 + Math.floor(i / 10) * 0.04 + (i % 10) * 1e-5,
    );
    const newer = stamps.map(
      (t, i) => `${i % 256}.0, ${i % 9}.0, -2.0, 0.1, 0.2, 0.9, 192.0, 0.0, ${t.toFixed(5)}, 0.0`,
    );
    const names =
      'Sample Index, EXG Channel 0, EXG Channel 1, Accel Channel 0, Accel Channel 1, Accel Channel 2, Other, Analog Channel 0, Timestamp, Other';
    const older = stamps.map(
      (t, i) => `${i % 256}, ${i % 9}.00, -2.00, 0.1, 0.2, 0.9, 15:16:01.004, ${Math.round(1000 * t)}`,
    );
    const first = '%First Column = SampleIndex\n%Last Column = Timestamp \n';
    for (const text of [`${head}${names}\n${newer.join('\n')}\n`, `${head}${first}${older.join('\n')}\n`]) {
      const { info, blocks } = await read('openbci.txt', text);
      expect(info.sampleRateHz).toBe(250);
      expect(info.channelNames).toEqual(['EXG Channel 0', 'EXG Channel 1']);
      let samples = 0;
      for await (const { length } of blocks()) samples += length;
      expect(samples).toBe(1000);
    }
  });

  it('takes the rate from lines above the samples where there is no clock', async () => {
    for (const line of [
      '# Sample Rate: 2000 Hz',
      '%fs=2000',
      'Sampling frequency;2 kHz',
      'interval 0.5 ms',
      '0.5 msec/sample',
    ]) {
      const { info } = await read('stated.csv', `${line}\na_uV;b_uV\n1;2\n3;4\n`);
      expect(info.sampleRateHz).toBe(2000);
      expect(info.notes?.join()).toMatch(/2000 Hz, is what the lines above the samples state/);
    }
  });

  it('tells a V that is a unit from one that is a name', async () => {
    const largest = async (head: string, values: string): Promise<number> => {
      const { data } = await readAll(await read('v.csv', `${head}\n0,0\n0.01,${values}\n0.02,0\n`));
      return Math.max(...data);
    };
    expect(await largest('time_s,Left V', '59')).toBeCloseTo(59e-6, 9);
    expect(await largest('time_s,Left_V', '59')).toBeCloseTo(59e-6, 9);
    expect(await largest('time_s,Left_V', '0.00059')).toBeCloseTo(59e-5, 9);
    expect(await largest('time_s,Left [V]', '0.00059')).toBeCloseTo(59e-5, 9);
    const { info } = await read('v.csv', 'time_s,Left [V]\n0,0\n0.01,59\n0.02,0\n');
    expect(info.notes?.join()).toMatch(
      /"Left \[V\]" reaches 59 V in its first rows, which no electrode does/,
    );
  });

  it('labels samples with class, repetition, trial and subject', async () => {
    const label = (i: number): string =>
      `${['rest', 'Hand Close'][Math.floor(i / 50) % 2]},R${Math.floor(i / 100) + 1},P1,Ramp`;
    const { info, segments } = await read(
      'labels.csv',
      `time_s,a_uV,gesture,rep,subject,trial\n${rows.map(([t, a], i) => `${t},${a},${label(i)}`).join('\n')}\n`,
    );
    expect(info.channelNames).toEqual(['a']);
    const origin = { trial: 'Ramp', subject: 'P1', length: 50 };
    expect(segments).toEqual([
      { ...origin, label: 'rest', classIndex: 0, repetition: 1, index: 0 },
      { ...origin, label: 'hand-close', classIndex: 1, repetition: 1, index: 50 },
      { ...origin, label: 'rest', classIndex: 0, repetition: 2, index: 100 },
      { ...origin, label: 'hand-close', classIndex: 1, repetition: 2, index: 150 },
    ]);
  });

  it('ends a segment at a gap, and takes what was corrected', async () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) => `${(i < 30 ? i : i + 100) / 100},1,9,${i < 10 ? 'nan' : '1.0'},2`,
    );
    const { segments } = await read(
      'gaps.csv',
      `time_s,a_uV,stimulus,restimulus,rerepetition\n${lines.join('\n')}\n`,
    );
    expect(segments).toMatchObject([
      { label: '1', repetition: 2, index: 10, length: 20 },
      { label: '1', repetition: 2, index: 130, length: 10 },
    ]);
  });

  it('takes files that were put together for takes', async () => {
    const one = table('time_s,a_uV,b_uV');
    const recording = await read('cat.csv', one + one);
    expect(recording.info.notes?.join()).toMatch(
      /jumps back.*first after sample 200.*A row repeats the names/,
    );
    const indices: number[] = [];
    for await (const { index } of recording.blocks()) indices.push(index);
    expect(indices).toEqual([0, 201]);
  });

  it.each<[string, string | Buffer, RegExp]>([
    [
      'a.dat',
      Buffer.from(Int16Array.from({ length: 500 }, (_, i) => i * 60).buffer),
      /a\.dat: holds binary data/,
    ],
    ['a.csv', Buffer.from([0x1f, 0x8b, 8, 0]), /holds a gzip archive/],
    ['a.csv', Buffer.from('PK\x03\x04....'), /holds a ZIP archive or an Excel workbook/],
    ['a.csv', '<!DOCTYPE html><html></html>', /row 1 starts with "<", as JSON and HTML do/],
    ['a.csv', '{"emg": [1, 2]}', /row 1 starts with "{"/],
    ['a.csv', '# only\n# comments\n', /holds no rows but comments/],
    ['a.csv', 'time_s,a_uV\n', /found no row of numbers; row 1 says "time_s,a_uV"/],
    ['a.csv', 'time_s,acc_x\n0,1\n0.01,2\n', /found no column of an electrode among "time_s", "acc_x"/],
    ['a.csv', 'a,b,c\n1,2\n3,4\n', /row 1 names 3 columns, the rows below have 2/],
    ['a.csv', 'time_s,a\n0,x7\n0.01,1\n0.02,2\n', /row 2, column 2 \(a\) says "x7"/],
    ['a.csv', '# fs = 1000\n1,x7\n2,3\n4,5\n', /row 2, column 2 \(ch2\) says "x7"/],
    ['a.csv', 'time_s;a\n0,00;1.234,5\n0,01;2,5\n0,02;3,5\n', /row 2, column 2 \(a\) says "1\.234,5"/],
    ['a.csv', 'time_s,a\n0,1\n0.01,inf\n', /row 3, column 2 \(a\) says "inf"/],
    ['a.csv', 'time_s,a\n0,1\n0.01,1e300\n', /says "1e300", which is no voltage/],
    ['a.csv', 'time_s,a\n0,1\n,\n0.02,2\n0.03,2\n', /row 3, column 2 \(a\) says ""/],
    [
      'a.csv',
      'time_s,a\n0,1\n2,1\n4,1\n',
      /the column "time_s" gives a sampling rate of 0.5 Hz, expected 20 Hz/,
    ],
    [
      'a.csv',
      `time_s,a\n0,"1\n${'0.01,2\n'.repeat(200_000)}`,
      /row 2 opens a quote \("\) that is never closed/,
    ],
    ['a.csv', '1,'.repeat(2_000_000), /row 1 is longer than 1048576 characters/],
    ['a.csv', `${'1,'.repeat(1999)}1\n${'2,'.repeat(1999)}2\n`, /row 1 has 2000 columns, expected at most/],
  ])('refuses %s %#, and says why', async (name, content, message) => {
    const attempt = async (options: ReadOptions = {}): Promise<unknown> =>
      readAll(await read(name, content, options));
    await expect(attempt()).rejects.toThrow(message);
    await expect(attempt()).rejects.toThrow(StreamError);
  });
});
