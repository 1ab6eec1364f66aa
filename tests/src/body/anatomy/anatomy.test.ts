import { describe, expect, it } from 'vitest';
import type { AnatomySpec, Muscle } from '../../../../src/body/anatomy/anatomy.js';
import { resolveAnatomy } from '../../../../src/body/anatomy/resolve-anatomy.js';
import { gridPositions, ringPositions } from '../../../../src/body/anatomy/electrodes.js';
import { recoveryAt } from '../../../../src/body/anatomy/recovery.js';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import { arm, armSpec, type ArmChanges } from '../conductor/arm.js';

const muscle = (changes: ArmChanges['muscles'], surgery: ArmChanges['surgery'] = {}): Muscle =>
  arm({ muscles: changes, surgery }).muscles[0];

describe('layers', () => {
  it('run stem, bone, muscle, fat, skin from the inside', () => {
    const { layers, muscleLayer } = arm({ surgery: { swellingMm: 0 } });
    expect(layers.map((l) => Math.round(l.outerRadius * 1e5) / 100)).toEqual([5, 11, 42, 45, 46.5]);
    expect(muscleLayer).toBe(2);
    expect(layers[2]).toMatchObject({ sigmaRho: 0.13, sigmaZ: 0.56 });
    expect(layers[0].sigmaRho).toBe(2.4e6);
  });

  it('leave out what has no thickness', () => {
    const { layers, muscleLayer } = arm({
      limb: { stemRadiusMm: 0, boneRadiusMm: 0, fatThicknessMm: 0, skinThicknessMm: 0 },
      surgery: { swellingMm: 0 },
    });
    expect(layers).toHaveLength(1);
    expect(muscleLayer).toBe(0);
  });

  it('put the removed fat back when it was not thinned', () => {
    const radius = (fatThinned: boolean): number =>
      arm({ surgery: { fatThinned, fatRemovedMm: 6 } }).layers.at(-1)?.outerRadius ?? 0;
    expect(radius(false) - radius(true)).toBeCloseTo(0.006, 9);
  });

  it('swell after the operation, conduct better there, and recover', () => {
    const fat = (daysSinceSurgery: number): { outerRadius: number; sigmaRho: number } =>
      arm({ surgery: { daysSinceSurgery } }).layers[3];
    expect(fat(0).outerRadius).toBeCloseTo(0.042 + 0.003 + 0.006, 9);
    expect(fat(0).sigmaRho).toBeGreaterThan(3 * fat(3000).sigmaRho);
    expect(fat(30).outerRadius).toBeLessThan(fat(0).outerRadius);
    expect(fat(3000)).toMatchObject({ sigmaRho: 0.041 });
  });

  it('conduct by the state of the skin', () => {
    const skin = (skinState: 'wet' | 'dry'): number | undefined =>
      arm({ limb: { skinState } }).layers.at(-1)?.sigmaRho;
    expect(skin('wet')).toBe(0.43);
    expect(skin('dry')).toBe(5e-4);
  });
});

