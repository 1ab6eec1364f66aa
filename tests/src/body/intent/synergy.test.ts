import { describe, expect, it } from 'vitest';
import { intentFields } from '../../../../src/body/intent/intent-fields.js';
import { restingState, type IntentState } from '../../../../src/body/intent/intent-state.js';
import { Synergy, type SynergyMuscle } from '../../../../src/body/intent/synergy.js';
import type { MovementId } from '../../../../src/ground/movement/movement.js';
import { exactUser } from '../../../../src/body/intent/exact-user.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';

const muscle = (name: string, drives: Record<string, number>, change: Partial<SynergyMuscle> = {}) => ({
  name,
  drives,
  activationGain: 1,
  forceGain: 1,
  ...change,
});
const biceps = muscle('biceps', { 'elbow-flexion': 0.9, 'wrist-supination': 0.5 });
const brachialis = muscle('brachialis', { 'elbow-flexion': 0.6 });
const brachioradialis = muscle('brachioradialis', { 'elbow-flexion': 0.3 });
const triceps = muscle('triceps', { 'elbow-extension': 1 });
function targets(
  value: object,
  muscles: readonly SynergyMuscle[],
  activations: [MovementId, number][],
  { trial = 0, index = 0, seed = 1, anatomySeed = 1, guarding = 0 } = {},
): number[] {
  const synergy = new Synergy(parseFields(intentFields, value), muscles, {
    seed,
    anatomySeed,
    sampleRateHz: 1000,
    guarding,
  });
  const state: IntentState = {
    ...restingState(index),
    trial,
    activations: activations.map(([movement, strength]) => ({ movement, strength })),
  };
  const out = new Float64Array(muscles.length);
  synergy.forceTargets(state, out);
  return [...out];
}

