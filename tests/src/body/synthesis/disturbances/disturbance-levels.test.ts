import { describe, expect, it } from 'vitest';
import { artefactFlags } from '../../../../../src/body/synthesis/disturbances/artefact-flags.js';
import { bandRms, disturbed, plainAttachment, rms, rmsOfRows } from './disturbed.js';

const UV = 1e-6;
const within = (value: number, expected: number, share = 0.1): void => {
  expect(value).toBeGreaterThan(expected * (1 - share));
  expect(value).toBeLessThan(expected * (1 + share));
};

describe('contact noise', () => {
  it.each([
    [1000, 4],
    [2000, 0],
    [2000, 2.5],
    [2000, 5.2],
    [2000, 7.3],
    [10000, 4],
  ])(
    'has the RMS set between 20 and 500 Hz at %i Hz, falling by %d dB per octave',
    (sampleRateHz, noiseSlopeDbPerOctave) => {
      const { rows } = disturbed(
        { noiseUv: 5, noiseSlopeDbPerOctave },
        { sampleRateHz, seconds: 40, channels: 2 },
      );
      for (const row of rows) within(bandRms(row, sampleRateHz, 20, 500), 5 * UV);
      const decibel = (low: number, high: number): number =>
        20 * Math.log10(bandRms(rows[0], sampleRateHz, low, high)) - 10 * Math.log10(high - low);
      // Four octaves apart; a few tenths per octave are the ladder's ripple.
      const fall = (decibel(22, 28) - decibel(352, 380)) / Math.log2(366 / 25);
      expect(Math.abs(fall - noiseSlopeDbPerOctave)).toBeLessThan(0.4);
    },
  );

  it('has levels that differ between channels by the spread set, about a median as set', () => {
    const channels = 64;
    const { rows } = disturbed({ noiseUv: 5, noiseSpreadDb: 4.5 }, { seconds: 10, channels });
    const levels = rows.map((row) => 20 * Math.log10(bandRms(row, 2000, 20, 500) / UV)).sort((a, b) => a - b);
    expect((levels[31] + levels[32]) / 2).toBeCloseTo(20 * Math.log10(5), 0);
    const mean = levels.reduce((a, b) => a + b, 0) / channels;
    const sd = Math.sqrt(levels.reduce((sum, x) => sum + (x - mean) ** 2, 0) / channels);
    expect(sd).toBeGreaterThan(3.6);
    expect(sd).toBeLessThan(5.4);
  });

  it('has the same levels in another session of a donning and others after another donning', () => {
    const spec = { noiseUv: 5, noiseSpreadDb: 4.5 };
    const levels = (seed: number, donning: number): number[] =>
      disturbed(spec, { seconds: 20, seed, attachment: plainAttachment(4, donning) }).rows.map(
        (row) => rms(row) / UV,
      );
    const first = levels(1, 1);
    levels(2, 1).forEach((level, c) => within(level, first[c], 0.05));
    expect(Math.max(...levels(1, 2).map((level, c) => Math.abs(Math.log(level / first[c]))))).toBeGreaterThan(
      0.2,
    );
  });

  it('is common to neighbours around the limb as far as set, and to no others', () => {
    const channels = 5;
    // Around the limb 0, 2, 4, 1, 3.
    const attachment = { ...plainAttachment(channels), next: Int32Array.from([2, 3, 4, 0, 1]) };
    const { rows } = disturbed(
      { noiseUv: 5, noiseCommonPercent: 30, noiseSlopeDbPerOctave: 4, noiseSpreadDb: 4 },
      { seconds: 60, channels, attachment },
    );
    const correlation = (a: number, b: number): number =>
      rows[a].reduce((sum, x, i) => sum + x * rows[b][i], 0) / (rows[a].length * rms(rows[a]) * rms(rows[b]));
    for (const [a, b] of [
      [0, 2],
      [2, 4],
      [3, 0],
    ])
      expect(Math.abs(correlation(a, b) - 0.3)).toBeLessThan(0.05);
    for (const [a, b] of [
      [0, 1],
      [0, 4],
      [2, 3],
    ])
      expect(Math.abs(correlation(a, b))).toBeLessThan(0.05);
    const pair = disturbed({ noiseUv: 5, noiseCommonPercent: 30 }, { seconds: 60, channels: 2 }).rows;
    const product = pair[0].reduce((sum, x, i) => sum + x * pair[1][i], 0) / pair[0].length;
    expect(Math.abs(product / (rms(pair[0]) * rms(pair[1])) - 0.3)).toBeLessThan(0.03);
  });

  it.each([
    [9, 0],
    [9, 40],
    [15, 25],
  ])(
    'has a kurtosis of %d in the long run, with %d percent in common',
    (noiseKurtosis, noiseCommonPercent) => {
      const { rows } = disturbed(
        { noiseUv: 5, noiseKurtosis, noiseCommonPercent },
        { seconds: 400, channels: 8, sampleRateHz: 500 },
      );
      let fourth = 0;
      let second = 0;
      for (const row of rows)
        row.forEach((x) => {
          second += (x * x) / row.length / rows.length;
          fourth += x ** 4 / row.length / rows.length;
        });
      within(fourth / second ** 2, noiseKurtosis, 0.2);
      within(
        Math.sqrt(second),
        rms(disturbed({ noiseUv: 5 }, { seconds: 10, sampleRateHz: 500 }).rows[0]),
        0.06,
      );
    },
  );

  it('is Gaussian and independent from channel to channel', () => {
    const { rows } = disturbed({ noiseUv: 5 }, { seconds: 50, channels: 2 });
    const [a, b] = rows;
    const [sa, sb] = [rms(a), rms(b)];
    let product = 0;
    let fourth = 0;
    let beyond = 0;
    a.forEach((x, i) => {
      product += (x * b[i]) / (sa * sb) / a.length;
      fourth += (x / sa) ** 4 / a.length;
      if (Math.abs(x) > 3 * sa) beyond += 1 / a.length;
    });
    expect(Math.abs(product)).toBeLessThan(0.015);
    within(fourth, 3, 0.05);
    within(beyond, 0.0027, 0.25);
  });

  it('falls with the root of the settling impedance', () => {
    const before = disturbed({ noiseUv: 5 }, { seconds: 30, channels: 2 });
    const after = disturbed({ noiseUv: 5, settlingPercent: 100, wornMin: 20 }, { seconds: 30, channels: 2 });
    within(rms(after.rows[0]) / rms(before.rows[0]), Math.sqrt(0.78), 0.005);
  });
});

