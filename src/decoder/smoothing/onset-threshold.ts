/** Amplitude of the signal at rest: mean and standard deviation over windows. */
export interface RestAmplitude {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Onset threshold: nothing moves while the amplitude is below the mean of rest plus a number of its standard
 * deviations (Hodges & Bui 1996).
 */
export class OnsetThreshold {
  /** Amplitude from which movement is allowed, in the unit of the amplitude given; 0 when off. */
  readonly level: number;

  /** @param sds standard deviations over rest; 0 is off */
  constructor(sds: number, rest: RestAmplitude) {
    this.level = sds > 0 ? rest.mean + sds * rest.sd : 0;
  }

  /** Whether an amplitude is loud enough to be a movement. */
  passes(amplitude: number): boolean {
    return amplitude >= this.level;
  }
}
