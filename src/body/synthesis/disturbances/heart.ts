import { RandomStream } from '../../../ground/signal/random.js';
import { UV } from '../../../ground/signal/units.js';
import { artefactFlags } from './artefact-flags.js';
import { addToChannels, channelGains } from './disturbance.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { zigguratNormal } from './ziggurat.js';
import { exp, sin, square } from '../../../ground/math/real.js';

/**
 * P, Q, R, S and T: phase within the beat in rad, height relative to R (a·b² there), width in rad, after
 * McSharry, Clifford, Tarassenko & Smith, IEEE TBME 2003;50:289.
 */
const WAVES = [
  [-Math.PI / 3, 0.25, 0.25],
  [-Math.PI / 12, -1 / 6, 0.1],
  [0, 1, 0.1],
  [Math.PI / 12, -0.25, 0.1],
  [Math.PI / 2, 0.4, 0.4],
] as const;
const TABLE = 2048;
const BREATHS_HZ = 0.25;
/** Half the phase that the QRS complex takes. */
const QRS = Math.PI / 6;

/** One beat over its phase from −π to π, with the R wave 1 high. */
const beat = ((): Float64Array => {
  const table = new Float64Array(TABLE + 1);
  for (let i = 0; i <= TABLE; i++) {
    const phase = (2 * Math.PI * i) / TABLE - Math.PI;
    for (const [at, height, width] of WAVES)
      table[i] += height * exp(-square(phase - at) / (2 * square(width)));
  }
  const peak = Math.max(...table);
  return table.map((value) => value / peak);
})();

/** The heart's electrical activity, seen by electrodes near the trunk. */
export class Heart implements Disturbance {
  private readonly gains: Float64Array;
  private readonly random: RandomStream;
  private readonly wave: Float64Array;
  /** Phase of the beat, −π … π, R wave at 0. */
  private phase: number;
  /** Duration of the current beat relative to the mean. */
  private interval = 1;
  private breath = 0;

  constructor({ seed, channels, quantum }: DisturbanceSite) {
    this.gains = channelGains(seed, 'synthesis/ecg/pickup', channels, 0.4);
    this.random = new RandomStream(seed, 'synthesis/ecg/beats');
    this.phase = Math.PI * (2 * this.random.uniform() - 1);
    this.wave = new Float64Array(quantum);
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    if (spec.ecgUv === 0) return;
    const { wave } = this;
    const perSample = (2 * Math.PI * spec.heartRateBpm) / 60 / quantum.sampleRateHz;
    for (let i = 0; i < quantum.samples; i++) {
      const place = ((this.phase + Math.PI) * TABLE) / (2 * Math.PI);
      const cell = Math.min(TABLE - 1, Math.floor(place));
      wave[i] = beat[cell] + (place - cell) * (beat[cell + 1] - beat[cell]);
      if (Math.abs(this.phase) < QRS) quantum.flags[i] |= artefactFlags.ecg;
      this.phase += perSample / this.interval;
      if (this.phase >= Math.PI) this.nextBeat(spec.heartRateVariabilityPercent / 100);
    }
    this.breath = (this.breath + (quantum.samples * BREATHS_HZ) / quantum.sampleRateHz) % 1;
    addToChannels(quantum, wave, this.gains, spec.ecgUv * UV);
  }

  /** Half the variance of the interval follows breathing, half is chance. */
  private nextBeat(variability: number): void {
    this.phase -= 2 * Math.PI;
    const breathing = sin(2 * Math.PI * this.breath);
    const chance = zigguratNormal(this.random) * Math.SQRT1_2;
    this.interval = Math.max(0.4, 1 + variability * (breathing + chance));
  }
}
