/** Conversions between the units people type (mm, ms, µV, degrees) and the SI units the code computes in. */
export const MM = 1e-3;
export const UV = 1e-6;
export const DEG = Math.PI / 180;
/** Natural logarithm of an amplitude ratio per decibel: `exp(DB * db)` is the ratio. */
export const DB = Math.LN10 / 20;

/** Whole number of samples nearest to a duration. */
export function samplesOf(durationMs: number, sampleRateHz: number): number {
  return Math.max(1, Math.round((durationMs * sampleRateHz) / 1000));
}

/** Angle wrapped to (−π, π]. */
export function wrapAngle(radians: number): number {
  const turn = 2 * Math.PI;
  const wrapped = radians - turn * Math.floor((radians + Math.PI) / turn);
  return wrapped <= -Math.PI ? wrapped + turn : wrapped;
}
