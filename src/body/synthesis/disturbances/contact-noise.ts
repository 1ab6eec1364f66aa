import { RandomStream } from '../../../ground/signal/random.js';
import { UV } from '../../../ground/signal/units.js';
import { ContactCrackle } from './contact-crackle.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { NoiseSlope, SECTIONS } from './noise-slope.js';
import { zigguratNormal } from './ziggurat.js';
import { pow } from '../../../ground/math/real.js';

/**
 * Noise of contacts and amplifier: each contact has a level of its own that holds for a donning, crackles, and falls
 * with frequency. Neighbours around the limb share some: the skin between two contacts is the source of both.
 */
export class ContactNoise implements Disturbance {
  private readonly streams: RandomStream[];
  private readonly crackle: ContactCrackle;
  private readonly levels: Float64Array;
  /** What `levels` was drawn for. */
  private donning = NaN;
  private spreadDb = NaN;
  private slope: NoiseSlope;
  /** Noise of each contact's own in the current quantum, channel-major. */
  private readonly own: Float64Array;
  /** Last input and output of each section of each channel. */
  private readonly states: Float64Array;

  constructor(private readonly site: DisturbanceSite) {
    const { seed, channels, quantum, sampleRateHz } = site;
    this.streams = Array.from({ length: channels }, (_, c) => new RandomStream(seed, `synthesis/noise/${c}`));
    this.crackle = new ContactCrackle(seed, channels, quantum / sampleRateHz);
    this.levels = new Float64Array(channels);
    this.slope = new NoiseSlope(0, sampleRateHz);
    this.own = new Float64Array(channels * quantum);
    this.states = new Float64Array(channels * (SECTIONS + 1));
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    if (spec.noiseUv === 0) return;
    if (spec.noiseSlopeDbPerOctave !== this.slope.dbPerOctave)
      this.slope = new NoiseSlope(spec.noiseSlopeDbPerOctave, this.site.sampleRateHz);
    const { donning, next } = quantum.attachment;
    if (donning !== this.donning || spec.noiseSpreadDb !== this.spreadDb) {
      drawLevels(this.levels, donning, spec.noiseSpreadDb);
      this.donning = donning;
      this.spreadDb = spec.noiseSpreadDb;
    }
    const { channels } = quantum;
    // Of two channels each is the other's neighbour on both sides.
    const correlation = (spec.noiseCommonPercent / 100) * (channels > 2 ? 1 : 0.5);
    const ratio = channels < 2 ? 0 : ratioFor(correlation);
    const mine = 1 / Math.sqrt(1 + ratio * ratio);
    const shared = ratio * mine;
    // A sum of two independent sources is less peaked than either.
    const peaked = mine * mine * mine * mine + shared * shared * shared * shared;
    this.crackle.step(3 + (spec.noiseKurtosis - 3) / peaked);
    this.drawOwn(quantum);
    // Thermal noise grows with the square root of the resistance.
    const scale = ((spec.noiseUv * UV) / this.slope.bandRms) * Math.sqrt(quantum.impedance);
    for (let c = 0; c < channels; c++)
      this.add(quantum, c, next[c], scale * this.levels[c] * mine, scale * this.levels[c] * shared);
  }

  private drawOwn({ channels, samples }: Quantum): void {
    const { own, streams } = this;
    const { from, to } = this.crackle;
    for (let c = 0, at = 0; c < channels; c++) {
      const stream = streams[c];
      const step = (to[c] - from[c]) / samples;
      let amplitude = from[c];
      for (let i = 0; i < samples; i++, at++, amplitude += step) own[at] = amplitude * zigguratNormal(stream);
    }
  }

  /** Filter what a channel gets of its own contact and of its neighbour's, and add it. */
  private add({ data, samples }: Quantum, channel: number, next: number, mine: number, shared: number): void {
    const { states, own } = this;
    const [p0, p1, p2] = this.slope.pole;
    const [z0, z1, z2] = this.slope.zero;
    const base = channel * (SECTIONS + 1);
    let a = states[base];
    let b = states[base + 1];
    let c = states[base + 2];
    let d = states[base + 3];
    const start = channel * samples;
    const other = next * samples;
    for (let i = 0; i < samples; i++) {
      const x = mine * own[start + i] + shared * own[other + i];
      const y0 = x - z0 * a + p0 * b;
      const y1 = y0 - z1 * b + p1 * c;
      const y2 = y1 - z2 * c + p2 * d;
      a = x;
      b = y0;
      c = y1;
      d = y2;
      data[start + i] += y2;
    }
    states[base] = a;
    states[base + 1] = b;
    states[base + 2] = c;
    states[base + 3] = d;
  }
}

/** Levels of a donning, normal in dB, with a median of 1. */
function drawLevels(levels: Float64Array, donning: number, spreadDb: number): void {
  const random = new RandomStream(donning, 'synthesis/noise/levels');
  for (let c = 0; c < levels.length; c++) levels[c] = pow(10, (spreadDb * random.normal()) / 20);
  const sorted = Float64Array.from(levels).sort();
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  for (let c = 0; c < levels.length; c++) levels[c] /= median;
}

/**
 * How much of its neighbour's source a channel gets beside its own, so that neighbours around a ring correlate so:
 * r with r/(1 + r²) = correlation, at most 0.5.
 */
function ratioFor(correlation: number): number {
  return correlation === 0 ? 0 : (1 - Math.sqrt(1 - 4 * correlation * correlation)) / (2 * correlation);
}
