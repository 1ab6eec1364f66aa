import { expect } from 'vitest';
import type { DialRow } from './dial-row.js';
import { bandShare, medianHz, rms, type Measured } from './measure.js';

const amplitude = (m: Measured): number => rms(m.clean[0]);
/** What reaches the channel a quarter of the way round, relative to the one over the muscle. */
const aside = (m: Measured): number => rms(m.clean[1]) / rms(m.clean[0]);

export const limbRows: readonly DialRow[] = [
  {
    path: 'limb.level',
    promise: 'points out movements of another limb',
    to: 'transfemoral',
    turned: { within: Infinity },
    check(before, after) {
      expect(before.synthesizer.warnings.join()).not.toMatch(/elbow-flexion/);
      expect(after.synthesizer.warnings.join()).toMatch(/elbow-flexion.*arm.*transfemoral/);
    },
  },
  {
    path: 'limb.stemRadiusMm',
    promise: 'a metal core shorts the potential on its way across the limb',
    given: { limb: { stemRadiusMm: 0 } },
    to: 10,
    check(before, after) {
      expect(aside(after)).toBeLessThan(0.85 * aside(before));
      expect(amplitude(after)).toBeCloseTo(amplitude(before), 5);
    },
  },
  {
    path: 'limb.boneRadiusMm',
    promise: 'bone conducts badly: what goes round it arrives stronger beside the muscle',
    to: 20,
    check(before, after) {
      expect(aside(after)).toBeGreaterThan(1.08 * aside(before));
    },
  },
  {
    path: 'limb.muscleRadiusMm',
    promise: 'a wider compartment puts more tissue between muscle and far electrodes',
    to: 60,
    check(before, after) {
      expect(aside(after)).toBeLessThan(0.6 * aside(before));
    },
  },
  {
    path: 'limb.fatThicknessMm',
    promise: 'fat lowers amplitude and bandwidth and raises crosstalk',
    to: 12,
    check(before, after) {
      expect(amplitude(after)).toBeLessThan(0.5 * amplitude(before));
      expect(medianHz(after)).toBeLessThan(medianHz(before));
      expect(aside(after)).toBeGreaterThan(1.5 * aside(before));
    },
  },
  {
    path: 'limb.skinThicknessMm',
    promise: 'wet skin shunts the potential, the more the thicker',
    to: 4,
    check(before, after) {
      expect(amplitude(after)).toBeLessThan(0.7 * amplitude(before));
    },
  },
  {
    path: 'limb.skinState',
    promise: 'dry skin does not shunt: amplitude rises',
    to: 'dry',
    check(before, after) {
      expect(amplitude(after)).toBeGreaterThan(1.5 * amplitude(before));
    },
  },
  {
    path: 'limb.muscleAlongSPerM',
    promise: 'a better conductor along the fibres holds a smaller potential',
    to: 1,
    check(before, after) {
      expect(amplitude(after)).toBeLessThan(0.75 * amplitude(before));
    },
  },
  {
    path: 'limb.muscleAcrossSPerM',
    promise: 'a better conductor across the fibres carries more to the side',
    to: 0.3,
    check(before, after) {
      expect(aside(after)).toBeGreaterThan(1.3 * aside(before));
    },
  },
  {
    path: 'limb.fatSPerM',
    promise: 'fat that conducts filters less: amplitude and bandwidth rise',
    given: { limb: { fatThicknessMm: 6 } },
    to: 0.3,
    check(before, after) {
      expect(amplitude(after)).toBeGreaterThan(1.05 * amplitude(before));
      expect(medianHz(after)).toBeGreaterThan(medianHz(before));
    },
  },
  {
    path: 'limb.boneSPerM',
    promise: 'bone that conducts takes potential away from the far side',
    given: { limb: { boneRadiusMm: 20 } },
    to: 0.4,
    check(before, after) {
      expect(aside(after)).toBeLessThan(0.9 * aside(before));
    },
  },
  {
    path: 'seed',
    promise: 'another seed is another course of the same body',
    to: 12,
    check(before, after) {
      expect(after.rows[0]).not.toEqual(before.rows[0]);
      expect(amplitude(after) / amplitude(before)).toBeGreaterThan(0.2);
      expect(amplitude(after) / amplitude(before)).toBeLessThan(5);
    },
  },
  {
    path: 'sampleRateHz',
    promise: 'more samples in a second, and what was above half the old rate',
    given: { sampleRateHz: 1000 },
    to: 2000,
    check(before, after) {
      expect(after.rows[0].length).toBe(2 * before.rows[0].length);
      expect(bandShare(after, 500, 1000)).toBeGreaterThan(1e-5);
    },
  },
];
