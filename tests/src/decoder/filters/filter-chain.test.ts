import { describe, expect, it } from 'vitest';
import { FilterChain, type ChainSpec } from '../../../../src/decoder/filters/filter-chain.js';
import { whiteningMatrix } from '../../../../src/decoder/filters/whitening.js';
import { ConfigError, StreamError } from '../../../../src/ground/signal/errors.js';
import { channelOf, createBlock } from '../../../../src/ground/signal/sample-block.js';
import { conformsAsProcessor, noiseBlock } from '../../../support/processor-suite.js';

const matrix = [
  [1, -0.5, 0],
  [0, 1, -0.5],
  [0.1, 0, 1],
];
const chains: Record<string, ChainSpec[]> = {
  'no filter': [],
  highpass: [{ kind: 'highpass', order: 4, cutoffHz: 20 }],
  'odd lowpass': [{ kind: 'lowpass', order: 3, cutoffHz: 200 }],
  bandpass: [{ kind: 'bandpass', order: 4, cutoffHz: [20, 450] }],
  'notch with harmonics': [{ kind: 'notch', cutoffHz: 50, q: 30, harmonics: 3 }],
  comb: [{ kind: 'comb', cutoffHz: 50, q: 30 }],
  rectify: [{ kind: 'rectify' }],
  'moving average': [{ kind: 'moving-average', windowMs: 50 }],
  'rms envelope': [{ kind: 'rms-envelope', windowMs: 50 }],
  gain: [{ kind: 'gain', gains: [1, 2, -3] }],
  whiten: [{ kind: 'whiten', matrix }],
  envelope: [
    { kind: 'highpass', order: 4, cutoffHz: 20 },
    { kind: 'rectify' },
    { kind: 'lowpass', order: 2, cutoffHz: 5 },
  ],
};
for (const [name, specs] of Object.entries(chains))
  conformsAsProcessor(name, () => new FilterChain(specs, 1000, 3));

const one = (samples: readonly number[]) => {
  const block = createBlock(0, 1000, 1, samples.length);
  block.data.set(samples);
  return block;
};
const run = (spec: ChainSpec, samples: readonly number[]) =>
  Array.from(new FilterChain([spec], 1000, 1).process(one(samples)).data);

describe('FilterChain', () => {
  it('rectifies', () => {
    expect(run({ kind: 'rectify' }, [1, -2, 0, -0.5])).toEqual([1, 2, 0, 0.5]);
  });

  it('averages the last samples from rest', () => {
    expect(run({ kind: 'moving-average', windowMs: 4 }, [4, 8, 0, 4, 8, -4])).toEqual([1, 3, 3, 4, 5, 2]);
  });

  it('takes the root mean square of the last samples', () => {
    expect(run({ kind: 'rms-envelope', windowMs: 2 }, [1, -1, 7, 1])).toEqual([
      Math.fround(Math.SQRT1_2),
      1,
      5,
      5,
    ]);
  });

  it('forgets a giant sample once it has left the average', () => {
    const spike = run({ kind: 'moving-average', windowMs: 5 }, [1e30, ...new Array<number>(20).fill(1e-6)]);
    expect(spike.at(-1)).toBeCloseTo(1e-6, 12);
  });

  it('scales each channel by its gain', () => {
    const block = noiseBlock(2);
    const out = new FilterChain([{ kind: 'gain', gains: [2, -1] }], 1000, 2).process(block);
    expect(out.data[3]).toBe(2 * block.data[3]);
    expect(out.data[403]).toBe(-block.data[403]);
  });

  it('whitens what is correlated', () => {
    const block = noiseBlock(3, 4000);
    for (let i = 0; i < 4000; i++) block.data[4000 + i] += 0.8 * block.data[i];
    const white = whiteningMatrix(block, 0);
    const out = new FilterChain([{ kind: 'whiten', matrix: white }], 1000, 3).process(block);
    const covariance = (a: number, b: number) => {
      const x = channelOf(out, a);
      const y = channelOf(out, b);
      const mean = (z: Float32Array) => z.reduce((sum, value) => sum + value, 0) / z.length;
      const [mx, my] = [mean(x), mean(y)];
      return x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0) / x.length;
    };
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) expect(covariance(a, b)).toBeCloseTo(a === b ? 1 : 0, 4);
  });

  it('holds the last finite sample in place of a NaN, flags and counts it', () => {
    const chain = new FilterChain([], 1000, 2);
    const block = createBlock(0, 1000, 2, 3);
    block.data.set([1, NaN, 3, -1, -2, Infinity]);
    expect(Array.from(chain.process(block).data)).toEqual([1, 1, 3, -1, -2, -2]);
    expect(chain.replaced).toBe(2);
    expect(Array.from(chain.flags)).toEqual([0, 1, 1]);
    const next = createBlock(3, 1000, 2, 3);
    next.data.set([NaN, 1, 1, 1, 1, 1]);
    expect(chain.process(next).data[0]).toBe(3);
    expect(Array.from(chain.flags)).toEqual([1, 0, 0]);
    chain.reset();
    expect(chain.replaced).toBe(0);
  });

  it('adds up group delays, by default at mid-band', () => {
    const chain = new FilterChain(
      [
        { kind: 'bandpass', order: 4, cutoffHz: [20, 450] },
        { kind: 'moving-average', windowMs: 11 },
      ],
      1000,
      1,
    );
    expect(chain.midBandHz).toBeCloseTo(Math.sqrt(20 * 450), 12);
    const alone = new FilterChain([{ kind: 'bandpass', order: 4, cutoffHz: [20, 450] }], 1000, 1);
    expect(chain.groupDelaySamples()).toBeCloseTo(alone.groupDelaySamples(chain.midBandHz) + 5, 12);
    expect(alone.groupDelaySamples(25)).toBeGreaterThan(alone.groupDelaySamples());
  });

  it('refuses blocks of another shape', () => {
    const chain = new FilterChain([], 1000, 2);
    expect(() => chain.process(noiseBlock(3))).toThrow(StreamError);
    expect(() => chain.process({ ...noiseBlock(2), sampleRateHz: 2000 })).toThrow(/2000 Hz.*1000 Hz/);
  });

  it.each<[ChainSpec, RegExp]>([
    [{ kind: 'moving-average', windowMs: 0 }, /windowMs: got 0/],
    [{ kind: 'gain', gains: [1, 2] }, /expected 3 finite numbers/],
    [{ kind: 'gain', gains: NaN }, /expected 3 finite numbers/],
    [{ kind: 'whiten', matrix: [[1]] }, /3 × 3/],
    [{ kind: 'rectifi' } as unknown as ChainSpec, /got rectifi, expected one of .*rectify/],
  ])('refuses %j', (spec, message) => {
    expect(() => new FilterChain([spec], 1000, 3)).toThrow(ConfigError);
    expect(() => new FilterChain([spec], 1000, 3)).toThrow(message);
  });
});
