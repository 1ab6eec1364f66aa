import { of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Classifier } from '../../../src/decoder/classifiers/classifier.js';
import { Decoder } from '../../../src/decoder/decoder.js';
import type { Extensions, ModelMaker } from '../../../src/decoder/extensions.js';
import {
  extractFeatures,
  FeatureExtractor,
  type Feature,
} from '../../../src/decoder/features/extract-features.js';
import type { Filter } from '../../../src/decoder/filters/filter.js';
import { FilterChain } from '../../../src/decoder/filters/filter-chain.js';
import type { Regressor } from '../../../src/decoder/regressors/regressor.js';
import type { Smoothing } from '../../../src/decoder/smoothing/smoothing.js';
import { ConfigError, ModelError } from '../../../src/ground/signal/errors.js';
import { decoded } from '../../../src/pipeline/operators/decoded.js';
import { featured } from '../../../src/pipeline/operators/featured.js';
import { filtered } from '../../../src/pipeline/operators/filtered.js';
import { windowed } from '../../../src/pipeline/operators/windowed.js';
import { valuesAtOnce } from '../../../src/pipeline/values-at-once.js';
import { conformsAsProcessor, noiseBlock } from '../../support/processor-suite.js';
import { trained, training } from '../../support/trained-decoders.js';
import { recording } from '../../support/training-recordings.js';

/** Largest absolute value, and where in the window it is. */
const peak: Feature = {
  name: 'PEAK',
  columns: 2,
  create:
    ({ length }) =>
    (samples) => {
      let at = 0;
      samples.forEach((value, i) => {
        if (Math.abs(value) > Math.abs(samples[at])) at = i;
      });
      return [Math.abs(samples[at]), at / length];
    },
};

/** Difference of neighbouring channels. */
const difference: Filter = {
  name: 'difference',
  create: (_, channels) => ({
    run(data, length) {
      for (let at = 0; at < (channels - 1) * length; at++) data[at] -= data[at + length];
    },
    reset: () => undefined,
    groupDelaySamples: () => 7,
  }),
};

/** Needs nothing of ours, not even toJSON. */
class NearestMean implements Classifier {
  classes: string[] = [];
  means: number[][] = [];
  fit(rows: readonly ArrayLike<number>[], labels: readonly string[]): this {
    this.classes = [...new Set(labels)];
    this.means = this.classes.map((name) => {
      const own = rows.filter((_, i) => labels[i] === name);
      return Array.from(rows[0], (_, d) => own.reduce((sum, row) => sum + row[d], 0) / own.length);
    });
    return this;
  }
  posterior(x: ArrayLike<number>): number[] {
    const near = this.means.map((mean) => 1 / (1e-9 + Math.hypot(...mean.map((m, d) => m - x[d]))));
    const sum = near.reduce((a, b) => a + b);
    return near.map((one) => one / sum);
  }
}
const nearestMean: ModelMaker<Classifier> = {
  name: 'nearest-mean',
  create: () => Object.assign(new NearestMean(), saving),
  fromJSON: (json) => Object.assign(new NearestMean(), Object(json), saving),
};
const saving = {
  toJSON(this: NearestMean): unknown {
    return { classes: this.classes, means: this.means };
  },
};

/** The targets of the nearest row of training. */
class NearestRow implements Regressor {
  x: number[][] = [];
  y: number[][] = [];
  fit(x: readonly ArrayLike<number>[], y: readonly ArrayLike<number>[]): this {
    this.x = x.map((row) => Array.from(row));
    this.y = y.map((row) => Array.from(row));
    return this;
  }
  predict(x: ArrayLike<number>): number[] {
    const far = this.x.map((row) => row.reduce((sum, value, i) => sum + (value - x[i]) ** 2, 0));
    return this.y[far.indexOf(Math.min(...far))];
  }
  toJSON(): unknown {
    return { x: this.x, y: this.y };
  }
}
const nearestRow: ModelMaker<Regressor> = {
  name: 'nearest-row',
  create: () => new NearestRow(),
  fromJSON: (json) => Object.assign(new NearestRow(), Object(json)),
};