describe('muscles', () => {
  it('move with reattachment', () => {
    const natural = muscle([{ angleDeg: 170 }]);
    const moved = muscle([{ angleDeg: 170, reattachedAngleDeg: 20, reattachedDepthMm: 4 }]);
    expect(moved.angle).toBeCloseTo((-170 * Math.PI) / 180, 9);
    expect(natural.outerRadius - moved.outerRadius).toBeCloseTo(0.004, 9);
  });

  it('waste by fixation: 40 to 60 % of the cross-section where cut and unfixed, little where fixed', () => {
    const fixed = muscle([{ fixation: 1 }], { fixation: 1 });
    const loose = muscle([{ fixation: 0 }]);
    const intact = muscle([{ cut: false, fixation: 0 }]);
    const area = (m: Muscle): number => m.fibreDiameterScale ** 2 * (m.fibreLength / 0.12);
    expect(area(loose)).toBeCloseTo(0.4, 2);
    expect(area(fixed)).toBeCloseTo(0.85, 2);
    expect(area(intact)).toBeGreaterThan(area(fixed));
    expect(loose.forceGain).toBeLessThan(0.2);
    expect(loose.fibreLength).toBeLessThan(fixed.fibreLength);
  });

  it('lose force and diameter when sutured too tight', () => {
    const tight = muscle([{ tension: 1.3 }]);
    const rest = muscle([{}]);
    expect(tight.forceGain).toBeLessThan(rest.forceGain);
    expect(tight.fibreLength / rest.fibreLength).toBeCloseTo(1.3, 9);
    expect(tight.fibreDiameterScale / rest.fibreDiameterScale).toBeCloseTo(1 / Math.sqrt(1.3), 9);
  });

  it('are silent under a nerve block, whatever the construct', () => {
    for (const construct of ['none', 'TMR', 'RPNI', 'AMI'] as const)
      expect(muscle([{ construct }], { nerveBlock: true }).activationGain).toBe(0);
  });

  it('regain activation with time and units with reinnervation', () => {
    const at = (daysSinceSurgery: number, construct: 'none' | 'TMR' = 'none'): Muscle =>
      muscle([{ construct }], { daysSinceSurgery });
    expect(at(0).activationGain).toBeCloseTo(0.6, 9);
    expect(at(60).activationGain).toBeGreaterThan(at(10).activationGain);
    expect(at(10, 'TMR')).toMatchObject({ unitCount: 1, activationGain: 0 });
    expect(at(90, 'TMR').unitCount).toBeLessThan(at(400, 'TMR').unitCount);
    expect(at(400, 'TMR').unitCount).toBe(108);
    expect(at(0).unitCount).toBe(120);
  });

  it('keep their drives', () => {
    expect(muscle([{ drives: { 'elbow-flexion': 0.8 } }]).drives).toEqual({ 'elbow-flexion': 0.8 });
  });
});

describe('recovery', () => {
  it('settles', () => {
    const late = recoveryAt(armSpec({ surgery: { daysSinceSurgery: 7300 } }).surgery);
    expect(late.activation).toBeCloseTo(1, 6);
    expect(late.reinnervation).toBeCloseTo(1, 6);
    expect(late.contactImpedance).toBeCloseTo(1, 6);
    expect(recoveryAt(armSpec({ surgery: { daysSinceSurgery: 0 } }).surgery).contactImpedance).toBe(1.5);
  });
});

describe('channels', () => {
  it('carry the contacts of each configuration, whose weights sum to 0 unless monopolar', () => {
    for (const [configuration, contacts, sum] of [
      ['monopolar', 1, 1],
      ['single-differential', 2, 0],
      ['double-differential', 3, 0],
    ] as const) {
      const [channel] = arm({ electrodes: { configuration } }).channels;
      expect(channel.contacts).toHaveLength(contacts);
      expect(channel.contacts.reduce((total, c) => total + c.weight, 0)).toBeCloseTo(sum, 12);
      const places = channel.contacts.map((c) => c.z);
      expect(Math.max(...places) - Math.min(...places)).toBeCloseTo(0.02 * (contacts - 1), 12);
    }
  });

  it('lie on the skin, on the muscle or inside it', () => {
    const radius = (type: 'surface' | 'epimysial' | 'intramuscular'): number =>
      arm({ surgery: { swellingMm: 0 }, electrodes: { type, depthMm: 8 } }).channels[0].contacts[0].radius;
    expect(radius('surface')).toBeCloseTo(0.0465, 9);
    expect(radius('epimysial')).toBeCloseTo(0.042, 9);
    expect(radius('intramuscular')).toBeCloseTo(0.034, 9);
  });

  it('shift around and along', () => {
    const [channel] = arm({
      surgery: { swellingMm: 0 },
      electrodes: { configuration: 'monopolar', shiftAroundMm: 10, shiftAlongMm: -7 },
    }).channels;
    expect(channel.contacts[0].angle).toBeCloseTo(0.01 / 0.0465, 9);
    expect(channel.contacts[0].z).toBeCloseTo(-0.007, 12);
  });

  it('come as rings and grids, named and in order', () => {
    expect(ringPositions(4).map((p) => [p.name, p.angleDeg])).toEqual([
      ['CH1', 0],
      ['CH2', 90],
      ['CH3', 180],
      ['CH4', 270],
    ]);
    const grid = gridPositions(2, 3, { pitchDeg: 10, pitchMm: 8 });
    expect(grid).toHaveLength(6);
    expect(grid[0]).toEqual({ name: 'G1.1', angleDeg: -10, axialMm: -4 });
    expect(grid[5]).toEqual({ name: 'G2.3', angleDeg: 10, axialMm: 4 });
    const names = arm({ electrodes: { positions: grid.map((p) => ({ ...p, name: '' })) } }).channels.map(
      (c) => c.name,
    );
    expect(names).toEqual(['CH1', 'CH2', 'CH3', 'CH4', 'CH5', 'CH6']);
  });
});

