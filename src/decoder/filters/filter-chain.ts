import { ConfigError, StreamError } from '../../ground/signal/errors.js';
import { createBlock, type SampleBlock } from '../../ground/signal/sample-block.js';
import { createStage, type ChainSpec } from './chain-spec.js';
import type { Filter } from './filter.js';
import type { Stage } from './stage.js';

export type { ChainSpec } from './chain-spec.js';

/** The band in which EMG has its power; bounds the mid-band where the chain itself sets no corner. */
const EMG_BAND_HZ = [20, 450] as const;

/** A block that a chain gave. */
export interface FilteredBlock extends SampleBlock {
  /** Non-finite samples that were replaced in it, over all channels. */
  readonly replaced: number;
}

const NONE: readonly number[] = [];

/**
 * A causal chain of filters over a stream of blocks. Each block comes out as a new one; the block's length does
 * not matter to the samples (one block of 400 gives the bits of ten of 40).
 *
 * Filters start in the steady state of the first sample, so that an electrode's offset does not ring through the
 * first second, and start anew where the block index jumps: samples were lost there.
 *
 * One NaN or infinity must not poison the stream for ever: it is replaced by the channel's last finite sample,
 * counted in `replaced`, and flagged in `flags`. Before a channel's first finite sample that sample stands for it in
 * the first block of a stream, 0 in later ones; the chain starts anew where it comes.
 *
 * @example
 * const chain = new FilterChain([{ kind: 'bandpass', order: 4, cutoffHz: [20, 450] }], 1000, 8);
 * const filtered = chain.process(block);
 */
export class FilterChain {
  /** Non-finite samples replaced since the start or the last reset, over all channels. */
  replaced = 0;
  /** Per sample of the last block: 1 where a channel's sample was replaced. */
  flags = new Uint8Array(0);
  private readonly stages: readonly Stage[];
  private readonly lastFinite: Float64Array;
  /** Whether a channel has given a finite sample. */
  private readonly begun: Uint8Array;
  /** Nothing has passed the stages yet. */
  private fresh = true;
  /** Index of the sample to come; NaN before the first. */
  private next = NaN;
  private work = new Float64Array(0);

  /** @throws ConfigError for specifications that cannot be built at this rate */
  constructor(
    private readonly specs: readonly (ChainSpec | Filter)[],
    private readonly sampleRateHz: number,
    private readonly channels: number,
  ) {
    if (!(Number.isInteger(channels) && channels >= 1))
      throw new ConfigError(`FilterChain: got ${channels} channels, expected an integer of at least 1`, {
        field: 'channels',
        hint: 'Give the number of channels of the blocks to come.',
      });
    this.stages = specs.map((spec) => createStage(spec, sampleRateHz, channels));
    this.lastFinite = new Float64Array(channels);
    this.begun = new Uint8Array(channels);
  }

  /**
   * Filter the next block of the stream; its labels stay with it.
   * @throws StreamError where the block's channels or rate differ from the chain's
   */
  process(block: SampleBlock): FilteredBlock {
    const { channels, sampleRateHz } = this;
    if (block.channels !== channels || block.sampleRateHz !== sampleRateHz)
      throw new StreamError(
        `FilterChain: got a block of ${block.channels} channels at ${block.sampleRateHz} Hz, ` +
          `expected ${channels} at ${sampleRateHz} Hz`,
        { hint: 'Make a new FilterChain when the shape of the stream changes.' },
      );
    if (this.work.length !== channels * block.length) {
      this.work = new Float64Array(channels * block.length);
      this.flags = new Uint8Array(block.length);
    }
    if (block.index !== this.next) this.restart();
    this.next = block.index + block.length;
    const before = this.replaced;
    const starts = this.admit(block);
    if (starts.length === 0) this.run(this.work, block.length);
    else this.runFrom(starts, block.length);
    const out = createBlock(block.index, sampleRateHz, channels, block.length);
    out.data.set(this.work);
    const replaced = this.replaced - before;
    return block.labels ? { ...out, labels: block.labels, replaced } : { ...out, replaced };
  }

