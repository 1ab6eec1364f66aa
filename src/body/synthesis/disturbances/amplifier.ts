import { UV } from '../../../ground/signal/units.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { exp } from '../../../ground/math/real.js';

/** Offset and optional coupling capacitor: what the amplifier does to its input. */
export class Amplifier implements Disturbance {
  /** Last input and output of each channel's high-pass. */
  private readonly input: Float64Array;
  private readonly output: Float64Array;
  private coupled = false;

  constructor({ channels }: DisturbanceSite) {
    this.input = new Float64Array(channels);
    this.output = new Float64Array(channels);
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    if (spec.offsetUv !== 0) {
      const offset = spec.offsetUv * UV;
      for (let at = 0; at < quantum.data.length; at++) quantum.data[at] += offset;
    }
    if (spec.acCouplingHz > 0) this.couple(quantum, spec.acCouplingHz);
    this.coupled = spec.acCouplingHz > 0;
  }

  private couple({ data, samples, channels, sampleRateHz }: Quantum, cornerHz: number): void {
    const decay = exp((-2 * Math.PI * cornerHz) / sampleRateHz);
    for (let c = 0; c < channels; c++) {
      // Switched on, the capacitor is taken as charged to the present input.
      let x = this.coupled ? this.input[c] : data[c * samples];
      let y = this.coupled ? this.output[c] : 0;
      for (let at = c * samples; at < (c + 1) * samples; at++) {
        y = decay * (y + data[at] - x);
        x = data[at];
        data[at] = y;
      }
      this.input[c] = x;
      this.output[c] = y;
    }
  }
}
