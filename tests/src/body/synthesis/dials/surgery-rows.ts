import { expect } from 'vitest';
import type { Patch } from './dial-body.js';
import type { DialRow } from './dial-row.js';
import { artefactFlags } from '../../../../../src/body/synthesis/synthesizer.js';
import { flagged, mean, measure, medianHz, peak, rms, type Measured } from './measure.js';

const amplitude = (m: Measured): number => rms(m.clean[0]);
const effort = (m: Measured): number => mean(m.excitation[0]);
const after = (daysSinceSurgery: number, more: Patch = {}): Patch => ({
  surgery: { daysSinceSurgery, ...more },
});
const idle = { effort: [], seconds: 4, skip: 0 };
/** Walking, as far as the electrodes notice. */
const walking = { disturbances: { impactUv: 500, cadencePerMin: 60 } };

export const surgeryRows: readonly DialRow[] = [
  {
    path: 'surgery.daysSinceSurgery',
    promise: 'swelling goes and activation returns: amplitude and effort rise',
    given: after(2),
    to: 60,
    check(before, later) {
      expect(amplitude(later)).toBeGreaterThan(1.5 * amplitude(before));
      expect(effort(later)).toBeGreaterThan(1.2 * effort(before));
    },
  },
  {
    path: 'surgery.fatThinned',
    promise: 'with the fat still there amplitude and bandwidth are lower',
    to: false,
    check(before, without) {
      expect(amplitude(without)).toBeLessThan(0.6 * amplitude(before));
      expect(medianHz(without)).toBeLessThan(medianHz(before));
    },
  },
  {
    path: 'surgery.fatRemovedMm',
    promise: 'is what lies on top where it was not removed',
    given: { surgery: { fatThinned: false } },
    to: 15,
    check(before, more) {
      expect(amplitude(more)).toBeLessThan(0.7 * amplitude(before));
    },
  },
  {
    path: 'surgery.swellingMm',
    promise: 'swelling puts fluid between muscle and electrode',
    given: after(3),
    to: 20,
    check(before, more) {
      expect(amplitude(more)).toBeLessThan(0.5 * amplitude(before));
    },
  },
  {
    path: 'surgery.swellingDays',
    promise: 'slow swelling is still there after a month, under the skin and in the contacts',
    given: after(30, { activationLoss: 0 }),
    to: 200,
    check(before, slow) {
      expect(amplitude(slow)).toBeLessThan(0.7 * amplitude(before));
    },
  },
  {
    path: 'surgery.fixation',
    promise: 'unfixed muscles waste: less signal',
    to: 0,
    check(before, loose) {
      expect(amplitude(loose)).toBeLessThan(0.85 * amplitude(before));
    },
  },
  {
    path: 'surgery.atrophyUnfixed',
    promise: 'is what an unfixed muscle loses',
    given: { surgery: { fixation: 0 } },
    to: 0.2,
    check(before, spared) {
      expect(amplitude(spared)).toBeGreaterThan(1.3 * amplitude(before));
    },
  },
  {
    path: 'surgery.atrophyFixed',
    promise: 'is what a fixed muscle loses',
    to: 0.5,
    check(before, wasted) {
      expect(amplitude(wasted)).toBeLessThan(0.8 * amplitude(before));
    },
  },
  {
    path: 'surgery.atrophyBefore',
    promise: 'muscles wasted by years in a socket start with less signal',
    given: after(20),
    to: 0.5,
    check(before, wasted) {
      expect(amplitude(wasted)).toBeLessThan(0.8 * amplitude(before));
    },
  },
  {
    path: 'surgery.atrophyDays',
    promise: 'slow atrophy has not happened yet after a year',
    to: 3000,
    check(before, spared) {
      expect(amplitude(spared)).toBeGreaterThan(1.05 * amplitude(before));
    },
  },
  {
    path: 'surgery.activationLoss',
    promise: 'someone in pain cannot activate the muscle',
    given: after(5),
    to: 0.9,
    check(before, pain) {
      expect(effort(pain)).toBeLessThan(0.7 * effort(before));
      expect(amplitude(pain)).toBeLessThan(0.7 * amplitude(before));
    },
  },
  {
    path: 'surgery.activationDays',
    promise: 'slow recovery of activation: less effort after a hundred days',
    given: after(100),
    to: 700,
    check(before, slow) {
      expect(effort(slow)).toBeLessThan(0.9 * effort(before));
    },
  },
  {
    path: 'surgery.reinnervationDays',
    promise: 'a slow nerve has reached few units of its new muscle after a year',
    given: {
      muscles: [
        { name: 'flexor', widthDeg: 60, unitCount: 40, construct: 'TMR', drives: { 'elbow-flexion': 1 } },
      ],
    },
    to: 800,
    check(before, slow) {
      expect(before.synthesizer.unitCounts).toEqual([36]);
      expect(slow.synthesizer.unitCounts[0]).toBeLessThan(10);
      expect(amplitude(slow)).toBeLessThan(0.7 * amplitude(before));
    },
  },
  {
    path: 'surgery.neuromasLeft',
    promise: 'guarding: the antagonist joins in, and bursts come at rest',
    to: 3,
    check(before, painful, bodies) {
      expect(rms(before.clean[2])).toBe(0);
      expect(rms(painful.clean[2])).toBeGreaterThan(0.1 * rms(painful.clean[0]));
      const resting = measure(bodies.after, { ...idle, seconds: 10 });
      expect(measure(bodies.before, idle).discharges.length).toBe(0);
      expect(resting.discharges.length).toBeGreaterThan(20);
    },
  },
  {
    path: 'surgery.nerveBlock',
    promise: 'no voluntary EMG, only noise',
    given: { disturbances: { noiseUv: 3 } },
    to: true,
    check(before, blocked) {
      expect(amplitude(before)).toBeGreaterThan(2e-5);
      expect(amplitude(blocked)).toBe(0);
      expect(rms(blocked.rows[0])).toBeGreaterThan(2e-6);
    },
  },
  {
    path: 'surgery.anchor',
    promise: 'a socket moves the electrodes twice as much',
    given: { disturbances: { motionUv: 500, motionPerMin: 60 } },
    to: 'socket',
    protocol: idle,
    turned: { within: 2 },
    check(bone, socket) {
      expect(flagged(bone, artefactFlags.motion).times).toBeGreaterThan(1);
      expect(rms(socket.rows[0])).toBeCloseTo(2 * rms(bone.rows[0]), 6);
    },
  },
  {
    path: 'surgery.pressFitStability',
    promise: 'a loose stem shakes the electrodes at each ground contact',
    given: walking,
    to: 0,
    protocol: idle,
    turned: { within: 1.1 },
    check(firm, loose) {
      expect(flagged(loose, artefactFlags.impact).times).toBeGreaterThan(2);
      expect(peak(loose.rows[0])).toBeGreaterThan(5 * peak(firm.rows[0]));
    },
  },
  {
    path: 'surgery.stomaFriction',
    promise: 'skin that rubs at the stoma moves under the electrodes',
    given: { disturbances: { frictionUv: 200 } },
    to: 0.8,
    protocol: idle,
    check(smooth, rubbing) {
      expect(rms(rubbing.rows[0]) / rms(smooth.rows[0])).toBeCloseTo(4, 2);
    },
  },
  {
    path: 'surgery.loadingPercent',
    promise: 'a leg that may not be loaded yet does not shake',
    given: walking,
    to: 20,
    protocol: idle,
    turned: { within: 1.1 },
    check(full, partly) {
      expect(peak(partly.rows[0]) / peak(full.rows[0])).toBeCloseTo(0.2, 2);
    },
  },
];
