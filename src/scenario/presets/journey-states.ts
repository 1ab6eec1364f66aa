/** What the years in a socket had left: muscles never sutured, fat, two neuromas. */
export const inSocket = {
  daysSinceSurgery: 2000,
  stemRadiusMm: 0,
  fatThinned: false,
  neuromasLeft: 2,
  anchor: 'socket',
  fixation: 0.35,
  loadingPercent: 100,
  noiseUv: 4,
};

/** Muscles sewn to bone anew: what they had lost before is where their recovery begins. */
export const sewn = { fixation: 0.95, atrophyBefore: 0.42 };

/** What the operation changes for good. */
export const operated = {
  ...sewn,
  stemRadiusMm: 8,
  fatThinned: true,
  neuromasLeft: 0,
  anchor: 'bone',
  noiseUv: 2.5,
};
