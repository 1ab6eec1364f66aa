import { Amplifier } from './amplifier.js';
import { BaselineWander } from './baseline-wander.js';
import { ContactNoise } from './contact-noise.js';
import { ContactPairs } from './contact-pairs.js';
import { Converter } from './converter.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { Gait } from './gait.js';
import { Heart } from './heart.js';
import { settledImpedance } from './impedance-settling.js';
import { IntermittentContact } from './intermittent-contact.js';
import { LiftOff } from './lift-off.js';
import { MainsHum } from './mains-hum.js';
import { MotionArtefact } from './motion-artefact.js';
import { PacketLoss } from './packet-loss.js';
import { ReferencePath } from './reference-path.js';
import { SweatBridge } from './sweat-bridge.js';
import { SweatFilm } from './sweat-film.js';
import { trueRate } from './true-rate.js';

/** Everything between the clean EMG and the samples a device delivers, in the order in which it happens. */
export class DisturbanceChain {
  private readonly sources: readonly Disturbance[];
  private readonly device: readonly Disturbance[];
  private readonly pairs: ContactPairs;
  /** True seconds since the stream started. */
  private seconds = 0;

  constructor(private readonly site: DisturbanceSite) {
    this.pairs = new ContactPairs(site);
    this.sources = [
      // From the body.
      new Heart(site),
      new SweatFilm(),
      // On the skin and in the leads.
      new ContactNoise(site),
      new MotionArtefact(site),
      new Gait(site),
      new BaselineWander(site),
      new SweatBridge(),
      new ReferencePath(site, this.pairs),
      new MainsHum(site, this.pairs),
      // At the contact.
      new IntermittentContact(site),
      new LiftOff(site),
      // In the device.
      new Amplifier(site),
    ];
    this.device = [new Converter(), new PacketLoss(site)];
  }

  /**
   * Disturb one quantum in place, up to the converter.
   * @param quantum its data hold the clean EMG and become what the converter is given; its flags gather the artefact bits
   */
  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    quantum.sampleRateHz = trueRate(this.site.sampleRateHz, spec);
    quantum.impedance = quantum.attachment.impedance * settledImpedance(spec, this.seconds);
    this.pairs.settle(quantum, spec);
    for (const source of this.sources) source.apply(quantum, spec);
    this.seconds += quantum.samples / quantum.sampleRateHz;
  }

  /** What converter and radio make of a quantum at the rate of the device, in place: what is delivered. */
  deliver(quantum: Quantum, spec: DisturbanceSpec): void {
    for (const source of this.device) source.apply(quantum, spec);
  }
}
