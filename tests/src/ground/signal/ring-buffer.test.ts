import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RingBuffer } from '../../../../src/ground/signal/ring-buffer.js';
import { channelOf, createBlock, type SampleBlock } from '../../../../src/ground/signal/sample-block.js';

/** A block whose every sample says which channel and index it is. */
function telling(index: number, length: number, channels = 2): SampleBlock {
  const block = createBlock(index, 1000, channels, length);
  for (let c = 0; c < channels; c++)
    channelOf(block, c).forEach((_, i, data) => (data[i] = c * 1e5 + index + i));
  return block;
}

describe('RingBuffer', () => {
  it('holds the newest samples at their absolute index, whatever the block lengths', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 }),
        (capacity, lengths) => {
          const ring = new RingBuffer(2, capacity);
          let index = 0;
          for (const length of lengths) {
            ring.push(telling(index, length));
            index += length;
          }
          expect(ring.end).toBe(index);
          expect(ring.end - ring.start).toBe(Math.min(capacity, index));
          for (let i = ring.start; i < ring.end; i++) expect(ring.at(1, i)).toBe(1e5 + i);
          const out = new Float32Array(2 * (ring.end - ring.start));
          ring.read(ring.start, ring.end - ring.start, out);
          expect(out[0]).toBe(ring.start);
        },
      ),
    );
  });

  it('marks a gap in the index with NaN', () => {
    const ring = new RingBuffer(1, 20);
    ring.push(telling(0, 5, 1));
    ring.push(telling(8, 2, 1));
    expect([4, 5, 7, 8].map((i) => ring.at(0, i))).toEqual([4, NaN, NaN, 8]);
  });

  it('starts over when the index goes back', () => {
    const ring = new RingBuffer(1, 20);
    ring.push(telling(100, 5, 1));
    ring.push(telling(0, 3, 1));
    expect([ring.start, ring.end]).toEqual([0, 3]);
  });

  it('refuses a block of another width and a range it does not hold', () => {
    const ring = new RingBuffer(2, 10);
    expect(() => ring.push(telling(0, 3, 1))).toThrow(/got a block of 1 channels, expected 2/);
    expect(() => ring.read(0, 1, new Float32Array(2))).toThrow(RangeError);
  });
});
