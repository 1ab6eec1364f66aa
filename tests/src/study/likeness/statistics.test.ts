import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBlock, sliceBlock } from '../../../../src/ground/signal/sample-block.js';
import { UV } from '../../../../src/ground/signal/units.js';
import type { LabelledSignal } from '../../../../src/study/likeness/clean.js';
import { statisticNames, type StatisticName } from '../../../../src/study/likeness/statistic-names.js';
import { likeness } from '../../../../src/study/likeness/statistics.js';

interface Case {
  readonly rateHz: number;
  readonly channels: number;
  readonly classes: number;
  readonly repetitions: number;
  readonly seconds: number;
  readonly statistics: Readonly<Partial<Record<StatisticName, number>>>;
}
const golden = JSON.parse(
  readFileSync(new URL('../../../golden/likeness.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[] };

/** Coloured noise of a linear congruential generator, partly common, with levels by class and channel; 0 is rest. */
function recordingsOf({ rateHz, channels, classes, repetitions, seconds }: Omit<Case, 'statistics'>) {
  const recordings: LabelledSignal[] = [];
  let state = 12345;
  const uniform = (): number => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  for (let k = 0; k < classes; k++)
    for (let r = 0; r < repetitions; r++) {
      const signal = createBlock(0, rateHz, channels, Math.floor(rateHz * (seconds + 0.1 * r)));
      const y = new Float64Array(channels);
      for (let i = 0; i < signal.length; i++) {
        const common = uniform();
        for (let c = 0; c < channels; c++) {
          y[c] = 0.5 * y[c] + uniform();
          const gain = 1 + (k === 0 ? 0 : ((k * 7 + c * 5) % 11) * (1 + 0.1 * r));
          const value = gain * (1 - (0.3 * i) / signal.length) * (y[c] + 0.4 * common);
          signal.data[c * signal.length + i] = Math.fround(value) * UV;
        }
      }
      recordings.push({ label: k === 0 ? 'rest' : `movement ${k}`, signal });
    }
  return recordings;
}

const small = { rateHz: 1000, channels: 4, classes: 3, repetitions: 2, seconds: 2 };

describe('the statistics of recordings', () => {
  it.each(golden.cases)('at $rateHz Hz equal the reference to 1e-6', (example) => {
    const { statistics } = likeness(recordingsOf(example));
    for (const [name, expected] of Object.entries(example.statistics)) {
      const value = Object.entries(statistics).find(([key]) => key === name)?.[1] ?? NaN;
      expect(Math.abs(value / expected - 1), `${name} ${value}`).toBeLessThan(1e-6);
    }
    expect(Object.keys(statistics)).toEqual(statisticNames);
  });

  const absent = (recordings: readonly LabelledSignal[]): string[] => {
    const { statistics, missing } = likeness(recordings);
    const names = statisticNames.filter((name) => statistics[name] === null);
    for (const name of names) expect(missing[name], name).toMatch(/\w{4}/);
    expect(Object.keys(missing).sort()).toEqual([...names].sort());
    return names;
  };

  it('are all there where the recordings have all', () => {
    expect(absent(recordingsOf(small))).toEqual([]);
  });

  it('of rest are absent without rest, the others the same', () => {
    const all = recordingsOf(small);
    const active = all.filter(({ label }) => label !== 'rest');
    expect(absent(active)).toEqual([
      'SNRdB',
      'SNRstrongDb',
      'restSlope',
      'restKurtosis',
      'restChannelSd',
      'restCorrNext',
    ]);
    expect(likeness(active).statistics.classSd).toBe(likeness(all).statistics.classSd);
  });

  it('know rest by what it means, or by the name given', () => {
    const named = (name: string) =>
      recordingsOf(small).map(({ label, signal }) => ({ label: label === 'rest' ? name : label, signal }));
    const { statistics } = likeness(recordingsOf(small));
    expect(likeness(named('No_Motion')).statistics).toEqual(statistics);
    expect(likeness(named('zero'), 'zero').statistics).toEqual(statistics);
  });

  it('of repetitions are absent where nothing is repeated', () => {
    expect(absent(recordingsOf({ ...small, repetitions: 1 }))).toEqual([
      'repetitionCommonSd',
      'repetitionSpecificSd',
    ]);
  });

  it('of a wide band are absent at 200 Hz', () => {
    expect(absent(recordingsOf({ ...small, rateHz: 200 }))).toEqual(['slopeHi', 'restSlope']);
    expect(likeness(recordingsOf({ ...small, rateHz: 200 })).bandHz).toEqual([20, 90]);
  });

  it('of the ring are absent with two channels, of channels with one', () => {
    expect(absent(recordingsOf({ ...small, channels: 2 }))).toEqual(['corrSecond', 'corrOpposite']);
    expect(absent(recordingsOf({ ...small, channels: 1 }))).toEqual([
      'corrNext',
      'corrSecond',
      'corrOpposite',
      'restChannelSd',
      'restCorrNext',
      'channelSd',
      'classSpecificSd',
      'repetitionSpecificSd',
      'windowCommonCorr',
      'withinTrialCommonCorr',
    ]);
  });

  it('of classes are absent where there is one movement', () => {
    expect(absent(recordingsOf({ ...small, classes: 2 }))).toEqual([
      'classSd',
      'classCommonSd',
      'classSpecificSd',
      'fisherLogMav',
    ]);
  });

  it('that mix channels are absent where one is silent', () => {
    const silent = recordingsOf(small);
    silent[3].signal.data.fill(0, 0, silent[3].signal.length);
    expect(absent(silent)).toContain('channelSd');
    expect(likeness(silent).missing.channelSd).toBe('channel 1 has no signal');
    expect(likeness(silent).statistics.MDF).toBeGreaterThan(20);
  });

  it('leave short recordings out and say so', () => {
    const all = recordingsOf(small);
    const [first] = all;
    const short = { label: first.label, signal: sliceBlock(first.signal, 0, 300) };
    const result = likeness([...all, short]);
    expect(result.notes).toEqual(['1 recordings of less than 1 s were left out']);
    expect(result.statistics).toEqual(likeness(all).statistics);
  });

  it('refuse what cannot be compared, with a hint', () => {
    const all = recordingsOf(small);
    const broken = recordingsOf(small);
    broken[0].signal.data[5] = NaN;
    const hint = expect.objectContaining({ hint: expect.stringMatching(/\w/) as string });
    expect(() => likeness([])).toThrow(hint);
    expect(() => likeness(broken)).toThrow('recording of rest: got numbers that are not finite');
    expect(() => likeness([...all, ...recordingsOf({ ...small, channels: 3 })])).toThrow(
      'expected 4 at 1000 Hz',
    );
    expect(() => likeness(recordingsOf({ ...small, rateHz: 60 }))).toThrow('expected at least 100');
    expect(() => likeness(recordingsOf({ ...small, seconds: 0.2 }))).toThrow('expected longer ones');
    expect(() => likeness(recordingsOf({ ...small, classes: 1 }))).toThrow('got nothing but rest');
  });
});
