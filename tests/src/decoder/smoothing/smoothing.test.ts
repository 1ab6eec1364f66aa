import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BayesianFusion } from '../../../../src/decoder/smoothing/bayesian-fusion.js';
import { ConfidenceRejection } from '../../../../src/decoder/smoothing/confidence-rejection.js';
import { deadband } from '../../../../src/decoder/smoothing/deadband.js';
import { Debounce } from '../../../../src/decoder/smoothing/debounce.js';
import { DecisionSmoother, smoothingDelayMs } from '../../../../src/decoder/smoothing/decision-smoother.js';
import { MajorityVote } from '../../../../src/decoder/smoothing/majority-vote.js';
import { OneEuroFilter } from '../../../../src/decoder/smoothing/one-euro-filter.js';
import { OnsetThreshold } from '../../../../src/decoder/smoothing/onset-threshold.js';
import { smoothingFields } from '../../../../src/decoder/smoothing/smoothing-fields.js';
import { VelocityRamp } from '../../../../src/decoder/smoothing/velocity-ramp.js';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';

describe('MajorityVote', () => {
  it('outvotes a stray decision', () => {
    const vote = new MajorityVote(3, 3);
    expect([0, 0, 2, 0, 0, 1, 1].map((decision) => vote.push(decision))).toEqual([0, 0, 0, 0, 0, 0, 1]);
  });

  it('equals a count over the last N, the newest of equals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 60 }),
        (votes, decisions) => {
          const vote = new MajorityVote(votes, 4);
          decisions.forEach((decision, n) => {
            const recent = decisions.slice(Math.max(0, n + 1 - votes), n + 1).reverse();
            const count = (k: number): number => recent.filter((other) => other === k).length;
            const expected = recent.reduce((best, k) => (count(k) > count(best) ? k : best), recent[0]);
            expect(vote.push(decision)).toBe(expected);
          });
          vote.reset();
          expect(vote.push(2)).toBe(2);
        },
      ),
    );
  });
});

describe('BayesianFusion', () => {
  it('multiplies and normalises', () => {
    const fusion = new BayesianFusion(2, 2);
    const out = new Float64Array(2);
    fusion.push(Float64Array.of(0.6, 0.4), out);
    expect(out[0]).toBeCloseTo(0.6, 12);
    fusion.push(Float64Array.of(0.8, 0.2), out);
    expect(out[0]).toBeCloseTo(0.48 / (0.48 + 0.08), 12);
    fusion.push(Float64Array.of(0.5, 0.5), out);
    expect(out[0]).toBeCloseTo(0.8, 12);
    fusion.reset();
    fusion.push(Float64Array.of(0.3, 0.7), out);
    expect(out[0]).toBeCloseTo(0.3, 12);
  });

  it('one window that excludes a class does not exclude it for ever', () => {
    const fusion = new BayesianFusion(3, 2);
    const out = new Float64Array(2);
    fusion.push(Float64Array.of(1, 0), out);
    fusion.push(Float64Array.of(0, 1), out);
    fusion.push(Float64Array.of(0, 1), out);
    expect(out[1]).toBeGreaterThan(0.99);
  });
});

describe('single steps', () => {
  it('rejects below the class’s own threshold, otherwise the global one', () => {
    const rejection = new ConfidenceRejection(0.5, { b: 0.9, toString: 1 }, ['a', 'b']);
    expect(rejection.rejects(0, 0.49)).toBe(true);
    expect(rejection.rejects(0, 0.5)).toBe(false);
    expect(rejection.rejects(1, 0.89)).toBe(true);
    expect(rejection.rejects(1, 0.9)).toBe(false);
  });

  it('debounces', () => {
    const debounce = new Debounce(3, 0);
    expect([1, 1, 1, 2, 1, 2, 2, 2].map((k) => debounce.push(k))).toEqual([0, 0, 1, 1, 1, 1, 1, 2]);
    debounce.reset();
    expect(debounce.push(2)).toBe(0);
  });

  it('lets movement begin above rest only', () => {
    const onset = new OnsetThreshold(3, { mean: 10, sd: 2 });
    expect(onset.level).toBe(16);
    expect(onset.passes(15.9)).toBe(false);
    expect(onset.passes(16)).toBe(true);
    expect(new OnsetThreshold(0, { mean: 10, sd: 2 }).passes(0)).toBe(true);
  });

  it('ramps as BioPatRec: +1 when decided, −downCount otherwise', () => {
    const ramp = new VelocityRamp(4, 2, 2);
    expect([0, 0, 0, 0, 0].map((k) => ramp.push(k))).toEqual([0.25, 0.5, 0.75, 1, 1]);
    expect(ramp.push(1)).toBe(0.25);
    expect(ramp.push(0)).toBe(0.75);
    expect(ramp.push(-1)).toBe(0);
    expect(ramp.push(0)).toBe(0.5);
    expect(new VelocityRamp(0, 2, 2).push(0)).toBe(1);
  });

  it('deadband is zero inside, continuous, and reaches one', () => {
    expect(deadband(0.1, 0.1)).toBe(0);
    expect(deadband(-0.55, 0.1)).toBeCloseTo(-0.5, 12);
    expect(deadband(1, 0.3)).toBe(1);
    expect(deadband(-3, 0.3)).toBe(-1);
    expect(deadband(0.1 + 1e-9, 0.1)).toBeLessThan(1e-8);
  });
});

