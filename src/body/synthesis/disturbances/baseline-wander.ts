import { UV } from '../../../ground/signal/units.js';
import { artefactFlags } from './artefact-flags.js';
import { flagAll } from './disturbance.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { SlowNoise } from './slow-noise.js';

const CORNER_HZ = 0.3;

/** Slow wander of each channel's baseline: breathing, sweating, electrode potentials. */
export class BaselineWander implements Disturbance {
  private readonly slow: SlowNoise;

  constructor({ seed, channels, quantum, sampleRateHz }: DisturbanceSite) {
    this.slow = new SlowNoise(seed, 'synthesis/baseline', channels, CORNER_HZ, quantum / sampleRateHz);
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    if (spec.baselineUv === 0) return;
    const { slow } = this;
    slow.step();
    const scale = spec.baselineUv * UV;
    for (let c = 0, at = 0; c < quantum.channels; c++) {
      const slope = (slow.to[c] - slow.from[c]) / quantum.samples;
      for (let i = 0; i < quantum.samples; i++, at++) quantum.data[at] += scale * (slow.from[c] + slope * i);
    }
    flagAll(quantum, artefactFlags.baseline);
  }
}
