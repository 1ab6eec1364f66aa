/** Seconds after which a loud moment is forgotten to a third. */
const FORGETS_IN = 20;
/** Never louder than if this were the loudest, V: silence stays silence. */
const LEAST = 20e-6;
/** Loudest moment, as a share of what a loudspeaker can. */
const ROOM = 0.7;

/** Makes of volts what a loudspeaker can: by the loudest moment of the last seconds, so that rest is quieter than effort. */
export class Loudness {
  private loudest = LEAST;

  /** By how much to multiply a stretch of sound of some seconds whose largest value is `peak`, V. */
  gain(peak: number, seconds: number): number {
    this.loudest = Math.max(LEAST, peak, this.loudest * Math.exp(-seconds / FORGETS_IN));
    return ROOM / this.loudest;
  }
}
