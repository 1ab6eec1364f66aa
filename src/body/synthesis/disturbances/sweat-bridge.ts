import { artefactFlags } from './artefact-flags.js';
import { flagAll } from './disturbance.js';
import type { Disturbance, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';

/** A film of sweat between two neighbouring contacts: each reads part of the other. */
export class SweatBridge implements Disturbance {
  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    const { channels, samples, data } = quantum;
    if (spec.sweatPercent === 0 || channels < 2) return;
    const share = spec.sweatPercent / 200;
    const channel = (spec.sweatChannel - 1) % channels;
    const one = channel * samples;
    const other = ((channel + 1) % channels) * samples;
    for (let i = 0; i < samples; i++) {
      const exchange = share * (data[other + i] - data[one + i]);
      data[one + i] += exchange;
      data[other + i] -= exchange;
    }
    flagAll(quantum, artefactFlags.sweat);
  }
}
