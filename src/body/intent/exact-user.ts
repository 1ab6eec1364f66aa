/** Intent that leaves nothing to the luck of a trial. */
export const steadyUser = {
  repetitionSpreadDb: 0,
  directionVariabilityPercent: 0,
  commonWanderPercent: 0,
  wanderPercent: 0,
  inexperiencePercent: 0,
};

/** Besides, an effort of one muscle alone and as asked, from start to end. */
export const plainUser = {
  ...steadyUser,
  overshootPercent: 0,
  holdDecayDb: 0,
  selectivityPercent: 100,
  coContractionPercent: 0,
  overflowPercent: 0,
  restingTonePercent: 0,
};

/** A user who does exactly what is asked, at once, and rests in between. */
export const exactUser = { ...plainUser, reactionVariabilityMs: 0, onsetRiseMs: 0 };
