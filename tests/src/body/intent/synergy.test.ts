import { describe, expect, it } from 'vitest';
import { intentFields } from '../../../../src/body/intent/intent-fields.js';
import { restingState, type IntentState } from '../../../../src/body/intent/intent-state.js';
import { Synergy, type SynergyMuscle } from '../../../../src/body/intent/synergy.js';
import type { MovementId } from '../../../../src/ground/movement/movement.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';

const muscle = (name: string, drives: Record<string, number>, change: Partial<SynergyMuscle> = {}) => ({
  name,
  drives,
  activationGain: 1,
  forceGain: 1,
  ...change,
});
const biceps = muscle('biceps', { 'elbow-flexion': 0.9, 'wrist-supination': 0.5 });
const triceps = muscle('triceps', { 'elbow-extension': 1 });
const still = { directionVariabilityPercent: 0, wanderPercent: 0, coContractionPercent: 0 };

function targets(
  value: object,
  muscles: readonly SynergyMuscle[],
  activations: [MovementId, number][],
  { trial = 0, index = 0, seed = 1, guarding = 0 } = {},
): number[] {
  const synergy = new Synergy(parseFields(intentFields, value), muscles, {
    seed,
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
    expect(targets(still, [biceps, triceps], [['elbow-flexion', 0.5]])).toEqual([0.45, 0]);
    const both = targets(
      still,
      [biceps, triceps],
      [
        ['elbow-flexion', 0.5],
        ['wrist-supination', 0.4],
      ],
    );
    expect(both[0]).toBeCloseTo(0.65, 12);
    expect(
      targets(
        still,
        [biceps],
        [
          ['elbow-flexion', 1],
          ['wrist-supination', 1],
        ],
      ),
    ).toEqual([1]);
    expect(targets(still, [biceps, triceps], [])).toEqual([0, 0]);
  });

  it('scales with voluntary activation: a nerve block leaves nothing', () => {
    const half = muscle('biceps', biceps.drives, { activationGain: 0.5 });
    const blocked = muscle('biceps', biceps.drives, { activationGain: 0 });
    expect(targets(still, [half, blocked], [['elbow-flexion', 1]])).toEqual([0.45, 0]);
    expect(targets({ ...still, restingTonePercent: 5 }, [blocked], [])).toEqual([0]);
  });

  it('spreads effort to the other muscles', () => {
    const [flexor, extensor] = targets(
      { ...still, coContractionPercent: 10 },
      [biceps, triceps],
      [['elbow-flexion', 0.5]],
    );
    expect(extensor).toBeCloseTo(0.05, 12);
    expect(flexor).toBeCloseTo(0.45 + 0.55 * 0.05, 12);
  });

  it('varies from trial to trial by the dial, with the same mean', () => {
    const shares = Array.from({ length: 400 }, (_, trial) => {
      const value = { ...still, directionVariabilityPercent: 20 };
      return targets(value, [biceps], [['elbow-flexion', 0.5]], { trial })[0] / 0.45;
    });
    const mean = shares.reduce((sum, v) => sum + v, 0) / shares.length;
    const sd = Math.sqrt(shares.reduce((sum, v) => sum + (v - mean) ** 2, 0) / shares.length);
    expect(Math.abs(mean - 1)).toBeLessThan(0.04);
    expect(Math.abs(sd - 0.2)).toBeLessThan(0.04);
  });

  it('draws each muscle’s variability from its own stream', () => {
    const value = { directionVariabilityPercent: 30, limbPosition: 2 };
    const alone = targets(value, [biceps], [['elbow-flexion', 0.5]], { trial: 3 });
    const joined = targets(value, [triceps, biceps], [['elbow-flexion', 0.5]], { trial: 3 });
    expect(joined[1]).toBe(alone[0]);
    expect(targets(value, [biceps], [['elbow-flexion', 0.5]], { trial: 3, seed: 2 })[0]).not.toBe(alone[0]);
  });

  it('colours overlapping trials each with their own variability', () => {
    const spec = parseFields(intentFields, { coContractionPercent: 0, directionVariabilityPercent: 40 });
    const synergy = new Synergy(spec, [biceps], { seed: 1, sampleRateHz: 1000 });
    const out = new Float64Array(1);
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

  it('changes with limb position, except in that of the calibration', () => {
    const at = (limbPosition: number) =>
      targets(
        { ...still, limbPosition, positionEffectPercent: 30 },
        [biceps, triceps],
        [['elbow-flexion', 0.5]],
      );
    expect(at(0)).toEqual([0.45, 0]);
    expect(at(1)[0]).not.toBe(0.45);
    expect(at(2)[0]).not.toBe(at(1)[0]);
  });

  it('asks more of a weak muscle for the same load', () => {
    const weak = muscle('biceps', {}, { forceGain: 0.5 });
    const [strong] = targets({ ...still, loadPercent: 5 }, [biceps], []);
    const [tired] = targets({ ...still, loadPercent: 5 }, [weak], []);
    expect(strong).toBeGreaterThan(0);
    expect(tired).toBeCloseTo(2 * strong, 12);
  });

  it('guards with co-contraction in effort and irregular bursts at rest', () => {
    const [, guarded] = targets(still, [biceps, triceps], [['elbow-flexion', 0.6]], { guarding: 1 });
    expect(guarded).toBeGreaterThanOrEqual(0.15 - 1e-12);
    let active = 0;
    let highest = 0;
    for (let index = 0; index < 60_000; index += 100) {
      const [rest] = targets(still, [biceps], [], { guarding: 1, index });
      if (rest > 0.005) active++;
      highest = Math.max(highest, rest);
    }
    expect(active / 600).toBeGreaterThan(0.05);
    expect(active / 600).toBeLessThan(0.4);
    expect(highest).toBeLessThanOrEqual(0.15);
    expect(highest).toBeGreaterThan(0.03);
  });

  it('lets shares drift slowly within a contraction, by what the dial says, and alike for the same index', () => {
    const value = { ...still, wanderPercent: 20 };
    const at = (index: number): number => targets(value, [biceps], [['elbow-flexion', 0.5]], { index })[0];
    const course = Array.from({ length: 2000 }, (_, i) => Math.log(at(i * 100) / 0.45));
    const mean = course.reduce((sum, x) => sum + x, 0) / course.length;
    const sd = Math.sqrt(course.reduce((sum, x) => sum + (x - mean) ** 2, 0) / course.length);
    expect(sd).toBeGreaterThan(0.17);
    expect(sd).toBeLessThan(0.23);
    // A tenth of a second changes little.
    for (let i = 1; i < course.length; i++) expect(Math.abs(course[i] - course[i - 1])).toBeLessThan(0.2);
    expect(at(12345)).toBe(at(12345));
  });
});
