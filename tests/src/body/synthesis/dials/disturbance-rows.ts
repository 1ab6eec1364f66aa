import { expect } from 'vitest';
import { artefactFlags } from '../../../../../src/body/synthesis/synthesizer.js';
import type { Patch } from './dial-body.js';
import type { DialRow } from './dial-row.js';
import {
  bandShare,
  correlation,
  flagged,
  mean,
  peak,
  rms,
  steps,
  variation,
  type Measured,
} from './measure.js';

const UV = 1e-6;
const given = (dials: Patch): Patch => ({ disturbances: dials });
/** Nobody moves, so that all there is was added. */
const rest = { effort: [], skip: 0, seconds: 2 };
const minute = { ...rest, seconds: 60 };
const hum = { mainsUv: 100, mainsHarmonicsPercent: 0, mainsWanderHz: 0, mainsModulationPercent: 0 };
const all = ({ rows }: Measured): number => Math.sqrt(mean(rows.map((row) => rms(row) ** 2)));
/** Root-mean-square of each second of a channel. */
const everySecond = ({ rows, sampleRateHz }: Measured): number[] =>
  Array.from({ length: Math.floor(rows[0].length / sampleRateHz) }, (_, s) =>
    rms(rows[0].subarray(s * sampleRateHz, (s + 1) * sampleRateHz)),
  );
/** Rising zero crossings of a channel in samples, between samples by a straight line. */
const crossings = ({ rows: [row] }: Measured): number[] => {
  const found: number[] = [];
  for (let i = 1; i < row.length; i++)
    if (row[i - 1] < 0 && row[i] >= 0) found.push(i - row[i] / (row[i] - row[i - 1]));
  return found;
};
const frequency = (m: Measured): number => m.sampleRateHz / mean(steps(crossings(m)));
/** Channel with the least signal. */
const quietest = ({ rows }: Measured): number => {
  const levels = rows.map(rms);
  return levels.indexOf(Math.min(...levels));
};
/** Fourth moment over the squared second, all channels together. */
const kurtosis = ({ rows }: Measured): number =>
  mean(rows.map((row) => mean(row.map((x) => (x / UV) ** 4)))) /
  mean(rows.map((row) => mean(row.map((x) => (x / UV) ** 2)))) ** 2;
const lost = (m: Measured): { share: number; run: number } => {
  const { samples, times } = flagged(m, artefactFlags.lost);
  return { share: samples / m.flags.length, run: samples / 10 / times };
};

