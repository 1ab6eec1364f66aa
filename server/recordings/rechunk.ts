import { createBlock, sliceBlock, type SampleBlock } from '../../src/ground/signal/sample-block.js';

/**
 * Cut a stream into blocks of `length` samples; the last, and one before a gap in the index, may be shorter.
 */
export async function* rechunk(
  blocks: AsyncIterable<SampleBlock>,
  length: number,
): AsyncIterable<SampleBlock> {
  let held: SampleBlock | undefined;
  let filled = 0;
  const release = (): SampleBlock | undefined => {
    const full = held && filled > 0 ? sliceBlock(held, 0, filled) : undefined;
    held = undefined;
    filled = 0;
    return full;
  };
  for await (const block of blocks) {
    if (held && block.index !== held.index + filled) {
      const rest = release();
      if (rest) yield rest;
    }
    for (let from = 0; from < block.length;) {
      held ??= createBlock(block.index + from, block.sampleRateHz, block.channels, length);
      const count = Math.min(block.length - from, length - filled);
      for (let c = 0; c < block.channels; c++)
        held.data.set(
          block.data.subarray(c * block.length + from, c * block.length + from + count),
          c * length + filled,
        );
      filled += count;
      from += count;
      if (filled < length) continue;
      yield held;
      held = undefined;
      filled = 0;
    }
  }
  const rest = release();
  if (rest) yield rest;
}
