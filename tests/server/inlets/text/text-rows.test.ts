import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../../../server/inlets/arrival.js';
import { LineSplitter } from '../../../../server/inlets/text/line-splitter.js';
import { TextRows } from '../../../../server/inlets/text/text-rows.js';

function read(lines: readonly string[], channels?: number): { arrivals: Arrival[]; notes: string[] } {
  const arrivals: Arrival[] = [];
  const notes: string[] = [];
  const rows = new TextRows(
    { arrived: (arrival) => arrivals.push(arrival), note: (text) => notes.push(text) },
    channels,
  );
  rows.push(lines, 0);
  return { arrivals, notes };
}
const values = ({ arrivals }: { arrivals: Arrival[] }): number[][] =>
  arrivals.map((arrival) => [...arrival.values]);

describe('JSON', () => {
  it('of the OpenBCI GUI: a list for every channel', () => {
    const got = read(['{"type":"timeSeriesRaw","data":[[1,2,3],[4,5,6]]}']);
    expect(values(got)).toEqual([[1, 4, 2, 5, 3, 6]]);
    expect(got.arrivals[0]).toMatchObject({ rows: 3, names: ['CH1', 'CH2'] });
  });

  it('as one sample, as a list of samples, and under names', () => {
    expect(values(read(['[1,2,3]', '{"data":[4,5,6]}']))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(values(read(['[[1,2,3],[4,5,6]]'], 3))).toEqual([[1, 2, 3, 4, 5, 6]]);
    const named = read(['{"time_ms":12,"biceps (mV)":0.5,"triceps (mV)":null,"battery":90,"seq":7}']);
    expect(named.arrivals[0]).toMatchObject({
      names: ['biceps', 'triceps'],
      scales: [1e-3, 1e-3],
      stamps: Float64Array.of(12),
      stampUnitS: 1e-3,
      counters: Float64Array.of(7),
    });
    expect(values(named)).toEqual([[0.5, NaN]]);
  });

  it('with stamps, counters, rate, unit and markers beside the numbers', () => {
    const [arrival] = read([
      '{"data":[[1,2],[3,4]],"timestamp":[10,10.001],"counter":5,"sampleRate":1000,"unit":"mV","marker":"go"}',
    ]).arrivals;
    expect(arrival).toMatchObject({
      stamps: Float64Array.of(10, 10.001),
      counters: Float64Array.of(5, NaN),
      sampleRateHz: 1000,
      scales: [1e-3, 1e-3],
      marks: [{ row: 0, text: 'go' }],
    });
    expect(read(['{"marker":"alone"}']).arrivals).toMatchObject([{ rows: 0, marks: [{ text: 'alone' }] }]);
  });

  it('that is none, or none of a signal, is told and passed over', () => {
    const bad = ['{"type":"fft","data":[[1]]}', '{oops', '{}', '[]', '[[1,2],[3]]', '{"data":"x"}', '[[]]'];
    const { arrivals, notes } = read([...bad, '['.repeat(20_000)]);
    expect(arrivals).toEqual([]);
    expect(notes).toHaveLength(bad.length + 1);
    const two = read(['{"type":"timeSeriesRaw","data":[[1]]}', '{"type":"timeSeriesFilt","data":[[9]]}']);
    expect(values(two)).toEqual([[1]]);
    expect(two.notes.join()).toContain('timeSeriesFilt');
  });

  it('takes what is no number as missing, and names of any kind as names', () => {
    expect(values(read(['{"data":[1,"x",null,{}]}']))).toEqual([[1, NaN, NaN, NaN]]);
    expect(read(['{"__proto__":1,"constructor":2}']).arrivals[0]?.names).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});

describe('rows of a table', () => {
  it('with names: electrodes are taken, a clock and a counter are known, a class becomes marks', () => {
    const got = read([
      '# an amplifier',
      'time_ms,sample index,EMG1 (mV),EMG2 (mV),AccX,label',
      '0,10,1,2,9.81,rest',
      '1,11,3,4,9.81,rest',
      '2,12,5,nan,9.81,fist',
    ]);
    expect(got.arrivals[0]).toMatchObject({
      rows: 3,
      names: ['EMG1', 'EMG2'],
      scales: [1e-3, 1e-3],
      stampUnitS: 1e-3,
      stamps: Float64Array.of(0, 1, 2),
      counters: Float64Array.of(10, 11, 12),
      marks: [{ row: 2, text: 'fist' }],
    });
    expect(values(got)).toEqual([[1, 2, 3, 4, 5, NaN]]);
    expect(got.notes.join()).toContain('AccX');
  });

  it.each([
    ['1,2,3', 'comma'],
    ['1;2;3', 'semicolon'],
    ['1\t2\t3', 'tab'],
    ['1 2  3', 'blanks'],
    ['1.0,2.0,3.0,', 'a comma at the end'],
    ['1,0;2,0;3,0', 'decimal commas'],
  ])('cut at %s (%s)', (line) => {
    expect(values(read([line], 3))).toEqual([[1, 2, 3]]);
  });

  it('without names: all are channels, but a first column that rises evenly', () => {
    const lines = Array.from({ length: 30 }, (_, n) => `${n * 0.001},${(n * 37) % 11},${(n * 17) % 7}`);
    const got = read(lines);
    expect(got.arrivals[0]).toMatchObject({ rows: 30, names: ['CH1', 'CH2'] });
    expect(got.arrivals[0]?.stamps?.[29]).toBeCloseTo(0.029);
    expect(got.notes.join()).toContain('time');
    expect(read(lines, 3).arrivals[0]?.names).toHaveLength(3);
  });

  it('of another length, of words, and the names again are told and left out', () => {
    const lines = ['a,b', '1,2', '1,2,3', 'oh,no', 'a,b', '3,4'];
    const got = read(lines);
    expect(values(got)).toEqual([[1, 2, 3, 4]]);
    expect(got.notes).toHaveLength(3);
  });

  it('begin in the middle of a line without harm', () => {
    const got = read(['3', ...Array.from({ length: 25 }, (_, n) => `${(n * 37) % 11},${(n * 17) % 7}`)]);
    expect(got.arrivals[0]).toMatchObject({ rows: 25, names: ['CH1', 'CH2'] });
  });
});

describe('bytes', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('are lines wherever they are cut', () => {
    const text = '1,2\r\n3,µ\n5,6\r7,8\n';
    const whole = bytes(text);
    for (let at = 0; at < whole.length; at++) {
      const lines = new LineSplitter(() => undefined);
      const got = [...lines.push(whole.subarray(0, at)), ...lines.push(whole.subarray(at)), ...lines.end()];
      expect(got).toEqual(['1,2', '3,µ', '5,6', '7,8']);
    }
  });

  it('without a line end do not fill the memory', () => {
    const notes: string[] = [];
    const lines = new LineSplitter((note) => notes.push(note));
    for (let k = 0; k < 40; k++) expect(lines.push(bytes('1,'.repeat(50_000)))).toEqual([]);
    expect(lines.push(bytes('1\n2,3\n'))).toEqual(['2,3']);
    expect(notes).toHaveLength(1);
  });
});
