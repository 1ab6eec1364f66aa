import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Envelope } from '../../../src/patient/envelope.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';

const RATE = 2000;

function signal(index: number, length: number, channels = 2): SampleBlock {
  const block = createBlock(index, RATE, channels, length);
  for (let c = 0; c < channels; c++)
    for (let i = 0; i < length; i++) block.data[c * length + i] = Math.sin(0.7 * (index + i) + c);
  return block;
}

/** Columns by brute force. */
function expected(index: number, length: number, column: number): number[][] {
  const first = Math.ceil(index / column);
  const last = Math.floor((index + length) / column);
  const rows: number[][] = [[], [], [], []];
  for (let k = first; k < last; k++)
    for (let c = 0; c < 2; c++) {
      const values = Array.from({ length: column }, (_, i) =>
        Math.fround(Math.sin(0.7 * (k * column + i) + c)),
      );
      rows[2 * c]?.push(Math.min(...values));
      rows[2 * c + 1]?.push(Math.max(...values));
    }
  return rows;
}

it('is the minimum and maximum of every 5 ms, whatever the blocks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50 }),
      fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 12 }),
      (start, lengths) => {
        const envelope = new Envelope(2, RATE);
        const rows: number[][] = [[], [], [], []];
        let index = start;
        let next: number | undefined;
        for (const length of lengths) {
          const frame = envelope.push(signal(index, length));
          index += length;
          if (!frame) continue;
          expect(frame.index % envelope.column).toBe(0);
          if (next !== undefined) expect(frame.index).toBe(next);
          next = frame.index + frame.length * envelope.column;
          for (let r = 0; r < 4; r++)
            rows[r]?.push(...frame.data.subarray(r * frame.length, (r + 1) * frame.length));
        }
        expect(rows).toEqual(expected(start, index - start, envelope.column));
      },
    ),
  );
});

it('starts anew after a gap', () => {
  const envelope = new Envelope(1, RATE);
  envelope.push(signal(0, 15, 1));
  const frame = envelope.push(signal(1000, 10, 1));
  expect(frame?.index).toBe(1000);
  expect(frame?.length).toBe(1);
});