describe('OneEuroFilter', () => {
  it('is a first-order low-pass at standstill: e⁻¹ of a step left after one time constant', () => {
    const filter = new OneEuroFilter(1, 0);
    filter.push(0, 1e-4);
    let value = 0;
    for (let n = 0; n < Math.round(1e4 / (2 * Math.PI)); n++) value = filter.push(1, 1e-4);
    expect(value).toBeCloseTo(1 - Math.exp(-1), 3);
  });

  it('follows quicker with beta, passes through when off, starts at the first value', () => {
    const after = (beta: number): number => {
      const filter = new OneEuroFilter(1, beta);
      filter.push(0, 0.05);
      return filter.push(1, 0.05);
    };
    expect(after(5)).toBeGreaterThan(after(0) + 0.1);
    expect(new OneEuroFilter(0, 1).push(0.7, 0.05)).toBe(0.7);
    const filter = new OneEuroFilter(1, 1);
    filter.push(5, 0.05);
    filter.reset();
    expect(filter.push(2, 0.05)).toBe(2);
  });
});

describe('DecisionSmoother', () => {
  const classes = ['hand-close', 'rest'];
  const spec = {
    ...defaultsOf(smoothingFields),
    majorityVotes: 3,
    rejectBelow: 0.7,
    onsetRestSd: 3,
    debounceDecisions: 2,
    rampDecisions: 4,
  };

  it('shows the class after each step', () => {
    const smoother = new DecisionSmoother({
      smoothing: spec,
      classes,
      restAmplitude: { mean: 1, sd: 1 },
      own: [],
    });
    const close = Float64Array.of(0.9, 0.1);
    expect(Array.from(smoother.push(Float64Array.of(0.6, 0.4), 10).steps)).toEqual([0, 0, 1, 1, 1, 1]);
    expect(Array.from(smoother.push(close, 10).steps)).toEqual([0, 0, 0, 0, 0, 1]);
    const third = smoother.push(close, 10);
    expect(Array.from(third.steps)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(third.gain).toBe(0.25);
    expect(third.rejected).toBe(false);
    const quiet = smoother.push(close, 3);
    expect(Array.from(quiet.steps)).toEqual([0, 0, 0, 0, 1, 0]);
    smoother.reset();
    expect(Array.from(smoother.push(close, 10).steps)).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it('holds rest where no class is rest', () => {
    const smoother = new DecisionSmoother({
      smoothing: { ...spec, majorityVotes: 1 },
      classes: ['a', 'b'],
      restAmplitude: { mean: 0, sd: 0 },
      own: [],
    });
    const { steps, rejected, confidence } = smoother.push(Float64Array.of(0.6, 0.4), 1);
    expect(Array.from(steps)).toEqual([0, 0, -1, -1, -1, -1]);
    expect(rejected).toBe(true);
    expect(confidence).toBeCloseTo(0.6, 12);
  });

  it('knows its delay', () => {
    expect(smoothingDelayMs(defaultsOf(smoothingFields), 50)).toBe(50);
    expect(smoothingDelayMs(spec, 50)).toBe(100);
    expect(smoothingDelayMs({ ...spec, majorityVotes: 1, debounceDecisions: 1 }, 50)).toBe(0);
    // Two of four votes are enough, the newest of equals wins: no later than two of three.
    expect(
      [2, 3, 4, 5].map((majorityVotes) =>
        smoothingDelayMs({ ...defaultsOf(smoothingFields), majorityVotes }, 50),
      ),
    ).toEqual([0, 50, 50, 100]);
  });
});