  /** As if no sample had ever been seen. */
  reset(): void {
    this.restart();
    this.next = NaN;
    this.flags.fill(0);
    this.replaced = 0;
  }

  /** Delay of the whole chain in samples, at a frequency in Hz or at mid-band. */
  groupDelaySamples(hz = this.midBandHz): number {
    return this.stages.reduce((delay, stage) => delay + stage.groupDelaySamples(hz), 0);
  }

  /** Geometric middle of the band that the chain lets through, within the EMG band. */
  get midBandHz(): number {
    let [low, high] = EMG_BAND_HZ as readonly [number, number];
    high = Math.min(high, this.sampleRateHz / 2);
    for (const spec of this.specs) {
      if (!('kind' in spec)) continue;
      if (spec.kind === 'highpass') low = Math.max(low, spec.cutoffHz);
      else if (spec.kind === 'lowpass') high = Math.min(high, spec.cutoffHz);
      else if (spec.kind === 'bandpass') {
        low = Math.max(low, spec.cutoffHz[0]);
        high = Math.min(high, spec.cutoffHz[1]);
      }
    }
    return Math.sqrt(low * high);
  }

  /** Forget the signal, not what was counted. */
  private restart(): void {
    for (const stage of this.stages) stage.reset();
    this.begun.fill(0);
    this.fresh = true;
  }

  private run(data: Float64Array, length: number): void {
    for (const stage of this.stages) stage.run(data, length);
  }

  /** Run the work space in parts, starting anew at each of these samples. */
  private runFrom(starts: readonly number[], length: number): void {
    const bounds = [...(starts[0] === 0 ? [] : [0]), ...starts, length];
    for (let n = 1; n < bounds.length; n++) {
      const [from, until] = [bounds[n - 1], bounds[n]];
      if (from === starts[0] || n > 1) for (const stage of this.stages) stage.reset();
      const part = new Float64Array(this.channels * (until - from));
      for (let c = 0; c < this.channels; c++)
        part.set(this.work.subarray(c * length + from, c * length + until), c * (until - from));
      this.run(part, until - from);
      for (let c = 0; c < this.channels; c++)
        this.work.set(part.subarray(c * (until - from), (c + 1) * (until - from)), c * length + from);
    }
  }

  /**
   * Copy a block into the work space, replacing what is not finite.
   * @returns samples, rising, at which a channel gives its first finite one though the stream had begun
   */
  private admit({ data, length }: SampleBlock): readonly number[] {
    const { work, flags, lastFinite, begun } = this;
    flags.fill(0);
    const { fresh } = this;
    this.fresh = fresh && length === 0;
    let starts = NONE;
    for (let c = 0; c < this.channels; c++) {
      if (begun[c] === 0) {
        const first = firstFinite(data, c * length, (c + 1) * length) - c * length;
        lastFinite[c] = fresh && first < length ? data[c * length + first] : 0;
        if (first < length) {
          begun[c] = 1;
          if (!fresh || first > 0) starts = [...starts, first];
        }
      }
      let last = lastFinite[c];
      for (let i = 0; i < length; i++) {
        const x = data[c * length + i];
        // x − x is NaN for infinities too.
        if (x - x === 0) last = x;
        else {
          flags[i] = 1;
          this.replaced++;
        }
        work[c * length + i] = last;
      }
      lastFinite[c] = last;
    }
    return starts.length > 1 ? [...new Set(starts)].sort((a, b) => a - b) : starts;
  }
}

/** Place of the first finite sample, `end` where there is none. */
function firstFinite(data: Float32Array, from: number, end: number): number {
  let at = from;
  while (at < end && !(data[at] - data[at] === 0)) at++;
  return at;
}
