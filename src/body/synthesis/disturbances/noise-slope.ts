import { cos, exp, log, log10, log2, pow } from '../../../ground/math/real.js';

/** Pole-zero pairs between the lowest frequency and half the sample rate. */
export const SECTIONS = 3;
/** Below it the density is flat: what is slower is the baseline's. */
const LOWEST_HZ = 4;
/** Band in which the RMS is as set. */
const LEVEL_HZ = [20, 500] as const;
/** Band in which the slope is as set, where recordings of people at rest were measured. */
const SLOPE_HZ = [25, 380] as const;

/**
 * A filter whose density falls by so many dB per octave: poles and zeros in turn at equal distances on a logarithmic
 * axis. How far each zero stands from its pole is found for the slope of the straight
 * line through the density in dB against octaves between 25 and 380 Hz.
 */
export class NoiseSlope {
  readonly pole = new Float64Array(SECTIONS);
  readonly zero = new Float64Array(SECTIONS);
  /** RMS between 20 and 500 Hz of what it makes of white noise of unit variance. */
  readonly bandRms: number;

  /** @param dbPerOctave what the density falls by, at least 0 */
  constructor(
    readonly dbPerOctave: number,
    private readonly sampleRateHz: number,
  ) {
    // An ideal ladder falls by 20 log10 2 dB per octave times the share of the axis between poles and zeros.
    let share = dbPerOctave / (20 * log10(2));
    this.place(share);
    for (let round = 0; round < 6 && dbPerOctave > 0; round++) {
      share *= dbPerOctave / this.slope();
      this.place(share);
    }
    this.bandRms = Math.sqrt(this.bandPower() / (sampleRateHz / 2));
  }

  private place(share: number): void {
    const { sampleRateHz } = this;
    const step = pow(sampleRateHz / 2 / LOWEST_HZ, 1 / SECTIONS);
    for (let k = 0; k < SECTIONS; k++) {
      const poleHz = LOWEST_HZ * pow(step, k + 0.5 - share / 2);
      const zeroHz = LOWEST_HZ * pow(step, k + 0.5 + share / 2);
      this.pole[k] = exp((-2 * Math.PI * poleHz) / sampleRateHz);
      this.zero[k] = exp((-2 * Math.PI * zeroHz) / sampleRateHz);
    }
  }

  /** Fall of the density, dB per octave, by least squares over every 5 Hz. */
  private slope(): number {
    const top = Math.min(SLOPE_HZ[1], 0.45 * this.sampleRateHz);
    let n = 0;
    let sx = 0;
    let sy = 0;
    let sxx = 0;
    let sxy = 0;
    for (let hz = SLOPE_HZ[0]; hz <= top; hz += 5, n++) {
      const x = log2(hz);
      const y = (10 / log(10)) * log(this.gainSquared(hz));
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
    }
    return -(n * sxy - sx * sy) / (n * sxx - sx * sx);
  }

  private bandPower(): number {
    const top = Math.min(LEVEL_HZ[1], this.sampleRateHz / 2);
    const steps = 512;
    const step = (top - LEVEL_HZ[0]) / steps;
    let power = 0;
    for (let i = 0; i < steps; i++) power += this.gainSquared(LEVEL_HZ[0] + (i + 0.5) * step) * step;
    return power;
  }

  private gainSquared(hz: number): number {
    const c = cos((2 * Math.PI * hz) / this.sampleRateHz);
    let gain = 1;
    for (let k = 0; k < SECTIONS; k++) {
      const z = this.zero[k];
      const p = this.pole[k];
      gain *= (1 - 2 * z * c + z * z) / (1 - 2 * p * c + p * p);
    }
    return gain;
  }
}
