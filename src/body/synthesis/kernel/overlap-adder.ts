import type { TemplateBank } from '../../conductor/template-bank.js';
import type { Discharges } from '../../physiology/discharges.js';
import { ConfigError } from '../../../ground/signal/errors.js';
import { delayTemplates, phasesFor } from './phases.js';
import { createAddKernel, type AddKernel, type KernelKind } from './add-kernel.js';

const PAGE = 65536;
/** Quanta between two slides of the accumulators; more would only cost memory. */
const RUN = 32;
const aligned = (bytes: number): number => (bytes + 63) & ~63;

/** Shape of an {@link OverlapAdder}. */
export interface OverlapAdderOptions {
  readonly channels: number;
  /** Samples per quantum. */
  readonly quantum: number;
  /** Keep the sum of each muscle beside the sum of all. */
  readonly perMuscle?: boolean;
  readonly kernel?: KernelKind;
}

/**
 * Turns discharges into clean EMG with one bank of templates: every discharge adds its unit's action potentials
 * to the accumulators of the channels it reaches. Bank, accumulators and events live in one WebAssembly memory;
 * one call of the kernel adds all discharges of a muscle in a quantum. Nothing is allocated after `load`.
 */
export class OverlapAdder {
  private memory = new WebAssembly.Memory({ initial: 1 });
  private kernel: AddKernel;
  private readonly kind: KernelKind | undefined;
  private readonly channels: number;
  private readonly quantum: number;
  private readonly perMuscle: boolean;
  private words = new Int32Array(0);
  private floats = new Float32Array(0);
  private bank: Pick<TemplateBank, 'units' | 'muscleStart' | 'length'> | undefined;
  // Byte addresses.
  private unitStart = 0;
  private pairOffset = 0;
  private events = 0;
  private eventCapacity = 0;
  private accumulators = 0;
  private data = 0;
  /** Samples of one channel's accumulator. */
  private stride = 0;
  /** Places within a sample that templates are held for. */
  private phases: number = 1;
  private groups = 1;
  /** Position of the current quantum within the accumulators. */
  private at = 0;

  constructor({ channels, quantum, perMuscle = false, kernel }: OverlapAdderOptions) {
    this.channels = channels;
    this.quantum = quantum;
    this.perMuscle = perMuscle;
    this.kind = kernel;
    this.kernel = createAddKernel(this.memory, kernel);
  }

  /**
   * Copy a bank into the memory and start from silence.
   * @throws RangeError when the bank does not fit this adder or itself
   */
  load(bank: TemplateBank): void {
    const { units, length, channels, muscleStart, unitStart, pairChannel, data } = bank;
    const pairs = pairChannel.length;
    if (channels !== this.channels)
      throw new RangeError(`template bank: got ${channels} channels, expected ${this.channels}`);
    if (length % 4 !== 0 || data.length !== pairs * length || unitStart[units] !== pairs)
      throw new RangeError(
        `template bank: got ${data.length} samples for ${pairs} pairs of ${length}, expected their product and a length that is a multiple of 4`,
      );
    this.groups = this.perMuscle ? muscleStart.length : 1;
    // An odd number of cache lines keeps channels off the same cache sets.
    const lines = Math.ceil(((RUN + 1) * this.quantum + length) / 16);
    this.stride = 16 * (lines | 1);
    this.eventCapacity = Math.max(1024, 2 * units);
    const phases = (this.phases = phasesFor(data.byteLength));
    this.unitStart = 0;
    this.pairOffset = aligned(4 * (phases * units + 1));
    this.events = this.pairOffset + aligned(4 * phases * pairs);
    this.accumulators = this.events + aligned(8 * this.eventCapacity);
    this.data = this.accumulators + 4 * this.stride * channels * this.groups;
    this.reserve(this.data + 4 * phases * data.length);
    this.floats.fill(0, this.accumulators >> 2, this.data >> 2);
    this.place(bank);
    this.bank = { units, muscleStart: Int32Array.from(muscleStart), length };
    this.at = 0;
  }

