import { expect, it } from 'vitest';
import type { Layer } from '../../../../src/body/anatomy/anatomy.js';
import { deriveTemplates } from '../../../../src/body/conductor/derive-templates.js';
import { DEG } from '../../../../src/ground/signal/units.js';
import { rmsOf, unitsOf } from './arm.js';

const width = 60;
const muscleRadius = 0.05;

/**
 * Concentric upper arm of Kuiken, Lowery & Stoykov (Prosthet Orthot Int 2003;27:48). Known: concentric layers,
 * resistive skin of about 1.3 mm in every case, fibres at many depths, bipolar. Assumed: muscle to 50 mm, fibres 1 to
 * 25 mm deep and long, contacts of 5 mm, 15 mm apart (20 mm gives −32, −72, −90 % and × 2.4; 10 mm −39, −81, −94 %
 * and × 3.1), muscle 0.09 and 0.4 S/m.
 */
function sector(fat: number): { rms: number; crosstalkDeg: number } {
  const layers: Layer[] = [
    { outerRadius: 0.011, sigmaRho: 0.02, sigmaZ: 0.02 },
    { outerRadius: muscleRadius, sigmaRho: 0.09, sigmaZ: 0.4 },
  ];
  if (fat > 0) layers.push({ outerRadius: muscleRadius + fat, sigmaRho: 0.041, sigmaZ: 0.041 });
  const radius = muscleRadius + fat + 0.0013;
  layers.push({ outerRadius: radius, sigmaRho: 5e-4, sigmaZ: 5e-4 });
  const muscle = {
    name: 'active',
    angle: 0,
    width: width * DEG,
    innerRadius: muscleRadius - 0.025,
    outerRadius: muscleRadius - 0.001,
    fibreLength: 0.4,
    innervationZone: -0.12,
    proximalShare: 0.5,
    innervationSpread: 0.004,
    endSpread: 0.005,
    unitCount: 150,
    recruitmentRange: 30,
    peakRateHz: 32,
    forceGain: 1,
    activationGain: 1,
    fibreDiameterScale: 1,
    territoryScale: 1,
    drives: {},
  };
  const channels = Array.from({ length: 100 }, (_, degrees) => ({
    name: `${degrees}`,
    type: 'surface' as const,
    contactShape: 'disc' as const,
    contactDiameter: 0.005,
    contactWidth: 0.005,
    contacts: [-1, 1].map((side) => ({ angle: degrees * DEG, z: side * 0.0075, radius, weight: -side })),
  }));
  const bank = deriveTemplates(
    { layers, muscleLayer: 1, muscles: [muscle], channels },
    [unitsOf(150, 4, 20)],
    2000,
    7,
  );
  const rms = channels.map((_, channel) => rmsOf(bank, channel));
  return { rms: rms[0], crosstalkDeg: rms.findIndex((v) => v < 0.05 * rms[0]) - width / 2 };
}

it('fat of 3, 9 and 18 mm lowers RMS and spreads crosstalk as in the finite-element limb', () => {
  const [none, thin, middle, thick] = [0, 0.003, 0.009, 0.018].map(sector);
  for (const [fat, change] of [
    [thin, -0.31],
    [middle, -0.8],
    [thick, -0.9],
  ] as const)
    expect(Math.abs(fat.rms / none.rms - 1 - change)).toBeLessThan(0.15);
  for (const [fat, degrees] of [
    [none, 14],
    [thin, 17],
    [middle, 34],
    [thick, 47],
  ] as const)
    expect(Math.abs(fat.crosstalkDeg - degrees)).toBeLessThanOrEqual(10);
  expect(thin.rms / middle.rms).toBeGreaterThan(2.5);
  expect(thin.rms / middle.rms).toBeLessThan(4);
});
