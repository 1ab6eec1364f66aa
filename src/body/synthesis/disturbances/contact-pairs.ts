import { RandomStream } from '../../../ground/signal/random.js';
import type { DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { exp, pow } from '../../../ground/math/real.js';

/**
 * What each channel makes of a potential that both its contacts have in common: the two impedances of a pair differ,
 * divide it unequally with the amplifier's inputs, and the difference is a signal (Huhta & Webster, IEEE Trans Biomed
 * Eng 1973;20:91); the amplifier's own rejection adds its part to all channels alike. Hum and the limb's potential
 * come in by this one way.
 */
export class ContactPairs {
  /** Volts in each channel per volt common to its contacts; signed. */
  readonly conversion: Float64Array;
  /** Root-mean-square of {@link conversion} over the channels, above 0. */
  rms = 1;
  /** Difference within each pair relative to the median impedance. */
  private readonly imbalance: Float64Array;
  /** What `imbalance` was drawn for. */
  private donning = NaN;
  private spreadPercent = NaN;

  constructor({ channels }: Pick<DisturbanceSite, 'channels'>) {
    this.conversion = new Float64Array(channels);
    this.imbalance = new Float64Array(channels);
  }

  /** Be as in this quantum. */
  settle({ attachment, impedance }: Quantum, spec: DisturbanceSpec): void {
    const { conversion, imbalance } = this;
    if (attachment.donning !== this.donning || spec.contactSpreadPercent !== this.spreadPercent) {
      this.donning = attachment.donning;
      this.spreadPercent = spec.contactSpreadPercent;
      this.draw();
    }
    const divided = (impedance * spec.contactKohm * 1e3) / (spec.inputMohm * 1e6);
    const passed = pow(10, -spec.rejectionDb / 20);
    let power = 0;
    for (let c = 0; c < conversion.length; c++) {
      conversion[c] = divided * imbalance[c] + passed;
      power += conversion[c] * conversion[c];
    }
    this.rms = Math.sqrt(power / conversion.length);
  }

  /** Impedances of both contacts of every channel, log-normal about the median. */
  private draw(): void {
    const random = new RandomStream(this.donning, 'synthesis/contacts/impedance');
    const spread = this.spreadPercent / 100;
    for (let c = 0; c < this.imbalance.length; c++)
      this.imbalance[c] = exp(spread * random.normal()) - exp(spread * random.normal());
  }
}
