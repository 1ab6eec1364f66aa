import { ringPositions } from '../../body/anatomy/electrodes.js';
import { intactLimb } from '../../body/anatomy/surgery.js';
import { handEffort, shownEffort } from './efforts.js';
import type { Preset } from './preset.js';

/**
 * An intact forearm at its thickest. Radius and ulna are drawn as one bone in the middle, an assumption of the
 * concentric limb. Angles from the palm side, thumb side positive; a superficial layer and a deep one below it, so
 * that an electrode hears several muscles. Bellies lie at different heights: those of the thumb are the
 * farthest from the elbow, so that an electrode lies beside one innervation zone and far from another. Heights and
 * shares are assumptions after anatomy textbooks.
 */
const muscles = [
  {
    name: 'Flexor carpi radialis',
    angleDeg: 30,
    widthDeg: 32,
    outerDepthMm: 0,
    innerDepthMm: 10,
    fibreLengthMm: 60,
    innervationZoneMm: -28,
    drives: {
      'wrist-flexion': 0.9,
      'radial-deviation': 0.6,
      'wrist-pronation': 0.25,
      'hand-close': 0.35,
      'chuck-grip': 0.25,
      'fine-pinch': 0.2,
    },
  },
  {
    name: 'Palmaris longus',
    angleDeg: 2,
    widthDeg: 22,
    outerDepthMm: 0,
    innerDepthMm: 6,
    fibreLengthMm: 60,
    innervationZoneMm: -36,
    drives: { 'wrist-flexion': 0.7, 'hand-close': 0.3, 'chuck-grip': 0.3, 'fine-pinch': 0.25 },
  },
  {
    name: 'Flexor digitorum superficialis',
    angleDeg: -18,
    widthDeg: 46,
    outerDepthMm: 4,
    innerDepthMm: 15,
    fibreLengthMm: 70,
    innervationZoneMm: -12,
    drives: { 'hand-close': 1, 'chuck-grip': 0.7, 'fine-pinch': 0.5, 'wrist-flexion': 0.5 },
  },
  {
    name: 'Flexor carpi ulnaris',
    angleDeg: -58,
    widthDeg: 36,
    outerDepthMm: 0,
    innerDepthMm: 9,
    fibreLengthMm: 55,
    innervationZoneMm: -20,
    drives: {
      'wrist-flexion': 0.9,
      'ulnar-deviation': 0.9,
      'hand-close': 0.4,
      'chuck-grip': 0.25,
      'fine-pinch': 0.2,
    },
  },
  {
    name: 'Flexor digitorum profundus',
    angleDeg: -50,
    widthDeg: 70,
    outerDepthMm: 10,
    innerDepthMm: 24,
    fibreLengthMm: 75,
    innervationZoneMm: -8,
    drives: { 'hand-close': 0.9, 'chuck-grip': 0.5, 'fine-pinch': 0.5, 'wrist-flexion': 0.3 },
  },
  {
    name: 'Flexor pollicis longus',
    angleDeg: 24,
    widthDeg: 34,
    outerDepthMm: 14,
    innerDepthMm: 24,
    fibreLengthMm: 55,
    innervationZoneMm: 18,
    drives: { 'fine-pinch': 0.8, 'chuck-grip': 0.7, 'hand-close': 0.5 },
  },
  {
    name: 'Pronator teres',
    angleDeg: 62,
    widthDeg: 30,
    outerDepthMm: 1,
    innerDepthMm: 13,
    fibreLengthMm: 50,
    innervationZoneMm: -32,
    drives: { 'wrist-pronation': 0.9, 'wrist-flexion': 0.3, 'hand-close': 0.25 },
  },
  {
    name: 'Brachioradialis',
    angleDeg: 94,
    widthDeg: 32,
    outerDepthMm: 0,
    innerDepthMm: 12,
    fibreLengthMm: 120,
    innervationZoneMm: -40,
    drives: { 'wrist-supination': 0.35, 'wrist-pronation': 0.35, 'radial-deviation': 0.3 },
  },
  {
    name: 'Extensor carpi radialis',
    angleDeg: 130,
    widthDeg: 40,
    outerDepthMm: 0,
    innerDepthMm: 12,
    fibreLengthMm: 65,
    innervationZoneMm: -26,
    drives: {
      'wrist-extension': 1,
      'radial-deviation': 0.8,
      'hand-close': 0.55,
      'chuck-grip': 0.4,
      'fine-pinch': 0.35,
      'hand-open': 0.3,
    },
  },
  {
    name: 'Supinator',
    angleDeg: 124,
    widthDeg: 54,
    outerDepthMm: 13,
    innerDepthMm: 24,
    fibreLengthMm: 40,
    innervationZoneMm: -16,
    drives: { 'wrist-supination': 1, 'wrist-extension': 0.15 },
  },
  {
    name: 'Extensor digitorum',
    angleDeg: 170,
    widthDeg: 36,
    outerDepthMm: 0,
    innerDepthMm: 10,
    fibreLengthMm: 65,
    innervationZoneMm: -18,
    drives: { 'hand-open': 1, 'wrist-extension': 0.7 },
  },
  {
    name: 'Deep extensors of thumb and index',
    angleDeg: -174,
    widthDeg: 56,
    outerDepthMm: 11,
    innerDepthMm: 22,
    fibreLengthMm: 45,
    innervationZoneMm: 20,
    drives: {
      'hand-open': 0.7,
      'radial-deviation': 0.4,
      'wrist-supination': 0.25,
      'fine-pinch': 0.25,
      'chuck-grip': 0.2,
    },
  },
  {
    name: 'Extensor carpi ulnaris',
    angleDeg: -118,
    widthDeg: 36,
    outerDepthMm: 0,
    innerDepthMm: 10,
    fibreLengthMm: 55,
    innervationZoneMm: -12,
    drives: {
      'ulnar-deviation': 0.9,
      'wrist-extension': 0.7,
      'hand-close': 0.4,
      'hand-open': 0.35,
      'wrist-supination': 0.2,
      'fine-pinch': 0.25,
    },
  },
].map((muscle) => ({ ...muscle, cut: false }));

