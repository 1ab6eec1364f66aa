import { thighEffort } from './efforts.js';
import type { Preset } from './preset.js';

const movements = [
  'rest',
  'knee-flexion',
  'knee-extension',
  'ankle-dorsiflexion',
  'ankle-plantarflexion',
  'tibial-internal-rotation',
  'tibial-external-rotation',
  'femoral-internal-rotation',
  'femoral-external-rotation',
];

/**
 * Thigh stump. The muscles of the lost shank and foot are gone, so ankle and rotation are attempted with the
 * thigh: patterns, not single muscles, tell them apart (hargrove-2013-leg, hargrove-2013-phantom). Angles from the front, outside positive, seen from the end of the stump.
 * Shares are assumptions.
 */
/** Large muscles: more units than the 120 of a pool that stands for any muscle (kurtosis of people:thigh). */
const large = { unitCount: 200 };

const muscles = [
  {
    name: 'Rectus femoris',
    angleDeg: 0,
    widthDeg: 34,
    innerDepthMm: 20,
    outerDepthMm: 0,
    innervationZoneMm: -32,
    ...large,
    fibreLengthMm: 120,
    drives: { 'knee-extension': 0.8, 'ankle-dorsiflexion': 0.65, 'femoral-internal-rotation': 0.1 },
  },
  {
    name: 'Vastus lateralis',
    angleDeg: 52,
    widthDeg: 62,
    innerDepthMm: 26,
    outerDepthMm: 0,
    innervationZoneMm: -32,
    ...large,
    fibreLengthMm: 110,
    drives: { 'knee-extension': 1, 'tibial-external-rotation': 0.3, 'ankle-plantarflexion': 0.1 },
  },
  {
    name: 'Vastus medialis',
    angleDeg: -48,
    widthDeg: 54,
    innerDepthMm: 26,
    outerDepthMm: 0,
    innervationZoneMm: -32,
    ...large,
    fibreLengthMm: 110,
    drives: { 'knee-extension': 0.95, 'tibial-internal-rotation': 0.35, 'ankle-dorsiflexion': 0.12 },
  },
  {
    name: 'Sartorius',
    angleDeg: -86,
    widthDeg: 18,
    innerDepthMm: 10,
    outerDepthMm: 0,
    innervationZoneMm: -32,
    ...large,
    fibreLengthMm: 130,
    drives: {
      'femoral-external-rotation': 1,
      'ankle-dorsiflexion': 0.4,
      'tibial-internal-rotation': 0.3,
      'knee-flexion': 0.2,
    },
  },
  {
    name: 'Adductors and gracilis',
    angleDeg: -118,
    widthDeg: 42,
    innerDepthMm: 32,
    outerDepthMm: 0,
    innervationZoneMm: -32,
    ...large,
    fibreLengthMm: 110,
    drives: {
      'tibial-internal-rotation': 0.7,
      'ankle-plantarflexion': 0.5,
      'femoral-internal-rotation': 0.3,
      'knee-flexion': 0.2,
    },
  },
  {
    name: 'Semitendinosus',
    angleDeg: -160,
    widthDeg: 38,
    innerDepthMm: 28,
    outerDepthMm: 0,
    innervationZoneMm: -32,
    ...large,
    fibreLengthMm: 120,
    drives: { 'knee-flexion': 1, 'tibial-internal-rotation': 0.55, 'ankle-plantarflexion': 0.25 },
  },
  {
    name: 'Biceps femoris',
    angleDeg: 156,
    widthDeg: 46,
    innerDepthMm: 28,
    outerDepthMm: 0,
    innervationZoneMm: -32,
    ...large,
    fibreLengthMm: 115,
    drives: {
      'knee-flexion': 0.9,
      'tibial-external-rotation': 0.75,
      'ankle-plantarflexion': 0.55,
      'femoral-external-rotation': 0.25,
    },
  },
  {
    name: 'Tensor fasciae latae',
    angleDeg: 104,
    widthDeg: 28,
    innerDepthMm: 12,
    outerDepthMm: 0,
    innervationZoneMm: -32,
    ...large,
    fibreLengthMm: 100,
    drives: { 'femoral-internal-rotation': 1, 'tibial-external-rotation': 0.35, 'ankle-dorsiflexion': 0.3 },
  },
];

const positions = muscles.map(({ name, angleDeg }, i) => ({
  name: `S${i + 1} ${name}`,
  angleDeg,
  axialMm: 6,
}));

/** A dry reference contact and passive leads: corrOpposite of people:thigh (an assumption of its cause). */
const dryReference = { referenceKohm: 500, inputMohm: 16 };

const limb = {
  level: 'transfemoral',
  muscleRadiusMm: 62,
  boneRadiusMm: 14,
  stemRadiusMm: 8,
  fatThicknessMm: 7,
  skinThicknessMm: 1.5,
};

export const transfemoralSurface: Preset = {
  name: 'transfemoral-surface',
  title: 'Thigh, bone-anchored, electrodes on the skin',
  description:
    'Transfemoral amputation, titanium stem in the femur, muscles sutured to bone, fat thinned, eight surface ' +
    'electrode pairs. Young, lean, well recovered: bends a knee, moves an ankle, turns shank and thigh.',
  scenario: {
    limb,
    surgery: { daysSinceSurgery: 540 },
    muscles,
    electrodes: {
      type: 'surface',
      configuration: 'single-differential',
      // Wide pairs: f10, f90 and slopeHi of people:thigh.
      interElectrodeMm: 34,
      contactDiameterMm: 10,
      positions,
    },
    motorUnits: { velocityMeanMPerS: 4.2 },
    disturbances: { noiseUv: 1.3, mainsUv: 2, mainsHz: 50, ...dryReference },
    intent: {
      ...thighEffort,
      movements: movements.slice(1),
      strengthPercent: 45,
    },
    calibration: { movements },
    decoder: { features: ['HTD'], classifier: 'lda' },
  },
};

/** The same operation in someone for whom little went easily. */
export const transfemoralSurfaceDifficult: Preset = {
  name: 'transfemoral-surface-difficult',
  title: 'Thigh, electrodes on the skin: a difficult user',
  description:
    'The same thigh in an older person four months after surgery, fat not thinned, sutures loose, a neuroma ' +
    'left behind: little signal, much crosstalk, efforts that vary.',
  scenario: {
    ...transfemoralSurface.scenario,
    limb: { ...limb, fatThicknessMm: 11 },
    surgery: { daysSinceSurgery: 120, fixation: 0.5, neuromasLeft: 2, pressFitStability: 0.75 },
    disturbances: { noiseUv: 2, mainsUv: 5, mainsHz: 50, ...dryReference },
    intent: {
      ...thighEffort,
      movements: movements.slice(1),
      strengthPercent: 40,
      repetitionSpreadDb: 1.2,
      directionVariabilityPercent: 20,
      selectivityPercent: 55,
      coContractionPercent: 8,
      restingTonePercent: 1.5,
    },
  },
};