/** Opening is never believed. */
const neverOpen: Smoothing = {
  name: 'never-open',
  delayDecisions: 2,
  create: (classes) => ({
    push: (decision) => (classes[decision] === 'hand-open' ? classes.indexOf('rest') : decision),
    reset: () => undefined,
  }),
};

const run = (decoder: Decoder, label: string) =>
  valuesAtOnce(of(recording(label, 9).signal).pipe(filtered(decoder), windowed(decoder), decoded(decoder)));
const restored = (decoder: Decoder, extensions?: Extensions): Decoder =>
  Decoder.fromJSON(JSON.parse(JSON.stringify(decoder)), { extensions });

conformsAsProcessor(
  'a filter of one’s own',
  () => new FilterChain([{ kind: 'rectify' }, difference], 1000, 3),
);

describe('a feature of one’s own', () => {
  it('stands wherever a name may', () => {
    const window = { ...noiseBlock(2, 200), index: 0 };
    const both = extractFeatures(window, ['MAV', peak]);
    expect(both).toHaveLength(6);
    const largest = window.data.subarray(0, 200).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(both[2]).toBe(largest);
    expect(
      new FeatureExtractor([peak], { channels: ['A', 'B'], length: 200, sampleRateHz: 1000 }).names,
    ).toEqual(['A.PEAK1', 'B.PEAK1', 'A.PEAK2', 'B.PEAK2']);
    const [vector] = valuesAtOnce(
      of(noiseBlock(2, 200)).pipe(windowed({ windowMs: 200, stepMs: 50 }), featured(['MAV', peak])),
    );
    expect(vector.values).toEqual(both);
  });

  it('joins a decoder, after the description or where it is named, and is saved by name', () => {
    const decoder = trained({}, { features: [peak] });
    expect(decoder.featureNames.slice(-2)).toEqual(['C.PEAK2', 'D.PEAK2']);
    const named = trained({ features: ['PEAK', 'MAV'] }, { features: [peak] });
    expect(named.featureNames[0]).toBe('A.PEAK1');
    expect(named.featureNames).toHaveLength(12);
    expect(JSON.parse(JSON.stringify(decoder)).extensions).toEqual({ features: ['PEAK'] });
    expect(run(restored(decoder, { features: [peak] }), 'hand-close')).toEqual(run(decoder, 'hand-close'));
    expect(() => restored(decoder)).toThrow(/uses the feature PEAK of your own/);
    expect(() => restored(decoder, { filters: [difference] })).toThrow(ModelError);
  });

  it('says what is wrong with it', () => {
    const window = noiseBlock(1, 200);
    const odd = (patch: Partial<Feature>) => () =>
      extractFeatures({ ...window, index: 0 }, [{ ...peak, ...patch }]);
    expect(odd({ name: 'peak' })).toThrow(ConfigError);
    expect(odd({ name: 'MAV' })).toThrow(/one that is not taken/);
    expect(odd({ columns: 0 })).toThrow(/got 0 columns/);
    expect(odd({ columns: 3 })).toThrow(/got 2 numbers, expected 3/);
  });
});

describe('a filter of one’s own', () => {
  it('runs after the description’s, in training and on the stream, and counts in the latency', () => {
    const decoder = trained({}, { filters: [difference] });
    expect(decoder.latency().filterMs).toBeCloseTo(trained().latency().filterMs + 7, 9);
    const [block] = valuesAtOnce(of(noiseBlock(4)).pipe(filtered(decoder)));
    const [bare] = valuesAtOnce(of(noiseBlock(4)).pipe(filtered(trained())));
    expect(block.data[0]).toBeCloseTo(bare.data[0] - bare.data[400], 9);
    expect(run(restored(decoder, { filters: [difference] }), 'rest')).toEqual(run(decoder, 'rest'));
    expect(() => restored(decoder)).toThrow(/uses the filter difference of your own/);
  });
});

