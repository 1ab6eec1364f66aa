import type { Preset } from './preset.js';

const movements = [
  'rest',
  'hand-close',
  'hand-open',
  'wrist-pronation',
  'wrist-supination',
  'elbow-flexion',
  'elbow-extension',
];

/**
 * Upper arm after targeted muscle reinnervation: median, ulnar and radial nerve, which once moved hand and
 * wrist, were sewn to heads of biceps, brachialis and triceps. Angles as the surgeon sees the stump from its
 * end: 0° in front, 90° outside, 180° behind, −90° inside. Positions and shares follow the transfers of
 * Kuiken et al., JAMA 2009;301:619 and Hargrove et al., Sci Rep 2017;7:13840; the numbers are assumptions. A millimetre
 * of epimysium and capsule keeps the fibres from the contacts on the muscles.
 */
const muscles = [
  {
    name: 'Biceps, long head',
    angleDeg: 20,
    widthDeg: 40,
    innerDepthMm: 14,
    outerDepthMm: 1,
    innervationZoneMm: -28,
    fibreLengthMm: 110,
    drives: { 'elbow-flexion': 1, 'wrist-supination': 0.12 },
  },
  {
    name: 'Biceps, short head (median nerve)',
    construct: 'TMR',
    angleDeg: -24,
    widthDeg: 42,
    innerDepthMm: 14,
    outerDepthMm: 1,
    innervationZoneMm: -28,
    fibreLengthMm: 105,
    drives: { 'hand-close': 1, 'wrist-pronation': 0.3 },
  },
  {
    name: 'Brachialis, medial (ulnar nerve)',
    construct: 'TMR',
    angleDeg: -66,
    widthDeg: 34,
    innerDepthMm: 18,
    outerDepthMm: 1,
    innervationZoneMm: -28,
    fibreLengthMm: 80,
    drives: { 'wrist-pronation': 1, 'hand-close': 0.35 },
  },
  {
    name: 'Brachialis, lateral',
    angleDeg: 62,
    widthDeg: 36,
    innerDepthMm: 20,
    outerDepthMm: 1,
    innervationZoneMm: -28,
    fibreLengthMm: 85,
    drives: { 'elbow-flexion': 0.7, 'elbow-extension': 0.08 },
  },
  {
    name: 'Triceps, lateral head (radial nerve)',
    construct: 'TMR',
    angleDeg: 112,
    widthDeg: 52,
    innerDepthMm: 17,
    outerDepthMm: 1,
    innervationZoneMm: -28,
    fibreLengthMm: 95,
    drives: { 'hand-open': 1, 'wrist-supination': 0.3 },
  },
  {
    name: 'Triceps, medial head (deep radial nerve)',
    construct: 'TMR',
    angleDeg: 168,
    widthDeg: 46,
    innerDepthMm: 20,
    outerDepthMm: 2,
    innervationZoneMm: -28,
    fibreLengthMm: 80,
    drives: { 'wrist-supination': 1, 'elbow-extension': 0.25 },
  },
  {
    name: 'Triceps, long head',
    angleDeg: -138,
    widthDeg: 54,
    innerDepthMm: 19,
    outerDepthMm: 1,
    innervationZoneMm: -28,
    fibreLengthMm: 110,
    drives: { 'elbow-extension': 1, 'hand-open': 0.08 },
  },
  {
    name: 'Coracobrachialis',
    angleDeg: -98,
    widthDeg: 22,
    innerDepthMm: 16,
    outerDepthMm: 4,
    innervationZoneMm: -28,
    fibreLengthMm: 70,
    drives: { 'elbow-flexion': 0.25, 'elbow-extension': 0.2, 'wrist-pronation': 0.1 },
  },
];

/** One epimysial pair on each of the muscles, led out through the implant. */
const positions = muscles.map(({ name, angleDeg }, i) => ({
  name: `E${i + 1} ${name.split(/[,(]/)[0]?.trim()}`,
  angleDeg,
  axialMm: 0,
}));

const nativeMovements = ['rest', 'elbow-flexion', 'elbow-extension', 'hand-close', 'hand-open'];

