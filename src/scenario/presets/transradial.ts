import { handEffort } from './efforts.js';
import type { Preset } from './preset.js';

const movements = [
  'rest',
  'hand-close',
  'hand-open',
  'wrist-flexion',
  'wrist-extension',
  'wrist-pronation',
  'wrist-supination',
];

/**
 * Forearm stump under an armband. Radius and ulna are drawn as one bone in the middle, an assumption of the
 * concentric limb. Angles from the palm side, thumb side positive. Shares are assumptions after the actions in
 * anatomy textbooks.
 */
const muscles = [
  {
    name: 'Flexor carpi radialis',
    angleDeg: 22,
    widthDeg: 30,
    innerDepthMm: 11,
    outerDepthMm: 0,
    innervationZoneMm: -26,
    fibreLengthMm: 65,
    drives: { 'wrist-flexion': 1, 'hand-close': 0.3, 'wrist-pronation': 0.3 },
  },
  {
    name: 'Flexor digitorum superficialis',
    angleDeg: -14,
    widthDeg: 40,
    innerDepthMm: 18,
    outerDepthMm: 3,
    innervationZoneMm: -26,
    fibreLengthMm: 70,
    drives: { 'hand-close': 1, 'wrist-flexion': 0.6 },
  },
  {
    name: 'Flexor carpi ulnaris',
    angleDeg: -58,
    widthDeg: 34,
    innerDepthMm: 12,
    outerDepthMm: 0,
    innervationZoneMm: -26,
    fibreLengthMm: 60,
    drives: { 'wrist-flexion': 0.9, 'hand-close': 0.4 },
  },
  {
    name: 'Extensor carpi ulnaris',
    angleDeg: -112,
    widthDeg: 36,
    innerDepthMm: 12,
    outerDepthMm: 0,
    innervationZoneMm: -26,
    fibreLengthMm: 62,
    drives: { 'wrist-extension': 0.9, 'hand-open': 0.4, 'hand-close': 0.35, 'wrist-supination': 0.15 },
  },
  {
    name: 'Extensor digitorum',
    angleDeg: -158,
    widthDeg: 38,
    innerDepthMm: 12,
    outerDepthMm: 0,
    innervationZoneMm: -26,
    fibreLengthMm: 68,
    drives: { 'hand-open': 1, 'wrist-extension': 0.65 },
  },
  {
    name: 'Extensor carpi radialis',
    angleDeg: 158,
    widthDeg: 36,
    innerDepthMm: 13,
    outerDepthMm: 0,
    innervationZoneMm: -26,
    fibreLengthMm: 65,
    drives: { 'wrist-extension': 1, 'hand-close': 0.5, 'hand-open': 0.3, 'wrist-supination': 0.2 },
  },
  {
    name: 'Supinator and brachioradialis',
    angleDeg: 112,
    widthDeg: 40,
    innerDepthMm: 17,
    outerDepthMm: 1,
    innervationZoneMm: -26,
    fibreLengthMm: 75,
    drives: { 'wrist-supination': 0.9, 'wrist-extension': 0.3, 'wrist-pronation': 0.3 },
  },
  {
    name: 'Pronator teres',
    angleDeg: 64,
    widthDeg: 34,
    innerDepthMm: 15,
    outerDepthMm: 1,
    innervationZoneMm: -26,
    fibreLengthMm: 60,
    drives: { 'wrist-pronation': 0.9, 'wrist-flexion': 0.35, 'hand-close': 0.25 },
  },
];

/** Eight pods, 45° apart, as the common armband has them. */
const positions = Array.from({ length: 8 }, (_, i) => ({
  name: `P${i + 1}`,
  angleDeg: i <= 4 ? 45 * i : 45 * i - 360,
  axialMm: -8,
}));

const limb = {
  level: 'transradial',
  muscleRadiusMm: 36,
  boneRadiusMm: 11,
  stemRadiusMm: 3,
  fatThicknessMm: 2.5,
  skinThicknessMm: 1.3,
};

export const transradialArmband: Preset = {
  name: 'transradial-armband',
  title: 'Forearm, eight-electrode armband',
  description:
    'Transradial amputation, bone-anchored, an armband with eight surface electrodes anywhere over the ' +
    'muscles. Young, lean, well recovered: opens and closes a hand, bends and turns a wrist.',
  scenario: {
    limb,
    surgery: { daysSinceSurgery: 400 },
    muscles,
    electrodes: {
      type: 'surface',
      configuration: 'single-differential',
      interElectrodeMm: 12,
      // Metal bars as broad as a pod.
      contactShape: 'rectangle',
      contactDiameterMm: 6,
      contactWidthMm: 20,
      positions,
    },
    motorUnits: { velocityMeanMPerS: 4.2 },
    disturbances: { noiseUv: 3, noiseSpreadDb: 7, mainsUv: 2, mainsHz: 50 },
    intent: {
      ...handEffort,
      movements: movements.slice(1),
      strengthPercent: 40,
    },
    calibration: { movements },
    decoder: { features: ['TDAR'], classifier: 'lda' },
  },
};

/**
 * The same arm under a band of consumer kind, as the recordings of most public armband data are made: 200 samples a
 * second in steps of 8 bits. What lies above 100 Hz is filtered off in the band, and the notch is the only filter
 * that the decoder needs beside the high-pass. The range is an assumption: at rest a count or two, never at the rail.
 */
export const transradialArmbandSlow: Preset = {
  name: 'transradial-armband-200hz',
  title: 'Forearm, armband of 200 Hz',
  description:
    'The same forearm under an armband that sends 200 samples a second of 8 bits, as the common wireless one does: ' +
    'less than half of the EMG’s band is left to decide by.',
  scenario: {
    ...transradialArmband.scenario,
    sampleRateHz: 200,
    disturbances: { noiseUv: 3, noiseSpreadDb: 7, mainsUv: 2, mainsHz: 50, rangeMv: 0.5, resolutionBits: 8 },
    decoder: {
      features: ['TDAR'],
      classifier: 'lda',
      filters: [
        { kind: 'highpass', order: 4, cutoffHz: 20 },
        { kind: 'notch', cutoffHz: 50, q: 30 },
      ],
    },
  },
};

/** The same band on an arm for which it does not fit well. */
export const transradialArmbandDifficult: Preset = {
  name: 'transradial-armband-difficult',
  title: 'Forearm, armband: a difficult user',
  description:
    'The same armband on a forearm with more fat, in a socket that presses and slips, dry contacts, weak and ' +
    'varying efforts.',
  scenario: {
    ...transradialArmband.scenario,
    limb: { ...limb, fatThicknessMm: 7 },
    surgery: { daysSinceSurgery: 200, fixation: 0.5, neuromasLeft: 1, anchor: 'socket' },
    disturbances: { noiseUv: 10, mainsUv: 6, mainsHz: 50 },
    intent: {
      ...handEffort,
      movements: movements.slice(1),
      strengthPercent: 35,
      repetitionSpreadDb: 1.6,
      directionVariabilityPercent: 24,
      coContractionPercent: 12,
      restingTonePercent: 3.5,
    },
  },
};