describe('Synergy', () => {
  it('adds what each movement asks of each muscle, up to its maximum', () => {
    expect(targets(exactUser, [biceps, triceps], [['elbow-flexion', 0.5]])).toEqual([0.45, 0]);
    const both = targets(
      exactUser,
      [biceps, triceps],
      [
        ['elbow-flexion', 0.5],
        ['wrist-supination', 0.4],
      ],
    );
    expect(both[0]).toBeCloseTo(0.65, 12);
    expect(
      targets(
        exactUser,
        [biceps],
        [
          ['elbow-flexion', 1],
          ['wrist-supination', 1],
        ],
      ),
    ).toEqual([1]);
    expect(targets(exactUser, [biceps, triceps], [])).toEqual([0, 0]);
  });

  it('scales with voluntary activation: a nerve block leaves nothing', () => {
    const half = muscle('biceps', biceps.drives, { activationGain: 0.5 });
    const blocked = muscle('biceps', biceps.drives, { activationGain: 0 });
    expect(targets(exactUser, [half, blocked], [['elbow-flexion', 1]])).toEqual([0.45, 0]);
    expect(targets({ ...exactUser, restingTonePercent: 5 }, [blocked], [])).toEqual([0]);
  });

  it('spreads effort to the other muscles', () => {
    const [flexor, extensor] = targets(
      { ...exactUser, coContractionPercent: 10 },
      [biceps, triceps],
      [['elbow-flexion', 0.5]],
    );
    expect(extensor).toBeCloseTo(0.05, 12);
    expect(flexor).toBeCloseTo(0.45 + 0.55 * 0.05, 12);
  });

  it('varies shares from trial to trial by the dial, what one muscle does more, others do less', () => {
    const many = Array.from({ length: 20 }, (_, m) => muscle(`muscle ${m}`, { 'elbow-flexion': 0.9 }));
    const value = { ...exactUser, directionVariabilityPercent: 20 };
    const logs: number[] = [];
    for (let trial = 0; trial < 40; trial++) {
      const trials = targets(value, many, [['elbow-flexion', 0.5]], { trial });
      expect(trials.reduce((sum, x) => sum + x, 0)).toBeCloseTo(20 * 0.45, 10);
      logs.push(...trials.map((x) => Math.log(x / 0.45)));
    }
    const mean = logs.reduce((sum, v) => sum + v, 0) / logs.length;
    const sd = Math.sqrt(logs.reduce((sum, v) => sum + (v - mean) ** 2, 0) / logs.length);
    expect(Math.abs(sd - 0.2)).toBeLessThan(0.03);
    // Where one muscle does it all, only the effort as a whole can vary.
    expect(targets(value, [biceps, triceps], [['elbow-flexion', 0.5]])[0]).toBeCloseTo(0.45, 12);
  });

  it('draws each muscle’s variability from its own stream', () => {
    const value = { ...exactUser, directionVariabilityPercent: 30, wanderPercent: 20 };
    const ratio = (muscles: readonly SynergyMuscle[], seed = 1): number => {
      const found = targets(value, muscles, [['elbow-flexion', 0.3]], { trial: 3, index: 500, seed });
      return found[muscles.indexOf(biceps)] / found[muscles.indexOf(brachialis)];
    };
    expect(ratio([triceps, brachioradialis, brachialis, biceps])).toBeCloseTo(
      ratio([biceps, brachialis]),
      12,
    );
    expect(ratio([biceps, brachialis], 2)).not.toBeCloseTo(ratio([biceps, brachialis]), 2);
  });

  it('colours overlapping trials each with their own variability', () => {
    const spec = parseFields(intentFields, { ...exactUser, directionVariabilityPercent: 40 });
    const synergy = new Synergy(spec, [biceps, brachialis], { seed: 1, anatomySeed: 1, sampleRateHz: 1000 });
    const out = new Float64Array(2);
    const share = (activations: { trial: number; strength: number }[]): number => {
      const made = activations.map((a) => ({ ...a, movement: 'elbow-flexion' as const }));
      synergy.forceTargets({ ...restingState(0), trial: 9, activations: made }, out);
      return out[0];
    };
    const [a, b] = [share([{ trial: 4, strength: 0.2 }]), share([{ trial: 5, strength: 0.2 }])];
    expect(a).not.toBe(b);
    expect(
      share([
        { trial: 4, strength: 0.2 },
        { trial: 5, strength: 0.2 },
      ]),
    ).toBeCloseTo(a + b, 12);
  });

  it('takes another share of the effort from each muscle in another limb position, no more of it in all', () => {
    const at = (limbPosition: number, effort: [MovementId, number][]) =>
      targets(
        { ...exactUser, limbPosition, positionEffectPercent: 30 },
        [biceps, brachialis, triceps],
        effort,
      );
    expect(at(0, [['elbow-flexion', 0.5]])).toEqual([0.45, 0.3, 0]);
    const held = [1, 2, 3, 4].map((position) => at(position, []));
    const shares = [1, 2, 3, 4].map((position, p) =>
      at(position, [['elbow-flexion', 0.5]]).map((target, m) => target - held[p][m]),
    );
    for (const [m, share] of shares.entries()) {
      expect(share[0]).not.toBeCloseTo(0.45, 2);
      expect(share[0] + share[1]).toBeCloseTo(0.75, 10);
      // Holding the limb there takes activity too, other in each position.
      expect(held[m].reduce((sum, x) => sum + x, 0)).toBeGreaterThan(0);
    }
    expect(new Set(shares.map(([share]) => share)).size).toBe(4);
    expect(new Set(held.map(([tone]) => tone)).size).toBe(4);
  });

  it('does on another day what it did, differently', () => {
    const at = (day: number, dayDriftDb: number) =>
      targets({ ...exactUser, day, dayDriftDb }, [biceps, triceps], [['elbow-flexion', 0.3]])[0] / 0.27;
    expect(at(0, 6)).toBeCloseTo(1, 12);
    expect(at(3, 0)).toBeCloseTo(1, 12);
    const days = Array.from({ length: 300 }, (_, d) => 20 * Math.log10(at(d + 1, 2)));
    const mean = days.reduce((sum, x) => sum + x, 0) / days.length;
    const sd = Math.sqrt(days.reduce((sum, x) => sum + (x - mean) ** 2, 0) / days.length);
    expect(Math.abs(mean)).toBeLessThan(0.4);
    expect(Math.abs(sd - 2)).toBeLessThan(0.3);
  });

  it('moves patterns towards their mean where muscles are not singled out, and keeps the effort', () => {
    const share = (selectivityPercent: number, movement: MovementId) =>
      targets({ ...exactUser, selectivityPercent }, [biceps, triceps], [[movement, 0.5]]);
    const [flexor, other] = share(40, 'elbow-flexion');
    expect(flexor).toBeGreaterThan(other);
    expect(other).toBeGreaterThan(0.05);
    expect(flexor + other).toBeCloseTo(0.45, 12);
    const mean = share(0, 'elbow-flexion');
    share(0, 'elbow-extension').forEach((x, m) => expect(x / mean[m]).toBeCloseTo(1 / 0.9, 12));
    expect(share(40, 'hand-close')).toEqual([0, 0]);
  });

  it('overflows at strong efforts, however weak the movement, unevenly and other in each trial', () => {
    const value = { ...exactUser, overflowPercent: 10 };
    const spilt = (strength: number, trial = 0) =>
      targets(value, [biceps, triceps], [['elbow-flexion', strength]], { trial })[1];
    expect(spilt(0.3)).toBeLessThan(0.03 * spilt(1));
    const trials = Array.from({ length: 200 }, (_, trial) => spilt(1, trial));
    expect(Math.abs(trials.reduce((sum, x) => sum + x, 0) / 200 - 0.1)).toBeLessThan(0.015);
    expect(new Set(trials).size).toBe(200);
    const weak = { ...value, movementStrengthDb: { 'elbow-flexion': -20 } };
    expect(targets(weak, [biceps, triceps], [['elbow-flexion', 0.1]])[1]).toBeCloseTo(spilt(1), 12);
  });

  it('never quite rests: an uneven tone that drifts slowly, partly together', () => {
    const value = { ...exactUser, restingTonePercent: 2, toneDriftPercent: 50 };
    const many = Array.from({ length: 12 }, (_, m) => muscle(`muscle ${m}`, {}));
    const courses = Array.from({ length: 400 }, (_, i) => targets(value, many, [], { index: i * 2500 }));
    const mean = courses.flat().reduce((sum, x) => sum + x, 0) / (400 * 12);
    expect(Math.abs(mean - 0.02)).toBeLessThan(0.008);
    const logs = courses.map((course) => course.map((x) => Math.log(x)));
    const average = many.map((_, m) => logs.reduce((sum, row) => sum + row[m], 0) / 400);
    const covariance = (a: number, b: number): number =>
      logs.reduce((sum, row) => sum + (row[a] - average[a]) * (row[b] - average[b]), 0) / 400;
    expect(Math.abs(covariance(0, 0) - 0.25)).toBeLessThan(0.06);
    expect(Math.abs(covariance(0, 1) - 0.125)).toBeLessThan(0.05);
    const [now, soon] = [0, 100].map((index) => targets(value, many, [], { index })[0]);
    expect(Math.abs(Math.log(soon / now))).toBeLessThan(0.05);
  });

  it('changes with limb position as is this person’s way, whatever the session', () => {
    const at = (luck: { seed?: number; anatomySeed?: number }) =>
      targets(
        { ...exactUser, limbPosition: 1, positionEffectPercent: 30 },
        [biceps, triceps],
        [['elbow-flexion', 0.5]],
        luck,
      );
    expect(at({ seed: 2 })).toEqual(at({ seed: 1 }));
    expect(at({ anatomySeed: 2 })).not.toEqual(at({ anatomySeed: 1 }));
  });

  it('asks more of a weak muscle for the same load', () => {
    const weak = muscle('biceps', {}, { forceGain: 0.5 });
    const [strong] = targets({ ...exactUser, loadPercent: 5 }, [biceps], []);
    const [tired] = targets({ ...exactUser, loadPercent: 5 }, [weak], []);
    expect(strong).toBeGreaterThan(0);
    expect(tired).toBeCloseTo(2 * strong, 12);
  });

  it('guards with co-contraction in effort and irregular bursts at rest', () => {
    const [, guarded] = targets(exactUser, [biceps, triceps], [['elbow-flexion', 0.6]], { guarding: 1 });
    expect(guarded).toBeGreaterThanOrEqual(0.15 - 1e-12);
    let active = 0;
    let highest = 0;
    for (let index = 0; index < 60_000; index += 100) {
      const [rest] = targets(exactUser, [biceps], [], { guarding: 1, index });
      if (rest > 0.005) active++;
      highest = Math.max(highest, rest);
    }
    expect(active / 600).toBeGreaterThan(0.05);
    expect(active / 600).toBeLessThan(0.4);
    expect(highest).toBeLessThanOrEqual(0.15);
    expect(highest).toBeGreaterThan(0.03);
  });

  it('lets shares drift slowly within a contraction, by what the dial says, and alike for the same index', () => {
    const value = { ...exactUser, wanderPercent: 20 };
    const at = (index: number): number => {
      const [one, other] = targets(value, [biceps, brachialis], [['elbow-flexion', 0.5]], { index });
      expect(one + other).toBeCloseTo(0.75, 10);
      return one / other;
    };
    const course = Array.from({ length: 2000 }, (_, i) => Math.log(at(i * 100) / 1.5));
    const mean = course.reduce((sum, x) => sum + x, 0) / course.length;
    const sd = Math.sqrt(course.reduce((sum, x) => sum + (x - mean) ** 2, 0) / course.length);
    // A ratio of two that drift by 0.2 each.
    expect(sd).toBeGreaterThan(0.17 * Math.SQRT2);
    expect(sd).toBeLessThan(0.23 * Math.SQRT2);
    // A tenth of a second changes little.
    for (let i = 1; i < course.length; i++) expect(Math.abs(course[i] - course[i - 1])).toBeLessThan(0.3);
    expect(at(12345)).toBe(at(12345));
  });
});
