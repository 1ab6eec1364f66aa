import { RandomStream } from '../../../ground/signal/random.js';
import { UV } from '../../../ground/signal/units.js';
import { artefactFlags } from './artefact-flags.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { exp } from '../../../ground/math/real.js';

const BREAK_S = [0.005, 0.06] as const;
const POP_UV = 300;
const POP_DECAY_S = 0.004;
/** What still leaks through an open contact. */
const LEAK = 0.03;

/** Contacts that break for a moment: the channel falls silent, with a charge popping at either end. */
export class IntermittentContact implements Disturbance {
  private readonly random: RandomStream;
  /** Samples each channel stays open. */
  private readonly open: Int32Array;
  /** Charge still decaying on each channel, in volts. */
  private readonly pop: Float64Array;
  private readonly decay: number;

  constructor({ seed, channels, sampleRateHz }: DisturbanceSite) {
    this.random = new RandomStream(seed, 'synthesis/intermittent');
    this.open = new Int32Array(channels);
    this.pop = new Float64Array(channels);
    this.decay = exp(-1 / (POP_DECAY_S * sampleRateHz));
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    if (spec.intermittentPerMin === 0) return;
    const { random, open, pop } = this;
    const { samples, sampleRateHz } = quantum;
    if (random.uniform() < (spec.intermittentPerMin / 60) * (samples / sampleRateHz)) {
      const channel = random.integer(quantum.channels);
      const seconds = BREAK_S[0] + (BREAK_S[1] - BREAK_S[0]) * random.uniform();
      if (open[channel] === 0) {
        open[channel] = Math.max(1, Math.round(seconds * sampleRateHz));
        pop[channel] = this.charge();
      }
    }
    for (let c = 0; c < quantum.channels; c++)
      if (open[c] > 0 || Math.abs(pop[c]) > 1e-9) this.disturb(quantum, c);
  }

  private disturb({ data, flags, samples }: Quantum, channel: number): void {
    for (let i = 0, at = channel * samples; i < samples; i++, at++) {
      if (this.open[channel] > 0) {
        data[at] *= LEAK;
        if (--this.open[channel] === 0) this.pop[channel] += this.charge();
      }
      data[at] += this.pop[channel];
      this.pop[channel] *= this.decay;
      flags[i] |= artefactFlags.intermittent;
    }
  }

  private charge(): number {
    return POP_UV * UV * (2 * this.random.uniform() - 1);
  }
}
