import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sym8High, sym8Low } from '../../../../src/decoder/features/analysis/sym8.js';
import { decay } from '../../../../src/decoder/features/entropy/decay.js';
import {
  extractFeatures,
  FeatureExtractor,
  featureNames,
  features,
  featureSets,
} from '../../../../src/decoder/features/extract-features.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';
import { ConfigError, StreamError } from '../../../../src/ground/signal/errors.js';
import { fuzzyEntropy, references, sampleEntropy, slopeSignChanges, zeroCrossings } from './reference.js';

interface Golden {
  starts: number[];
  length: number;
  input: number[][];
  features: Record<string, number[][]>;
}
const golden = JSON.parse(
  readFileSync(new URL('../../../golden/features.json', import.meta.url), 'utf8'),
) as Golden;
const window = (start = 0, length = golden.length) =>
  golden.input.map((row) => row.slice(start, start + length));
const noise = (length: number, seed = 1) => {
  const random = new RandomStream(seed, 'tests/features');
  return Array.from({ length }, () => random.normal());
};
const all = features.map(({ name }) => name);
const expectClose = (got: ArrayLike<number>, expected: ArrayLike<number>, relative: number) => {
  expect(got.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(got[i] - expected[i])).toBeLessThanOrEqual(
      relative * Math.max(Math.abs(expected[i]), 1e-12),
    );
};

describe('extractFeatures against LibEMG', () => {
  it.each(Object.keys(golden.features))('%s', (name) => {
    golden.starts.forEach((start, w) => {
      const got = extractFeatures(window(start), name, { thresholds: { WAMP: 0.05 } });
      expectClose(got, golden.features[name][w], 1e-8);
    });
  });
});

