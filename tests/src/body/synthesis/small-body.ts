import { ringPositions } from '../../../../src/body/anatomy/electrodes.js';
import { parseBody, type BodyScenario } from '../../../../src/body/synthesis/body-scenario.js';

/** A limb of two small muscles and four surface channels, quick to derive. Parts of the scenario may be replaced. */
export function smallBody(parts: Partial<Record<keyof BodyScenario, unknown>> = {}): BodyScenario {
  return parseBody({
    seed: 11,
    muscles: [
      { name: 'flexor', angleDeg: 0, widthDeg: 60, unitCount: 30, drives: { 'elbow-flexion': 1 } },
      { name: 'extensor', angleDeg: 180, widthDeg: 60, unitCount: 30, drives: { 'elbow-extension': 1 } },
    ],
    electrodes: { positions: ringPositions(4) },
    ...parts,
    intent: {
      leadMs: 200,
      holdMs: 600,
      restMs: 300,
      movements: ['elbow-flexion', 'elbow-extension'],
      ...part(parts.intent),
    },
  });
}

/** Dials of a silent amplifier that resolves 1 nV. */
export const silentAmplifier = {
  noiseUv: 0,
  mainsUv: 0,
  contactKohm: 0,
  referenceKohm: 0,
  rejectionDb: 200,
  resolutionBits: 24,
};

function part(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