  /** Lay out the templates of every unit phase by phase: to the kernel each phase of a unit is a unit of its own. */
  private place({ units, length, unitStart, pairChannel, data }: TemplateBank): void {
    const { words, floats, phases } = this;
    const firstPair = new Int32Array(pairChannel.length);
    const pairsOf = new Int32Array(pairChannel.length);
    for (let unit = 0; unit < units; unit++) {
      const count = unitStart[unit + 1] - unitStart[unit];
      for (let phase = 0; phase < phases; phase++)
        words[phases * unit + phase] = phases * unitStart[unit] + phase * count;
      firstPair.fill(unitStart[unit], unitStart[unit], unitStart[unit + 1]);
      pairsOf.fill(count, unitStart[unit], unitStart[unit + 1]);
    }
    words[phases * units] = phases * pairChannel.length;
    for (let phase = 0; phase < phases; phase++) {
      const placeOf = (pair: number): number => (phases - 1) * firstPair[pair] + phase * pairsOf[pair] + pair;
      for (let pair = 0; pair < pairChannel.length; pair++)
        words[(this.pairOffset >> 2) + placeOf(pair)] = 4 * this.stride * pairChannel[pair];
      delayTemplates(
        data,
        length,
        phase / phases,
        floats,
        (pair) => (this.data >> 2) + placeOf(pair) * length,
      );
    }
  }

  /** Bytes of memory held. */
  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  /** Samples a template lasts. */
  get length(): number {
    return this.bank?.length ?? 0;
  }

  /**
   * Add the discharges of one muscle in the current quantum.
   * @throws RangeError when a discharge lies outside the quantum or its unit outside the muscle
   */
  add(muscle: number, discharges: Discharges): void {
    const { bank, words, quantum, phases } = this;
    if (!bank) throw new RangeError('OverlapAdder: got discharges before a bank, expected load first');
    const firstUnit = bank.muscleStart[muscle];
    const size = bank.muscleStart[muscle + 1] - firstUnit;
    const { count, unit, offset } = discharges;
    let done = 0;
    while (done < count) {
      const batch = Math.min(count - done, this.eventCapacity);
      let word = this.events >> 2;
      for (let i = done; i < done + batch; i++) {
        const u = unit[i];
        const o = offset[i];
        // A stray address would corrupt another channel, so it is refused here.
        if (!(u >= 0 && u < size && o >= 0 && o < quantum))
          throw new RangeError(
            `discharge: got unit ${u} at sample ${o}, expected a unit below ${size} at a sample below ${quantum}`,
          );
        // The nearest phase may be the first of the next sample.
        const nearest = Math.round(o * phases);
        const whole = Math.floor(nearest / phases);
        words[word++] = phases * (firstUnit + u) + nearest - phases * whole;
        words[word++] = 4 * (this.at + whole);
      }
      this.run(batch, 0);
      if (this.perMuscle) this.run(batch, 1 + muscle);
      done += batch;
    }
  }

  /** Copy the current quantum of a sum into `out` at `offset`, channel after channel. Group 0 is all muscles, m + 1 muscle m. */
  read(out: Float32Array, offset = 0, group = 0): void {
    const { floats, quantum, stride, channels } = this;
    let from = (this.accumulators >> 2) + group * channels * stride + this.at;
    let to = offset;
    for (let c = 0; c < channels; c++) {
      for (let i = 0; i < quantum; i++) out[to + i] = floats[from + i];
      from += stride;
      to += quantum;
    }
  }

  /** Go on to the next quantum. */
  advance(): void {
    this.at += this.quantum;
    if (this.at < RUN * this.quantum) return;
    const { floats, stride } = this;
    for (let row = 0; row < this.channels * this.groups; row++) {
      const start = (this.accumulators >> 2) + row * stride;
      floats.copyWithin(start, start + this.at, start + stride);
      floats.fill(0, start + stride - this.at, start + stride);
    }
    this.at = 0;
  }

  private run(count: number, group: number): void {
    const accumulators = this.accumulators + 4 * this.stride * this.channels * group;
    this.kernel(
      this.events,
      count,
      this.unitStart,
      this.pairOffset,
      this.data,
      4 * this.length,
      accumulators,
    );
  }

  /**
   * Make room, in a memory of its own where the present one is too small. Growing it would detach its buffer, after
   * which V8 checks every typed array of the process at every access: features took 40 % longer.
   */
  private reserve(bytes: number): void {
    const pages = Math.ceil(bytes / PAGE);
    if (pages * PAGE > this.memory.buffer.byteLength) {
      this.memory = allocate(pages);
      this.kernel = createAddKernel(this.memory, this.kind);
    }
    this.words = new Int32Array(this.memory.buffer);
    this.floats = new Float32Array(this.memory.buffer);
  }
}

function allocate(pages: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: pages });
  } catch (cause) {
    throw new ConfigError(
      `templates: got ${Math.ceil((pages * PAGE) / 1e6)} MB, more than this computer gives one memory`,
      {
        hint: 'Use fewer motor units, fewer channels or a lower sampleRateHz.',
        cause,
      },
    );
  }
}
