import { describe, expect, it } from 'vitest';
import type { Discharges } from '../../../../../src/body/physiology/discharges.js';
import { RandomStream } from '../../../../../src/ground/signal/random.js';
import { CrossFader } from '../../../../../src/body/synthesis/kernel/cross-fader.js';
import { OverlapAdder } from '../../../../../src/body/synthesis/kernel/overlap-adder.js';
import { syntheticBank } from '../synthetic-bank.js';

const CHANNELS = 3;
const QUANTUM = 20;
const unitCounts = [5, 8];
const bank = syntheticBank({ unitCounts, channels: CHANNELS });
const random = new RandomStream(5, 'tests/discharges');

/** Discharges of both muscles over 90 quanta, so that the accumulators slide twice. */
const script: Discharges[][] = Array.from({ length: 90 }, () =>
  unitCounts.map((size) => {
    const count = random.integer(4);
    return {
      count,
      unit: Int32Array.from({ length: 4 }, () => random.integer(size)),
      offset: Float64Array.from({ length: 4 }, () => random.integer(QUANTUM)),
    };
  }),
);

/** Convolution written out, in double precision. */
function direct(muscles: readonly number[] = [0, 1]): Float64Array {
  const total = script.length * QUANTUM;
  const out = new Float64Array(CHANNELS * total);
  script.forEach((quantum, q) => {
    for (const m of muscles)
      for (let d = 0; d < quantum[m].count; d++) {
        const unit = bank.muscleStart[m] + quantum[m].unit[d];
        for (let p = bank.unitStart[unit]; p < bank.unitStart[unit + 1]; p++)
          for (let i = 0; i < bank.length; i++) {
            const at = q * QUANTUM + quantum[m].offset[d] + i;
            if (at < total) out[bank.pairChannel[p] * total + at] += bank.data[p * bank.length + i];
          }
      }
  });
  return out;
}

function streamed(
  adder: OverlapAdder | CrossFader,
  group = 0,
  onQuantum?: (q: number) => void,
): Float32Array {
  const total = script.length * QUANTUM;
  const out = new Float32Array(CHANNELS * total);
  const row = new Float32Array(CHANNELS * QUANTUM);
  script.forEach((quantum, q) => {
    onQuantum?.(q);
    if (adder instanceof CrossFader) adder.begin();
    quantum.forEach((discharges, m) => adder.add(m, discharges));
    adder.read(row, 0, group);
    for (let c = 0; c < CHANNELS; c++)
      out.set(row.subarray(c * QUANTUM, (c + 1) * QUANTUM), c * total + q * QUANTUM);
    adder.advance();
  });
  return out;
}

function furthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let worst = 0;
  for (let i = 0; i < a.length; i++) worst = Math.max(worst, Math.abs(a[i] - b[i]));
  return worst;
}

