import { describe, expect, it } from 'vitest';
import { Decimator } from '../../../../src/ground/signal/decimator.js';
import { createBlock, sliceBlock, type SampleBlock } from '../../../../src/ground/signal/sample-block.js';

const every = 5;

/** A tone on two channels, the second of which has half of it; frequency in cycles per kept sample. */
function tone(frequency: number, length = 4000, index = 1003): SampleBlock {
  const block = createBlock(index, 2000, 2, length);
  for (let i = 0; i < length; i++) {
    const value = Math.sin((2 * Math.PI * frequency * (index + i)) / every);
    block.data[i] = value;
    block.data[length + i] = value / 2;
  }
  return block;
}

function decimated(block: SampleBlock, piece: number) {
  const decimator = new Decimator(2, every);
  const kept: { index: number; values: [number, number] }[] = [];
  for (let from = 0; from < block.length; from += piece) {
    const columns = decimator.push(sliceBlock(block, from, Math.min(block.length, from + piece)));
    for (let n = 0; columns && n < columns.length; n++)
      kept.push({
        index: columns.index + n * every,
        values: [columns.data[n] ?? NaN, columns.data[columns.length + n] ?? NaN],
      });
  }
  return kept;
}

describe('Decimator', () => {
  it.each([0.01, 0.1, 0.3])(
    'keeps a tone of %f cycles a sample, each sample at its own index',
    (frequency) => {
      for (const { index, values } of decimated(tone(frequency), 40)) {
        expect(index % every).toBe(0);
        const value = Math.sin((2 * Math.PI * frequency * index) / every);
        expect(Math.abs(values[0] - value)).toBeLessThan(2e-3);
        expect(Math.abs(values[1] - value / 2)).toBeLessThan(1e-3);
      }
    },
  );

  it.each([0.5, 0.7, 1, 1.9, 2.4])(
    'lets nothing through of a tone of %f, which would be another one',
    (frequency) => {
      for (const { values } of decimated(tone(frequency), 40)) expect(Math.abs(values[0])).toBeLessThan(2e-4);
    },
  );

  it('gives the same whatever the blocks, and all that has its neighbours', () => {
    const signal = tone(0.2);
    const whole = decimated(signal, 4000);
    for (const piece of [1, 7, 39, 333]) expect(decimated(signal, piece)).toEqual(whole);
    expect(whole[0]?.index).toBe(Math.ceil((1003 + 80) / 5) * 5);
    expect(whole.at(-1)?.index).toBe(Math.floor((1003 + 4000 - 81) / 5) * 5);
  });

  it('begins anew after a gap', () => {
    const decimator = new Decimator(2, every);
    decimator.push(tone(0.1, 400, 0));
    const after = decimator.push(tone(0.1, 400, 900));
    expect(after?.index).toBe(980);
  });
});