/** Without nerve transfer the hand is asked for by patterns of the heads of biceps and triceps. */
const nativeDrives = [
  { 'elbow-flexion': 1, 'hand-close': 0.35 },
  { 'elbow-flexion': 0.8, 'hand-close': 0.6 },
  { 'elbow-flexion': 0.6, 'hand-close': 0.2 },
  { 'elbow-flexion': 0.7, 'hand-open': 0.15 },
  { 'elbow-extension': 0.9, 'hand-open': 0.7 },
  { 'elbow-extension': 0.7, 'hand-open': 0.3 },
  { 'elbow-extension': 1, 'hand-open': 0.2 },
  { 'elbow-flexion': 0.25, 'hand-close': 0.3, 'hand-open': 0.1 },
];

/** A young, lean upper arm. */
export const limb = {
  level: 'transhumeral',
  muscleRadiusMm: 42,
  boneRadiusMm: 11,
  stemRadiusMm: 6,
  fatThicknessMm: 3,
  skinThicknessMm: 1.5,
};

export const transhumeralTmr: Preset = {
  name: 'transhumeral-tmr',
  title: 'Upper arm, nerve transfer, electrodes on the muscles',
  description:
    'Transhumeral amputation, bone-anchored, targeted muscle reinnervation, eight epimysial electrode pairs ' +
    'through the implant. Young, lean, well recovered: opens and closes a hand, turns a wrist, bends an elbow.',
  scenario: {
    limb,
    surgery: { daysSinceSurgery: 730 },
    muscles,
    electrodes: {
      type: 'epimysial',
      configuration: 'single-differential',
      interElectrodeMm: 12,
      contactDiameterMm: 3,
      positions,
    },
    disturbances: { noiseUv: 2, mainsUv: 1, mainsHz: 50 },
    intent: {
      movements: movements.slice(1),
      strengthPercent: 40,
      coContractionPercent: 8,
    },
    calibration: { movements },
    decoder: { features: ['HTD'], classifier: 'lda' },
  },
};

/** The same operation in someone for whom little went easily. */
export const transhumeralTmrDifficult: Preset = {
  name: 'transhumeral-tmr-difficult',
  title: 'Upper arm, nerve transfer: a difficult user',
  description:
    'The same arm half a year after surgery in an older person: reinnervation incomplete, loose sutures, a ' +
    'neuroma left behind, efforts that vary and never quite end.',
  scenario: {
    ...transhumeralTmr.scenario,
    limb: { ...limb, fatThicknessMm: 9 },
    surgery: { daysSinceSurgery: 180, fixation: 0.55, neuromasLeft: 2, pressFitStability: 0.8 },
    disturbances: { noiseUv: 5, mainsUv: 4, mainsHz: 50 },
    intent: {
      movements: movements.slice(1),
      strengthPercent: 35,
      repetitionSpreadDb: 1.9,
      coContractionPercent: 12,
      restingTonePercent: 1.5,
    },
  },
};

/** Native innervation: no nerve transfer, so a hand cannot be intended, only what the muscles always did. */
export const transhumeralEpimysial: Preset = {
  name: 'transhumeral-epimysial',
  title: 'Upper arm, bone-anchored, electrodes on the muscles',
  description:
    'Transhumeral amputation, bone-anchored, epimysial electrodes, no nerve transfer: biceps and triceps as ' +
    'nature wired them, a hand controlled by learned patterns. Young, lean, well recovered.',
  scenario: {
    ...transhumeralTmr.scenario,
    muscles: muscles.map((muscle, i) => ({
      ...muscle,
      name: muscle.name.replace(/ \(.*\)/, ''),
      construct: 'none',
      drives: nativeDrives[i] ?? {},
    })),
    intent: {
      movements: nativeMovements.slice(1),
      strengthPercent: 40,
      coContractionPercent: 8,
    },
    calibration: { movements: nativeMovements },
  },
};

export const transhumeralEpimysialDifficult: Preset = {
  name: 'transhumeral-epimysial-difficult',
  title: 'Upper arm, electrodes on the muscles: a difficult user',
  description:
    'The same arm six weeks after surgery: swelling, weak and unpractised contractions, muscles that were ' +
    'sutured without tension.',
  scenario: {
    ...transhumeralEpimysial.scenario,
    limb: { ...limb, fatThicknessMm: 8 },
    surgery: { daysSinceSurgery: 42, fixation: 0.5, neuromasLeft: 1 },
    disturbances: { noiseUv: 4, mainsUv: 4, mainsHz: 50 },
    intent: {
      movements: nativeMovements.slice(1),
      strengthPercent: 30,
      repetitionSpreadDb: 1.7,
      coContractionPercent: 12,
      restingTonePercent: 1,
    },
  },
};
