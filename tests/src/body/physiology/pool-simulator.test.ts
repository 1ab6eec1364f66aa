import { beforeAll, describe, expect, it } from 'vitest';
import { createDischarges } from '../../../../src/body/physiology/discharges.js';
import { motorUnitFields, type MotorUnitSpec } from '../../../../src/body/physiology/motor-unit-fields.js';
import { createPool } from '../../../../src/body/physiology/motor-unit-pool.js';
import { PoolSimulator } from '../../../../src/body/physiology/pool-simulator.js';
import { quantumSamples } from '../../../../src/body/physiology/quantum.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';

interface Run {
  /** Per quantum. */
  force: number[];
  /** Discharge times per unit, s. */
  times: number[][];
}

const specOf = (change: Partial<MotorUnitSpec> = {}): MotorUnitSpec => parseFields(motorUnitFields, change);

function simulator(
  change: Partial<MotorUnitSpec> = {},
  { range = 30, seed = 1, rate = 1000, name = 'biceps', units = 120, peakRateHz = 32 } = {},
) {
  const muscle = { name, unitCount: units, recruitmentRange: range, peakRateHz, fibreDiameterScale: 1 };
  return new PoolSimulator(createPool(specOf(change), muscle, seed), rate, seed);
}

function run(sim: PoolSimulator, target: number, seconds: number, skip = 1): Run {
  const out = createDischarges(sim.pool.size);
  const samples = quantumSamples(sim.sampleRateHz);
  const result: Run = { force: [], times: Array.from({ length: sim.pool.size }, () => []) };
  for (let q = 0; q < seconds * 100; q++) {
    sim.advance(target, samples, out);
    if (q < skip * 100) continue;
    result.force.push(sim.force);
    for (let k = 0; k < out.count; k++)
      result.times[out.unit[k]].push((q * samples + out.offset[k]) / sim.sampleRateHz);
  }
  return result;
}

const meanOf = (x: readonly number[]): number => x.reduce((sum, v) => sum + v, 0) / x.length;
const cvOf = (x: readonly number[]): number => {
  const mean = meanOf(x);
  return Math.sqrt(meanOf(x.map((v) => (v - mean) ** 2))) / mean;
};
const intervalsOf = (times: readonly number[]): number[] => times.slice(1).map((t, i) => t - times[i]);

describe('force', () => {
  // Conformance row 3 and the calibration of excitation: averaged over seeds.
  const levels = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];
  const means: number[] = [];
  const cvs: number[] = [];
  beforeAll(() => {
    for (const level of levels) {
      const runs = [1, 2, 3].map((seed) => run(simulator({}, { seed }), level, 31).force);
      means.push(meanOf(runs.map(meanOf)));
      cvs.push(meanOf(runs.map(cvOf)));
    }
  });

  it('is what was asked for, to 1 % of MVC', () => {
    for (const [k, level] of levels.entries())
      expect(Math.abs(means[k] - level), `at ${level}`).toBeLessThan(level === 1 ? 0.02 : 0.01);
  });

  it('varies much in the weakest efforts, and by 1 to 3 % from 20 % MVC on', () => {
    const [weakest, weak, , ...above] = cvs;
    expect(weakest).toBeGreaterThan(1.3 * above[0]);
    expect(weak).toBeGreaterThan(1.1 * above[0]);
    for (const cv of above) {
      expect(cv).toBeGreaterThan(0.01);
      expect(cv).toBeLessThan(0.03);
    }
  });

  it('varies by the common drive more than by the units’ own intervals in a large pool above the lowest forces', () => {
    const own = (level: number): number =>
      cvOf(run(simulator({ commonDrivePercent: 0 }, { units: 400 }), level, 21).force);
    const all = (level: number): number => cvOf(run(simulator({}, { units: 400 }), level, 21).force);
    for (const level of [0.3, 0.6]) expect(all(level) / own(level)).toBeGreaterThan(Math.SQRT2);
    expect(all(0.02) / own(0.02)).toBeLessThan(Math.SQRT2);
  });

  it('follows a twitch: one unit’s discharge is P t/T e^(−t/T)', () => {
    const sim = simulator({}, { rate: 2000 });
    const out = createDischarges(120);
    const excite = sim.pool.recruitmentThreshold[0] / sim.pool.maximalExcitation;
    // Excite only until the first discharge; what follows is the decay of one twitch.
    let target = 1e-4;
    while (sim.excitationFor(target) < excite * 1.001) target *= 1.2;
    let waited = 0;
    do sim.advance(target, 20, out);
    while (out.count === 0 && waited++ < 100);
    expect(out.count).toBe(1);
    const unit = out.unit[0];
    const time = sim.pool.contractionTimeMs[unit] / 1000;
    const start = (20 - out.offset[0]) / 2000;
    const course: number[] = [];
    for (let q = 0; q < 50; q++) {
      sim.advance(0, 20, out);
      course.push(sim.force);
    }
    const twitch = course.map((_, q) => {
      const t = (start + 0.01 * (q + 1)) / time;
      return t * Math.exp(-t);
    });
    const scale = course[8] / twitch[8];
    for (const [q, force] of course.entries()) expect(force / scale).toBeCloseTo(twitch[q], 2);
  });

  it('is nothing at rest, and dies away after an effort', () => {
    const sim = simulator();
    expect(Math.max(...run(sim, 0, 2, 0).force)).toBe(0);
    run(sim, 0.5, 2);
    const rest = run(sim, 0, 3, 2);
    expect(Math.max(...rest.force)).toBeLessThan(1e-6);
    expect(rest.times.flat()).toHaveLength(0);
    expect(sim.excitation).toBe(0);
  });

  it('clips targets beyond the maximum', () => {
    const [over, full] = [run(simulator(), 3, 3), run(simulator(), 1, 3)];
    expect(over.force).toEqual(full.force);
  });
});

