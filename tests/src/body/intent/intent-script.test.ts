import { describe, expect, it } from 'vitest';
import { intentFields, intentStyles } from '../../../../src/body/intent/intent-fields.js';
import { IntentScript } from '../../../../src/body/intent/intent-script.js';
import { exactUser } from '../../../../src/body/intent/exact-user.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';

const RATE = 1000;
const steady = { ...exactUser, reactionMs: 200, inexperiencePercent: 50 };
const script = (value: object, seed = 1, rate = RATE) =>
  new IntentScript(parseFields(intentFields, value), seed, rate);

const sdOf = (x: number[]): number => {
  const mean = x.reduce((sum, v) => sum + v, 0) / x.length;
  return Math.sqrt(x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / x.length);
};

describe('IntentScript', () => {
  it('rises, holds and falls after the prompt, by the reaction time', () => {
    const s = script({
      ...steady,
      movements: ['hand-close', 'hand-open'],
      strengthPercent: 40,
      leadMs: 1000,
      rampMs: 500,
      holdMs: 2000,
      restMs: 1500,
    });
    expect(s.lengthSamples).toBe(1000 + 6 * 4500);
    expect(s.at(999)).toMatchObject({ cue: 'rest', movement: 'rest', phase: 'rest', trial: -1 });
    expect(s.at(1001)).toMatchObject({ cue: 'hand-close', movement: 'rest', phase: 'ramp', trial: 0 });
    expect(s.at(1450)).toMatchObject({ movement: 'hand-close', strength: 0.2 });
    expect(s.at(1600)).toMatchObject({ phase: 'hold', asked: [{ movement: 'hand-close', strength: 0.4 }] });
    expect(s.at(2500)).toMatchObject({ movement: 'hand-close', strength: 0.4, repetition: 0 });
    // The prompt is over, the user not yet.
    expect(s.at(4050)).toMatchObject({ cue: 'rest', phase: 'rest', movement: 'hand-close' });
    expect(s.at(4300)).toMatchObject({ cue: 'rest', movement: 'rest', activations: [] });
    expect(s.at(1000 + 4500 + 1000)).toMatchObject({ cue: 'hand-open', movement: 'hand-open', trial: 1 });
    expect(s.at(1000 + 2 * 4500 + 1000)).toMatchObject({ cue: 'hand-close', repetition: 1, trial: 2 });
  });

  it.each(intentStyles)('%s: is the same in any order of asking', (style) => {
    const value = { style, order: 'shuffled', simultaneous: 2, restMs: 50, reactionMs: 300 };
    const forward = script(value, 7);
    const jumping = script(value, 7);
    const random = new RandomStream(1, 'order');
    const indices = Array.from({ length: 400 }, (_, k) => k * 97);
    const states = new Map(indices.map((index) => [index, forward.at(index)]));
    for (let k = 0; k < 400; k++) {
      const index = indices[random.integer(indices.length)];
      expect(jumping.at(index)).toEqual(states.get(index));
    }
  });

  it.each(intentStyles)('%s: strengths stay within 0 … 1 and never jump', (style) => {
    const s = script({
      style,
      strengthPercent: 90,
      simultaneous: 3,
      rampMs: 200,
      repetitionSpreadDb: 2,
    });
    const before = new Map<string, number>();
    for (let index = 0; index < 60_000; index += 10) {
      const levels = new Map<string, number>();
      for (const { movement, strength } of s.at(index).activations) {
        expect(strength).toBeGreaterThan(0);
        expect(strength).toBeLessThanOrEqual(1);
        levels.set(movement, Math.max(strength, levels.get(movement) ?? 0));
      }
      for (const movement of new Set([...before.keys(), ...levels.keys()]))
        expect(Math.abs((levels.get(movement) ?? 0) - (before.get(movement) ?? 0))).toBeLessThan(0.13);
      before.clear();
      for (const [movement, level] of levels) before.set(movement, level);
    }
    if (style === 'rest') expect(s.at(3000).movement).toBe('rest');
  });

  it('moves several joints at once, each once', () => {
    const s = script({ movements: ['elbow-flexion', 'elbow-extension', 'hand-close'], simultaneous: 2 });
    const trials = s.trials().map((trial) => trial.movements);
    expect(trials.slice(0, 3)).toEqual([
      ['elbow-flexion', 'hand-close'],
      ['elbow-extension', 'hand-close'],
      ['hand-close', 'elbow-flexion'],
    ]);
    const { holdStart, holdEnd } = s.trials()[0];
    expect(s.at((holdStart + holdEnd) / 2).activations).toHaveLength(2);
  });

  it('shuffles each repetition by itself, with every movement once', () => {
    const movements = ['hand-close', 'hand-open', 'elbow-flexion', 'elbow-extension', 'wrist-flexion'];
    const s = script({ movements, order: 'shuffled', repetitions: 6 });
    const orders = new Set<string>();
    for (let r = 0; r < 6; r++) {
      const names = s
        .trials()
        .filter((trial) => trial.repetition === r)
        .map((trial) => trial.movement);
      expect([...names].sort()).toEqual([...movements].sort());
      orders.add(names.join());
    }
    expect(orders.size).toBeGreaterThan(2);
  });

  it('prompts rest like the other movements where it is listed', () => {
    const s = script({ movements: ['rest', 'hand-open'] });
    const { holdStart, holdEnd } = s.trials()[0];
    expect(s.at((holdStart + holdEnd) / 2)).toMatchObject({
      cue: 'rest',
      phase: 'hold',
      movement: 'rest',
      asked: [],
    });
  });

  it('loops with new variability, or ends', () => {
    const once = script({ loop: false });
    const again = script({ loop: true });
    const [, second] = [once.trials()[0], again.trials()[0]];
    const middle = (second.holdStart + second.holdEnd) / 2;
    const pass = again.lengthSamples - 1000;
    expect(again.at(middle + pass).movement).toBe(again.at(middle).movement);
    expect(again.at(middle + pass).strength).not.toBe(again.at(middle).strength);
    expect(again.at(middle + pass).repetition).toBe(3);
    expect(once.at(middle + pass)).toMatchObject({ cue: 'rest', movement: 'rest', activations: [] });
  });

  it('varies strength and reaction from trial to trial as the dials say, and less with practice', () => {
    const s = script({
      ...steady,
      reactionVariabilityMs: 60,
      movements: ['hand-open'],
      repetitions: 100,
      strengthPercent: 20,
      repetitionSpreadDb: 1,
      inexperiencePercent: 300,
      learningRepetitions: 20,
    });
    const levels = s.trials().map(({ holdEnd }) => 20 * Math.log10(s.at(holdEnd - 10).strength / 0.2));
    const [novice, expert] = [sdOf(levels.slice(0, 15)), sdOf(levels.slice(60))];
    expect(novice).toBeGreaterThan(2);
    expect(expert).toBeGreaterThan(0.8);
    expect(expert).toBeLessThan(1.5);
    expect(s.at(s.trials()[0].start + 10).variability).toBeCloseTo(4, 10);
    const onsets = s.trials().map(({ start }) => {
      let t = start;
      while (s.at(t).movement === 'rest') t++;
      return t - start;
    });
    expect(Math.min(...onsets)).toBeGreaterThan(60);
    expect(Math.abs(sdOf(onsets) - 60)).toBeLessThan(15);
  });

  it('takes strengths in turn, one per repetition', () => {
    const s = script({ ...steady, movements: ['hand-open'], strengthsPercent: [20, 50, 80], repetitions: 4 });
    const strengths = s.trials().map(({ holdEnd }) => s.at(holdEnd - 10).strength);
    expect(strengths).toEqual([0.2, 0.5, 0.8, 0.2]);
  });

  it('ramps slowly in the ramp style and swings in the sinusoid', () => {
    const ramp = script({
      ...steady,
      style: 'ramp',
      movements: ['hand-open'],
      holdMs: 10_000,
      strengthPercent: 80,
    });
    expect(ramp.at(1000 + 200 + 2500).strength).toBeCloseTo(0.2, 3);
    expect(ramp.at(1000 + 200 + 7500).strength).toBeCloseTo(0.6, 3);
    const swing = script({
      ...steady,
      style: 'sinusoid',
      movements: ['hand-open'],
      holdMs: 8000,
      sinusoidHz: 0.5,
      strengthPercent: 60,
    });
    expect(swing.at(1000 + 200 + 3000).strength).toBeCloseTo(0.6, 3);
    expect(swing.at(1000 + 200 + 4000).strength).toBeLessThan(0.01);
  });

  it('roams over all joints in the random style and rests in between', () => {
    const s = script({
      style: 'random',
      movements: ['hand-close', 'hand-open', 'elbow-flexion'],
      simultaneous: 2,
    });
    const seen = new Map<string, number>();
    let together = 0;
    for (let index = 1000; index < 200_000; index += 50) {
      const state = s.at(index);
      seen.set(state.movement, (seen.get(state.movement) ?? 0) + 1);
      if (state.activations.length === 2) together++;
    }
    expect([...seen.keys()].sort()).toEqual(['elbow-flexion', 'hand-close', 'hand-open', 'rest']);
    expect(together).toBeGreaterThan(100);
    const single = script({ style: 'random', simultaneous: 1 });
    for (let index = 0; index < 50_000; index += 50)
      expect(single.at(index).activations.length).toBeLessThanOrEqual(1);
  });

  it('mixes pauses and episodes of daily living', () => {
    const s = script({ style: 'daily-living', repetitions: 25 });
    const trials = s.trials();
    const idle = trials.filter((trial) => trial.movement === 'rest').length / trials.length;
    expect(idle).toBeGreaterThan(0.15);
    expect(idle).toBeLessThan(0.45);
    expect(new Set(trials.map(({ holdStart, holdEnd }) => holdEnd - holdStart)).size).toBeGreaterThan(50);
    const { holdStart, movement } = trials.find((trial) => trial.movement !== 'rest') ?? trials[0];
    expect(s.at(holdStart + 1)).toMatchObject({ movement, cue: movement, phase: 'hold' });
  });

  it('keeps its times in seconds at another sampling rate', () => {
    const [slow, fast] = [script({}, 3, 1000), script({}, 3, 2000)];
    for (let t = 0; t < 40_000; t += 500) expect(fast.at(2 * t).movement).toBe(slow.at(t).movement);
    expect(fast.lengthSamples).toBe(2 * slow.lengthSamples);
  });
});
