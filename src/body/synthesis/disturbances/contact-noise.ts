import { RandomStream } from '../../../ground/signal/random.js';
import { UV } from '../../../ground/signal/units.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { zigguratNormal } from './ziggurat.js';
import { cos, exp } from '../../../ground/math/real.js';

/**
 * Poles and zeros relative to the corner, fitted so that the power is 1 + corner/f within 0.2 dB from a
 * fiftieth of the corner up; below, the noise is flat.
 */
const POLES = [0.02548, 0.25251, 3.18777] as const;
const ZEROS = [0.07873, 0.55216, 4.08508] as const;
const SECTIONS = POLES.length;
/** Band in which the RMS is as set. */
const BAND_HZ = [20, 500] as const;

/**
 * Noise of contacts and amplifier: power 1 + corner/f, independent on each channel: white noise through
 * three pole-zero pairs.
 */
export class ContactNoise implements Disturbance {
  private readonly streams: RandomStream[];
  /** Last input and output of each section of each channel. */
  private readonly states: Float64Array;
  private cornerHz = NaN;
  private readonly pole = new Float64Array(SECTIONS);
  private readonly zero = new Float64Array(SECTIONS);
  /** RMS within the band for white noise of unit variance. */
  private bandRms = 1;

  constructor(private readonly site: DisturbanceSite) {
    this.streams = Array.from(
      { length: site.channels },
      (_, c) => new RandomStream(site.seed, `synthesis/noise/${c}`),
    );
    this.states = new Float64Array(site.channels * (SECTIONS + 1));
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    if (spec.noiseUv === 0) return;
    if (spec.noiseCornerHz !== this.cornerHz) this.design(spec.noiseCornerHz);
    // Thermal noise grows with the square root of the resistance.
    const scale = ((spec.noiseUv * UV) / this.bandRms) * Math.sqrt(quantum.impedance);
    const white = this.cornerHz === 0;
    for (let c = 0; c < quantum.channels; c++) {
      if (white) this.addWhite(quantum, c, scale);
      else this.addPink(quantum, c, scale);
    }
  }

  private addWhite({ data, samples }: Quantum, channel: number, scale: number): void {
    const stream = this.streams[channel];
    const end = (channel + 1) * samples;
    for (let at = channel * samples; at < end; at++) data[at] += scale * zigguratNormal(stream);
  }

  private addPink({ data, samples }: Quantum, channel: number, scale: number): void {
    const { states, pole, zero } = this;
    const stream = this.streams[channel];
    const [p0, p1, p2] = pole;
    const [z0, z1, z2] = zero;
    const base = channel * (SECTIONS + 1);
    let a = states[base];
    let b = states[base + 1];
    let c = states[base + 2];
    let d = states[base + 3];
    const end = (channel + 1) * samples;
    for (let at = channel * samples; at < end; at++) {
      const x = zigguratNormal(stream);
      const y0 = x - z0 * a + p0 * b;
      const y1 = y0 - z1 * b + p1 * c;
      const y2 = y1 - z2 * c + p2 * d;
      a = x;
      b = y0;
      c = y1;
      d = y2;
      data[at] += scale * y2;
    }
    states[base] = a;
    states[base + 1] = b;
    states[base + 2] = c;
    states[base + 3] = d;
  }

  private design(cornerHz: number): void {
    const { sampleRateHz } = this.site;
    for (let k = 0; k < SECTIONS; k++) {
      this.pole[k] = exp((-2 * Math.PI * POLES[k] * cornerHz) / sampleRateHz);
      this.zero[k] = exp((-2 * Math.PI * ZEROS[k] * cornerHz) / sampleRateHz);
    }
    const top = Math.min(BAND_HZ[1], sampleRateHz / 2);
    const steps = 512;
    const step = (top - BAND_HZ[0]) / steps;
    let power = 0;
    for (let i = 0; i < steps; i++) power += this.gainSquared(BAND_HZ[0] + (i + 0.5) * step) * step;
    this.bandRms = Math.sqrt(power / (sampleRateHz / 2));
    this.cornerHz = cornerHz;
  }

  private gainSquared(hz: number): number {
    const c = cos((2 * Math.PI * hz) / this.site.sampleRateHz);
    let gain = 1;
    for (let k = 0; k < SECTIONS; k++) {
      const z = this.zero[k];
      const p = this.pole[k];
      gain *= (1 - 2 * z * c + z * z) / (1 - 2 * p * c + p * p);
    }
    return gain;
  }
}
