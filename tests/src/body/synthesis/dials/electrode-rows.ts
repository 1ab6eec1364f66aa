import { expect } from 'vitest';
import type { DialRow } from './dial-row.js';
import { crosstalk, medianHz, overPeople, rms, type Measured } from './measure.js';

const amplitude = (m: Measured, channel = 0): number => rms(m.clean[channel]);
const above = (m: Measured): number => amplitude(m);
const middleHz = (m: Measured): number => medianHz(m);
const beside = (m: Measured): number => amplitude(m, 1);
const needles = { type: 'intramuscular', contactDiameterMm: 1 };

export const electrodeRows: readonly DialRow[] = [
  {
    path: 'electrodes.type',
    promise: 'electrodes on the muscle read more, with a wider band',
    to: 'epimysial',
    check(_before, _after, { before, after }) {
      expect(overPeople(after, above)).toBeGreaterThan(2 * overPeople(before, above));
      expect(overPeople(after, middleHz)).toBeGreaterThan(overPeople(before, middleHz));
    },
  },
  {
    path: 'electrodes.configuration',
    promise: 'a far reference sees far muscles; differences along the limb do not',
    to: 'monopolar',
    check(before, after) {
      expect(crosstalk(after)).toBeGreaterThan(0.02);
      expect(crosstalk(before)).toBeLessThan(0.01);
    },
  },
  {
    path: 'electrodes.pairDirection',
    promise: 'a pair across the middle of its muscle has both contacts over the same fibres, and reads less',
    to: 'around',
    check(before, after) {
      expect(amplitude(after)).toBeLessThan(0.9 * amplitude(before));
      expect(amplitude(after)).toBeGreaterThan(0.1 * amplitude(before));
    },
  },
  {
    path: 'electrodes.interElectrodeMm',
    promise: 'contacts further apart read deeper: more of muscles beside them, lower frequencies',
    to: 40,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, beside)).toBeGreaterThan(1.05 * overPeople(before, beside));
      expect(overPeople(after, middleHz)).toBeLessThan(0.85 * overPeople(before, middleHz));
    },
  },
  {
    path: 'electrodes.contactShape',
    promise: 'a wide rectangle averages over more than a disc',
    given: { electrodes: { contactWidthMm: 30 } },
    to: 'rectangle',
    check(_before, _after, { before, after }) {
      expect(overPeople(after, above)).toBeLessThan(0.95 * overPeople(before, above));
    },
  },
  {
    path: 'electrodes.contactDiameterMm',
    promise: 'a large contact averages the potential away',
    to: 20,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, above)).toBeLessThan(0.95 * overPeople(before, above));
    },
  },
  {
    path: 'electrodes.contactWidthMm',
    promise: 'so does a wide one',
    given: { electrodes: { contactShape: 'rectangle' } },
    to: 30,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, above)).toBeLessThan(0.95 * overPeople(before, above));
    },
  },
  {
    path: 'electrodes.depthMm',
    promise: 'contacts amid the fibres read larger and quicker potentials than above them',
    given: { electrodes: { ...needles, depthMm: 0.5 } },
    to: 8,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, above)).toBeGreaterThan(1.5 * overPeople(before, above));
      expect(overPeople(after, middleHz)).toBeGreaterThan(overPeople(before, middleHz));
    },
  },
  {
    path: 'electrodes.shiftAroundMm',
    promise: 'electrodes leave their muscle',
    to: 30,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, above)).toBeLessThan(0.6 * overPeople(before, above));
    },
  },
  {
    path: 'electrodes.shiftAlongMm',
    promise: 'electrodes come to lie over the innervation zone, where both waves cancel',
    to: -30,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, above)).toBeLessThan(0.5 * overPeople(before, above));
    },
  },
  {
    path: 'electrodes.donning',
    promise: 'other channels are the noisy ones',
    given: { disturbances: { noiseUv: 5, noiseSpreadDb: 6 } },
    to: 1,
    protocol: { effort: [], skip: 0, seconds: 4 },
    check(before, after) {
      const changes = after.rows.map((row, c) => Math.abs(20 * Math.log10(rms(row) / rms(before.rows[c]))));
      expect(Math.max(...changes)).toBeGreaterThan(3);
    },
  },
  {
    path: 'electrodes.positions.0.name',
    promise: 'names the channel',
    to: 'over the flexor',
    check(before, after) {
      expect(before.synthesizer.channelNames[0]).toBe('CH1');
      expect(after.synthesizer.channelNames[0]).toBe('over the flexor');
      expect(after.rows[0]).toEqual(before.rows[0]);
    },
  },
  {
    path: 'electrodes.positions.0.angleDeg',
    promise: 'places that channel around the limb, and no other',
    to: 50,
    check(before, after) {
      expect(amplitude(after)).toBeLessThan(0.5 * amplitude(before));
      expect(amplitude(after, 1)).toBeCloseTo(amplitude(before, 1), 9);
    },
  },
  {
    path: 'electrodes.positions.0.axialMm',
    promise: 'places that channel along the limb, and no other',
    to: -30,
    check(_before, _after, { before, after }) {
      expect(overPeople(after, above)).toBeLessThan(0.5 * overPeople(before, above));
      expect(overPeople(after, beside)).toBeCloseTo(overPeople(before, beside), 9);
    },
  },
];