describe('OverlapAdder', () => {
  it('is the convolution of discharges with templates', () => {
    const adder = new OverlapAdder({ channels: CHANNELS, quantum: QUANTUM });
    adder.load(bank);
    expect(furthest(streamed(adder), direct())).toBeLessThan(1e-10);
  });

  it('keeps the muscles apart where asked, with the same total', () => {
    const total = new OverlapAdder({ channels: CHANNELS, quantum: QUANTUM });
    total.load(bank);
    for (const [group, muscles] of [
      [0, [0, 1]],
      [1, [0]],
      [2, [1]],
    ] as const) {
      const adder = new OverlapAdder({ channels: CHANNELS, quantum: QUANTUM, perMuscle: true });
      adder.load(bank);
      expect(furthest(streamed(adder, group), direct(muscles))).toBeLessThan(1e-10);
    }
  });

  it('puts a discharge between two samples where it belongs, to an eighth of a sample', () => {
    const at = (unit: number, offset: number): Float32Array => {
      const adder = new OverlapAdder({ channels: CHANNELS, quantum: 80 });
      adder.load(bank);
      adder.add(0, { count: 1, unit: Int32Array.of(unit), offset: Float64Array.of(offset) });
      const row = new Float32Array(CHANNELS * 80);
      adder.read(row);
      return row;
    };
    for (const unit of [0, 3, 4])
      for (const offset of [3.25, 3.5, 3.75]) {
        const got = at(unit, offset);
        const pair = bank.unitStart[unit];
        const channel = bank.pairChannel[pair];
        const template = bank.data.subarray(pair * bank.length, (pair + 1) * bank.length);
        const peak = Math.max(...template);
        // Made-up templates are band-limited by far: a cubic through four samples is right to a thousandth.
        for (let i = 8; i < 56; i++) {
          const x = i - offset;
          const k = Math.floor(x);
          const f = x - k;
          const [a, b, c, d] = [-1, 0, 1, 2].map((n) => template[k + n] ?? 0);
          const cubic =
            (-f * (f - 1) * (f - 2) * a) / 6 +
            ((f + 1) * (f - 1) * (f - 2) * b) / 2 -
            ((f + 1) * f * (f - 2) * c) / 2 +
            ((f + 1) * f * (f - 1) * d) / 6;
          expect(Math.abs(got[channel * 80 + i] - cubic)).toBeLessThan(2e-3 * peak);
        }
      }
    expect(at(2, 3.1)).toEqual(at(2, 3));
    expect(at(2, 3.15)).toEqual(at(2, 3.25));
    expect(at(2, 3.9)).toEqual(at(2, 4));
  });

  it('refuses discharges outside the quantum or the muscle, and banks of another shape', () => {
    const adder = new OverlapAdder({ channels: CHANNELS, quantum: QUANTUM });
    const one = (unit: number, offset: number): Discharges => ({
      count: 1,
      unit: Int32Array.of(unit),
      offset: Float64Array.of(offset),
    });
    expect(() => adder.add(0, one(0, 0))).toThrow(/before a bank/);
    adder.load(bank);
    expect(() => adder.add(0, one(0, QUANTUM))).toThrow(/at sample 20/);
    expect(() => adder.add(0, one(0, -1))).toThrow(/at sample -1/);
    expect(() => adder.add(0, one(5, 0))).toThrow(/unit 5/);
    expect(() => adder.load({ ...bank, channels: 4 })).toThrow(/4 channels, expected 3/);
    expect(() => adder.load({ ...bank, data: bank.data.subarray(4) })).toThrow(/expected their product/);
  });
});

describe('CrossFader', () => {
  const options = { channels: CHANNELS, quantum: QUANTUM, fadeSamples: 100 };

  it('passes to an equal bank without changing a bit', () => {
    const fader = new CrossFader(options);
    fader.load(bank);
    const adder = new OverlapAdder(options);
    adder.load(bank);
    const plain = streamed(adder);
    const faded = streamed(fader, 0, (q) => {
      if (q === 20 || q === 50) fader.adopt(bank);
    });
    expect(Buffer.compare(Buffer.from(faded.buffer), Buffer.from(plain.buffer))).toBe(0);
  });

  it('moves from one bank to the other by complementary ramps', () => {
    const doubled = { ...bank, data: bank.data.map((x) => 2 * x) };
    const fader = new CrossFader(options);
    fader.load(bank);
    let busy = 0;
    const faded = streamed(fader, 0, (q) => {
      if (q === 20) fader.adopt(doubled);
      if (fader.fading) busy++;
    });
    const once = direct();
    const total = script.length * QUANTUM;
    const start = 20 * QUANTUM + Math.ceil(bank.length / QUANTUM) * QUANTUM;
    const expected = once.map((x, at) => {
      const passed = Math.min(1, Math.max(0, ((at % total) - start) / 100));
      return x * (1.5 - 0.5 * Math.cos(Math.PI * passed));
    });
    expect(furthest(faded, expected)).toBeLessThan(1e-9);
    expect(busy).toBe(5);
    expect(fader.busy).toBe(false);
  });

  it('keeps its memory through any number of passages', () => {
    const fader = new CrossFader(options);
    fader.load(bank);
    fader.adopt(bank);
    streamed(fader);
    const { bytes } = fader;
    for (let n = 0; n < 5; n++) {
      fader.adopt(bank);
      streamed(fader);
    }
    expect(fader.bytes).toBe(bytes);
  });
});
