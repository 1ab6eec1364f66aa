import type { IntentSpec } from '../../body/intent/intent-fields.js';

/**
 * How people of three public sets contract. Every number was fitted to statistics of their recordings (named behind it,
 * those of `myodesis compare people:NAME`), none to an accuracy.
 */
type Effort = Partial<IntentSpec>;

/** Thigh motions held for seconds without feedback: people:thigh. */
export const thighEffort: Effort = {
  repetitionSpreadDb: 0.3, // repetitionCommonSd
  directionVariabilityPercent: 15, // repetitionSpecificSd
  wanderPercent: 24, // withinTrialCommonCorr
  commonWanderPercent: 2, // withinTrialSd
  holdDecayDb: 1.7, // driftMean
  overshootPercent: 40, // overshoot 1.3 to 1.9
  selectivityPercent: 65, // channelSd, classSpecificSd
  restingTonePercent: 1.2, // SNRdB
  coContractionPercent: 4,
  // classCommonSd: attempts of the lost ankle and of rotation are weak.
  movementStrengthDb: {
    'knee-flexion': 4,
    'knee-extension': 6,
    'ankle-dorsiflexion': -16,
    'ankle-plantarflexion': -15,
    'tibial-internal-rotation': -11,
    'tibial-external-rotation': -9,
    'femoral-internal-rotation': 0,
    'femoral-external-rotation': 0,
  },
};

/** Hand and wrist movements held for seconds without feedback: people:hand. */
export const handEffort: Effort = {
  repetitionSpreadDb: 1, // repetitionCommonSd
  directionVariabilityPercent: 22, // repetitionSpecificSd
  wanderPercent: 8, // withinTrialCommonCorr
  commonWanderPercent: 20, // withinTrialSd
  holdDecayDb: 3.8, // driftMean
  overshootPercent: 60, // overshoot 1.5 to 2.5
  selectivityPercent: 40, // channelSd, classSpecificSd
  restingTonePercent: 2.5, // SNRdB
  coContractionPercent: 8,
  // classCommonSd
  movementStrengthDb: {
    'hand-close': 3,
    'hand-open': -1,
    'wrist-flexion': 4,
    'wrist-extension': 3,
    'wrist-pronation': -4,
    'wrist-supination': -4,
    'chuck-grip': 1,
    'fine-pinch': -2,
  },
};

/** The same held at a level that is shown: people:forearm-force-feedback. */
export const shownEffort: Effort = {
  ...handEffort,
  forceFeedback: 1, // driftMean, windowCommonCorr
  commonWanderPercent: 14, // withinTrialSd
  selectivityPercent: 85, // classSpecificSd
  // classCommonSd
  movementStrengthDb: {
    'hand-close': 2,
    'wrist-flexion': 2,
    'wrist-extension': 1,
    'wrist-pronation': -2,
    'wrist-supination': -2,
  },
};
