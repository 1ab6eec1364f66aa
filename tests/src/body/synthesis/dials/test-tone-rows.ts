import { expect } from 'vitest';
import type { DialRow } from './dial-row.js';
import { activeUnits, bandShare, rms, variation } from './measure.js';

const UV = 1e-6;
const given = { testTones: { on: true } };

export const testToneRows: readonly DialRow[] = [
  {
    path: 'testTones.on',
    promise: 'puts sines in the place of muscles, all of which are silent',
    to: true,
    check(before, after) {
      expect(activeUnits(before).size).toBeGreaterThan(3);
      expect(after.discharges).toEqual([]);
      expect(after.clean.map((row) => rms(row) / UV)).toEqual(
        after.clean.map(() => expect.closeTo(100, 1) as number),
      );
    },
    // Potentials that were on their way when it was turned still run out.
    turned: { within: 0.2 },
  },
  {
    path: 'testTones.tones.0.frequencyHz',
    promise: 'is the frequency of the sine',
    given,
    to: 200,
    check(before, after) {
      expect(bandShare(before, 90, 110)).toBeGreaterThan(0.99);
      expect(bandShare(after, 190, 210)).toBeGreaterThan(0.99);
    },
  },
  {
    path: 'testTones.tones.0.rmsUv',
    promise: 'is the root-mean-square of the sine at the electrode, on each channel in turn',
    given: { testTones: { on: true, tones: [{ rmsUv: 100 }, { rmsUv: 100 }] } },
    to: 30,
    check(before, after) {
      expect(variation(before.rows.map(rms))).toBeLessThan(0.001);
      expect(after.rows.map((row) => Math.round(rms(row) / UV))).toEqual([30, 100, 30, 100]);
    },
  },
];