describe('impossible geometry', () => {
  it.each<[string, ArmChanges, string]>([
    ['stem wider than bone', { limb: { stemRadiusMm: 11 } }, 'limb.stemRadiusMm'],
    ['stem without bone', { limb: { boneRadiusMm: 0 } }, 'limb.stemRadiusMm'],
    ['bone wider than muscle', { limb: { boneRadiusMm: 25, muscleRadiusMm: 20 } }, 'limb.boneRadiusMm'],
    ['muscle overlapping bone', { muscles: [{ innerDepthMm: 32 }] }, 'muscles.0.innerDepthMm'],
    [
      'muscle pushed into bone',
      { muscles: [{ innerDepthMm: 25, reattachedDepthMm: 10 }] },
      'muscles.0.innerDepthMm',
    ],
    [
      'muscle without thickness',
      { muscles: [{ innerDepthMm: 5, outerDepthMm: 5 }] },
      'muscles.0.innerDepthMm',
    ],
    [
      'muscle out of the compartment',
      { muscles: [{ outerDepthMm: 2, reattachedDepthMm: -5 }] },
      'muscles.0.outerDepthMm',
    ],
    ['two muscles of one name', { muscles: [{ name: 'a' }, { name: 'a' }] }, 'muscles.1.name'],
    ['no muscles', { muscles: [] }, 'muscles'],
    ['contacts that touch', { electrodes: { interElectrodeMm: 8 } }, 'electrodes.interElectrodeMm'],
    [
      'wide contacts that touch around the limb',
      { electrodes: { pairDirection: 'around', contactShape: 'rectangle', contactWidthMm: 22 } },
      'electrodes.interElectrodeMm',
    ],
    [
      'a row of contacts around more than the limb',
      {
        electrodes: {
          pairDirection: 'around',
          configuration: 'double-differential',
          type: 'intramuscular',
          depthMm: 20,
          contactDiameterMm: 1,
          interElectrodeMm: 60,
        },
      },
      'electrodes.interElectrodeMm',
    ],
    [
      'an intramuscular contact in bone',
      { electrodes: { type: 'intramuscular', depthMm: 31, contactDiameterMm: 1 } },
      'electrodes.depthMm',
    ],
    [
      'contacts wider than the limb',
      { electrodes: { contactShape: 'rectangle', contactWidthMm: 55 } },
      'electrodes.contactWidthMm',
    ],
    [
      'two channels of one name',
      {
        electrodes: {
          positions: [
            { name: 'x', angleDeg: 0, axialMm: 0 },
            { name: 'x', angleDeg: 9, axialMm: 0 },
          ],
        },
      },
      'electrodes.positions.1.name',
    ],
  ])('%s is refused with field and hint', (_, changes, field) => {
    let caught: unknown;
    try {
      arm(changes);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ConfigError);
    expect(caught).toMatchObject({ field });
    expect((caught as ConfigError).hint).not.toBe('');
    expect((caught as ConfigError).message).toMatch(/got .*expected/);
  });

  it('is refused too where no field description has checked it', () => {
    const spec = armSpec();
    const [first] = spec.muscles;
    const wrong: [AnatomySpec, string][] = [
      [{ ...spec, limb: { ...spec.limb, fatThicknessMm: -1 } }, 'limb.fatThicknessMm'],
      [{ ...spec, muscles: [{ ...first, unitCount: 0 }] }, 'muscles.0.unitCount'],
      [{ ...spec, muscles: [{ ...first, widthDeg: 400 }] }, 'muscles.0.widthDeg'],
      [{ ...spec, muscles: [{ ...first, fibreLengthMm: 0 }] }, 'muscles.0.fibreLengthMm'],
      [{ ...spec, electrodes: { ...spec.electrodes, positions: [] } }, 'electrodes.positions'],
      [{ ...spec, electrodes: { ...spec.electrodes, contactDiameterMm: 0 } }, 'electrodes.contactDiameterMm'],
    ];
    for (const [changed, field] of wrong)
      expect(() => resolveAnatomy(changed)).toThrow(expect.objectContaining({ field }));
  });
});
