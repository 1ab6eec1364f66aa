import { RandomStream } from '../../../ground/signal/random.js';
import { artefactFlags } from './artefact-flags.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';

/** An open input drifts beyond the converter's range: the rail, whichever it is. */
const BEYOND_RANGE = 1.5;
const SHORTEST_S = 0.02;

/** Contacts that lift off for a while: their channel goes to a rail and stays there. */
export class LiftOff implements Disturbance {
  private readonly random: RandomStream;
  /** Samples each channel stays off, and the rail it is at. */
  private readonly off: Float64Array;
  private readonly rail: Int8Array;

  constructor({ seed, channels }: DisturbanceSite) {
    this.random = new RandomStream(seed, 'synthesis/lift-off');
    this.off = new Float64Array(channels);
    this.rail = new Int8Array(channels);
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    if (spec.liftOffPerMin === 0) return;
    const { random, off, rail } = this;
    const { samples, sampleRateHz } = quantum;
    if (random.uniform() < (spec.liftOffPerMin / 60) * (samples / sampleRateHz)) {
      const channel = random.integer(quantum.channels);
      const seconds = Math.max(SHORTEST_S, (spec.liftOffMs / 1000) * random.exponential());
      rail[channel] = random.uniform() < 0.5 ? -1 : 1;
      off[channel] = Math.max(off[channel], Math.round(seconds * sampleRateHz));
    }
    const volts = BEYOND_RANGE * spec.rangeMv * 1e-3;
    for (let c = 0; c < quantum.channels; c++) {
      const lasts = Math.min(samples, off[c]);
      off[c] -= lasts;
      for (let i = 0; i < lasts; i++) {
        quantum.data[c * samples + i] = rail[c] * volts;
        quantum.flags[i] |= artefactFlags.liftOff;
      }
    }
  }
}
