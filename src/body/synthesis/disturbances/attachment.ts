import type { ElectrodesSpec } from '../../anatomy/electrodes.js';
import { recoveryAt } from '../../anatomy/recovery.js';
import type { SurgerySpec } from '../../anatomy/surgery.js';
import { fnv1a } from '../../../ground/signal/random.js';
import { MM } from '../../../ground/signal/units.js';
import { nextAround } from './ring-order.js';

/** How the electrodes sit: what of the disturbances' dials reaches them. */
export interface Attachment {
  /** Contact impedance at donning relative to a healed limb. */
  readonly impedance: number;
  /** Share of each mechanical artefact's dial. */
  readonly motion: number;
  readonly impact: number;
  readonly friction: number;
  /** Seed of what differs from one donning to the next. */
  readonly donning: number;
  /** The next channel around the limb, of each channel. */
  readonly next: Int32Array;
  /** Seconds that an action potential takes from contact to contact of a channel; 0 where it meets all at once. */
  readonly travel: number;
}

/** What of a body decides how its electrodes sit. */
export interface Attached {
  readonly seed: number;
  readonly surgery: SurgerySpec;
  readonly electrodes: Pick<
    ElectrodesSpec,
    'type' | 'configuration' | 'pairDirection' | 'interElectrodeMm' | 'donning' | 'positions'
  >;
}

/** Of muscle fibres, m/s: the middle of 3 to 5. */
const CONDUCTION_VELOCITY = 4;
/** Contacts under the skin are held by tissue. */
const IMPLANTED = 0.1;

/**
 * How the attachment of the prosthesis passes mechanical artefacts on. A socket moves and presses skin
 * electrodes, a bone anchor does not, but they still slip (POI 2014); a loose stem shakes them at each ground
 * contact and the stoma rubs. The directions are reported, every size here is an assumption.
 */
export function attachmentOf({ seed, surgery, electrodes }: Attached): Attachment {
  const bone = surgery.anchor === 'bone';
  const held = electrodes.type === 'surface' ? 1 : IMPLANTED;
  const loose = bone ? 0.1 + 0.9 * (1 - surgery.pressFitStability) : 0.5;
  return {
    impedance: electrodes.type === 'surface' ? recoveryAt(surgery).contactImpedance : 1,
    motion: held * (bone ? 0.5 : 1),
    impact: held * loose * (surgery.loadingPercent / 100),
    friction: held * (bone ? surgery.stomaFriction : 0.5),
    donning: donningSeed(seed, electrodes.donning),
    next: nextAround(electrodes.positions),
    travel:
      electrodes.configuration === 'monopolar' || electrodes.pairDirection === 'around'
        ? 0
        : (electrodes.interElectrodeMm * MM) / CONDUCTION_VELOCITY,
  };
}

/** Seed of what differs from one donning to the next, never of the person. */
function donningSeed(seed: number, donning: number): number {
  return donning === 0 ? seed : fnv1a(`${seed}/donning/${donning}`);
}