describe('discharge', () => {
  // Conformance row 2.
  it.each([
    [0.1, 8, 16],
    [0.3, 8, 23],
    [0.6, 8, 30],
  ])('at %f MVC has plausible rates and an interval variation of 0.12 to 0.25', (level, low, high) => {
    const { times } = run(simulator(), level, 21);
    const steady = times.filter((t) => t.length > 5 * 20);
    const rates = steady.map((t) => 1 / meanOf(intervalsOf(t)));
    const variation = meanOf(steady.map((t) => cvOf(intervalsOf(t))));
    expect(variation).toBeGreaterThan(0.12);
    expect(variation).toBeLessThan(0.25);
    expect(meanOf(rates)).toBeGreaterThan(low);
    expect(meanOf(rates)).toBeLessThan(high);
    // A fourfold range about a mean of 32 Hz at most.
    expect(Math.max(...rates)).toBeLessThan(70);
  });

  it.each(['fuglevand', 'de-luca'] as const)(
    'makes earlier units faster at every force, in the mean (%s: onion skin)',
    (rateLaw) => {
      for (const level of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
        const rates = [1, 2, 3].flatMap((seed) => {
          const { times } = run(simulator({ rateLaw, commonDrivePercent: 0 }, { seed }), level, 11);
          const active = times.filter((t) => t.length > 10).map((t) => t.length / 10);
          const third = Math.floor(active.length / 3);
          return [
            [
              meanOf(active.slice(0, third)),
              meanOf(active.slice(third, -third)),
              meanOf(active.slice(-third)),
            ],
          ];
        });
        const [early, middle, late] = [0, 1, 2].map((part) => meanOf(rates.map((third) => third[part])));
        expect(early, `at ${level}`).toBeGreaterThan(middle);
        expect(middle, `at ${level}`).toBeGreaterThan(late);
      }
    },
  );

  it('scatters as people’s do in a maximal effort: biceps 31.1 ± 10.1, soleus 10.7 ± 2.9 Hz', () => {
    const rates = (peakRateHz: number): number[] =>
      [1, 2, 3].flatMap((seed) =>
        run(simulator({}, { seed, peakRateHz }), 1, 21).times.map((t) => t.length / 20),
      );
    for (const [wanted, variation] of [
      [31.1, 10.1 / 31.1],
      [10.7, 2.9 / 10.7],
    ]) {
      expect(Math.abs(meanOf(rates(wanted)) / wanted - 1)).toBeLessThan(0.05);
      expect(Math.abs(cvOf(rates(wanted)) - variation)).toBeLessThan(0.05);
    }
  });

  it('has De Luca’s rates: 15 to 17 Hz over active units at 10 % MVC, 17 to 19 at 60 %', () => {
    const rate = (level: number): number => {
      const { times } = run(simulator({ rateLaw: 'de-luca' }), level, 21);
      return meanOf(times.filter((t) => t.length > 20).map((t) => t.length / 20));
    };
    expect(Math.abs(rate(0.1) - 16)).toBeLessThan(1.5);
    expect(Math.abs(rate(0.6) - 18)).toBeLessThan(1.5);
  });

  it('goes on below the threshold by as much as ΔF says, at lower rates, and is silent at rest', () => {
    /** Excitation at which a unit starts and stops in a slow triangle, and its last rate. */
    const triangle = (persistentInwardHz: number): { drop: number; last: number } => {
      const sim = simulator({ persistentInwardHz, commonDrivePercent: 0, rateScatterPercent: 0 });
      const out = createDischarges(120);
      const unit = 90;
      const seen: { excitation: number; at: number }[] = [];
      for (let q = 0; q < 4000; q++) {
        sim.advance(Math.max(0, 0.6 * (1 - Math.abs(q - 1900) / 1900)), 10, out);
        for (let k = 0; k < out.count; k++)
          if (out.unit[k] === unit) seen.push({ excitation: sim.excitation, at: q * 10 + out.offset[k] });
      }
      const drop = (seen[0].excitation - seen[seen.length - 1].excitation) * sim.pool.maximalExcitation;
      return { drop, last: 3000 / (seen[seen.length - 1].at - seen[seen.length - 4].at) };
    };
    const [none, some] = [triangle(0), triangle(4)];
    // A gain of 1 Hz per unit of excitation: ΔF in Hz is the drop in excitation.
    expect(Math.abs(none.drop)).toBeLessThan(0.8);
    expect(Math.abs(some.drop - 4)).toBeLessThan(0.8);
    expect(some.last).toBeLessThan(none.last - 1);
    const sim = simulator({ persistentInwardHz: 8 });
    run(sim, 0.5, 2);
    expect(run(sim, 0, 2, 0.05).times.flat()).toHaveLength(0);
  });

  it('opens a sudden effort with doublets where asked, in as many units as asked, and a slow one with none', () => {
    const doublets = (doubletPercent: number, slow: boolean): number => {
      const sim = simulator({ doubletPercent }, { rate: 10000 });
      const out = createDischarges(120);
      const times: number[][] = Array.from({ length: 120 }, () => []);
      for (let q = 0; q < 200; q++) {
        sim.advance(slow ? q / 200 : 1, 100, out);
        for (let k = 0; k < out.count; k++) times[out.unit[k]].push(q * 10 + out.offset[k] / 10);
      }
      return times.filter(([first, second]) => second - first < 8).length;
    };
    expect(doublets(100, false)).toBe(120);
    expect(doublets(33, false)).toBeGreaterThan(25);
    expect(doublets(33, false)).toBeLessThan(55);
    expect(doublets(100, true)).toBe(0);
    expect(doublets(0, false)).toBe(0);
  });

  it('is slow in weak contractions: 8.3 ± 3.1 Hz is what was decomposed from people', () => {
    const { times } = run(simulator(), 0.03, 31);
    const rates = times.filter((t) => t.length > 30).map((t) => 1 / meanOf(intervalsOf(t)));
    expect(Math.abs(meanOf(rates) - 8.3)).toBeLessThan(3.1);
  });

  it.each(['normal', 'gamma'] as const)('sets the variation of %s intervals', (intervalDistribution) => {
    const cv = (intervalCv: number): number => {
      const { times } = run(
        simulator({ intervalDistribution, intervalCv, recruitmentCv: intervalCv, commonDrivePercent: 0 }),
        0.5,
        21,
      );
      return meanOf(times.slice(0, 60).map((t) => cvOf(intervalsOf(t))));
    };
    expect(cv(0.1)).toBeCloseTo(0.1, 2);
    expect(cv(0.3)).toBeCloseTo(0.3, 1.7);
  });

  it('keeps the refractory floor, also when effort jumps', () => {
    const sim = simulator({ refractoryMs: 15, intervalCv: 0.3 }, { rate: 10000 });
    const out = createDischarges(120);
    const last = new Float64Array(120).fill(-1);
    let shortest = 1;
    for (let q = 0; q < 1500; q++) {
      sim.advance(q % 20 < 10 ? 0.02 : 1, 100, out);
      for (let k = 0; k < out.count; k++) {
        const t = (q * 100 + out.offset[k]) / 10000;
        shortest = Math.min(shortest, t - last[out.unit[k]]);
        last[out.unit[k]] = t;
      }
    }
    expect(shortest).toBeGreaterThanOrEqual(0.0149);
    expect(shortest).toBeLessThan(0.02);
  });

  it('shares slow fluctuation: common drive correlates the force of separate halves of the pool', () => {
    const together = (change: Partial<MotorUnitSpec>): number => {
      const { times } = run(simulator(change), 0.5, 41);
      // Discharges per 200 ms of the even and of the odd units.
      const counts = [new Float64Array(200), new Float64Array(200)];
      for (const [unit, t] of times.entries())
        for (const s of t) counts[unit % 2][Math.floor((s - 1) / 0.2)]++;
      const [a, b] = counts.map((c) => Array.from(c, (v) => v - meanOf([...c])));
      const product = meanOf(a.map((v, i) => v * b[i]));
      return product / Math.sqrt(meanOf(a.map((v) => v * v)) * meanOf(b.map((v) => v * v)));
    };
    expect(together({ commonDrivePercent: 3 })).toBeGreaterThan(0.3);
    expect(Math.abs(together({ commonDrivePercent: 0 }))).toBeLessThan(0.25);
  });
});

