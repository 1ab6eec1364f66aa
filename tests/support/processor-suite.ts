import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../src/ground/signal/random.js';
import {
  channelOf,
  createBlock,
  sliceBlock,
  type SampleBlock,
} from '../../src/ground/signal/sample-block.js';

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

/** Anything that takes the blocks of a stream and now and then gives something: windows, columns, commands. */
export interface Consumer {
  /** What came of a block: values that keep, not views of what is overwritten. */
  push(block: SampleBlock): readonly unknown[];
  reset(): void;
}

/** A recording of a few movements one after the other, labelled, as nobody's classifier was trained on. */
export function labelledNoise(channels: number, length: number, index = 1000): SampleBlock {
  const block = noiseBlock(channels, length, index);
  const labels = ['rest', 'hand-close', 'rest'].map((label, n) => ({
    index: index + Math.round((n * length) / 3),
    label,
  }));
  return { ...block, labels };
}

/**
 * What everything that takes blocks must do, whatever it gives.
 * @param channels of the blocks it takes
 */
export function conformsAsConsumer(name: string, create: () => Consumer, channels = 3): void {
  const block = labelledNoise(channels, 1500);
  const all = (consumer: Consumer, blocks: readonly SampleBlock[]): unknown[] =>
    blocks.flatMap((one) => consumer.push(one));
  const whole = all(create(), [block]);

  describe(`${name} as a consumer of blocks`, () => {
    it('gives something, and the same twice', () => {
      expect(whole.length).toBeGreaterThan(0);
      expect(all(create(), [block])).toEqual(whole);
    });

    it.each([1, 40, 77, 500])('gives the same bits in blocks of %i', (length) => {
      expect(all(create(), split(block, length))).toEqual(whole);
    });

    it('starts over after a reset', () => {
      const consumer = create();
      consumer.push(noiseBlock(channels, 300, 0, 8));
      consumer.reset();
      expect(all(consumer, [block])).toEqual(whole);
    });

    it('leaves its input alone', () => {
      const given = labelledNoise(channels, 1500);
      create().push(given);
      expect(given).toEqual(block);
    });
  });
}

/** What everything with a memory of single values must do, such as a vote. */
export function conformsAsMemory<In>(
  name: string,
  create: () => { push(value: In): unknown; reset(): void },
  values: readonly In[],
): void {
  describe(`${name} as a memory`, () => {
    const all = ({ push }: { push(value: In): unknown }): unknown[] => structuredClone(values.map(push));
    const bound = (): { push: (value: In) => unknown; reset: () => void } => {
      const made = create();
      return { push: (value) => structuredClone(made.push(value)), reset: () => made.reset() };
    };

    it('gives the same twice, and something that changes', () => {
      expect(all(bound())).toEqual(all(bound()));
      expect(new Set(all(bound()).map((value) => JSON.stringify(value))).size).toBeGreaterThan(1);
    });

    it('starts over after a reset, wherever it was', () => {
      const memory = bound();
      for (let n = 0; n < values.length; n++) {
        values.slice(0, n).forEach((value) => memory.push(value));
        memory.reset();
        expect(all(memory)).toEqual(all(bound()));
        memory.reset();
      }
    });

    it('leaves its input alone', () => {
      const before = structuredClone(values);
      all(bound());
      expect(values).toEqual(before);
    });
  });
}

/** What every processor must do, whatever it computes. */
export function conformsAsProcessor(name: string, create: () => Processor): void {
  describe(`${name} as a processor`, () => {
    it('keeps the shape, the index and the labels', () => {
      const block = noiseBlock();
      const given = { ...block, labels: [{ index: 900, label: 'rest' }] };
      const { index, sampleRateHz, channels, length, data, labels } = create().process(given);
      expect({ index, sampleRateHz, channels, length }).toEqual({
        index: 1000,
        sampleRateHz: 1000,
        channels: 3,
        length: 400,
      });
      expect(labels).toEqual(given.labels);
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
