import { RandomStream } from '../../ground/signal/random.js';
import { exp, pow } from '../../ground/math/real.js';

/**
 * Slow random fluctuation that all units of a pool share: white noise through two equal one-pole low-passes,
 * unit variance, stationary from the first value on.
 */
export class CommonDrive {
  private readonly random: RandomStream;
  private pole = 0;
  private scale = 0;
  private first = 0;
  private second = 0;

  /**
   * @param cutoffHz −3 dB frequency of each pole
   * @param stepSeconds time between two values
   */
  constructor(seed: number, muscle: string, cutoffHz: number, stepSeconds: number) {
    this.random = new RandomStream(seed, `physiology/${muscle}/common-drive`);
    const a = exp(-2 * Math.PI * cutoffHz * stepSeconds);
    this.pole = a;
    // Variance of an autoregression with the double pole a, driven by unit white noise: (1 + a²) / (1 − a²)³.
    this.scale = Math.sqrt(pow(1 - a * a, 3) / (1 + a * a));
    const settled = Math.ceil(10 / (1 - a));
    for (let k = 0; k < settled; k++) this.next();
  }

  /** The next value: standard normal, correlated with the ones before. */
  next(): number {
    this.first = this.pole * this.first + this.random.normal();
    this.second = this.pole * this.second + this.first;
    return this.second * this.scale;
  }
}
