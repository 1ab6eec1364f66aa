import { describe, expect, it } from 'vitest';
import { ColumnRing } from '../../../web/data/column-ring.js';

describe('ring of columns', () => {
  it('keeps the newest with their indices', () => {
    const ring = new ColumnRing(2, 3);
    ring.push({ channels: 2, length: 4, index: 100, data: Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8]) }, 20);
    expect([...(ring.column() ?? [])]).toEqual([4, 8]);
    expect(ring.indexOf(0)).toBe(160);
    expect([...(ring.column(2) ?? [])]).toEqual([2, 6]);
    expect(ring.column(3)).toBeUndefined();
  });
});
