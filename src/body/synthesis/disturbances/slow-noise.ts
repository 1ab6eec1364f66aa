import { RandomStream } from '../../../ground/signal/random.js';
import { zigguratNormal } from './ziggurat.js';
import { exp, square } from '../../../ground/math/real.js';

/**
 * Independent slow fluctuations of unit variance, one per row: a second-order low-pass process (two equal poles)
 * drawn once per quantum and joined by straight lines.
 */
export class SlowNoise {
  /** Value of each row at the start of the current quantum. */
  readonly from: Float64Array;
  /** Value of each row at its end. */
  readonly to: Float64Array;
  private readonly inner: Float64Array;
  private readonly random: RandomStream;
  private readonly decay: number;
  private readonly kick: number;
  private readonly gain: number;

  /** @param cornerHz frequency of both poles: −6 dB */
  constructor(seed: number, name: string, rows: number, cornerHz: number, quantumSeconds: number) {
    this.random = new RandomStream(seed, name);
    const d = exp(-2 * Math.PI * cornerHz * quantumSeconds);
    this.decay = d;
    this.kick = Math.sqrt(1 - d * d);
    // Unit variance for the second pole's output, and what straight lines between the draws lose of it.
    const joined = (2 + (2 * d) / (1 + d * d)) / 3;
    this.gain = (1 - d) / Math.sqrt((joined * (1 + d * d)) / square(1 + d));
    this.from = new Float64Array(rows);
    this.to = new Float64Array(rows);
    this.inner = Float64Array.from({ length: rows }, () => zigguratNormal(this.random));
    // Let the second pole settle.
    for (let time = 0; time < 8 / (1 - d); time++) this.step();
  }

  /** Go on to the next quantum. */
  step(): void {
    const { from, to, inner, decay, kick, gain, random } = this;
    for (let row = 0; row < to.length; row++) {
      from[row] = to[row];
      inner[row] = decay * inner[row] + kick * zigguratNormal(random);
      to[row] = decay * to[row] + gain * inner[row];
    }
  }
}
