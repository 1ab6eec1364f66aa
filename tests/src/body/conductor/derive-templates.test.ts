import { describe, expect, it } from 'vitest';
import { deriveTemplates, TemplateDeriver } from '../../../../src/body/conductor/derive-templates.js';
import { templateOf, type TemplateBank } from '../../../../src/body/conductor/template-bank.js';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import { arm, meanFrequency, rmsOf, unitsOf, type ArmChanges } from './arm.js';

const derive = (changes: ArmChanges = {}, count = 30, velocity = 4): TemplateBank => {
  const anatomy = arm(changes);
  return deriveTemplates(
    anatomy,
    anatomy.muscles.map(() => unitsOf(count, velocity)),
    2000,
    7,
  );
};
const implanted = { contactDiameterMm: 2, interElectrodeMm: 10 };
const ring = (...angles: number[]): { angleDeg: number; axialMm: number; name: string }[] =>
  angles.map((angleDeg) => ({ name: '', angleDeg, axialMm: 0 }));

describe('deriveTemplates', () => {
  it('gives a well-formed bank', () => {
    const bank = derive({ muscles: [{}, { angleDeg: 120 }], electrodes: { positions: ring(0, 120, 240) } });
    expect(bank).toMatchObject({ sampleRateHz: 2000, channels: 3, units: 60, lead: 0 });
    expect(bank.length % 4).toBe(0);
    expect(bank.length).toBeLessThanOrEqual(96);
    expect([...bank.muscleStart]).toEqual([0, 30, 60]);
    expect(bank.unitStart.length).toBe(61);
    expect(bank.data.length).toBe(bank.pairChannel.length * bank.length);
    expect(bank.data.every(Number.isFinite)).toBe(true);
    expect(bank.prunedBound).toBeLessThanOrEqual(0.01);
    expect(bank.tailBound).toBeLessThanOrEqual(0.005);
  });

  it('is deterministic, follows the seed, and survives a structured clone', () => {
    const anatomy = arm();
    const bank = deriveTemplates(anatomy, [unitsOf(10)], 2000, 7);
    const again = deriveTemplates(structuredClone(anatomy), [structuredClone(unitsOf(10))], 2000, 7);
    expect(again).toEqual(bank);
    expect(structuredClone(bank)).toEqual(bank);
    expect(deriveTemplates(anatomy, [unitsOf(10)], 2000, 8).data).not.toEqual(bank.data);
  });

  it('places the units of a muscle by its name alone', () => {
    const alone = derive({ muscles: [{ name: 'triceps' }] }, 10);
    const among = derive({ muscles: [{ name: 'biceps', angleDeg: 90 }, { name: 'triceps' }] }, 10);
    const unit = 3;
    const a = templateOf(alone, unit, 0);
    const b = templateOf(among, 10 + unit, 0);
    expect(a).toBeDefined();
    expect(b?.slice(0, alone.length)).toEqual(a?.slice(0, among.length));
  });

  it('gives templates of plausible volts', () => {
    const bank = derive();
    const peaks = Array.from({ length: bank.units }, (_, unit) =>
      Math.max(0, ...(templateOf(bank, unit, 0) ?? []).map(Math.abs)),
    );
    const largest = Math.max(...peaks);
    // A unit of 60 fibres: some µV to some tens of µV on the skin.
    expect(largest).toBeGreaterThan(2e-6);
    expect(largest).toBeLessThan(1e-4);
  });

  it('loses amplitude, bandwidth and selectivity with fat', () => {
    const fat = [0, 3, 9, 18].map((fatThicknessMm) =>
      derive({ limb: { fatThicknessMm }, electrodes: { positions: ring(0, 60) } }),
    );
    for (let i = 1; i < fat.length; i++) {
      expect(rmsOf(fat[i], 0)).toBeLessThan(0.8 * rmsOf(fat[i - 1], 0));
      expect(meanFrequency(fat[i], 0)).toBeLessThan(meanFrequency(fat[i - 1], 0));
      expect(rmsOf(fat[i], 1) / rmsOf(fat[i], 0)).toBeGreaterThan(
        rmsOf(fat[i - 1], 1) / rmsOf(fat[i - 1], 0),
      );
    }
  });

  it('is larger and wider in band on the muscle than on the skin, with contacts of one size', () => {
    const skin = derive({ electrodes: implanted });
    const muscle = derive({ electrodes: { ...implanted, type: 'epimysial' } });
    expect(rmsOf(muscle, 0)).toBeGreaterThan(2 * rmsOf(skin, 0));
    expect(meanFrequency(muscle, 0)).toBeGreaterThan(1.1 * meanFrequency(skin, 0));
  });

  it('reads only what is near with intramuscular contacts', () => {
    const electrodes = { ...implanted, contactDiameterMm: 0.5, interElectrodeMm: 4, positions: ring(0, 90) };
    const inside = derive({ electrodes: { ...electrodes, type: 'intramuscular', depthMm: 8 } });
    const outside = derive({ electrodes });
    expect(rmsOf(inside, 0)).toBeGreaterThan(rmsOf(outside, 0));
    expect(rmsOf(inside, 1) / rmsOf(inside, 0)).toBeLessThan(rmsOf(outside, 1) / rmsOf(outside, 0));
  });

  it('lets velocity be read from the delay along the fibres', () => {
    for (const velocity of [3, 4.5]) {
      const anatomy = arm({
        muscles: [{ fibreLengthMm: 240, innervationZoneMm: -60, innervationSpreadMm: 0, endSpreadMm: 0 }],
        electrodes: {
          interElectrodeMm: 10,
          contactDiameterMm: 3,
          positions: [
            { name: 'proximal', angleDeg: 0, axialMm: -15 },
            { name: 'distal', angleDeg: 0, axialMm: 5 },
          ],
        },
      });
      const bank = deriveTemplates(anatomy, [unitsOf(12, velocity)], 10_000, 7);
      let ratio = 0;
      let counted = 0;
      for (let unit = 0; unit < bank.units; unit++) {
        const a = templateOf(bank, unit, 0);
        const b = templateOf(bank, unit, 1);
        if (!a || !b) continue;
        ratio += 0.02 / (delay(a, b) / 10_000) / velocity;
        counted++;
      }
      expect(counted).toBeGreaterThan(6);
      expect(ratio / counted).toBeGreaterThan(0.9);
      expect(ratio / counted).toBeLessThan(1.1);
    }
  });

  it('reads the difference of two places around the limb by a pair around it', () => {
    const single = { ...implanted, type: 'surface', interElectrodeMm: 10 } as const;
    const pair = arm({ electrodes: { ...single, pairDirection: 'around', positions: ring(20) } });
    const [{ contacts }] = pair.channels;
    const far = arm({
      electrodes: {
        ...single,
        configuration: 'monopolar',
        positions: ring(...contacts.map(({ angle }) => (180 * angle) / Math.PI)),
      },
    });
    expect(contacts.map(({ z }) => z)).toEqual([0, 0]);
    const [paired, apart] = [pair, far].map((anatomy) => deriveTemplates(anatomy, [unitsOf(6)], 2000, 7));
    for (let unit = 0; unit < 6; unit++) {
      const difference = templateOf(apart, unit, 0)?.map(
        (v, i) => v - (templateOf(apart, unit, 1)?.[i] ?? NaN),
      );
      const read = templateOf(paired, unit, 0);
      const peak = Math.max(...(read ?? []).map(Math.abs));
      read?.forEach((v, i) => expect(Math.abs(v - (difference?.[i] ?? NaN))).toBeLessThan(1e-3 * peak));
      expect(read).toBeDefined();
    }
  });

  it('slows and compresses the spectrum in proportion to fatigue', () => {
    const anatomy = arm();
    const rested = unitsOf(30);
    const tired = { ...rested, velocityScale: new Float64Array(30).fill(0.7) };
    const fresh = meanFrequency(deriveTemplates(anatomy, [rested], 2000, 7), 0);
    const slow = meanFrequency(deriveTemplates(anatomy, [tired], 2000, 7), 0);
    expect(slow / fresh).toBeGreaterThan(0.62);
    expect(slow / fresh).toBeLessThan(0.8);
  });

  it('prunes honestly: without pruning a channel gains no more than the bound', () => {
    const whole = arm({ muscles: [{}, { angleDeg: 180 }], electrodes: { positions: ring(0, 180) } });
    const units = [unitsOf(40), unitsOf(40)];
    const both = deriveTemplates(whole, units, 2000, 7);
    expect(both.pairChannel.length).toBeLessThan(160);
    // One muscle at a time: limits are then relative to that muscle alone, so what is weak is kept.
    const energies = [0, 1].map((m) => {
      const one = { ...whole, muscles: [whole.muscles[m]] };
      return rmsOf(deriveTemplates(one, [units[m]], 2000, 7), 0) ** 2;
    });
    const full = Math.sqrt(energies[0] + energies[1]);
    const lost = Math.sqrt(Math.max(0, full ** 2 - rmsOf(both, 0) ** 2)) / full;
    expect(lost).toBeLessThan(Math.hypot(both.prunedBound, both.tailBound) + 0.005);
  });

  it('reuses kernels for shift and velocity with the same bits as afresh', () => {
    const deriver = new TemplateDeriver();
    const before = arm();
    deriver.derive(before, [unitsOf(10)], 2000, 7);
    for (const changes of [
      { electrodes: { shiftAroundMm: 10 } },
      { limb: { fatThicknessMm: 9 } },
      { electrodes: { shiftAroundMm: -5 } },
    ]) {
      const anatomy = arm(changes);
      const units = [unitsOf(10, 3.3)];
      expect(deriver.derive(anatomy, units, 2000, 7)).toEqual(deriveTemplates(anatomy, units, 2000, 7));
    }
  });

  it('sums contacts of any arrangement: two single ones make a differential channel', () => {
    const anatomy = arm({ electrodes: { configuration: 'single-differential' } });
    const [channel] = anatomy.channels;
    const singles = channel.contacts.map((contact, i) => ({
      ...channel,
      name: `c${i}`,
      contacts: [{ ...contact, weight: 1 }],
    }));
    const uneven = {
      ...channel,
      name: 'uneven',
      contacts: channel.contacts.map((contact, i) => ({ ...contact, weight: i === 0 ? 1 : -0.25 })),
    };
    const bank = deriveTemplates(
      { ...anatomy, channels: [channel, ...singles, uneven] },
      [unitsOf(5)],
      2000,
      7,
    );
    const [pair, a, b, mixed] = [0, 1, 2, 3].map((c) => templateOf(bank, 4, c));
    if (!pair || !a || !b || !mixed) throw new Error('a pair was pruned');
    const peak = Math.max(...pair.map(Math.abs));
    for (let i = 0; i < bank.length; i++) {
      expect(Math.abs(a[i] - b[i] - pair[i])).toBeLessThan(0.01 * peak);
      expect(Math.abs(a[i] - 0.25 * b[i] - mixed[i])).toBeLessThan(1e-4 * peak);
    }
  });

  it('refuses units that do not fit', () => {
    const anatomy = arm();
    const wrong = (units: Parameters<typeof deriveTemplates>[1], rate = 2000): (() => unknown) => {
      return () => deriveTemplates(anatomy, units, rate, 1);
    };
    expect(wrong([])).toThrow(/units/);
    expect(wrong([unitsOf(0)])).toThrow(/at least one/);
    expect(wrong([unitsOf(3, 0)])).toThrow(/velocity of 0 m\/s/);
    expect(wrong([unitsOf(3, 4, 0)])).toThrow(/got 0 fibres/);
    expect(wrong([unitsOf(3)], 10)).toThrow(/sampleRateHz/);
    expect(wrong([])).toThrow(ConfigError);
  });
});

/** Delay of b after a in samples, by the parabola through the peak of their cross-correlation. */
function delay(a: Float32Array, b: Float32Array): number {
  const at = (lag: number): number => {
    let sum = 0;
    for (let i = 0; i + lag < b.length; i++) sum += a[i] * b[i + lag];
    return sum;
  };
  let best = 0;
  for (let lag = 1; lag < 150; lag++) if (at(lag) > at(best)) best = lag;
  const [before, peak, after] = [at(Math.max(0, best - 1)), at(best), at(best + 1)];
  return best + (before - after) / (2 * (before - 2 * peak + after));
}