describe('a classifier of one’s own', () => {
  it('needs classes, fit and posterior', () => {
    const decoder = trained({}, { classifier: () => new NearestMean() });
    expect(run(decoder, 'hand-open').at(-1)?.decided).toBe('hand-open');
    expect(() => JSON.stringify(decoder)).toThrow(/has no method toJSON/);
  });

  it('is saved by name, and restored by its maker', () => {
    const decoder = trained({}, { classifier: nearestMean });
    expect(run(restored(decoder, { classifier: nearestMean }), 'rest')).toEqual(run(decoder, 'rest'));
    expect(() => restored(decoder)).toThrow(/uses the classifier nearest-mean of your own/);
    const { name, create } = nearestMean;
    expect(() => restored(decoder, { classifier: { name, create } })).toThrow(/has no fromJSON/);
  });

  it('must give one number per class', () => {
    const decoder = trained({}, { classifier: () => new NearestMean() });
    const broken = trained(
      {},
      { classifier: () => Object.assign(new NearestMean(), { posterior: () => [1] }) },
    );
    expect(run(decoder, 'rest').length).toBeGreaterThan(0);
    expect(() => run(broken, 'rest')).toThrow(/posterior of 1, expected 5/);
  });

  it.each([
    [[1e308, 1e308, 1e308, 1e308, 1e308], /sum to Infinity, expected probabilities/],
    [[1e305, 0, 0, 0, 0], /sum to 1\.00e\+305/],
    [[NaN, 0, 0, 0, 1], /got NaN as probability/],
    [[0, Infinity, 0, 0, 0], /got Infinity as probability/],
  ])('is told where its numbers are %j', (numbers, message) => {
    const own = trained(
      {},
      { classifier: () => Object.assign(new NearestMean(), { posterior: () => numbers }) },
    );
    expect(() => run(own, 'rest')).toThrow(message);
  });
});

describe('a regressor of one’s own', () => {
  it('drives every joint, and is saved by name', () => {
    const decoder = trained({ control: 'regression' }, { regressor: nearestRow });
    const last = run(decoder, 'elbow-extension').at(-1);
    expect(last?.velocities?.elbow).toBeLessThan(-0.3);
    expect(run(restored(decoder, { regressor: nearestRow }), 'rest')).toEqual(run(decoder, 'rest'));
    expect(() => restored(decoder)).toThrow(/uses the regressor nearest-row of your own/);
  });
});

describe('smoothing of one’s own', () => {
  it('decides last, shows its step, and counts in the latency', () => {
    const decoder = trained({}, { smoothing: [neverOpen] });
    const opening = run(decoder, 'hand-open');
    expect(opening.slice(6).every(({ decided, speed }) => decided === 'rest' && speed === 0)).toBe(true);
    expect(decoder.stepNames.at(-1)).toBe('never-open');
    expect(opening.at(-1)?.steps).toHaveLength(decoder.stepNames.length);
    expect(decoder.classes[opening.at(-1)?.steps.at(-2) ?? 0]).toBe('hand-open');
    expect(decoder.latency().smoothingMs).toBe(trained().latency().smoothingMs + 100);
    expect(run(restored(decoder, { smoothing: [neverOpen] }), 'hand-open')).toEqual(opening);
    expect(() => restored(decoder)).toThrow(/uses the smoothing never-open of your own/);
  });

  it('must decide for a class', () => {
    const wild: Smoothing = { name: 'wild', create: () => ({ push: () => 5, reset: () => undefined }) };
    expect(() => run(trained({}, { smoothing: [wild] }), 'rest')).toThrow(/smoothing wild: got decision 5/);
  });
});

describe('parts of one’s own that a kind of control has no use for', () => {
  const parts: Extensions = { classifier: nearestMean, regressor: nearestRow, smoothing: [neverOpen] };
  const warned = (control: string): string => training({ control }, parts).report.warnings.join(' ');

  it('are named in the warnings of training', () => {
    expect(warned('classification')).toBe(
      'The regressor of your own is left out: this is control by classification.',
    );
    for (const control of ['regression', 'direct']) {
      expect(warned(control)).toContain(`(never-open) is left out: this is control by ${control}`);
      expect(warned(control)).toContain('classifier of your own is left out');
    }
    expect(warned('direct')).toContain('The regressor of your own is left out');
    expect(warned('regression')).not.toContain('regressor');
  });
});