describe('extractFeatures against plain definitions', () => {
  it.each(Object.keys(references))('%s', (name) => {
    for (const length of [200, 177]) {
      const rows = window(31, length);
      const expected = rows.map((row) => references[name](row, 1000));
      const got = extractFeatures(rows, name);
      expectClose(got, expected.flat(), 1e-9);
    }
  });

  it('covers every feature, by LibEMG or by a definition', () => {
    const held = [...Object.keys(golden.features), ...Object.keys(references), 'WENT'];
    expect([...all].sort()).toEqual([...new Set(held)].sort());
  });

  it('counts crossings and turns of coarse signals, whatever the threshold', () => {
    for (const levels of [1, 2, 5, 1000])
      for (const threshold of [0, 1, 3]) {
        const x = noise(1500, levels).map((value) => Math.round(value * levels));
        const options = { thresholds: { ZC: threshold, SSC: threshold + 1, WAMP: threshold } };
        const [zc, ssc, equal, wamp] = [
          extractFeatures([x], 'ZC', options)[0],
          extractFeatures([x], 'SSC', options)[0],
          extractFeatures([x], 'SSC', { thresholds: { ZC: threshold, SSC: threshold } })[0],
          extractFeatures([x], 'WAMP', options)[0],
        ];
        expect(zc).toBe(zeroCrossings(x, threshold));
        expect(ssc).toBe(slopeSignChanges(x, threshold + 1));
        expect(equal).toBe(slopeSignChanges(x, threshold));
        expect(wamp).toBe(x.filter((v, i) => i > 0 && Math.abs(v - x[i - 1]) > threshold).length);
      }
  });

  it('counts nothing where the signal only touches 0', () => {
    expect(Array.from(extractFeatures([[1, 0, 1, 0, 0, 2]], ['ZC', 'SSC']))).toEqual([0, 3]);
    expect(Array.from(extractFeatures([[0, 0, -1, 0, 0, 2]], ['ZC', 'SSC']))).toEqual([1, 1]);
    expect(Array.from(extractFeatures([[-2, -0, 0, 2, 2, 2, 1]], ['ZC', 'SSC']))).toEqual([1, 1]);
  });

  it('takes sample entropy at any dimension and tolerance', () => {
    const x = noise(150);
    for (const entropyDimension of [1, 2, 3])
      for (const entropyTolerance of [0.15, 0.3, 1.2])
        expectClose(
          extractFeatures([x], 'SAMPEN', { entropyDimension, entropyTolerance }),
          [sampleEntropy(x, entropyDimension, entropyTolerance)],
          1e-12,
        );
  });

  it("takes fuzzy entropy by the paper's definition, free of units", () => {
    const x = noise(120, 3).map((value) => 1e-5 * value);
    for (const fuzzyPower of [1, 2, 3]) {
      const options = { fuzzyPower, form: { FUZZYEN: 'paper' } } as const;
      const expected = [fuzzyEntropy(x, 2, 0.3, fuzzyPower)];
      expectClose(extractFeatures([x], 'FUZZYEN', options), expected, 1e-9);
      expectClose(extractFeatures([x], 'FUZZYEN', { ...options, gain: 1e5 }), expected, 1e-9);
    }
  });

  it('keeps exp to ten digits in its table', () => {
    for (let x = 0; x > -39; x -= 0.0137) expect(Math.abs(decay(x) / Math.exp(x) - 1)).toBeLessThan(1e-10);
    expect(decay(-50)).toBe(0);
  });

  it("offers the papers' forms", () => {
    const [x] = window();
    const logs = x.map((value) => Math.log(Math.abs(value)));
    const steps = x.slice(1).map((value, i) => (value - x[i]) ** 2);
    const form = { LD: 'paper', MFL: 'paper' } as const;
    expectClose(
      extractFeatures([x], ['LD', 'MFL'], { form }),
      [
        Math.exp(logs.reduce((a, b) => a + b) / x.length),
        Math.log10(Math.sqrt(steps.reduce((a, b) => a + b))),
      ],
      1e-12,
    );
  });

  it('gives the cepstrum of the model in the paper’s form', () => {
    const [x] = window();
    const a = [1, ...extractFeatures([x], 'AR4')];
    const c = extractFeatures([x], 'CC4', { form: { CC: 'paper' } });
    // The cepstrum of 1/A(z): coefficients of the power series of −log A.
    const logarithm = (k: number) => {
      const n = 4096;
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const w = (2 * Math.PI * i) / n;
        const re = a.reduce((total, value, p) => total + value * Math.cos(w * p), 0);
        const im = a.reduce((total, value, p) => total - value * Math.sin(w * p), 0);
        sum += (-Math.log(re * re + im * im) * Math.cos(w * k)) / n;
      }
      return sum;
    };
    expectClose(c, [1, 2, 3, 4].map(logarithm), 1e-9);
  });

  it('finds the coefficients of a known autoregressive process', () => {
    const e = noise(20000, 5);
    const x: number[] = [];
    e.forEach((value, n) => x.push(value + 1.2 * (x[n - 1] ?? 0) - 0.6 * (x[n - 2] ?? 0)));
    const [a1, a2, a3] = extractFeatures([x], 'AR3');
    expect(a1).toBeCloseTo(-1.2, 1);
    expect(a2).toBeCloseTo(0.6, 1);
    expect(a3).toBeCloseTo(0, 1);
  });

  it('knows a sine: complexity 1, frequency its own', () => {
    const x = Array.from({ length: 4096 }, (_, i) => Math.sin((2 * Math.PI * 60 * i) / 1000));
    const [comp, mnf, mdf] = extractFeatures([x], ['COMP', 'MNF', 'MDF']);
    expect(comp).toBeCloseTo(1, 3);
    expect(mnf).toBeCloseTo(60, 0);
    expect(mdf).toBeCloseTo(60, 0);
  });

  it('has orthonormal wavelet filters, and entropy within its bounds', () => {
    const dot = (a: readonly number[], b: readonly number[], shift: number) =>
      a.reduce((total, value, i) => total + value * (b[i + shift] ?? 0), 0);
    for (let shift = 0; shift < 16; shift += 2) {
      expect(dot(sym8Low, sym8Low, shift)).toBeCloseTo(shift ? 0 : 1, 9);
      expect(dot(sym8High, sym8High, shift)).toBeCloseTo(shift ? 0 : 1, 9);
      expect(dot(sym8Low, sym8High, shift)).toBeCloseTo(0, 9);
    }
    const went = extractFeatures([noise(400)], 'WENT');
    expect(went).toHaveLength(8);
    for (const value of went) expect(value).toBeGreaterThan(0);
    // The finest band has (400 + 15) >> 1 coefficients.
    expect(went[7]).toBeLessThan(Math.log(207));
    expect(Array.from(extractFeatures([new Array<number>(400).fill(0)], 'WENT'))).toEqual(
      new Array<number>(8).fill(0),
    );
  });
});

