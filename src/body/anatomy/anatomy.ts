import type { LimbSpec } from './limb.js';
import type { SurgerySpec } from './surgery.js';
import type { MuscleSpec } from './muscle.js';
import type { ElectrodesSpec } from './electrodes.js';

/** One tissue of the limb, a hollow cylinder that starts where the layer inside it ends. */
export interface Layer {
  /** m */
  readonly outerRadius: number;
  /** Conductivity across the axis, S/m. */
  readonly sigmaRho: number;
  /** Conductivity along the axis, S/m. */
  readonly sigmaZ: number;
}

/** A muscle as the operation and time have left it. */
export interface Muscle {
  readonly name: string;
  /** Middle of the sector, rad in (−π, π]. */
  readonly angle: number;
  /** Angular width, rad. */
  readonly width: number;
  /** Deep border, distance from the axis, m. */
  readonly innerRadius: number;
  /** Superficial border, distance from the axis, m. */
  readonly outerRadius: number;
  /** m */
  readonly fibreLength: number;
  /** Mean place of the end-plates along the limb, m. */
  readonly innervationZone: number;
  /** Part of the fibre on the proximal (negative) side of the innervation zone, 0…1. */
  readonly proximalShare: number;
  /** Standard deviation of end-plates along the limb, m. */
  readonly innervationSpread: number;
  /** Standard deviation of fibre ends, m. */
  readonly endSpread: number;
  /** Motor units that are connected. */
  readonly unitCount: number;
  readonly recruitmentRange: number;
  /** Mean rate of the units in a maximal contraction, Hz. */
  readonly peakRateHz: number;
  /** Maximal voluntary force relative to the intact muscle. */
  readonly forceGain: number;
  /** Voluntary activation 0…1; 0 under a nerve block. */
  readonly activationGain: number;
  /** Fibre diameter relative to the intact muscle. */
  readonly fibreDiameterScale: number;
  /** Area over which a unit's fibres are scattered, relative to that in an intact muscle. */
  readonly territoryScale: number;
  /** Share of maximal force asked at full strength, by movement id. */
  readonly drives: Readonly<Record<string, number>>;
}

/** One metal contact of a channel. */
export interface Contact {
  /** rad */
  readonly angle: number;
  /** Place along the limb, m. */
  readonly z: number;
  /** Distance from the axis, m. */
  readonly radius: number;
  /** Weight in the channel's sum. */
  readonly weight: number;
}

/** One recorded channel: a weighted sum of the potentials of its contacts. Weights sum to 0 unless monopolar. */
export interface ElectrodeChannel {
  readonly name: string;
  readonly type: ElectrodesSpec['type'];
  readonly contacts: readonly Contact[];
  /** Diameter of a disc, extent of a rectangle along the limb, m. */
  readonly contactDiameter: number;
  /** Extent of a rectangle around the limb, m; the diameter for discs. */
  readonly contactWidth: number;
  readonly contactShape: ElectrodesSpec['contactShape'];
}

/** Geometry after surgery in SI units: all that the volume conductor needs. Plain data, clone-friendly. */
export interface Anatomy {
  /** Inside out. */
  readonly layers: readonly Layer[];
  /** Index of the muscle in `layers`. */
  readonly muscleLayer: number;
  readonly muscles: readonly Muscle[];
  readonly channels: readonly ElectrodeChannel[];
}

/** The parts of a scenario that describe the body at rest. */
export interface AnatomySpec {
  readonly limb: LimbSpec;
  readonly surgery: SurgerySpec;
  readonly muscles: readonly MuscleSpec[];
  readonly electrodes: ElectrodesSpec;
}
