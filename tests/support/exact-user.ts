/** Intent of a user who does exactly what is asked, at once, and rests in between. */
export const exactUser = {
  reactionVariabilityMs: 0,
  onsetRiseMs: 0,
  overshootPercent: 0,
  holdDecayDb: 0,
  repetitionSpreadDb: 0,
  directionVariabilityPercent: 0,
  commonWanderPercent: 0,
  wanderPercent: 0,
  inexperiencePercent: 0,
  selectivityPercent: 100,
  coContractionPercent: 0,
  overflowPercent: 0,
  restingTonePercent: 0,
};
