/**
 * From where on a class is good enough, in the terms of its quality. Two Gaussian classes d standard deviations apart are
 * confused in Φ(−d/2): 7 % at 3.
 */
export const qualityLimits = { separability: 3, repeatability: 0.5, amplitudeOverRest: 1.5 } as const;
