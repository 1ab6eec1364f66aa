import { RandomStream } from '../../signal/random.js';
import { zigguratNormal } from './ziggurat.js';

/**
 * Independent slow fluctuations of unit variance, one per row: a first-order low-pass process drawn once per
 * quantum and joined by straight lines.
 */
export class SlowNoise {
  /** Value of each row at the start of the current quantum. */
  readonly from: Float64Array;
  /** Value of each row at its end. */
  readonly to: Float64Array;
  private readonly random: RandomStream;
  private readonly decay: number;
  private readonly kick: number;

  constructor(seed: number, name: string, rows: number, cornerHz: number, quantumSeconds: number) {
    this.random = new RandomStream(seed, name);
    this.decay = Math.exp(-2 * Math.PI * cornerHz * quantumSeconds);
    // Straight lines between the draws lose variance; give it back.
    const joined = Math.sqrt((2 + this.decay) / 3);
    this.kick = Math.sqrt(1 - this.decay ** 2) / joined;
    this.from = new Float64Array(rows);
    this.to = Float64Array.from({ length: rows }, () => zigguratNormal(this.random) / joined);
  }

  /** Go on to the next quantum. */
  step(): void {
    const { from, to, decay, kick, random } = this;
    for (let row = 0; row < to.length; row++) {
      from[row] = to[row];
      to[row] = decay * to[row] + kick * zigguratNormal(random);
    }
  }
}
