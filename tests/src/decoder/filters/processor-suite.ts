import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../src/ground/signal/random.js';
import {
  channelOf,
  createBlock,
  sliceBlock,
  type SampleBlock,
} from '../../../../src/ground/signal/sample-block.js';

/** Anything that turns the blocks of a stream into blocks of the same shape. */
export interface Processor {
  process(block: SampleBlock): SampleBlock;
  reset(): void;
}

/** Seeded noise in volts. */
export function noiseBlock(channels = 3, length = 400, index = 1000, seed = 7): SampleBlock {
  const block = createBlock(index, 1000, channels, length);
  const random = new RandomStream(seed, 'tests/noise');
  for (let i = 0; i < block.data.length; i++) block.data[i] = 1e-4 * random.normal();
  return block;
}

/** Consecutive blocks of `length` samples. */
export function split(block: SampleBlock, length: number): SampleBlock[] {
  const parts: SampleBlock[] = [];
  for (let at = 0; at < block.length; at += length)
    parts.push(sliceBlock(block, at, Math.min(at + length, block.length)));
  return parts;
}

/** Samples of channel c over several blocks. */
export function channelAcross(blocks: readonly SampleBlock[], c: number): number[] {
  return blocks.flatMap((block) => Array.from(channelOf(block, c)));
}

/** What every processor must do, whatever it computes. */
export function conformsAsProcessor(name: string, create: () => Processor): void {
  describe(`${name} as a processor`, () => {
    it('keeps the shape and the index', () => {
      const block = noiseBlock();
      const { index, sampleRateHz, channels, length, data } = create().process(block);
      expect({ index, sampleRateHz, channels, length }).toEqual({
        index: 1000,
        sampleRateHz: 1000,
        channels: 3,
        length: 400,
      });
      expect(data).toHaveLength(1200);
      expect(data).not.toBe(block.data);
    });

    it('gives the same bits twice', () => {
      expect(create().process(noiseBlock()).data).toEqual(create().process(noiseBlock()).data);
    });

    it.each([1, 40, 77])('gives the same bits in blocks of %i', (length) => {
      const whole = [create().process(noiseBlock())];
      const processor = create();
      const parts = split(noiseBlock(), length).map((part) => processor.process(part));
      for (let c = 0; c < 3; c++) expect(channelAcross(parts, c)).toEqual(channelAcross(whole, c));
    });

    it('starts over after a reset', () => {
      const processor = create();
      const first = processor.process(noiseBlock()).data;
      processor.process(noiseBlock(3, 400, 1400, 8));
      processor.reset();
      expect(processor.process(noiseBlock()).data).toEqual(first);
    });

    it('leaves its input alone', () => {
      const block = noiseBlock();
      create().process(block);
      expect(block.data).toEqual(noiseBlock().data);
    });

    it.each([NaN, Infinity, -Infinity])('outlives a %d', (bad) => {
      const block = noiseBlock();
      block.data[450] = bad;
      expect(create().process(block).data.every(Number.isFinite)).toBe(true);
    });
  });
}
