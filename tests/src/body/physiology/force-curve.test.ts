import { describe, expect, it } from 'vitest';
import { ForceCurve } from '../../../../src/body/physiology/force-curve.js';
import { IntervalTable } from '../../../../src/body/physiology/interval-table.js';
import { motorUnitFields } from '../../../../src/body/physiology/motor-unit-fields.js';
import { createPool } from '../../../../src/body/physiology/motor-unit-pool.js';
import { MeanForce } from '../../../../src/body/physiology/twitch.js';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';

const spec = defaultsOf(motorUnitFields);
const pool = createPool(
  spec,
  { name: 'm', unitCount: 120, recruitmentRange: 30, peakRateHz: 32, fibreDiameterScale: 1 },
  1,
);
const mean = new MeanForce(new IntervalTable('normal', spec.intervalCv));

describe('ForceCurve', () => {
  it('rises to 1 at maximal excitation', () => {
    const curve = new ForceCurve(pool, mean);
    expect(curve.maximum).toBeCloseTo(1, 12);
    expect(curve.forceAt(0)).toBe(0);
    let before = 0;
    for (let e = 2; e <= 47; e += 1) {
      expect(curve.forceAt(e)).toBeGreaterThan(before);
      before = curve.forceAt(e);
    }
  });

  it.each([0.02, 0.1, 0.3, 0.6, 0.95])('inverts: excitationFor(%f) gives that force', (force) => {
    const curve = new ForceCurve(pool, mean);
    expect(Math.abs(curve.forceAt(curve.excitationFor(force)) / force - 1)).toBeLessThan(0.03);
  });

  it('asks for nothing at rest and for all it has beyond the maximum', () => {
    const curve = new ForceCurve(pool, mean);
    expect(curve.excitationFor(0)).toBe(0);
    expect(curve.excitationFor(-1)).toBe(0);
    expect(curve.excitationFor(NaN)).toBe(0);
    expect(curve.excitationFor(7)).toBeCloseTo(47, 10);
  });

  it('asks for more from tired units, and forgets on a fresh update', () => {
    const curve = new ForceCurve(pool, mean);
    const fresh = curve.excitationFor(0.3);
    curve.update({
      capacity: new Float64Array(120).fill(0.5),
      slowing: new Float64Array(120).fill(1),
      sag: new Float64Array(120),
    });
    expect(curve.maximum).toBeCloseTo(0.5, 10);
    expect(curve.excitationFor(0.3)).toBeGreaterThan(1.3 * fresh);
    curve.update();
    expect(curve.excitationFor(0.3)).toBe(fresh);
  });
});
