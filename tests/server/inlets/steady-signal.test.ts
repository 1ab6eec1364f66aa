import { beforeEach, describe, expect, it } from 'vitest';
import type { Arrival } from '../../../server/inlets/arrival.js';
import { SteadySignal } from '../../../server/inlets/steady-signal.js';
import { StampUnit } from '../../../server/inlets/timing/stamp-unit.js';
import { channelOf, type SampleBlock } from '../../../src/ground/signal/sample-block.js';

const RATE = 1000;
const names = ['a', 'b', 'c'];
let blocks: SampleBlock[];
let notes: string[];
let marks: { index: number; text: string }[];
let steady: SteadySignal;

beforeEach(() => {
  [blocks, notes, marks] = [[], [], []];
  const unit = new StampUnit((text) => notes.push(text), RATE);
  const to = {
    block: (block: SampleBlock) => void blocks.push(block),
    mark: (mark: { index: number; text: string }) => void marks.push(mark),
    note: (text: string) => void notes.push(text),
  };
  const shape = { sampleRateHz: RATE, arriving: 3, picked: [2, 0], names: ['c', 'a'], scales: [1e-6, 1e-3] };
  steady = new SteadySignal(shape, unit, to, 0);
});

/** Rows whose channels are n, 10 n and 100 n for the n-th sample of the person. */
function rows(from: number, count: number, more: Partial<Arrival> = {}): Arrival {
  const values = Float64Array.from(
    { length: 3 * count },
    (_, i) => (from + Math.floor(i / 3)) * 10 ** (i % 3),
  );
  return { atMs: from + count, names, rows: count, values, ...more };
}

/** Sample indices with what stands at them in channel `a`, as the person's sample numbers. */
function placed(): [index: number, sample: number][] {
  return blocks.flatMap((block) =>
    [...channelOf(block, 1)].map((value, i): [number, number] => [block.index + i, Math.round(value * 1e3)]),
  );
}
const astray = (): [number, number][] => placed().filter(([index, sample]) => index !== sample);

it('makes blocks of 20 ms in volts, whatever comes at once, of the channels that are taken', () => {
  for (let n = 0; n < 700; n += 7) steady.push(rows(n, 7));
  expect(blocks).toHaveLength(35);
  expect(blocks.every(({ length, channels }) => length === 20 && channels === 2)).toBe(true);
  expect(blocks[3]?.index).toBe(60);
  expect(channelOf(blocks[3] ?? rowsAreMissing(), 0)[1]).toBeCloseTo(61 * 100 * 1e-6, 9);
  expect(astray()).toEqual([]);
});

describe('samples that never come leave a hole in the index', () => {
  it('by the sender’s count, of a single one', () => {
    for (let n = 0; n < 2000; n++)
      if (n !== 700 && n !== 1500) steady.push(rows(n, 1, { counters: Float64Array.of(n % 256) }));
    expect(astray()).toEqual([]);
  });

  it('by the sender’s clock, of a single one', () => {
    for (let n = 0; n < 4000; n++)
      if (n !== 2500) steady.push(rows(n, 1, { stamps: Float64Array.of(n / RATE) }));
    expect(astray()).toEqual([]);
  });

  it('by the arrival, of some seconds', () => {
    for (let n = 0; n < 9000; n += 10) if (n < 3000 || n >= 6000) steady.push(rows(n, 10));
    expect(astray()).toEqual([]);
    expect(placed().at(-1)?.[0]).toBeGreaterThan(8900);
  });

  it('by count and clock together, where the count came round more than once', () => {
    const sent = (n: number): boolean => n < 1000 || n >= 4003;
    for (let n = 0; n < 6000; n++)
      if (sent(n)) steady.push(rows(n, 1, { counters: Float64Array.of(n % 256) }));
    expect(astray()).toEqual([]);
  });
});

it('leaves none where they only came late', () => {
  for (let n = 0; n < 6000; n += 10) steady.push(rows(n, 10, { atMs: n > 3000 && n < 4000 ? 4000 : n + 10 }));
  expect(astray()).toEqual([]);
  expect(notes.join()).toContain('late');
});

it('leaves out rows of another number of channels and says so', () => {
  for (let n = 0; n < 200; n += 10) steady.push(rows(n, 10));
  steady.push({ atMs: 201, names: ['a', 'b'], rows: 1, values: new Float64Array(2) });
  expect(notes).toEqual([expect.stringContaining('1 samples of 2 channels')]);
  expect(blocks).toHaveLength(10);
});

it('tells of silence, of its end, of numbers that are none and of channels that stand still', () => {
  const still = (n: number): Arrival =>
    rows(n, 10, {
      values: Float64Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? 7 : i === 2 ? NaN : i + n)),
    });
  for (let n = 0; n < 6000; n += 10) steady.push(still(n));
  expect(notes.join()).toMatch(/no numbers/);
  expect(notes.join()).toMatch(/a has stood still/);
  for (let ms = 6000; ms < 9000; ms += 100) steady.tick(ms);
  expect(notes.filter((note) => note.includes('nothing has come in'))).toHaveLength(1);
  steady.push(still(9000));
  expect(notes.at(-1)).toContain('back after 3.0 s');
});

it('says when the numbers can hardly be EMG in the unit that was said', () => {
  for (let n = 0; n < 6000; n += 10)
    steady.push(
      rows(n, 10, { values: Float64Array.from({ length: 30 }, (_, i) => 1e6 * ((i * 7 + n) % 11)) }),
    );
  expect(notes.join()).toContain('--unit');
});

it('says when another rate comes in than was said', () => {
  for (let n = 0; n < 40_000; n += 10) steady.push(rows(n, 10, { atMs: 2 * n }));
  expect(notes.join()).toMatch(/rate: 500 Hz come in, but 1000 Hz/);
});

it('puts marks at the sample that they came with', () => {
  for (let n = 0; n < 200; n += 10)
    steady.push(rows(n, 10, n === 50 ? { marks: [{ row: 3, text: 'go' }] } : {}));
  steady.push({ ...rows(200, 0), names: [], marks: [{ row: 0, text: 'end' }] });
  expect(marks).toEqual([
    { index: 53, text: 'go' },
    { index: 200, text: 'end' },
  ]);
});

function rowsAreMissing(): never {
  throw new Error('no block');
}
