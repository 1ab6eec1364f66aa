import { RandomStream } from '../../../ground/signal/random.js';
import { exp } from '../../../ground/math/real.js';

/**
 * What makes a contact noisier for a while, events per second and seconds in which one dies away: metal that slides on
 * the electrolyte tears the double layer and it forms anew (crackle); a duct that wets the skin, or a contact that
 * dries or is pressed (swell). That there are two kinds, and how often, is an assumption; their size follows from the
 * kurtosis.
 */
const EVENTS = [
  { perSecond: 1, fadeS: 0.04 },
  { perSecond: 0.2, fadeS: 0.5 },
] as const;

/**
 * Amplitude of each contact's noise, quantum by quantum. Its power is a constant plus shot noise of both kinds of
 * event, heights exponential, so that Gaussian noise times it has the kurtosis asked for and unit power in the long
 * run.
 */
export class ContactCrackle {
  /** Amplitude of each contact at the start and at the end of the current quantum. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  private readonly random: RandomStream;
  /** What each event still adds, for every kind and contact. */
  private readonly left: Float64Array;
  private readonly decay: number[];
  private readonly chance: number[];
  /** Scale that gives each kind half of a unit variance. */
  private readonly scale: number[];
  private readonly mean: number;

  constructor(
    seed: number,
    private readonly contacts: number,
    quantumSeconds: number,
  ) {
    this.random = new RandomStream(seed, 'synthesis/noise/crackle');
    this.from = new Float64Array(contacts).fill(1);
    this.to = new Float64Array(contacts).fill(1);
    this.left = new Float64Array(EVENTS.length * contacts);
    this.decay = EVENTS.map(({ fadeS }) => exp(-quantumSeconds / fadeS));
    this.chance = EVENTS.map(({ perSecond }) => perSecond * quantumSeconds);
    this.scale = this.decay.map((d, k) => {
      const p = this.chance[k];
      return 1 / Math.sqrt((2 * (2 * p - p * p)) / (1 - d * d));
    });
    this.mean = this.decay.reduce((sum, d, k) => sum + (this.scale[k] * this.chance[k]) / (1 - d), 0);
    // Start amid events, as the contacts have been on for a while.
    for (let time = 0; time < 4; time += quantumSeconds) this.step(3);
  }

  /**
   * Go on to the next quantum.
   * @param kurtosis of the noise, 3 for a steady amplitude; events as rare as these reach about 25
   */
  step(kurtosis: number): void {
    const { from, to, left, contacts, random, decay, chance, scale } = this;
    const spread = Math.sqrt(kurtosis / 3 - 1);
    const weight = spread / (1 - this.mean * spread);
    const whole = 1 + weight * this.mean;
    for (let c = 0; c < contacts; c++) {
      let sum = 0;
      for (let k = 0, at = c; k < EVENTS.length; k++, at += contacts) {
        left[at] *= decay[k];
        if (random.uniform() < chance[k]) left[at] += random.exponential();
        sum += scale[k] * left[at];
      }
      from[c] = to[c];
      to[c] = Math.sqrt((1 + weight * sum) / whole);
    }
  }
}
