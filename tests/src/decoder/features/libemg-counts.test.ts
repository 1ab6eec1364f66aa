import { describe, expect, it } from 'vitest';
import { extractFeatures } from '../../../../src/decoder/features/extract-features.js';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import { libemgIntegers } from '../../../support/libemg-integers.js';

const { recordings, windows, features } = libemgIntegers;
const perRecording = 9;
const windowAt = (number: number): number[][] => {
  const { channels } = recordings[Math.floor(number / perRecording)];
  const from = 10 * (number % perRecording);
  return channels.map((channel) => channel.slice(from, from + 40));
};

describe('integers with plateaus and exact zeros, as LibEMG counts them', () => {
  it.each(Object.keys(features))('%s', (name) => {
    windows.forEach((number, w) => {
      const got = extractFeatures(windowAt(number), name, { counts: 'libemg' });
      // AR of several columns comes channel by channel there, too.
      features[name][w].forEach((value, i) => expect(got[i]).toBeCloseTo(value, 9));
      expect(got).toHaveLength(features[name][w].length);
    });
  });

  it('of volts, with the gain of the file, gives the same counts', () => {
    const rows = windowAt(windows[0]);
    const volts = rows.map((row) => row.map((value) => value * 1e-6));
    const names = ['ZC', 'SSC', 'WAMP'];
    expect(extractFeatures(volts, names, { counts: 'libemg', gain: 1e6 })).toEqual(
      extractFeatures(rows, names, { counts: 'libemg' }),
    );
  });

  it('differs from counts over plateaus where it should', () => {
    const x = [1, 0, -1, -1, 2, 2, 2, 1];
    const counts = (how: 'libemg' | 'hudgins') => [
      ...extractFeatures([x], ['ZC', 'SSC', 'WAMP'], { counts: how }),
    ];
    // 1 0 −1 crosses by way of 0, which LibEMG misses; −1 → 2 both see. Turns: at −1 −1 and at 2 2 2 there is one each;
    // LibEMG counts every sample beside a flat step: 5.
    expect(counts('hudgins')).toEqual([2, 2, 4]);
    expect(counts('libemg')).toEqual([1, 5, 4]);
  });

  it('compares the product of both steps with the threshold of turns, whatever the gain', () => {
    const x = [0, 2, 0, 3, 1, 1];
    const turns = (threshold: number, gain = 1) =>
      extractFeatures([x.map((value) => value / gain)], 'SSC', {
        counts: 'libemg',
        gain,
        thresholds: { SSC: threshold / gain ** 2 },
      })[0];
    expect([turns(0), turns(4), turns(5), turns(7)]).toEqual([4, 3, 2, 0]);
    expect([turns(0, 8), turns(4, 8), turns(5, 8), turns(7, 8)]).toEqual([4, 3, 2, 0]);
  });

  it('refuses thresholds that LibEMG does not have', () => {
    const rows = windowAt(0);
    for (const options of [{ thresholds: { ZC: 1 } }, { restNoise: 1 }, { noiseMultiple: 1 }])
      expect(() => extractFeatures(rows, 'ZC', { counts: 'libemg', ...options })).toThrow(ConfigError);
  });
});
