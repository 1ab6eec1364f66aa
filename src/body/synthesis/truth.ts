import type { MovementId } from '../../ground/movement/movement.js';
import type { SampleBlock } from '../../ground/signal/sample-block.js';

/** What really happened while a block was made; all arrays belong to the receiver. */
export interface Truth {
  /** Absolute index of the first sample, that of the signal block. */
  readonly index: number;
  readonly length: number;
  /** Movement intended at the end of the block. */
  readonly movement: MovementId;
  /** Its strength, fraction of the maximal voluntary contraction. */
  readonly strength: number;
  /** What the prompt asks for at the end of the block. */
  readonly cue: MovementId;
  /** muscles × length: excitation of each pool, fraction of its maximum; steps of 10 ms. */
  readonly excitation: Float32Array;
  /** muscles × length: force of each muscle, fraction of its rested maximum; steps of 10 ms. */
  readonly force: Float32Array;
  /** channels × length, volts: what the muscles alone put on each channel. */
  readonly clean: Float32Array;
  /** muscles × channels × length, volts: `clean` muscle by muscle, where `perMuscle` was asked for. */
  readonly cleanPerMuscle?: Float32Array;
  /** Bits of `artefactFlags` for each sample. */
  readonly flags: Uint32Array;
  /** Discharges within the block: muscle, unit within it, samples after `index`, three by three. */
  readonly discharges: Int32Array;
}

/** A block of signal with its truth. */
export interface SynthesisBlock {
  readonly signal: SampleBlock;
  readonly truth: Truth;
}
