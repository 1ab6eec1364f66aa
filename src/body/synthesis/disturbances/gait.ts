import { RandomStream } from '../../../ground/signal/random.js';
import { UV } from '../../../ground/signal/units.js';
import { artefactFlags } from './artefact-flags.js';
import { addToChannels, channelGains, flagAll } from './disturbance.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { SlowNoise } from './slow-noise.js';
import { atan, cos, exp, sin } from '../../../ground/math/real.js';

const DECAY_S = 0.035;
/** An impact is over after so many decay times. */
const SPAN = 8;
const FRICTION_HZ = [0.5, 8] as const;

/**
 * What walking or tapping does through a bone-anchored prosthesis: a damped ring at each ground contact and
 * slow rubbing of skin against stoma and contacts, strongest just after the contact. Sizes are assumptions.
 */
export class Gait implements Disturbance {
  private readonly random: RandomStream;
  private readonly gains: Float64Array;
  private readonly wave: Float64Array;
  private readonly slow: SlowNoise;
  /** Slow part of each channel's friction, which is taken off it. */
  private readonly drift: Float64Array;
  private readonly driftRate: number;
  /** Seconds since the last ground contact, and from it to the next. */
  private since = 0;
  private period = 0;
  private ringHz = 25;
  private previous = 0;

  constructor({ seed, channels, quantum, sampleRateHz }: DisturbanceSite) {
    this.random = new RandomStream(seed, 'synthesis/gait/contacts');
    const signs = new RandomStream(seed, 'synthesis/gait/signs');
    this.gains = channelGains(seed, 'synthesis/gait/pickup', channels, 0.4).map(
      (gain) => gain * (signs.uniform() < 0.5 ? -1 : 1),
    );
    this.wave = new Float64Array(quantum);
    const seconds = quantum / sampleRateHz;
    this.slow = new SlowNoise(seed, 'synthesis/gait/friction', channels, FRICTION_HZ[1], seconds);
    this.drift = new Float64Array(channels);
    this.driftRate = 1 - exp(-2 * Math.PI * FRICTION_HZ[0] * seconds);
    this.since = SPAN * DECAY_S;
    this.period = this.since + this.random.uniform();
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    if (spec.impactUv === 0 && spec.frictionUv === 0) return;
    if (spec.frictionUv > 0) this.rub(quantum, spec.frictionUv * UV * quantum.attachment.friction);
    this.ring(quantum, spec);
  }

  private ring(quantum: Quantum, spec: DisturbanceSpec): void {
    const { wave, random } = this;
    const step = 1 / quantum.sampleRateHz;
    for (let i = 0; i < quantum.samples; i++) {
      this.since += step;
      if (this.since >= this.period) {
        this.since -= this.period;
        this.period = (60 / spec.cadencePerMin) * (0.95 + 0.1 * random.uniform());
        this.ringHz = 18 + 14 * random.uniform();
      }
      const t = this.since;
      const ringing = t < SPAN * DECAY_S;
      wave[i] = ringing ? (exp(-t / DECAY_S) * sin(2 * Math.PI * this.ringHz * t)) / PEAK : 0;
      if (ringing && spec.impactUv > 0) quantum.flags[i] |= artefactFlags.impact;
    }
    if (spec.impactUv > 0)
      addToChannels(quantum, wave, this.gains, spec.impactUv * UV * quantum.attachment.impact);
  }

  private rub(quantum: Quantum, volts: number): void {
    const { slow, drift, driftRate } = this;
    slow.step();
    // Unit mean square over a stride: 1 + cos has a mean square of 3/2.
    const phase = Math.min(1, this.since / this.period);
    const envelope = (1 + cos(2 * Math.PI * phase)) / Math.sqrt(1.5);
    const [low, high] = FRICTION_HZ;
    // What taking the drift off costs a process with two poles at the upper corner.
    const scale = (volts * (high + low)) / high;
    for (let c = 0, at = 0; c < quantum.channels; c++) {
      const before = (slow.from[c] - drift[c]) * this.previous;
      drift[c] += driftRate * (slow.to[c] - drift[c]);
      const after = (slow.to[c] - drift[c]) * envelope;
      const slope = (after - before) / quantum.samples;
      for (let i = 0; i < quantum.samples; i++, at++) quantum.data[at] += scale * (before + slope * i);
    }
    this.previous = envelope;
    flagAll(quantum, artefactFlags.friction);
  }
}

/** Height of the first swing of a damped ring of 25 Hz, so that the dial sets the peak. */
const PEAK = ((): number => {
  const turn = 2 * Math.PI * 25;
  const t = atan(turn * DECAY_S) / turn;
  return exp(-t / DECAY_S) * sin(turn * t);
})();
