/**
 * What LibEMG's online classifier and regressor send by UDP, and its Fitts test and games read: text, fields apart
 * by a blank. Readers cut a datagram at 400 characters, so numbers have six decimals.
 */

/** Posterior of each class, velocity, seconds since 1970. */
export function posteriorsText(posteriors: readonly number[], velocity: number | undefined, epoch: number) {
  return [...posteriors, ...(velocity === undefined ? [] : [velocity]), epoch].map(plain).join(' ');
}

/** Number of the class, −1 where none is decided, and velocity. */
export function classText(decided: number, velocity: number | undefined): string {
  return `${decided}${velocity === undefined ? '' : ` ${plain(velocity)}`}\n`;
}

/** Velocity of each degree of freedom in [−1, 1], seconds since 1970. */
export function regressionText(velocities: readonly number[], epoch: number): string {
  return `[${velocities.map(plain).join(' ')}] ${plain(epoch)}\n`;
}

/** At most six decimals and never an exponent: not every reader knows one. */
function plain(value: number): string {
  return value
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');
}
