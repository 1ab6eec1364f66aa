import type { ContactPairs } from './contact-pairs.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { exp } from '../../../ground/math/real.js';

/** Below it the limb's potential is not followed: fibres are too short for slower waves. */
const SLOWEST_HZ = 10;

/**
 * What channels have in common by the way they are connected, as a lumped circuit.
 *
 * Every input draws current through its finite impedance, and all of it returns to the limb through the one reference
 * contact; the drop there is in every channel. With N inputs that are single-ended against that contact Kirchhoff's
 * law gives y = x − Σx·Zref/(Zin + N·Zref). Balanced pairs would cancel most of it: that inputs are single-ended, as
 * in small amplifiers of many channels, is an assumption, and so is that the difference between a channel's contacts
 * stands for what drives its current.
 *
 * And the limb's own potential, common to both contacts of a pair, is turned into a difference by their unequal
 * impedances. For waves that travel along a pair it is the integral of the difference over time divided by the time
 * from contact to contact; its mean over the channels stands for the limb's (the fibres' ends are left out).
 */
export class ReferencePath implements Disturbance {
  /** Sum of all channels, sample by sample. */
  private readonly sum: Float64Array;
  private readonly limb: Float64Array;
  private readonly decay: number;
  private last = 0;

  constructor(
    { quantum, sampleRateHz }: DisturbanceSite,
    private readonly pairs: ContactPairs,
  ) {
    this.sum = new Float64Array(quantum);
    this.limb = new Float64Array(quantum);
    this.decay = exp((-2 * Math.PI * SLOWEST_HZ) / sampleRateHz);
  }

  apply(
    { data, samples, channels, sampleRateHz, impedance, attachment }: Quantum,
    spec: DisturbanceSpec,
  ): void {
    const { sum, limb, decay } = this;
    sum.fill(0);
    for (let c = 0, at = 0; c < channels; c++) for (let i = 0; i < samples; i++, at++) sum[i] += data[at];
    const { travel } = attachment;
    const kick = travel > 0 ? 1 / (channels * sampleRateHz * travel) : 0;
    let potential = this.last;
    for (let i = 0; i < samples; i++) {
      potential = decay * potential + kick * sum[i];
      limb[i] = potential;
    }
    this.last = potential;
    const reference = spec.referenceKohm * 1e3 * impedance;
    const returned = reference / (spec.inputMohm * 1e6 + channels * reference);
    for (let c = 0, at = 0; c < channels; c++) {
      const converted = this.pairs.conversion[c];
      for (let i = 0; i < samples; i++, at++) data[at] += converted * limb[i] - returned * sum[i];
    }
  }
}