describe('determinism', () => {
  it('repeats itself, whatever other pools do in between', () => {
    const alone = run(simulator(), 0.4, 3, 0);
    const [sim, other] = [simulator(), simulator({}, { name: 'triceps' })];
    const [out, aside] = [createDischarges(120), createDischarges(120)];
    const times: number[] = [];
    for (let q = 0; q < 300; q++) {
      sim.advance(0.4, 10, out);
      other.advance(0.9, 10, aside);
      for (let k = 0; k < out.count; k++) times.push((q * 10 + out.offset[k]) / 1000);
    }
    expect(times.sort((a, b) => a - b)).toEqual(alone.times.flat().sort((a, b) => a - b));
    expect(sim.force).toBe(alone.force.at(-1));
  });

  it('is not disturbed by being looked at, tired or not', () => {
    const [quiet, watched] = [simulator({ fatigue: true }), simulator({ fatigue: true })];
    const out = createDischarges(120);
    let seen = 0;
    for (let q = 0; q < 1000; q++) {
      const target = q % 300 < 200 ? 0.7 : 0.2;
      quiet.advance(target, 10, out);
      watched.advance(target, 10, out);
      seen += watched.capacity + watched.excitationFor((q % 100) / 100);
    }
    expect(seen).toBeGreaterThan(0);
    expect(watched.force).toBe(quiet.force);
    expect(watched.velocityScale).toEqual(quiet.velocityScale);
  });

  it('differs between muscles and seeds', () => {
    const first = run(simulator(), 0.4, 2).force.at(-1);
    expect(run(simulator({}, { name: 'triceps' }), 0.4, 2).force.at(-1)).not.toBe(first);
    expect(run(simulator({}, { seed: 2 }), 0.4, 2).force.at(-1)).not.toBe(first);
  });

  it('has discharge times that do not depend on the sampling rate', () => {
    const [coarse, fine] = [run(simulator(), 0.3, 3, 0), run(simulator({}, { rate: 8000 }), 0.3, 3, 0)];
    for (const [unit, times] of coarse.times.entries()) {
      expect(times).toHaveLength(fine.times[unit].length);
      for (const [k, t] of times.entries()) expect(Math.abs(t - fine.times[unit][k])).toBeLessThan(0.0011);
    }
  });
});

