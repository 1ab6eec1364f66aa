import { describe, expect, it } from 'vitest';
import { ColumnRing } from '../../web/data/column-ring.js';
import { parseServerMessage } from '../../web/data/server-message.js';
import { backOffMs } from '../../web/data/back-off.js';
import { angleOf, labelLines, polar } from '../../web/panels/limb/sector-path.js';

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

describe('messages of the server', () => {
  it('takes what it knows and refuses the rest', () => {
    expect(parseServerMessage('{"op":"status","phase":"running","text":"on"}')).toMatchObject({
      op: 'status',
    });
    for (const text of ['', '[]', '{"op":"status"}', '{"op":"toString"}', '{"op":7}', 'null'])
      expect(parseServerMessage(text)).toBeUndefined();
  });
});

describe('waiting before a reconnection', () => {
  it('grows to a bound', () => {
    expect(backOffMs(0)).toBe(300);
    expect(backOffMs(3)).toBe(2400);
    expect(backOffMs(500)).toBe(8000);
    expect(backOffMs(3, 1)).toBe(1600);
  });
});

describe('drawing of the limb', () => {
  it('has the front upwards and goes clockwise', () => {
    expect(polar(0, 10)[1]).toBeCloseTo(-10);
    expect(polar(90, 10)[0]).toBeCloseTo(10);
    expect(angleOf(...polar(-135, 3))).toBeCloseTo(-135);
  });

  it('breaks names into short lines without what stands in brackets', () => {
    expect(labelLines('Biceps, short head (median nerve)')).toEqual(['Biceps', 'short head']);
    expect(labelLines('Coracobrachialis')).toEqual(['Coracobra.']);
  });
});
