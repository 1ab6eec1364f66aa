import { defaultsOf } from '../ground/signal/parse-fields.js';
import { intactLimb } from '../body/anatomy/surgery.js';
import { muscleFields, type MuscleSpec } from '../body/anatomy/muscle.js';
import { exactUser } from '../body/intent/exact-user.js';
import { populationFields } from '../body/person/population-fields.js';
import { bodyFields, parseBody, type BodyScenario } from '../body/synthesis/body-scenario.js';

/** Movement that drives the muscles of the laboratory arm. */
export const effort = 'elbow-flexion';

/** An amplifier that adds nothing. */
const silent = { noiseUv: 0, mainsUv: 0, contactKohm: 0, referenceKohm: 0, resolutionBits: 24, rangeMv: 50 };

/** People who differ in where their units lie and how those discharge, not in what the conditions of a row set. */
const alike = Object.fromEntries(
  (['limb', 'muscles', 'units', 'surgery', 'contacts', 'habits'] as const).map((part) => [
    part,
    Object.fromEntries(Object.keys(populationFields[part].fields).map((name) => [name, 0])),
  ]),
);

/** Partial scenario parts of a laboratory arm. */
export interface ArmParts {
  /** Number of the person and luck of the session. */
  readonly seed?: number;
  readonly sampleRateHz?: number;
  readonly limb?: Partial<BodyScenario['limb']>;
  readonly muscle?: Partial<MuscleSpec>;
  /** Muscles alike but for their names: as many pools with numbers of their own. Default 1. */
  readonly muscles?: number;
  readonly surgery?: Partial<BodyScenario['surgery']>;
  readonly motorUnits?: Partial<BodyScenario['motorUnits']>;
  readonly electrodes?: Partial<BodyScenario['electrodes']>;
  readonly disturbances?: Partial<BodyScenario['disturbances']>;
  readonly intent?: Partial<BodyScenario['intent']>;
}

/**
 * An able-bodied upper arm under laboratory conditions: biceps below the skin, a bipolar pair of 20 mm between its
 * innervation zone and its tendon, gelled skin, a silent amplifier and a user who does exactly what is asked.
 */
export function laboratoryArm(parts: ArmParts = {}): BodyScenario {
  const muscle = { ...biceps, ...parts.muscle };
  const count = parts.muscles ?? 1;
  const seed = parts.seed ?? 1;
  return parseBody({
    seed,
    person: seed,
    population: alike,
    sampleRateHz: parts.sampleRateHz ?? 2000,
    limb: { ...arm, ...parts.limb },
    surgery: { ...intactLimb, ...parts.surgery },
    muscles: Array.from({ length: count }, (_, m) => ({ ...muscle, name: `biceps ${m + 1}` })),
    motorUnits: { ...parts.motorUnits },
    electrodes: {
      interElectrodeMm: 20,
      contactDiameterMm: 10,
      positions: [{ name: 'biceps', angleDeg: 0, axialMm: 0 }],
      ...parts.electrodes,
    },
    disturbances: { ...silent, ...parts.disturbances },
    intent: { ...defaultsOf(bodyFields).intent, style: 'rest', ...exactUser, reactionMs: 0, ...parts.intent },
  });
}

const arm = {
  level: 'transhumeral',
  stemRadiusMm: 0,
  boneRadiusMm: 11,
  muscleRadiusMm: 42,
  fatThicknessMm: 3,
  skinThicknessMm: 1.3,
  skinState: 'wet',
};

const biceps = {
  ...defaultsOf(muscleFields),
  name: 'biceps',
  cut: false,
  angleDeg: 0,
  widthDeg: 80,
  unitCount: 600,
  recruitmentRange: 50,
  outerDepthMm: 0,
  innerDepthMm: 22,
  fibreLengthMm: 130,
  innervationZoneMm: -32,
  drives: { [effort]: 1 },
};
