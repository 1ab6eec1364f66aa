import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { designFilter, type FilterSpec } from '../../../../src/decoder/filters/design-filter.js';
import { SosFilter } from '../../../../src/decoder/filters/sos-filter.js';
import { ConfigError } from '../../../../src/ground/signal/errors.js';

interface Case {
  spec: FilterSpec;
  sampleRateHz: number;
  output: number[];
}
interface Golden {
  every: number;
  cases: (Case & { sos: number[][]; hz: number[]; magnitude: number[] })[];
  more: Case[];
  groupDelay: { spec: FilterSpec; sampleRateHz: number; hz: number[]; samples: number[] }[];
}
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../golden/${name}.json`, import.meta.url), 'utf8'));
const golden = read('filters') as Golden;
const steady = read('filters-steady') as { every: number; offset: number; cases: Case[] };
const input = Float64Array.from((read('features') as { input: number[][] }).input[0]);

const label = ({ spec, sampleRateHz }: Pick<Case, 'spec' | 'sampleRateHz'>) =>
  `${JSON.stringify(spec)} at ${sampleRateHz} Hz`;
const worst = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  return Array.from(a, (value, i) => Math.abs(value - b[i])).reduce((x, y) => Math.max(x, y), 0);
};

describe('designFilter against SciPy', () => {
  for (const c of golden.cases)
    it(`has the sections and magnitude of ${label(c)}`, () => {
      const design = designFilter(c.spec, c.sampleRateHz);
      expect(worst(design.sections.flat(), c.sos.flat())).toBeLessThan(1e-12);
      expect(worst(c.hz.map(design.magnitude), c.magnitude)).toBeLessThan(1e-10);
    });

  for (const c of [...golden.cases, ...golden.more])
    it(`answers from rest like ${label(c)}`, () => {
      const out = new SosFilter(designFilter(c.spec, c.sampleRateHz), 1, 'rest').process(input);
      expect(
        worst(
          out.filter((_, i) => i % golden.every === 0),
          c.output,
        ),
      ).toBeLessThan(1e-10);
    });

  for (const c of steady.cases)
    it(`answers an offset from the steady state like ${label(c)}`, () => {
      const filter = new SosFilter(designFilter(c.spec, c.sampleRateHz));
      const offset = input.map((x) => x + steady.offset);
      const first = filter.process(offset);
      expect(
        worst(
          first.filter((_, i) => i % steady.every === 0),
          c.output,
        ),
      ).toBeLessThan(1e-9);
      filter.reset();
      expect(filter.process(offset)).toEqual(first);
    });

  it('starts from rest where the first sample is 0', () => {
    const design = designFilter({ kind: 'highpass', order: 4, cutoffHz: 20 }, 1000);
    const after0 = new SosFilter(design).process(Float64Array.of(0, ...input)).slice(1);
    expect(after0).toEqual(new SosFilter(design, 1, 'rest').process(input));
  });

  for (const g of golden.groupDelay)
    it(`delays like ${label(g)}`, () => {
      const design = designFilter(g.spec, g.sampleRateHz);
      expect(worst(g.hz.map(design.groupDelaySamples), g.samples)).toBeLessThan(1e-8);
    });
});

describe('designFilter', () => {
  it('makes a band-pass of its own high-pass and low-pass', () => {
    const band = designFilter({ kind: 'bandpass', order: 4, cutoffHz: [20, 450] }, 1000);
    const high = designFilter({ kind: 'highpass', order: 4, cutoffHz: 20 }, 1000);
    const low = designFilter({ kind: 'lowpass', order: 4, cutoffHz: 450 }, 1000);
    for (const hz of [0, 1, 20, 100, 450, 499])
      expect(band.magnitude(hz)).toBeCloseTo(high.magnitude(hz) * low.magnitude(hz), 14);
  });

  it.each([1, 2, 3, 4, 5, 7, 8])('is 3 dB down at the corner with %i poles', (order) => {
    for (const kind of ['highpass', 'lowpass'] as const) {
      const design = designFilter({ kind, order, cutoffHz: 60 }, 1000);
      expect(design.magnitude(60)).toBeCloseTo(Math.SQRT1_2, 10);
      expect(design.sections).toHaveLength(Math.ceil(order / 2));
    }
  });

  it('agrees with the filter it describes, in magnitude and delay', () => {
    const design = designFilter({ kind: 'lowpass', order: 4, cutoffHz: 100 }, 1000);
    const n = 4000;
    const hz = 50;
    // A tone under a slow bell: the tone comes out scaled by the magnitude, the bell later by the group delay.
    const bell = (i: number) => Math.exp(-(((i - n / 2) / 400) ** 2));
    const out = new SosFilter(design).process(
      Float64Array.from({ length: n }, (_, i) => bell(i) * Math.cos((2 * Math.PI * hz * i) / 1000)),
    );
    const energy = out.map((y) => y * y);
    const total = energy.reduce((sum, e) => sum + e, 0);
    const centre = energy.reduce((sum, e, i) => sum + e * i, 0) / total;
    expect(centre - n / 2).toBeCloseTo(design.groupDelaySamples(hz), 1);
    expect(Math.max(...out)).toBeCloseTo(design.magnitude(hz), 2);
  });

  it('leaves harmonics above Nyquist out', () => {
    const design = designFilter({ kind: 'notch', cutoffHz: 60, q: 30, harmonics: 20 }, 1000);
    expect(design.sections).toHaveLength(8);
    expect(design.magnitude(480)).toBeLessThan(1e-9);
  });

  it('combs out every multiple and leaves what lies between', () => {
    const design = designFilter({ kind: 'comb', cutoffHz: 50, q: 30 }, 1000);
    for (let hz = 0; hz <= 500; hz += 50) expect(design.magnitude(hz)).toBeLessThan(1e-9);
    for (let hz = 25; hz < 500; hz += 50) expect(design.magnitude(hz)).toBeCloseTo(1, 9);
    expect(design.magnitude(100 + 50 / 30 / 2)).toBeCloseTo(Math.SQRT1_2, 9);
  });

  it.each<[unknown, RegExp, RegExp]>([
    [{ kind: 'highpas', order: 4, cutoffHz: 20 }, /got highpas, expected one of/, /Did you mean highpass/],
    [
      { kind: 'lowpass', order: 4, cutoffHz: 500 },
      /got 500, expected above 0 and below 500/,
      /ends at 500 Hz/,
    ],
    [{ kind: 'lowpass', order: 4, cutoffHz: NaN }, /got NaN/, /in Hz/],
    [{ kind: 'lowpass', order: 4, cutoffHz: -1 }, /got -1/, /in Hz/],
    [{ kind: 'lowpass', order: 4, cutoffHz: [20, 450] }, /lowpass cutoffHz/, /bandpass/],
    [{ kind: 'lowpass', order: 0, cutoffHz: 20 }, /order: got 0/, /poles/],
    [{ kind: 'lowpass', order: 2.5, cutoffHz: 20 }, /order: got 2.5/, /poles/],
    [{ kind: 'lowpass', order: 40, cutoffHz: 20 }, /order: got 40/, /poles/],
    [{ kind: 'bandpass', order: 4, cutoffHz: 20 }, /expected \[low, high\]/, /\[20, 450\]/],
    [{ kind: 'bandpass', order: 4, cutoffHz: [450, 20] }, /expected low below high/, /\[20, 450\]/],
    [{ kind: 'bandpass', order: 4, cutoffHz: [20, 600] }, /got 600/, /ends at 500 Hz/],
    [{ kind: 'notch', cutoffHz: 50, q: 0 }, /q: got 0/, /Q is/],
    [{ kind: 'notch', cutoffHz: 50, q: 30, harmonics: 0 }, /harmonics: got 0/, /Write 1/],
    [{ kind: 'comb', cutoffHz: 60, q: 30 }, /expected a divisor/, /harmonics: 8/],
  ])('refuses %j', (spec, message, hint) => {
    const design = () => designFilter(spec as FilterSpec, 1000);
    expect(design).toThrow(ConfigError);
    expect(design).toThrow(message);
    try {
      design();
    } catch (error) {
      expect((error as ConfigError).hint).toMatch(hint);
    }
  });

  it('refuses a sampling rate that is none', () => {
    expect(() => designFilter({ kind: 'lowpass', order: 2, cutoffHz: 5 }, NaN)).toThrow(
      /sampleRateHz: got NaN/,
    );
  });
});
