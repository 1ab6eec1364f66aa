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

/**
 * A causal chain of filters over a stream of blocks. Each block comes out as a new one; the block's length does
 * not matter to the samples (one block of 400 gives the bits of ten of 40).
 *
 * One NaN or infinity must not poison the stream for ever: it is replaced by the channel's last finite sample,
 * counted in `replaced`, and flagged in `flags`.
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
    const before = this.replaced;
    this.admit(block);
    for (const stage of this.stages) stage.run(this.work, block.length);
    const out = createBlock(block.index, sampleRateHz, channels, block.length);
    out.data.set(this.work);
    const replaced = this.replaced - before;
    return block.labels ? { ...out, labels: block.labels, replaced } : { ...out, replaced };
  }

  /** Back to rest: as if no sample had ever been seen. */
  reset(): void {
    for (const stage of this.stages) stage.reset();
    this.lastFinite.fill(0);
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

  /** Copy a block into the work space, replacing what is not finite. */
  private admit({ data, length }: SampleBlock): void {
    const { work, flags, lastFinite } = this;
    flags.fill(0);
    for (let c = 0; c < this.channels; c++) {
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
  }
}
