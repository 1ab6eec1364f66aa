import { RandomStream } from '../../../ground/signal/random.js';
import { artefactFlags } from './artefact-flags.js';
import { flagAll } from './disturbance.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';

/**
 * Lost radio packets of one quantum each, in bursts (two-state chain of Gilbert, Bell Syst Tech J
 * 1960;39:1253). Lost samples are NaN on every channel: holding the last value would hide the loss.
 */
export class PacketLoss implements Disturbance {
  private readonly random: RandomStream;
  private losing = false;

  constructor({ seed }: DisturbanceSite) {
    this.random = new RandomStream(seed, 'synthesis/packet-loss');
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    const share = spec.packetLossPercent / 100;
    if (share === 0) return;
    const leave = 1 / spec.packetBurst;
    const enter = Math.min(1, (leave * share) / (1 - share));
    this.losing = this.random.uniform() < (this.losing ? 1 - leave : enter);
    if (!this.losing) return;
    quantum.data.fill(NaN);
    flagAll(quantum, artefactFlags.lost);
  }
}