describe('mains hum', () => {
  it.each([50, 60])('has the RMS set at %i Hz over the channels', (mainsHz) => {
    const { rows, flags } = disturbed({ mainsUv: 20, mainsHz }, { seconds: 120, channels: 8 });
    const level = Math.sqrt(
      rows.reduce((sum, row) => sum + bandRms(row, 2000, mainsHz - 3, mainsHz + 3) ** 2, 0) / rows.length,
    );
    within(level, 20 * UV);
    expect(flags[1000] & artefactFlags.mains).toBe(artefactFlags.mains);
  });

  it('is shared out by how unequal the contacts are, anew at each donning, and alike where they are alike', () => {
    const hums = (spread: number, donning: number): number[] =>
      disturbed(
        { mainsUv: 20, contactKohm: 100, contactSpreadPercent: spread, rejectionDb: 90 },
        { seconds: 4, channels: 4, attachment: plainAttachment(4, donning) },
      ).rows.map((row) => rms(row) / UV);
    const alike = hums(0, 1);
    within(Math.max(...alike) / Math.min(...alike), 1, 0.01);
    const [one, two] = [hums(50, 1), hums(50, 2)];
    expect(Math.max(...one) / Math.min(...one)).toBeGreaterThan(1.5);
    expect(Math.max(...one.map((level, c) => Math.abs(Math.log(level / two[c]))))).toBeGreaterThan(0.2);
  });

  it('carries the harmonics asked for, and none without', () => {
    const share = (mainsHarmonicsPercent: number): number => {
      const { rows } = disturbed({ mainsUv: 20, mainsHarmonicsPercent }, { seconds: 30, channels: 1 });
      return bandRms(rows[0], 2000, 145, 155) / bandRms(rows[0], 2000, 45, 55);
    };
    within(share(30), 0.3, 0.02);
    expect(share(0)).toBeLessThan(0.001);
  });

  it('wanders by up to the frequency set and no further', () => {
    const spec = { mainsUv: 100, mainsHarmonicsPercent: 0, mainsModulationPercent: 0 };
    const periods = (mainsWanderHz: number): number[] => {
      const { rows } = disturbed({ ...spec, mainsWanderHz }, { seconds: 120, channels: 1 });
      const crossings: number[] = [];
      for (let i = 1; i < rows[0].length; i++)
        if (rows[0][i - 1] < 0 && rows[0][i] >= 0)
          crossings.push(i - 1 - rows[0][i - 1] / (rows[0][i] - rows[0][i - 1]));
      // Mean frequency over 25 periods at a time.
      return crossings.slice(25).map((end, n) => (25 * 2000) / (end - crossings[n]));
    };
    const steady = periods(0);
    expect(Math.max(...steady.map((hz) => Math.abs(hz - 50)))).toBeLessThan(0.01);
    const wandering = periods(0.5);
    expect(Math.max(...wandering)).toBeGreaterThan(50.3);
    expect(Math.min(...wandering)).toBeLessThan(49.7);
    expect(Math.max(...wandering.map((hz) => Math.abs(hz - 50)))).toBeLessThan(0.51);
  });

  it('shifts with the drift of the sample clock', () => {
    const spec = { mainsUv: 100, mainsWanderHz: 0, mainsModulationPercent: 0, mainsHarmonicsPercent: 0 };
    const turnsIn = (clockDriftPpm: number): number => {
      const { rows } = disturbed({ ...spec, clockDriftPpm }, { seconds: 100, channels: 1 });
      let ups = 0;
      for (let i = 1; i < rows[0].length; i++) if (rows[0][i - 1] < 0 && rows[0][i] >= 0) ups++;
      return ups;
    };
    // A clock that is 1000 ppm fast takes 100 s of samples in 99.9 s: five turns fewer.
    expect(turnsIn(0) - turnsIn(1000)).toBe(5);
  });
});

