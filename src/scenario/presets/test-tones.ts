import { ringPositions } from '../../body/anatomy/electrodes.js';
import type { Preset } from './preset.js';

/**
 * One sine for each part of the band: below the decoder's high-pass, at the mains, within, and near the edges of what
 * EMG holds. Whole numbers, so that each falls on one line of a spectrum over a second.
 */
const tones = [
  { frequencyHz: 10, rmsUv: 100 },
  { frequencyHz: 20, rmsUv: 100 },
  { frequencyHz: 50, rmsUv: 100 },
  { frequencyHz: 80, rmsUv: 200 },
  { frequencyHz: 150, rmsUv: 50 },
  { frequencyHz: 250, rmsUv: 100 },
  { frequencyHz: 400, rmsUv: 100 },
  { frequencyHz: 500, rmsUv: 20 },
];

/** Nobody to decode: known sines under eight electrodes, to check a measuring chain with. */
export const testTones: Preset = {
  name: 'test-tones',
  title: 'Test tones: known sines, no muscle',
  description:
    'No patient: eight electrodes receive sines of known frequency and amplitude through the same amplifier, ' +
    'converter and filters as anybody’s EMG. For checking your own chain; there is nothing to decode.',
  scenario: {
    limb: {
      level: 'transradial',
      muscleRadiusMm: 36,
      boneRadiusMm: 11,
      stemRadiusMm: 3,
      fatThicknessMm: 2.5,
      skinThicknessMm: 1.3,
    },
    testTones: { on: true, tones },
    // Drawn, and silent: two small ones cost nothing.
    muscles: [
      { name: 'Flexors', angleDeg: 0, widthDeg: 120, unitCount: 20, drives: { 'hand-close': 1 } },
      { name: 'Extensors', angleDeg: 180, widthDeg: 120, unitCount: 20, drives: { 'hand-open': 1 } },
    ],
    electrodes: { type: 'surface', positions: ringPositions(tones.length, { prefix: 'T' }) },
    disturbances: { noiseUv: 2, noiseSpreadDb: 0, mainsUv: 0, settlingPercent: 0 },
    intent: { style: 'rest', movements: ['hand-close', 'hand-open'] },
    calibration: { movements: ['rest', 'hand-close', 'hand-open'], repetitions: 2 },
    // No class is louder than rest, so nothing ever counts as begun, and the prosthesis stays at rest.
    decoder: { features: ['MAV'], classifier: 'lda', smoothing: { onsetRestSd: 20 } },
  },
};
