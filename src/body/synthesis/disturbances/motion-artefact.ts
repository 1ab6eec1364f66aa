import { RandomStream } from '../../../ground/signal/random.js';
import { UV } from '../../../ground/signal/units.js';
import { artefactFlags } from './artefact-flags.js';
import { addToChannels } from './disturbance.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { zigguratNormal } from './ziggurat.js';
import { exp, pow, sin, square } from '../../../ground/math/real.js';

/** Most artefacts that overlap; a further one waits for the next quantum's chance. */
const SLOTS = 6;

interface Burst {
  /** Samples since its start; at `length` it is over. */
  at: number;
  length: number;
  /** Turns per sample. */
  turns: number;
  phase: number;
  /** Peak relative to the dial. */
  height: number;
  readonly gains: Float64Array;
}

/**
 * Cable tugs and shifting contacts: single swings of 1 to 15 Hz under a smooth hump of 0.15 to 0.9 s, at
 * random moments, on all channels (cable) or on one (contact).
 */
export class MotionArtefact implements Disturbance {
  private readonly random: RandomStream;
  private readonly bursts: Burst[];
  private readonly wave: Float64Array;

  constructor({ seed, channels, quantum }: DisturbanceSite) {
    this.random = new RandomStream(seed, 'synthesis/motion');
    this.wave = new Float64Array(quantum);
    this.bursts = Array.from({ length: SLOTS }, () => ({
      at: 0,
      length: 0,
      turns: 0,
      phase: 0,
      height: 0,
      gains: new Float64Array(channels),
    }));
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    if (spec.motionUv === 0) return;
    const chance = (spec.motionPerMin / 60) * (quantum.samples / quantum.sampleRateHz);
    if (this.random.uniform() < chance) {
      const free = this.bursts.find((burst) => burst.at >= burst.length);
      if (free) this.start(free, quantum.sampleRateHz);
    }
    for (const burst of this.bursts)
      if (burst.at < burst.length) this.add(burst, quantum, spec.motionUv * UV * quantum.attachment.motion);
  }

  private start(burst: Burst, sampleRateHz: number): void {
    const { random } = this;
    burst.at = 0;
    burst.length = Math.round((0.15 + 0.75 * random.uniform()) * sampleRateHz);
    burst.turns = pow(15, random.uniform()) / sampleRateHz;
    burst.phase = random.uniform();
    burst.height = exp(0.35 * zigguratNormal(random));
    const contact = random.uniform() < 0.5 ? random.integer(burst.gains.length) : -1;
    for (let c = 0; c < burst.gains.length; c++) {
      const pickup = (random.uniform() < 0.5 ? -1 : 1) * (0.5 + 0.5 * random.uniform());
      burst.gains[c] = contact < 0 ? pickup : c === contact ? Math.sign(pickup) : 0;
    }
  }

  private add(burst: Burst, quantum: Quantum, volts: number): void {
    for (let i = 0; i < quantum.samples; i++, burst.at++) {
      const over = burst.at >= burst.length;
      const hump = over ? 0 : square(sin((Math.PI * burst.at) / burst.length));
      this.wave[i] = hump * sin(2 * Math.PI * (burst.phase + burst.turns * burst.at));
      if (!over) quantum.flags[i] |= artefactFlags.motion;
    }
    addToChannels(quantum, this.wave, burst.gains, volts * burst.height);
  }
}
