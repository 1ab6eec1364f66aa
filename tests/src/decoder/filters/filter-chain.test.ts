import { describe, expect, it } from 'vitest';
import { FilterChain, type ChainSpec } from '../../../../src/decoder/filters/filter-chain.js';
import { whiteningMatrix } from '../../../../src/decoder/filters/whitening.js';
import { ConfigError, StreamError } from '../../../../src/ground/signal/errors.js';
import { channelOf, createBlock, type SampleBlock } from '../../../../src/ground/signal/sample-block.js';
import { channelAcross, conformsAsProcessor, noiseBlock, split } from '../../../support/processor-suite.js';

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

  it('averages the last samples, those before the first being as it', () => {
    expect(run({ kind: 'moving-average', windowMs: 4 }, [4, 8, 0, 4, 8, -4])).toEqual([4, 5, 4, 4, 5, 2]);
  });

  it('takes the root mean square of the last samples', () => {
    expect(run({ kind: 'rms-envelope', windowMs: 2 }, [1, -1, 7, 1])).toEqual([1, 1, 5, 5]);
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

  const offsets = [0.1, -0.05, 0.02];
  /** Noise of 100 µV on electrode offsets, which its filters must not hear. */
  const offset = (length = 400, index = 1000) => {
    const block = noiseBlock(3, length, index);
    for (let i = 0; i < block.data.length; i++) block.data[i] += offsets[Math.floor(i / length)];
    return block;
  };
  const loudest = ({ data }: { data: Float32Array }) =>
    data.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
  const usual: ChainSpec[] = [
    { kind: 'highpass', order: 4, cutoffHz: 20 },
    { kind: 'lowpass', order: 4, cutoffHz: 450 },
    { kind: 'notch', cutoffHz: 50, q: 30 },
  ];

  it.each(Object.keys(chains))('lets no offset ring: %s', (name) => {
    const chain = new FilterChain(chains[name], 1000, 3);
    const begin = chain.process({ ...noiseBlock(3, 400), data: new Float32Array(1200).fill(0.1) });
    for (let c = 0; c < 3; c++) {
      const y = channelOf(begin, c);
      expect(y.every((value) => Math.abs(value - y[399]) <= 1e-7 * Math.abs(y[399]) + 1e-12)).toBe(true);
    }
  });

  it('hears of an offset neither at the start, nor after a reset, nor after a jump of the index', () => {
    const chain = new FilterChain(usual, 1000, 3);
    const first = chain.process(offset());
    expect(loudest(first)).toBeLessThan(1e-3);
    chain.reset();
    expect(chain.process(offset()).data).toEqual(first.data);
    const shifted = offset(400, 5000);
    for (let i = 0; i < shifted.data.length; i++) shifted.data[i] -= 0.3;
    expect(loudest(chain.process(shifted))).toBeLessThan(1e-3);
    expect(loudest(chain.process({ ...offset(400, 4000) }))).toBeLessThan(1e-3);
  });

  it('counts what it replaced over a jump of the index too', () => {
    const chain = new FilterChain(usual, 1000, 3);
    for (const index of [1000, 9000]) {
      const block = offset(40, index);
      block.data[7] = NaN;
      chain.process(block);
    }
    expect(chain.replaced).toBe(2);
  });

  it('takes a NaN before the first finite sample for that sample, not for 0', () => {
    const block = createBlock(0, 1000, 2, 4);
    block.data.set([NaN, NaN, 3, 4, 5, 6, 7, 8]);
    const out = new FilterChain([], 1000, 2).process(block);
    expect(Array.from(out.data)).toEqual([3, 3, 3, 4, 5, 6, 7, 8]);
    expect(out.replaced).toBe(2);
  });

  it.each([1, 40, 77, 400])('starts a channel where it begins, in blocks of %i', (length) => {
    const late = (): SampleBlock => {
      const block = offset();
      block.data.fill(NaN, 0, 100);
      block.data.fill(Infinity, 400, 650);
      return block;
    };
    const whole = new FilterChain(usual, 1000, 3).process(late());
    expect(loudest(whole)).toBeLessThan(1e-3);
    const chain = new FilterChain(usual, 1000, 3);
    const parts = split(late(), length).map((part) => chain.process(part));
    expect(chain.replaced).toBe(350);
    for (let c = 0; c < 3; c++) expect(channelAcross(parts, c)).toEqual(Array.from(channelOf(whole, c)));
  });

  it('gives silence for a channel that never gives a finite sample', () => {
    const block = offset();
    block.data.fill(NaN, 0, 400);
    const out = new FilterChain(usual, 1000, 3).process(block);
    expect(channelOf(out, 0).every((y) => y === 0)).toBe(true);
    const rest = new FilterChain(usual, 1000, 3).process(offset());
    expect(channelOf(out, 1)).toEqual(channelOf(rest, 1));
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