export const disturbanceRows: readonly DialRow[] = [
  {
    path: 'disturbances.noiseUv',
    promise: 'is the RMS of the noise between 20 and 500 Hz',
    given: given({ noiseUv: 1 }),
    to: 10,
    protocol: rest,
    check(before, after) {
      expect(all(before) / UV).toBeCloseTo(1, 1);
      expect(Math.abs(all(after) / UV - 10)).toBeLessThan(0.5);
    },
  },
  {
    path: 'disturbances.noiseSpreadDb',
    promise: 'makes some channels noisier than others',
    given: given({ noiseUv: 5 }),
    to: 6,
    protocol: rest,
    check(before, after) {
      const spread = (m: Measured): number => variation(m.rows.map(rms));
      expect(spread(before)).toBeLessThan(0.05);
      expect(spread(after)).toBeGreaterThan(0.2);
    },
  },
  {
    path: 'disturbances.noiseSlopeDbPerOctave',
    promise: 'takes power from high frequencies to low ones',
    given: given({ noiseUv: 10 }),
    to: 5,
    protocol: rest,
    check(before, after) {
      const low = (m: Measured): number => bandShare(m, 20, 80) / bandShare(m, 20, 500);
      expect(low(before)).toBeLessThan(0.16);
      expect(low(after)).toBeGreaterThan(0.5);
    },
  },
  {
    path: 'disturbances.noiseCommonPercent',
    promise: 'is how far neighbours around the limb have their noise in common',
    given: given({ noiseUv: 10 }),
    to: 40,
    protocol: minute,
    check(before, after) {
      expect(Math.abs(correlation(before, 0, 1))).toBeLessThan(0.05);
      expect(Math.abs(correlation(after, 0, 1) - 0.4)).toBeLessThan(0.05);
      expect(Math.abs(correlation(after, 0, 2))).toBeLessThan(0.05);
    },
  },
  {
    path: 'disturbances.noiseKurtosis',
    promise: 'lets contacts crackle: the noise gets peaked at the same power',
    given: given({ noiseUv: 10 }),
    to: 15,
    protocol: minute,
    turned: { within: 3 },
    check(before, after) {
      expect(Math.abs(kurtosis(before) - 3)).toBeLessThan(0.2);
      expect(kurtosis(after)).toBeGreaterThan(9);
      expect(Math.abs(all(after) / all(before) - 1)).toBeLessThan(0.15);
    },
  },
  {
    path: 'disturbances.contactKohm',
    promise: 'unequal contacts make signal of the limb’s potential where nothing is active',
    given: given({ inputMohm: 10 }),
    to: 500,
    check(before, after) {
      const quiet = quietest(before);
      expect(rms(after.rows[quiet])).toBeGreaterThan(1.05 * rms(before.rows[quiet]));
    },
  },
  {
    path: 'disturbances.contactSpreadPercent',
    promise: 'makes some channels hum more than others',
    given: given({ ...hum, contactKohm: 100, contactSpreadPercent: 0 }),
    to: 50,
    protocol: rest,
    check(before, after) {
      const spread = (m: Measured): number => variation(m.rows.map(rms));
      expect(spread(before)).toBeLessThan(0.01);
      expect(spread(after)).toBeGreaterThan(0.2);
    },
  },
  {
    path: 'disturbances.referenceKohm',
    promise: 'a dry reference contact makes channels read part of one another',
    given: given({ inputMohm: 10 }),
    to: 1000,
    check(before, after) {
      const quiet = quietest(before);
      expect(rms(after.rows[quiet])).toBeGreaterThan(2 * rms(before.rows[quiet]));
    },
  },
  {
    path: 'disturbances.inputMohm',
    promise: 'good inputs draw no current that could',
    given: given({ inputMohm: 5, referenceKohm: 1000 }),
    to: 5000,
    check(before, after) {
      const quiet = quietest(after);
      expect(rms(after.rows[quiet])).toBeLessThan(0.5 * rms(before.rows[quiet]));
    },
  },
  {
    path: 'disturbances.rejectionDb',
    promise: 'an amplifier that rejects little hums alike in all channels',
    given: given({ ...hum, contactKohm: 20 }),
    to: 50,
    protocol: rest,
    check(before, after) {
      const spread = (m: Measured): number => variation(m.rows.map(rms));
      expect(spread(before)).toBeGreaterThan(0.2);
      expect(spread(after)).toBeLessThan(0.05);
    },
  },
  {
    path: 'disturbances.mainsUv',
    promise: 'is the RMS of the hum, and flags it',
    given: given({ ...hum, mainsUv: 0 }),
    to: 50,
    protocol: rest,
    check(before, after) {
      expect(all(before)).toBe(0);
      expect(all(after) / UV).toBeCloseTo(50, 0);
      expect(flagged(after, artefactFlags.mains).samples).toBe(after.flags.length);
    },
  },
  {
    path: 'disturbances.mainsHz',
    promise: 'is the frequency of the hum',
    given: given(hum),
    to: 60,
    protocol: rest,
    check(before, after) {
      expect(frequency(before)).toBeCloseTo(50, 2);
      expect(frequency(after)).toBeCloseTo(60, 2);
    },
  },
  {
    path: 'disturbances.mainsHarmonicsPercent',
    promise: 'adds the third harmonic, and others',
    given: given(hum),
    to: 50,
    protocol: rest,
    check(before, after) {
      expect(bandShare(before, 80, 500)).toBeLessThan(1e-3);
      expect(bandShare(after, 145, 155) / bandShare(after, 45, 55)).toBeCloseTo(0.25, 1);
    },
  },
  {
    path: 'disturbances.mainsWanderHz',
    promise: 'lets the frequency wander',
    given: given(hum),
    to: 0.5,
    protocol: minute,
    check(before, after) {
      expect(variation(steps(crossings(before)))).toBeLessThan(1e-3);
      expect(variation(steps(crossings(after)))).toBeGreaterThan(3e-3);
    },
  },
  {
    path: 'disturbances.mainsModulationPercent',
    promise: 'lets the amplitude wander',
    given: given(hum),
    to: 40,
    protocol: minute,
    check(before, after) {
      expect(variation(everySecond(before))).toBeLessThan(0.01);
      expect(variation(everySecond(after))).toBeGreaterThan(0.15);
    },
  },
  {
    path: 'disturbances.ecgUv',
    promise: 'is the height of the R wave, and flags it',
    to: 200,
    protocol: { ...rest, seconds: 5 },
    turned: { within: 1.2 },
    check(before, after) {
      expect(all(before)).toBe(0);
      const height = Math.sqrt(mean(after.rows.map((row) => peak(row) ** 2)));
      expect(Math.abs(height / UV - 200)).toBeLessThan(10);
      expect(flagged(after, artefactFlags.ecg).times).toBeGreaterThan(3);
    },
  },
  {
    path: 'disturbances.heartRateBpm',
    promise: 'is the number of beats in a minute',
    given: given({ ecgUv: 100 }),
    to: 140,
    protocol: minute,
    check(before, after) {
      expect(Math.abs(flagged(before, artefactFlags.ecg).times - 70)).toBeLessThan(4);
      expect(Math.abs(flagged(after, artefactFlags.ecg).times - 140)).toBeLessThan(6);
    },
  },
  {
    path: 'disturbances.heartRateVariabilityPercent',
    promise: 'is the variation of the beat interval',
    given: given({ ecgUv: 100 }),
    to: 15,
    protocol: minute,
    turned: { within: 3 },
    check(before, after) {
      const spread = (m: Measured): number => variation(steps(flagged(m, artefactFlags.ecg).starts));
      expect(Math.abs(spread(before) - 0.04)).toBeLessThan(0.02);
      expect(Math.abs(spread(after) - 0.15)).toBeLessThan(0.04);
    },
  },
  {
    path: 'disturbances.motionUv',
    promise: 'sets the height of movement artefacts, and flags them',
    given: given({ motionPerMin: 60 }),
    to: 1000,
    protocol: { ...rest, seconds: 10 },
    turned: { within: 3 },
    check(before, after) {
      expect(all(before)).toBe(0);
      expect(peak(after.rows[0])).toBeGreaterThan(200 * UV);
      expect(bandShare(after, 0, 20)).toBeGreaterThan(0.9);
      expect(flagged(after, artefactFlags.motion).samples).toBeGreaterThan(500);
    },
  },
  {
    path: 'disturbances.motionPerMin',
    promise: 'sets how often they come',
    given: given({ motionUv: 500 }),
    to: 30,
    protocol: minute,
    turned: { within: 8 },
    check(before, after) {
      const events = (m: Measured): number => flagged(m, artefactFlags.motion).times;
      expect(events(before)).toBeLessThan(14);
      expect(events(after)).toBeGreaterThan(16);
    },
  },
  {
    path: 'disturbances.impactUv',
    promise: 'sets the height of the artefact at each ground contact, and flags it',
    given: { surgery: { pressFitStability: 0 } },
    to: 800,
    protocol: { ...rest, seconds: 5 },
    turned: { within: 2.6 },
    check(before, after) {
      expect(all(before)).toBe(0);
      const height = Math.sqrt(mean(after.rows.map((row) => peak(row) ** 2)));
      expect(Math.abs(height / UV - 800)).toBeLessThan(120);
      expect(flagged(after, artefactFlags.impact).times).toBeGreaterThan(2);
    },
  },
  {
    path: 'disturbances.cadencePerMin',
    promise: 'is the number of ground contacts in a minute',
    given: given({ impactUv: 500 }),
    to: 100,
    protocol: minute,
    turned: { within: 2.6 },
    check(before, after) {
      expect(Math.abs(flagged(before, artefactFlags.impact).times - 50)).toBeLessThan(3);
      expect(Math.abs(flagged(after, artefactFlags.impact).times - 100)).toBeLessThan(4);
    },
  },
  {
    path: 'disturbances.frictionUv',
    promise: 'is the RMS of slow rubbing at full friction, and flags it',
    given: { surgery: { stomaFriction: 1 } },
    to: 200,
    protocol: minute,
    check(before, after) {
      expect(all(before)).toBe(0);
      expect(Math.abs(all(after) / UV - 200)).toBeLessThan(25);
      expect(bandShare(after, 0, 16)).toBeGreaterThan(0.9);
      expect(flagged(after, artefactFlags.friction).samples).toBe(after.flags.length);
    },
  },
  {
    path: 'disturbances.baselineUv',
    promise: 'is the RMS of a slow wander, and flags it',
    to: 300,
    protocol: minute,
    check(before, after) {
      expect(all(before)).toBe(0);
      expect(Math.abs(all(after) / UV - 300)).toBeLessThan(75);
      expect(flagged(after, artefactFlags.baseline).samples).toBe(after.flags.length);
    },
  },
  {
    path: 'disturbances.liftOffPerMin',
    promise: 'sets how often a channel goes to the rail',
    to: 30,
    protocol: minute,
    turned: { within: 8 },
    check(before, after) {
      expect(flagged(before, artefactFlags.liftOff).times).toBe(0);
      expect(flagged(after, artefactFlags.liftOff).times).toBeGreaterThan(12);
      expect(flagged(after, artefactFlags.saturated).samples).toBe(
        flagged(after, artefactFlags.liftOff).samples,
      );
      expect(Math.max(...after.rows.map(peak))).toBeCloseTo(8e-3, 5);
    },
  },
  {
    path: 'disturbances.liftOffMs',
    promise: 'sets how long it stays there',
    given: given({ liftOffPerMin: 20, liftOffMs: 100 }),
    to: 1500,
    protocol: minute,
    turned: { within: 12 },
    check(before, after) {
      const length = (m: Measured): number => {
        const { samples, times } = flagged(m, artefactFlags.liftOff);
        return samples / times;
      };
      expect(length(before)).toBeLessThan(200);
      expect(length(after)).toBeGreaterThan(800);
    },
  },
  {
    path: 'disturbances.intermittentPerMin',
    promise: 'sets how often a contact breaks, with a pop',
    to: 120,
    protocol: { ...rest, seconds: 20 },
    turned: { within: 3 },
    check(before, after) {
      expect(all(before)).toBe(0);
      expect(Math.abs(flagged(after, artefactFlags.intermittent).times - 40)).toBeLessThan(20);
      expect(peak(after.rows[0])).toBeGreaterThan(50 * UV);
    },
  },
  {
    path: 'disturbances.settlingPercent',
    promise: 'after 20 minutes hum has fallen by 22 %',
    given: given({ ...hum, wornMin: 20 }),
    to: 100,
    protocol: rest,
    check(before, after) {
      expect(all(after) / all(before)).toBeCloseTo(0.78, 3);
    },
  },
  {
    path: 'disturbances.wornMin',
    promise: 'is when the settling began',
    given: given({ ...hum, settlingPercent: 100 }),
    to: 10,
    protocol: rest,
    check(before, after) {
      expect(all(after) / all(before)).toBeCloseTo(0.87, 2);
    },
  },
  {
    path: 'disturbances.sweatFilmMm',
    promise: 'takes 2 to 3 % of the amplitude of all channels per 0.02 mm, and flags it',
    to: 0.08,
    check(before, after) {
      const left = all(after) / all(before);
      expect(left).toBeLessThan(0.98 ** 4);
      expect(left).toBeGreaterThan(0.97 ** 4);
      expect(flagged(after, artefactFlags.sweat).samples).toBe(after.flags.length);
    },
  },
  {
    path: 'disturbances.bridgePercent',
    promise: 'two neighbours get alike and fade, the others do not',
    given: given({ noiseUv: 5 }),
    to: 90,
    protocol: rest,
    check(before, after) {
      expect(Math.abs(correlation(before, 0, 1))).toBeLessThan(0.2);
      expect(correlation(after, 0, 1)).toBeGreaterThan(0.4);
      expect(Math.abs(correlation(after, 1, 2))).toBeLessThan(0.2);
      expect(rms(after.rows[0]) / rms(before.rows[0])).toBeLessThan(0.3);
      expect(rms(after.rows[2]) / rms(before.rows[2])).toBeCloseTo(1, 6);
      expect(flagged(after, artefactFlags.sweat).samples).toBe(after.flags.length);
    },
  },
  {
    path: 'disturbances.bridgeChannel',
    promise: 'says which two',
    given: given({ noiseUv: 5, bridgePercent: 90 }),
    to: 4,
    protocol: rest,
    check(before, after) {
      expect(correlation(before, 0, 1)).toBeGreaterThan(0.4);
      expect(Math.abs(correlation(after, 0, 1))).toBeLessThan(0.2);
      expect(correlation(after, 3, 0)).toBeGreaterThan(0.4);
    },
  },
  {
    path: 'disturbances.offsetUv',
    promise: 'is added to everything',
    given: given({ noiseUv: 5 }),
    to: -700,
    protocol: rest,
    check(before, after) {
      expect(Math.abs(mean(before.rows[0]) / UV)).toBeLessThan(5);
      expect(Math.abs(mean(after.rows[0]) / UV + 700)).toBeLessThan(5);
    },
  },
  {
    path: 'disturbances.acCouplingHz',
    promise: 'takes the offset away',
    given: given({ offsetUv: 700 }),
    to: 5,
    protocol: rest,
    check(before, after) {
      expect(mean(before.rows[0]) / UV).toBeCloseTo(700, 0);
      expect(Math.abs(mean(after.rows[0]) / UV)).toBeLessThan(10);
    },
  },
  {
    path: 'disturbances.antiAlias',
    promise: 'keeps what lies above half the rate from folding below it',
    given: { sampleRateHz: 200, ...given({ noiseUv: 10 }) },
    to: false,
    protocol: { ...rest, seconds: 10 },
    check(before, after) {
      // White noise of 10 µV between 20 and 500 Hz: up to the corner at 90 Hz, or all of the 1000 Hz that there are.
      expect(Math.abs(all(before) / UV / (10 * Math.sqrt(90 / 480)) - 1)).toBeLessThan(0.1);
      expect(Math.abs(all(after) / UV / (10 * Math.sqrt(1000 / 480)) - 1)).toBeLessThan(0.05);
    },
  },
  {
    path: 'disturbances.rangeMv',
    promise: 'what exceeds it stays at the rail, flagged',
    given: given({ ...hum, mainsUv: 500 }),
    to: 0.3,
    protocol: rest,
    check(before, after) {
      expect(flagged(before, artefactFlags.saturated).samples).toBe(0);
      expect(peak(before.rows[0])).toBeGreaterThan(4e-4);
      expect(peak(after.rows[0])).toBeCloseTo(3e-4, 8);
      expect(flagged(after, artefactFlags.saturated).samples).toBeGreaterThan(200);
    },
  },
  {
    path: 'disturbances.resolutionBits',
    promise: 'cuts the range into 2^bits steps',
    given: given({ noiseUv: 100, rangeMv: 1 }),
    to: 8,
    protocol: rest,
    check(before, after) {
      const values = (m: Measured): number => new Set(m.rows[0]).size;
      expect(values(before)).toBeGreaterThan(1000);
      expect(values(after)).toBeLessThan(256);
      expect(
        [...after.rows[0]].every((x) => Math.abs(x / (1e-3 / 128) - Math.round(x / (1e-3 / 128))) < 1e-4),
      ).toBe(true);
    },
  },
  {
    path: 'disturbances.clockDriftPpm',
    promise: 'a fast clock sees hum at a lower frequency and delivers more samples',
    given: given(hum),
    to: 1000,
    protocol: minute,
    check(before, after) {
      expect(frequency(before) / frequency(after) - 1).toBeCloseTo(1e-3, 5);
      expect(after.synthesizer.trueSampleRateHz).toBeCloseTo(1001, 9);
    },
  },
  {
    path: 'disturbances.packetLossPercent',
    promise: 'is the share of samples that are lost: NaN and flagged',
    given: given({ packetBurst: 1 }),
    to: 20,
    protocol: minute,
    turned: { within: 1 },
    check(before, after) {
      expect(lost(before).share).toBe(0);
      expect(Math.abs(lost(after).share - 0.2)).toBeLessThan(0.02);
      expect(
        after.rows.every((row) =>
          row.every((x, i) => Number.isNaN(x) === !!(after.flags[i] & artefactFlags.lost)),
        ),
      ).toBe(true);
    },
  },
  {
    path: 'disturbances.packetBurst',
    promise: 'is the number lost in a row',
    given: given({ packetLossPercent: 20, packetBurst: 1 }),
    to: 20,
    protocol: minute,
    turned: { within: 2 },
    check(before, after) {
      expect(lost(before).run).toBeLessThan(1.5);
      expect(lost(after).run).toBeGreaterThan(8);
    },
  },
];
