import { artefactFlags } from './artefact-flags.js';
import { flagAll } from './disturbance.js';
import type { Disturbance, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';

/**
 * Sweat runs together under two neighbouring channels and connects all their contacts, those of one pair with each
 * other as well as with their neighbours'. Four contacts of impedance Z joined in a square by bridges of resistance R
 * (equal distances, an assumption) leave 1/(1 + 2Z/R) of the channels' sum and 1/(1 + 4Z/R) of their difference: the
 * two become alike, and fade.
 */
export class SweatBridge implements Disturbance {
  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    const { channels, samples, data, attachment } = quantum;
    if (spec.bridgePercent === 0 || channels < 2) return;
    // The dial is what the difference loses: 4Z/R over 1 + 4Z/R.
    const ofDifference = 1 - spec.bridgePercent / 100;
    const ofSum = (2 * ofDifference) / (1 + ofDifference);
    const own = (ofSum + ofDifference) / 2;
    const crossed = (ofSum - ofDifference) / 2;
    const channel = (spec.bridgeChannel - 1) % channels;
    const one = channel * samples;
    const other = attachment.next[channel] * samples;
    for (let i = 0; i < samples; i++) {
      const a = data[one + i];
      const b = data[other + i];
      data[one + i] = own * a + crossed * b;
      data[other + i] = own * b + crossed * a;
    }
    flagAll(quantum, artefactFlags.sweat);
  }
}
