import { UV } from '../../../ground/signal/units.js';
import { artefactFlags } from './artefact-flags.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { exp, pow } from '../../../ground/math/real.js';

/** Offset, optional coupling capacitor and analogue-to-digital converter: what the amplifier does to its input. */
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
    convert(quantum, spec);
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

/** Round to the converter's steps and clip at its rails. */
function convert(
  { data, flags, samples, channels }: Quantum,
  { rangeMv, resolutionBits }: DisturbanceSpec,
): void {
  const top = pow(2, resolutionBits - 1);
  const step = (rangeMv * 1e-3) / top;
  for (let c = 0, at = 0; c < channels; c++)
    for (let i = 0; i < samples; i++, at++) {
      let code = Math.round(data[at] / step);
      if (code >= top || code < -top) {
        // One code is missing at the top, as in every two's complement converter.
        code = code < 0 ? -top : top - 1;
        flags[i] |= artefactFlags.saturated;
      }
      data[at] = code * step;
    }
}
