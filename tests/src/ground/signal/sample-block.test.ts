import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  channelOf,
  concatBlocks,
  createBlock,
  labelsWithin,
  sliceBlock,
  type LabelStep,
  type SampleBlock,
} from '../../../../src/ground/signal/sample-block.js';

/** A block whose every sample says which channel and index it is, labelled by hundreds of the index. */
function telling(index: number, length: number, channels = 2): SampleBlock {
  const block = createBlock(index, 1000, channels, length);
  for (let c = 0; c < channels; c++)
    channelOf(block, c).forEach((_, i, data) => (data[i] = c * 1e5 + index + i));
  const labels: LabelStep[] = [];
  for (let at = index - (index % 100); at < index + length; at += 100)
    labels.push({ index: at, label: `from ${at}`, strength: (at % 300) / 300 });
  return { ...block, labels };
}

const labelAt = (labels: readonly LabelStep[], index: number): LabelStep | undefined =>
  labels.findLast((step) => step.index <= index);

describe('sliceBlock', () => {
  it('copies samples and the labels that hold there, at their absolute indices', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.integer({ min: 1, max: 700 }),
        fc.nat(700),
        fc.nat(700),
        (index, ...rest) => {
          const [length, a, b] = rest;
          const from = Math.min(a, b, length);
          const until = Math.min(Math.max(a, b), length);
          const cut = sliceBlock(telling(index, length), from, until);
          expect(cut.index).toBe(index + from);
          expect([...cut.data]).toEqual(until > from ? [...telling(index + from, until - from).data] : []);
          for (let i = cut.index; i < cut.index + cut.length; i++)
            expect(labelAt(cut.labels ?? [], i)?.label).toBe(`from ${i - (i % 100)}`);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('shares nothing with the block', () => {
    const block = telling(0, 10);
    sliceBlock(block, 0, 10).data.fill(7);
    expect(block.data).toEqual(telling(0, 10).data);
  });

  it('has no labels where the block has none', () => {
    expect(sliceBlock(createBlock(0, 1000, 1, 10), 2, 5)).not.toHaveProperty('labels');
  });
});

describe('concatBlocks', () => {
  it('joins consecutive blocks and refuses others', () => {
    const joined = concatBlocks([telling(3, 2), telling(5, 4)]);
    expect([...joined.data]).toEqual([...telling(3, 6).data]);
    expect(() => concatBlocks([telling(3, 2), telling(6, 4)])).toThrow(/expected 2 channels at 5/);
    expect(() => concatBlocks([])).toThrow(/no blocks/);
  });

  it('gives back the labels of a block that was cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 9 }), (lengths) => {
        const whole = telling(
          250,
          lengths.reduce((sum, length) => sum + length, 0),
        );
        let at = 0;
        const parts = lengths.map((length) => sliceBlock(whole, at, (at += length)));
        expect(concatBlocks(parts)).toEqual(whole);
      }),
    );
  });

  it('lets a label hold only from where its block starts, and merges what does not change', () => {
    const part = (index: number, label: string, since: number): SampleBlock => ({
      ...createBlock(index, 1000, 1, 5),
      labels: [{ index: since, label }],
    });
    const joined = concatBlocks([part(0, 'rest', -100), part(5, 'rest', 5), part(10, 'hand-open', 2)]);
    expect(joined.labels).toEqual([
      { index: -100, label: 'rest' },
      { index: 10, label: 'hand-open' },
    ]);
  });

  it('has no labels where part of it is unknown', () => {
    expect(concatBlocks([telling(0, 5), createBlock(5, 1000, 2, 5)])).not.toHaveProperty('labels');
  });
});

it('labelsWithin keeps the step from before and those inside', () => {
  const { labels = [] } = telling(0, 500);
  expect(labelsWithin(labels, 150, 201).map(({ index }) => index)).toEqual([100, 200]);
  expect(labelsWithin(labels, 200, 300).map(({ index }) => index)).toEqual([200]);
});
