import type { MovementId } from '../../ground/movement/movement.js';
import type { LabelStep, SampleBlock } from '../../ground/signal/sample-block.js';

/**
 * What holds from one quantum of 10 ms to the next: intent, prompt and drive of the muscles. Quanta begin at fixed
 * sample indices, so that the steps of a stream are the same whatever lengths it is cut into.
 */
export interface TruthSteps {
  /** Absolute index of the first sample of each step, ascending; the first may lie before the block. */
  readonly index: Float64Array;
  /** Movement intended. */
  readonly movement: readonly MovementId[];
  /** Its strength, fraction of the maximal voluntary contraction. */
  readonly strength: Float64Array;
  /** What the prompt asks for. */
  readonly cue: readonly MovementId[];
  /** muscles × steps: excitation of each pool, fraction of its maximum. */
  readonly excitation: Float32Array;
  /** muscles × steps: force of each muscle, fraction of its rested maximum. */
  readonly force: Float32Array;
}

/** What really happened while a block was made; all arrays belong to the receiver. */
export interface Truth {
  /** Absolute index of the first sample, that of the signal block. */
  readonly index: number;
  readonly length: number;
  /** The steps in force within the block: the first begins at or before `index`. */
  readonly steps: TruthSteps;
  /** channels × length, volts: what the muscles, or sines in their place, put on each channel. */
  readonly clean: Float32Array;
  /** muscles × channels × length, volts: `clean` muscle by muscle, where `perMuscle` was asked for. */
  readonly cleanPerMuscle?: Float32Array;
  /** Bits of `artefactFlags` for each sample. */
  readonly flags: Uint32Array;
  /** Discharges within the block: muscle, unit within it, samples after `index` with their fraction, three by three. */
  readonly discharges: Float64Array;
}

/** A block of signal, labelled with movement and strength, with its truth. */
export interface SynthesisBlock {
  readonly signal: SampleBlock;
  readonly truth: Truth;
}

/** Movement and strength as labels, one for each change. */
export function labelsOf({ index, movement, strength }: TruthSteps): LabelStep[] {
  const labels: LabelStep[] = [];
  for (let k = 0; k < index.length; k++)
    if (k === 0 || movement[k] !== movement[k - 1] || strength[k] !== strength[k - 1])
      labels.push({ index: index[k], label: movement[k], strength: strength[k] });
  return labels;
}

/** What a block's steps must say to be spread over its samples. */
export interface Stepped {
  readonly index: number;
  readonly length: number;
  readonly steps: { readonly index: ArrayLike<number> };
}

/** Call back for each step of a block with the samples it covers, counted from the block's start. */
export function eachStep(
  { index, length, steps }: Stepped,
  visit: (step: number, from: number, until: number) => void,
): void {
  const count = steps.index.length;
  for (let k = 0; k < count; k++) {
    const from = Math.max(0, steps.index[k] - index);
    const until = k + 1 < count ? Math.min(length, steps.index[k + 1] - index) : length;
    if (until > from) visit(k, from, until);
  }
}

/**
 * Rows of steps spread over the samples of their block, for those who want a value per sample.
 * @param values rows × steps, such as `truth.steps.force`
 * @returns rows × length
 */
export function perSample(truth: Stepped, values: Float32Array | Float64Array): Float32Array {
  const { length } = truth;
  const count = truth.steps.index.length;
  const rows = count > 0 ? values.length / count : 0;
  const spread = new Float32Array(rows * length);
  eachStep(truth, (k, from, until) => {
    for (let r = 0; r < rows; r++) spread.fill(values[r * count + k], r * length + from, r * length + until);
  });
  return spread;
}

/** A block with its truth at another place of the sample index, such as after the bodies before it. */
export function moved({ signal, truth }: SynthesisBlock, by: number): SynthesisBlock {
  if (by === 0) return { signal, truth };
  const steps = { ...truth.steps, index: truth.steps.index.map((at) => at + by) };
  const labels = signal.labels?.map((step) => ({ ...step, index: step.index + by }));
  return {
    signal: { ...signal, index: signal.index + by, ...(labels && { labels }) },
    truth: { ...truth, index: truth.index + by, steps },
  };
}