describe('fatigue', () => {
  it('holds 50 % MVC by more excitation until the units give out, then recovers', () => {
    const sim = simulator({ fatigue: true });
    const early = meanOf(run(sim, 0.5, 5).force);
    const excitation = sim.excitationFor(0.5);
    const late = meanOf(run(sim, 0.5, 75, 65).force);
    expect(early).toBeCloseTo(0.5, 1.5);
    expect(late).toBeCloseTo(0.5, 1.5);
    expect(sim.excitationFor(0.5)).toBeGreaterThan(1.2 * excitation);
    expect(sim.capacity).toBeLessThan(0.65);
    const spent = meanOf(run(sim, 0.5, 100, 90).force);
    expect(spent).toBeLessThan(0.42);
    const velocity = meanOf([...sim.velocityScale]);
    expect(velocity).toBeLessThan(0.8);
    run(sim, 0, 240);
    expect(sim.capacity).toBeGreaterThan(0.8);
    expect(meanOf([...sim.velocityScale])).toBeGreaterThan(0.9);
  });

  it('falls at once from a maximal effort', () => {
    const { force } = run(simulator({ fatigue: true }, { range: 50 }), 1, 60, 0);
    expect(meanOf(force.slice(100, 300))).toBeGreaterThan(0.9);
    expect(meanOf(force.slice(5800))).toBeLessThan(0.65);
    expect(meanOf(force.slice(5800))).toBeGreaterThan(0.4);
  });

  it('slows the units that carry the signal by 20 to 50 % by the time 50 % MVC fails', () => {
    const sim = simulator({ fatigue: true });
    const { times } = run(sim, 0.5, 105, 100);
    const { fibreCount } = sim.pool;
    let [weights, sum] = [0, 0];
    for (const [unit, t] of times.entries()) {
      const weight = t.length * fibreCount[unit] ** 2;
      weights += weight;
      sum += weight * sim.velocityScale[unit];
    }
    expect(sum / weights).toBeLessThan(0.8);
    expect(sum / weights).toBeGreaterThan(0.5);
  });

  it('changes nothing when off, and rests the units when switched off', () => {
    const sim = simulator();
    run(sim, 0.8, 10);
    expect(Math.min(...sim.velocityScale)).toBe(1);
    expect(sim.capacity).toBeCloseTo(1, 12);
    sim.update(specOf({ fatigue: true }));
    run(sim, 0.8, 20);
    expect(sim.capacity).toBeLessThan(0.9);
    sim.update(specOf());
    expect(sim.capacity).toBeCloseTo(1, 12);
    expect(meanOf(run(sim, 0.5, 11).force)).toBeCloseTo(0.5, 1.7);
  });
});
