import { expect } from 'vitest';
import type { BodyScenario } from '../../../../../src/body/synthesis/body-scenario.js';
import { withField } from './dial-body.js';
import type { DialRow } from './dial-row.js';
import { activeUnits, mean, meanRate, measure, medianHz, overPeople, rms, type Measured } from './measure.js';

const amplitude = (m: Measured, channel = 0): number => rms(m.clean[channel]);
const above = (m: Measured): number => amplitude(m);
const beside = (m: Measured): number => amplitude(m, 1);
const middleHz = (m: Measured): number => medianHz(m);
const effort = (m: Measured): number => mean(m.excitation[0]);
/** What it costs a resting user to hold up a weight. */
const carrying = (body: BodyScenario): number =>
  effort(measure(withField(body, 'intent.loadPercent', 15), { effort: [] }));

export const muscleRows: readonly DialRow[] = [
  {
    path: 'muscles.0.name',
    promise: 'names the muscle',
    to: 'biceps',
    check(before, after) {
      expect(before.synthesizer.muscleNames).toEqual(['flexor', 'extensor']);
      expect(after.synthesizer.muscleNames).toEqual(['biceps', 'extensor']);
    },
  },
  {
    path: 'muscles.0.angleDeg',
    promise: 'another electrode lies over the muscle',
    to: 90,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, beside)).toBeGreaterThan(0.7 * overPeople(before, above));
      expect(overPeople(after, above)).toBeLessThan(0.1 * overPeople(before, above));
    },
  },
  {
    path: 'muscles.0.widthDeg',
    promise: 'a wide muscle reaches the electrodes beside it',
    to: 160,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, beside)).toBeGreaterThan(3 * overPeople(before, beside));
    },
  },
  {
    path: 'muscles.0.outerDepthMm',
    promise: 'a deep muscle is heard less and with lower frequencies',
    to: 10,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, above)).toBeLessThan(0.5 * overPeople(before, above));
      expect(overPeople(after, middleHz)).toBeLessThan(overPeople(before, middleHz));
    },
  },
  {
    path: 'muscles.0.innerDepthMm',
    promise: 'a thick muscle has part of its units in the depth',
    to: 30,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, above)).toBeLessThan(0.9 * overPeople(before, above));
    },
  },
  {
    path: 'muscles.0.reattachedAngleDeg',
    promise: 'the muscle was sutured elsewhere around the limb',
    to: 60,
    check(before, after) {
      expect(amplitude(after, 0)).toBeLessThan(0.3 * amplitude(before, 0));
      expect(amplitude(after, 1)).toBeGreaterThan(5 * amplitude(before, 1));
    },
  },
  {
    path: 'muscles.0.reattachedDepthMm',
    promise: 'the muscle was sutured deeper',
    to: 8,
    check(before, after) {
      expect(amplitude(after)).toBeLessThan(0.5 * amplitude(before));
    },
  },
  {
    path: 'muscles.0.fixation',
    promise: 'an unfixed muscle wastes and pulls on nothing: less signal, and a load costs more effort',
    to: 0.2,
    check(before, after, bodies) {
      expect(amplitude(after)).toBeLessThan(0.95 * amplitude(before));
      expect(carrying(bodies.after)).toBeGreaterThan(1.3 * carrying(bodies.before));
    },
  },
  {
    path: 'muscles.0.tension',
    promise: 'sutured too tight: thinner fibres, less force at the same effort',
    to: 1.4,
    check(before, after, bodies) {
      expect(amplitude(after)).toBeLessThan(0.95 * amplitude(before));
      expect(carrying(bodies.after)).toBeGreaterThan(1.3 * carrying(bodies.before));
    },
  },
  {
    path: 'muscles.0.cut',
    promise: 'an intact muscle wastes less',
    given: { surgery: { atrophyFixed: 0.3 } },
    to: false,
    check(before, after) {
      expect(amplitude(after)).toBeGreaterThan(1.1 * amplitude(before));
    },
  },
  {
    path: 'muscles.0.construct',
    promise: 'a free graft survives in part: fewer units, less signal',
    to: 'RPNI',
    check(before, after) {
      expect(after.synthesizer.unitCounts[0]).toBe(before.synthesizer.unitCounts[0] / 2);
      expect(amplitude(after)).toBeLessThan(0.9 * amplitude(before));
    },
  },
  {
    path: 'muscles.0.fibreLengthMm',
    promise: 'short fibres end soon: potentials are brief',
    to: 60,
    check(before, after) {
      expect(medianHz(after)).toBeGreaterThan(1.2 * medianHz(before));
    },
  },
  {
    path: 'muscles.0.innervationZoneMm',
    promise: 'over the innervation zone both waves cancel',
    to: 0,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, above)).toBeLessThan(0.5 * overPeople(before, above));
    },
  },
  {
    path: 'muscles.0.innervationZonePercent',
    promise: 'moves the fibres along the limb about their innervation zone: their ends leave the electrode',
    given: {
      muscles: [
        { name: 'flexor', widthDeg: 60, unitCount: 40, fibreLengthMm: 60, drives: { 'elbow-flexion': 1 } },
      ],
    },
    to: 90,
    check(before, after) {
      expect(amplitude(after)).toBeLessThan(0.9 * amplitude(before));
    },
  },
  {
    path: 'muscles.0.innervationSpreadMm',
    promise: 'spread end-plates smear the potentials out',
    to: 20,
    check(before, after) {
      expect(amplitude(after)).toBeLessThan(0.75 * amplitude(before));
      expect(medianHz(after)).toBeLessThan(medianHz(before));
    },
  },
  {
    path: 'muscles.0.endSpreadMm',
    promise: 'spread ends dissolve the standing wave at the end of the fibres, which reaches far',
    given: { electrodes: { configuration: 'monopolar' } },
    to: 30,
    check(before, after) {
      expect(amplitude(after, 2)).toBeLessThan(0.9 * amplitude(before, 2));
    },
  },
  {
    path: 'muscles.0.unitCount',
    promise: 'more units, more signal',
    to: 80,
    check(few, many, { before, after }) {
      expect(activeUnits(many).size).toBeGreaterThan(1.7 * activeUnits(few).size);
      expect(overPeople(after, above)).toBeGreaterThan(1.2 * overPeople(before, above));
    },
  },
  {
    path: 'muscles.0.recruitmentRange',
    promise: 'a small range ends recruitment early: at 40 % of force all units are at work',
    to: 7,
    check(before, after) {
      expect(activeUnits(before).size).toBeLessThan(40);
      expect(activeUnits(after).size).toBe(40);
    },
  },
  {
    path: 'muscles.0.peakRateHz',
    promise:
      'a slow muscle like soleus: all rates are a third, and force comes and goes slowly, as much of it as before',
    to: 10.7,
    protocol: { skip: 2, seconds: 3, then: [[4, []]] },
    check(before, after) {
      expect(meanRate(after) / meanRate(before)).toBeCloseTo(10.7 / 32, 1);
      expect(
        Math.abs(mean(after.force[0].slice(0, 1500)) - mean(before.force[0].slice(0, 1500))),
      ).toBeLessThan(0.02);
      expect(mean(after.force[0].slice(2200, 2400))).toBeGreaterThan(
        3 * mean(before.force[0].slice(2200, 2400)),
      );
    },
  },
  {
    path: 'muscles.0.drives',
    promise: 'another movement drives the muscle, as after a nerve transfer',
    to: { 'hand-close': 1 },
    check(before, after) {
      expect(amplitude(before)).toBeGreaterThan(2e-5);
      expect(amplitude(after)).toBe(0);
    },
  },
];
