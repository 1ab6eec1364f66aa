import { expect, it } from 'vitest';
import { channelsOf, parseNumberTable } from '../../../server/cli/number-table.js';

const read = (text: string, rateHz?: number) => channelsOf(parseNumberTable(text, 'x.csv'), rateHz);
const columns = (text: string, rateHz?: number) => read(text, rateHz).channels.map((channel) => [...channel]);

it('reads plain numbers in full precision, one column per channel', () => {
  expect(columns('0.1,-2e-7\n3,4.000000000000001\n')).toEqual([
    [0.1, 3],
    [-2e-7, 4.000000000000001],
  ]);
  expect(read('1,2\n3,4\n').names).toEqual(['ch1', 'ch2']);
});

it('understands a header, other separators, Windows line ends, a byte-order mark and quotes', () => {
  expect(read('\uFEFF"biceps";triceps\r\n1;2\r\n3;4\r\n').names).toEqual(['biceps', 'triceps']);
  expect(columns('1\t2\n3\t4')).toEqual([
    [1, 3],
    [2, 4],
  ]);
  expect(columns(' 1  2\n 3  4')).toEqual([
    [1, 3],
    [2, 4],
  ]);
});

it('sets a column of times apart by its name and takes the rate from it', () => {
  const table = read('time_s,a\n0,5\n0.001,6\n0.002,7\n');
  expect(table.names).toEqual(['a']);
  expect(table.sampleRateHz).toBe(1000);
  expect(read('time_ms,a\n0,5\n1,6\n2,7\n').sampleRateHz).toBe(1000);
});

it('sets an unnamed column of times apart only where it counts samples at the rate given', () => {
  const text = '0,5\n0.001,6\n0.002,7\n';
  expect(columns(text, 1000)).toEqual([[5, 6, 7]]);
  expect(columns(text, 500)).toHaveLength(2);
  expect(columns('0\n0.001\n0.002\n', 1000)).toHaveLength(1);
});

it.each([
  ['1,2\n3\n', /line 2 has 1 columns, expected 2/],
  ['1,2\n3,x\n', /line 2, column 2: got "x"/],
  ['a,b\n1,\n', /line 2, column 2: got ""/],
  ['1,2\n3,NaN\n', /line 2, column 2: got "NaN"/],
  ['', /empty/],
  ['\n\n', /empty/],
])('says where %j is wrong', (text, message) => {
  expect(() => parseNumberTable(text, 'x.csv')).toThrow(message);
  expect(() => parseNumberTable(text, 'x.csv')).toThrow(/x\.csv/);
});