describe('heart', () => {
  it('has R waves of the height and rate set', () => {
    const { rows, flags } = disturbed({ ecgUv: 80, heartRateBpm: 72 }, { seconds: 100, channels: 8 });
    const peaks = rows.map((row) => row.reduce((a, b) => Math.max(a, b), 0));
    within(rmsOfRows([peaks]), 80 * UV);
    let beats = 0;
    for (let i = 1; i < flags.length; i++)
      if (flags[i] & artefactFlags.ecg && !(flags[i - 1] & artefactFlags.ecg)) beats++;
    within(beats, 120, 0.05);
  });

  it('has beat intervals of the variability set', () => {
    const { rows } = disturbed(
      { ecgUv: 80, heartRateBpm: 60, heartRateVariabilityPercent: 8 },
      { seconds: 600, channels: 1, sampleRateHz: 500 },
    );
    const [row] = rows;
    const at: number[] = [];
    for (let i = 1; i < row.length - 1; i++)
      if (row[i] > 60e-6 && row[i] >= row[i - 1] && row[i] > row[i + 1]) at.push(i / 500);
    const intervals = at.slice(1).map((t, n) => t - at[n]);
    const mean = intervals.reduce((a, b) => a + b, 0) / intervals.length;
    within(mean, 1, 0.03);
    // R to R spans halves of two beats, which smooths chance but not breathing.
    const sd = Math.sqrt(intervals.reduce((sum, x) => sum + (x - mean) ** 2, 0) / intervals.length);
    expect(sd).toBeGreaterThan(0.05);
    expect(sd).toBeLessThan(0.1);
  });
});

describe('slow and mechanical artefacts', () => {
  it('has baseline wander of the RMS set, nearly all below 1 Hz', () => {
    const { rows } = disturbed({ baselineUv: 100 }, { seconds: 1000, channels: 4, sampleRateHz: 500 });
    within(rmsOfRows(rows), 100 * UV);
    for (const row of rows) expect(bandRms(row, 500, 20, 250)).toBeLessThan(2 * UV);
  });

  it('has friction of the RMS set, around 0.5 to 8 Hz', () => {
    const { rows } = disturbed({ frictionUv: 100 }, { seconds: 300, channels: 4, sampleRateHz: 500 });
    within(rmsOfRows(rows), 100 * UV);
    expect(bandRms(rows[0], 500, 0.3, 12)).toBeGreaterThan(80 * UV);
  });

  it('has impacts of the height and cadence set, in step on all channels', () => {
    const { rows, flags } = disturbed({ impactUv: 500, cadencePerMin: 60 }, { seconds: 60, channels: 8 });
    const heights = rows.map((row) => row.reduce((a, b) => Math.max(a, Math.abs(b)), 0));
    within(rmsOfRows([heights]), 500 * UV);
    let contacts = 0;
    for (let i = 1; i < flags.length; i++)
      if (flags[i] & artefactFlags.impact && !(flags[i - 1] & artefactFlags.impact)) contacts++;
    within(contacts, 60, 0.06);
  });

  it('passes as much of an impact as the attachment does', () => {
    const attachment = { ...plainAttachment(4), impact: 0.25 };
    const firm = disturbed({ impactUv: 500 }, { attachment });
    const loose = disturbed({ impactUv: 500 });
    within(rms(firm.rows[0]) / rms(loose.rows[0]), 0.25, 0.01);
  });

  it('has movement artefacts as often as set, of about the height set, below 20 Hz', () => {
    const { rows, flags } = disturbed(
      { motionUv: 400, motionPerMin: 20 },
      { seconds: 600, sampleRateHz: 500 },
    );
    let bursts = 0;
    for (let i = 1; i < flags.length; i++)
      if (flags[i] & artefactFlags.motion && !(flags[i - 1] & artefactFlags.motion)) bursts++;
    within(bursts, 180, 0.25); // 200, some of which run together
    const peak = rows[0].reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    expect(peak).toBeGreaterThan(300 * UV);
    expect(peak).toBeLessThan(2000 * UV);
    expect(bandRms(rows[0], 500, 25, 250)).toBeLessThan(0.02 * rms(rows[0]));
    expect(rows[0].some((x, i) => x !== 0 && !(flags[i] & artefactFlags.motion))).toBe(false);
  });
});
