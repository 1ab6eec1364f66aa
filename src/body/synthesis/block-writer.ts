import type { MovementId } from '../../ground/movement/movement.js';
import { createBlock, type SampleBlock } from '../../ground/signal/sample-block.js';
import type { QuantumProducer } from './quantum-producer.js';
import { labelsOf, type SynthesisBlock, type TruthSteps } from './truth.js';

/** Gathers one block of any length, with its truth, from pieces of quanta. */
export class BlockWriter {
  /** Samples written so far. */
  filled = 0;
  private readonly signal: SampleBlock;
  private readonly clean: Float32Array;
  private readonly cleanPerMuscle: Float32Array | undefined;
  private readonly flags: Uint32Array;
  private readonly steps: TruthSteps & { movement: MovementId[]; cue: MovementId[] };
  private step = 0;
  private readonly discharges: number[] = [];

  constructor(
    private readonly producer: QuantumProducer,
    index: number,
    sampleRateHz: number,
    private readonly length: number,
    /** Quanta that the block reaches into. */
    quanta: number,
  ) {
    const { engine, device } = producer;
    const { quantum, cleanPerMuscle } = device;
    const muscles = engine.pools.length;
    this.signal = createBlock(index, sampleRateHz, quantum.channels, length);
    this.clean = new Float32Array(quantum.channels * length);
    if (cleanPerMuscle) this.cleanPerMuscle = new Float32Array(muscles * quantum.channels * length);
    this.flags = new Uint32Array(length);
    this.steps = {
      index: new Float64Array(quanta),
      movement: [],
      strength: new Float64Array(quanta),
      cue: [],
      excitation: new Float32Array(muscles * quanta),
      force: new Float32Array(muscles * quanta),
    };
  }

  /** Append `count` samples of the producer's present quantum, from sample `from` of it. */
  take(from: number, count: number): void {
    const { engine, device, factor } = this.producer;
    const { quantum, clean, cleanPerMuscle } = device;
    const { samples } = quantum;
    this.rows(quantum.data, samples, this.signal.data, from, count);
    this.rows(clean, samples, this.clean, from, count);
    if (cleanPerMuscle && this.cleanPerMuscle)
      this.rows(cleanPerMuscle, samples, this.cleanPerMuscle, from, count);
    for (let i = 0; i < count; i++) this.flags[this.filled + i] = quantum.flags[from + i];
    this.takeStep();
    for (let m = 0; m < engine.pools.length; m++) {
      const { count: discharged, unit, offset } = engine.discharges[m];
      for (let d = 0; d < discharged; d++)
        if (offset[d] >= from * factor && offset[d] < (from + count) * factor)
          this.discharges.push(m, unit[d], this.filled + offset[d] / factor - from);
    }
    this.filled += count;
  }

  /** The block, once it is full. */
  finish(): SynthesisBlock {
    const { signal, steps, clean, cleanPerMuscle, flags, length } = this;
    const discharges = this.listed();
    return {
      signal: { ...signal, labels: labelsOf(steps) },
      truth: { index: signal.index, length, steps, clean, cleanPerMuscle, flags, discharges },
    };
  }

  /** The producer's present quantum as the block's next step. */
  private takeStep(): void {
    const { steps } = this;
    const { quantum, engine } = this.producer;
    const { movement, strength, cue } = engine.state;
    const k = this.step++;
    const quanta = steps.index.length;
    steps.index[k] = quantum.index;
    steps.strength[k] = strength;
    steps.movement.push(movement);
    steps.cue.push(cue);
    for (let m = 0; m < engine.pools.length; m++) {
      steps.excitation[m * quanta + k] = engine.pools[m].excitation;
      steps.force[m * quanta + k] = engine.pools[m].force;
    }
  }

  private rows(
    source: Float32Array,
    stride: number,
    target: Float32Array,
    from: number,
    count: number,
  ): void {
    const rows = source.length / stride;
    for (let r = 0; r < rows; r++) {
      const start = r * stride + from;
      const to = r * this.length + this.filled;
      for (let i = 0; i < count; i++) target[to + i] = source[start + i];
    }
  }

  /** A plain loop is ten times faster here than Float64Array.from. */
  private listed(): Float64Array {
    const { discharges } = this;
    const list = new Float64Array(discharges.length);
    for (let i = 0; i < list.length; i++) list[i] = discharges[i];
    return list;
  }
}
