import { pow } from '../../../ground/math/real.js';
import { artefactFlags } from './artefact-flags.js';
import type { Disturbance, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';

/** Analogue-to-digital converter: rounds to its steps and clips at its rails. */
export class Converter implements Disturbance {
  apply({ data, flags, samples, channels }: Quantum, { rangeMv, resolutionBits }: DisturbanceSpec): void {
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
}
