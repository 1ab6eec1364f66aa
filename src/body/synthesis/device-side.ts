import { Decimator } from './disturbances/decimator.js';
import type { Quantum } from './disturbances/disturbance.js';

/** A quantum as the device has it: what was made at the inner rate, at that of the converter. */
export class DeviceSide {
  readonly quantum: Quantum;
  /** Clean EMG, channel-major, in volts. */
  readonly clean: Float32Array;
  /** Clean EMG muscle by muscle, where asked for. */
  readonly cleanPerMuscle: Float32Array | undefined;
  private readonly decimators: readonly { readonly by: Decimator; from: Float32Array; to: Float32Array }[];

  /** @param factor inner samples per sample; with 1 the device has the very arrays it is given */
  constructor(
    private readonly inner: Quantum,
    clean: Float32Array,
    cleanPerMuscle: Float32Array | undefined,
    private readonly factor: number,
  ) {
    if (factor === 1) {
      this.quantum = inner;
      this.clean = clean;
      this.cleanPerMuscle = cleanPerMuscle;
      this.decimators = [];
      return;
    }
    const samples = inner.samples / factor;
    const smaller = (all: Float32Array): Float32Array => new Float32Array(all.length / factor);
    this.quantum = {
      ...inner,
      index: -samples,
      samples,
      data: smaller(inner.data),
      flags: new Uint32Array(samples),
    };
    this.clean = smaller(clean);
    this.cleanPerMuscle = cleanPerMuscle && smaller(cleanPerMuscle);
    const pairs: [Float32Array, Float32Array | undefined][] = [
      [inner.data, this.quantum.data],
      [clean, this.clean],
      ...(cleanPerMuscle
        ? [[cleanPerMuscle, this.cleanPerMuscle] as [Float32Array, Float32Array | undefined]]
        : []),
    ];
    this.decimators = pairs.flatMap(([from, to]) =>
      to ? [{ by: new Decimator(from.length / inner.samples, factor), from, to }] : [],
    );
  }

  /** Take over the inner quantum. @param filtered whether there is a filter in front of the converter */
  take(filtered: boolean): void {
    const { inner, quantum, factor } = this;
    if (factor === 1) return;
    quantum.index = inner.index / factor;
    quantum.sampleRateHz = inner.sampleRateHz / factor;
    quantum.impedance = inner.impedance;
    quantum.attachment = inner.attachment;
    for (const { by, from, to } of this.decimators) by.process(from, to, filtered);
    quantum.flags.fill(0);
    for (let i = 0; i < inner.samples; i++) quantum.flags[Math.floor(i / factor)] |= inner.flags[i];
  }
}