describe('extractFeatures', () => {
  it('is finite for every feature on silence, a constant and one spike', () => {
    const spike = new Array<number>(200).fill(0);
    spike[100] = 1e-3;
    for (const row of [new Array<number>(200).fill(0), new Array<number>(200).fill(0.25), spike])
      for (const name of all) {
        const got = extractFeatures([row, row.map((value) => -value)], name);
        expect.soft(Array.from(got).every(Number.isFinite), name).toBe(true);
      }
  });

  it('works on windows longer than its work spaces', () => {
    const x = noise(9000);
    const abs = x.map(Math.abs).reduce((a, b) => a + b) / x.length;
    const sorted = [...x].sort((a, b) => a - b);
    const ls =
      sorted.reduce((total, value, i) => total + ((2 * i) / (x.length - 1) - 1) * value, 0) / x.length;
    expectClose(
      extractFeatures([x], ['MAV', 'ZC', 'SSC', 'LS']),
      [abs, zeroCrossings(x, 0), slopeSignChanges(x, 0), ls],
      1e-9,
    );
  });

  it('sorts around a huge outlier', () => {
    const x = noise(3000);
    x[7] = 1e12;
    const sorted = [...x].sort((a, b) => a - b);
    const ls =
      sorted.reduce((total, value, i) => total + ((2 * i) / (x.length - 1) - 1) * value, 0) / x.length;
    expectClose(extractFeatures([x], 'LS'), [ls], 1e-9);
    expect(extractFeatures([x], 'CARD', { resolution: 1e-9 })[0]).toBe(new Set(x).size);
  });

  it('multiplies by the gain first, and leaves thresholds in the unit of the signal', () => {
    const volts = window().map((row) => row.map((value) => value * 2 ** -13));
    const names = all.filter((name) => name !== 'CARD');
    expectClose(
      extractFeatures(volts, names, { gain: 2 ** 13, thresholds: { WAMP: 0.25 * 2 ** -13 } }),
      extractFeatures(window(), names, { thresholds: { WAMP: 0.25 } }),
      1e-12,
    );
  });

  it('takes thresholds from the rest noise of each channel', () => {
    const rows = window().slice(0, 2);
    const got = extractFeatures(rows, ['ZC', 'SSC', 'WAMP'], {
      restNoise: [0.1, 0.4],
      noiseMultiple: { ZC: 1, SSC: 1 },
    });
    const set = extractFeatures(rows, ['ZC', 'SSC', 'WAMP'], {
      thresholds: { ZC: [0.1, 0.4], SSC: [0.1, 0.4], WAMP: [3 * 0.1, 3 * 0.4] },
    });
    expect(got).toEqual(set);
    expect(got).not.toEqual(extractFeatures(rows, ['ZC', 'SSC', 'WAMP']));
    expect(extractFeatures(rows, 'ZC', { restNoise: 0.2, noiseMultiple: 2 })).toEqual(
      extractFeatures(rows, 'ZC', { thresholds: { ZC: 0.4 } }),
    );
  });

  it('goes through sets and names, each feature once', () => {
    const rows = window();
    expect(extractFeatures(rows, 'TDAR')).toEqual(extractFeatures(rows, ['MAV', 'ZC', 'SSC', 'WL', 'AR4']));
    expect(extractFeatures(rows, ['HTD', 'MAV', 'TDAR'])).toEqual(extractFeatures(rows, 'TDAR'));
    for (const name of Object.keys(featureSets))
      expect(featureNames(name, 4)).toHaveLength(extractFeatures(rows, name).length);
  });

  it('refuses what it does not know', () => {
    expect(() => extractFeatures(window(), 'MAVE')).toThrow(/got MAVE/);
    expect(() => extractFeatures(window(), [])).toThrow(ConfigError);
    expect(() => extractFeatures(window(), ['AR4', 'AR6'])).toThrow(/orders 4 and 6/);
    expect(() => extractFeatures(window(), 'AR0')).toThrow(/within \[1, 64\]/);
    expect(() => extractFeatures(window(), 'MAV4')).toThrow(/got MAV4/);
    expect(() => extractFeatures([[1, 2, 3, 4]], 'AR4')).toThrow(/below the window's 4 samples/);
    expect(() => extractFeatures([[1, 2]], 'MAV')).toThrow(/expected at least 3/);
    expect(() =>
      extractFeatures(
        [
          [1, 2, 3],
          [1, 2],
        ],
        'MAV',
      ),
    ).toThrow(StreamError);
    expect(() => extractFeatures(window(), 'DFTR', { sampleRateHz: 100 })).toThrow(/above 184 Hz/);
    expect(() => extractFeatures(window(), 'ZC', { restNoise: [1, 2] })).toThrow(/4 channels/);
    expect(() => extractFeatures(window(), 'ZC', { thresholds: { ZC: NaN } })).toThrow(/thresholds.ZC/);
    try {
      extractFeatures(window(), 'SAMPN');
    } catch (error) {
      expect((error as ConfigError).hint).toBe('Did you mean SAMPEN?');
    }
  });
});

describe('featureNames', () => {
  it('follows the order of extraction', () => {
    expect(featureNames(['MAV', 'AR2'], ['biceps', 'triceps'])).toEqual([
      'biceps.MAV',
      'triceps.MAV',
      'biceps.AR1',
      'biceps.AR2',
      'triceps.AR1',
      'triceps.AR2',
    ]);
    expect(featureNames('DFTR', 2, { sampleRateHz: 500 })).toEqual([
      'ch1.DFTR1',
      'ch2.DFTR1',
      'ch1.DFTR2',
      'ch2.DFTR2',
      'ch1.DFTR3',
      'ch2.DFTR3',
    ]);
    expect(featureNames(['RMSPHASOR', 'TM5'], 3)).toEqual([
      ...['ch1-ch2.RMSPHASOR1', 'ch1-ch3.RMSPHASOR1', 'ch2-ch3.RMSPHASOR1'],
      ...['ch1-ch2.RMSPHASOR2', 'ch1-ch3.RMSPHASOR2', 'ch2-ch3.RMSPHASOR2'],
      ...['ch1.TM5', 'ch2.TM5', 'ch3.TM5'],
    ]);
  });

  it('names every column of everything once', () => {
    const names = featureNames(all, 3);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(new FeatureExtractor(all, { channels: 3, length: 200, sampleRateHz: 1000 }).names);
  });
});

describe.each(all)('%s in a FeatureExtractor', (name) => {
  const rows = window();
  const shape = { channels: 4, length: 200, sampleRateHz: 1000 };
  const asWindow = (data: Float32Array | Float64Array) => ({ index: 0, ...shape, data });
  const run = (extractor: FeatureExtractor, data: Float32Array | Float64Array) => {
    const out = new Float64Array(extractor.size).fill(NaN);
    extractor.extract(asWindow(data), out);
    return out;
  };

  it('gives the same bits again, after another window and beside another extractor', () => {
    const extractor = new FeatureExtractor(name, shape);
    const data = Float64Array.from(rows.flat());
    const first = run(extractor, data);
    expect(first).toEqual(extractFeatures(rows, name));
    run(extractor, Float64Array.from(window(100).flat()));
    run(new FeatureExtractor([name, 'LS', 'HTD'], shape), Float64Array.from(window(50).flat()));
    expect(run(extractor, data)).toEqual(first);
  });

  it('leaves the window alone and takes Float32', () => {
    const data = Float32Array.from(rows.flat());
    const kept = data.slice();
    const got = run(new FeatureExtractor(name, shape), data);
    expect(data).toEqual(kept);
    expect(got).toEqual(run(new FeatureExtractor(name, shape), Float64Array.from(data)));
  });

  it('does not depend on what else is extracted', () => {
    const together = new FeatureExtractor([...all.filter((other) => other !== name), name], shape);
    const alone = run(new FeatureExtractor(name, shape), Float64Array.from(rows.flat()));
    expect(run(together, Float64Array.from(rows.flat())).slice(-alone.length)).toEqual(alone);
  });
});