const limb = {
  level: 'forearm',
  stemRadiusMm: 0,
  boneRadiusMm: 12,
  muscleRadiusMm: 39,
  fatThicknessMm: 3,
  skinThicknessMm: 1.2,
};

const handMovements = [
  'rest',
  'radial-deviation',
  'wrist-flexion',
  'ulnar-deviation',
  'wrist-extension',
  'wrist-supination',
  'wrist-pronation',
  'hand-close',
  'hand-open',
  'chuck-grip',
  'fine-pinch',
];

export const volunteerForearm: Preset = {
  name: 'volunteer-forearm',
  title: 'Forearm of a volunteer, ten dry electrodes',
  description:
    'An able-bodied volunteer under a ring of ten dry electrodes with a common reference, as many public recordings have them: ten ' +
    'movements of hand and wrist, each held for some seconds without help.',
  scenario: {
    sampleRateHz: 1000,
    limb: { ...limb, fatThicknessMm: 5.5 },
    surgery: intactLimb,
    muscles,
    // Broad bars against one reference: MDF, f10, f90, corrNext and corrSecond of people:hand, which pairs do not reach.
    electrodes: {
      type: 'surface',
      configuration: 'monopolar',
      contactShape: 'rectangle',
      contactDiameterMm: 6,
      contactWidthMm: 26,
      positions: ringPositions(10),
    },
    motorUnits: { velocityMeanMPerS: 4.2 },
    // A dry reference contact: corrOpposite of people:hand (an assumption of its cause).
    disturbances: {
      noiseUv: 4,
      noiseSpreadDb: 7,
      mainsUv: 2,
      mainsHz: 60,
      referenceKohm: 500,
      inputMohm: 16,
    },
    // An electrode hears so many muscles that they differ more between movements than its level does.
    intent: { ...handEffort, selectivityPercent: 52, movements: handMovements.slice(1), strengthPercent: 40 },
    calibration: { movements: handMovements, style: 'hold', repetitions: 4, holdMs: 5000, reactionMs: 150 },
    decoder: { features: ['HTD'], classifier: 'lda' },
  },
};

const heldMovements = [
  'rest',
  'wrist-flexion',
  'wrist-extension',
  'wrist-pronation',
  'wrist-supination',
  'hand-close',
  'hand-open',
];

export const volunteerForearmFeedback: Preset = {
  name: 'volunteer-forearm-feedback',
  title: 'Forearm of a volunteer, force shown',
  description:
    'The forearm of an able-bodied volunteer under eight gelled electrode pairs, who holds each movement at half of the ' +
    'strongest effort and sees the force: steady contractions, as in studies of strength.',
  scenario: {
    sampleRateHz: 1000,
    limb: { ...limb, fatThicknessMm: 2.5, skinThicknessMm: 1 },
    surgery: intactLimb,
    muscles,
    electrodes: {
      type: 'surface',
      configuration: 'single-differential',
      // Narrow bars: MDF, f10 and f90 of people:forearm-force-feedback.
      interElectrodeMm: 8,
      contactShape: 'rectangle',
      contactDiameterMm: 1,
      contactWidthMm: 22,
      positions: ringPositions(8),
    },
    motorUnits: { velocityMeanMPerS: 4.2 },
    disturbances: { noiseUv: 5, noiseSpreadDb: 7, noiseSlopeDbPerOctave: 2.5, mainsUv: 1, mainsHz: 60 },
    intent: { ...shownEffort, movements: heldMovements.slice(1), strengthPercent: 50 },
    calibration: { movements: heldMovements, repetitions: 4, strengthPercent: 50, learnFromRamp: false },
    decoder: { features: ['HTD'], classifier: 'lda' },
  },
};
