/** A label that holds from one sample on, until the next step. */
export interface LabelStep {
  /** Absolute index of the first sample from which it holds. */
  readonly index: number;
  /** What is done, such as the movement made. */
  readonly label: string;
  /** How hard, 0 … 1, where that is known. */
  readonly strength?: number;
}

/**
 * A stretch of a multichannel signal: the unit in which samples travel through the whole house.
 *
 * Blocks rather than samples, because one RxJS emission per sample costs 18 to 27 times more than a bare
 * loop and one per block only 1.4 times.
 */
export interface SampleBlock {
  /** Absolute index of the first sample since the start of the stream (integer, up to 2^53). */
  readonly index: number;
  /** Samples per second and channel. */
  readonly sampleRateHz: number;
  /** Number of channels. */
  readonly channels: number;
  /** Samples per channel. */
  readonly length: number;
  /** Channel-major samples in volts: channel c occupies `[c·length, (c+1)·length)`. The receiver owns it. */
  readonly data: Float32Array;
  /**
   * What is known to be done while the samples were made: the steps in force within the block, ascending; the
   * first begins at or before the block's first sample. Absent where any of it is unknown.
   */
  readonly labels?: readonly LabelStep[];
}

/** Allocate a block of zeros. */
export function createBlock(
  index: number,
  sampleRateHz: number,
  channels: number,
  length: number,
): SampleBlock {
  return { index, sampleRateHz, channels, length, data: new Float32Array(channels * length) };
}

/** View of one channel of a block (no copy). */
export function channelOf(block: SampleBlock, channel: number): Float32Array {
  return block.data.subarray(channel * block.length, (channel + 1) * block.length);
}

/** The steps in force within samples `[from, until)`, counted absolutely: the last from before, and all inside. */
export function labelsWithin(labels: readonly LabelStep[], from: number, until: number): LabelStep[] {
  return labels.filter(({ index }, n) => {
    const next = labels[n + 1];
    return index < until && (next === undefined || next.index > from);
  });
}

/** Copy of samples `[from, until)` of a block, counted from its own start, with the labels that hold there. */
export function sliceBlock(block: SampleBlock, from: number, until: number): SampleBlock {
  const { index, sampleRateHz, channels, labels } = block;
  const cut = createBlock(index + from, sampleRateHz, channels, Math.max(0, until - from));
  for (let c = 0; c < channels; c++)
    cut.data.set(channelOf(block, c).subarray(from, from + cut.length), c * cut.length);
  return labels ? { ...cut, labels: labelsWithin(labels, cut.index, cut.index + cut.length) } : cut;
}

/**
 * Join consecutive blocks into one. It carries labels where all of them do.
 * @throws RangeError when the blocks do not follow one another or differ in shape
 */
export function concatBlocks(blocks: readonly SampleBlock[]): SampleBlock {
  const first = blocks[0];
  if (!first) throw new RangeError('concatBlocks: got no blocks, expected at least one');
  const length = blocks.reduce((sum, block) => sum + block.length, 0);
  const joined = createBlock(first.index, first.sampleRateHz, first.channels, length);
  let offset = 0;
  for (const block of blocks) {
    if (block.channels !== first.channels || block.index !== first.index + offset)
      throw new RangeError(
        `concatBlocks: got a block of ${block.channels} channels at index ${block.index}, ` +
          `expected ${first.channels} channels at ${first.index + offset}`,
      );
    for (let c = 0; c < block.channels; c++) joined.data.set(channelOf(block, c), c * length + offset);
    offset += block.length;
  }
  const labels = joinedLabels(blocks);
  return labels ? { ...joined, labels } : joined;
}

/** Labels of consecutive blocks as one list in which every step changes something. */
function joinedLabels(blocks: readonly SampleBlock[]): LabelStep[] | undefined {
  const joined: LabelStep[] = [];
  for (const { index, labels } of blocks) {
    if (!labels) return undefined;
    for (const step of labels) {
      const last = joined.at(-1);
      if (last && last.label === step.label && last.strength === step.strength) continue;
      // A block made elsewhere may date its first step from before its own start, where another one holds.
      joined.push(last && step.index < index ? { ...step, index } : step);
    }
  }
  return joined;
}
