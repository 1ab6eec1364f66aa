import { expect } from 'vitest';
import type { Patch } from './dial-body.js';
import type { DialRow } from './dial-row.js';
import { bend, mean, measure, overPeople, rms, variation, type Measured } from './measure.js';

const given = (dials: Patch): Patch => ({ intent: dials });
const script = (seconds: number) => ({ effort: null, skip: 0, seconds });
/** Runs of 10 ms in which something is intended: first, length, strongest, movement. */
interface Effort {
  readonly from: number;
  length: number;
  strength: number;
  readonly movement: string;
}
const efforts = ({ intents }: Measured): Effort[] => {
  const found: Effort[] = [];
  let open: Effort | undefined;
  intents.forEach(({ movement, strength }, from) => {
    if (strength === 0) open = undefined;
    else if (open?.movement !== movement) found.push((open = { from, length: 1, strength, movement }));
    else {
      open.length++;
      open.strength = Math.max(open.strength, strength);
    }
  });
  return found;
};
const strengths = (m: Measured): number[] => efforts(m).map(({ strength }) => strength);
const movements = (m: Measured): string[] => efforts(m).map(({ movement }) => movement);
/** Quanta from each prompt to the effort that answers it. */
const reactions = (m: Measured): number[] => {
  const prompts = m.intents.flatMap(({ cue }, i) =>
    cue !== 'rest' && m.intents[i - 1]?.cue === 'rest' ? [i] : [],
  );
  return prompts.flatMap((at) => {
    const answer = efforts(m).find(({ from }) => from >= at);
    return answer ? [answer.from - at] : [];
  });
};
/** Mean force of the first muscle in the middle of each of its efforts, relative to the intended strength. */
const shares = (m: Measured): number[] =>
  efforts(m)
    .filter(({ movement, length }) => movement === 'elbow-flexion' && length > 100)
    .map(({ from, length, strength }) => {
      const step = m.force[0].length / m.intents.length;
      return mean(m.force[0].subarray((from + 40) * step, (from + length - 30) * step)) / strength;
    });
/** Short prompts of one movement without the muscles’ own irregularity, many to the minute. */
const drill = {
  movements: ['elbow-flexion'],
  leadMs: 0,
  rampMs: 100,
  holdMs: 100,
  restMs: 200,
  reactionMs: 100,
  repetitions: 100,
};
/** The same with holds long enough to weigh the force. */
const held = { ...drill, holdMs: 1000 };
const steady = { motorUnits: { commonDrivePercent: 0 } };
/** Holds long enough to settle and to tire, begun as fast as can be. */
const long = { ...drill, rampMs: 0, holdMs: 3000 };
/** Strength a tenth of a second after the onset of the first effort, and at the end of a hold of 3 s. */
const earlyAndLate = ({ intents }: Measured): [number, number] => [
  intents[20].strength,
  intents[300].strength,
];
/** Two muscles that bend the elbow together. */
const synergists = {
  muscles: [0, 180].map((angleDeg) => ({
    name: `flexor at ${angleDeg}`,
    angleDeg,
    widthDeg: 60,
    unitCount: 40,
    drives: { 'elbow-flexion': 1 },
  })),
};
const ratio = (m: Measured): number => mean(m.force[1]) / mean(m.force[0]);
const hand = (weight: number) => ({
  muscles: [
    { name: 'flexor', angleDeg: 0, widthDeg: 60, unitCount: 40, drives: { 'elbow-flexion': 1 } },
    { name: 'hand', angleDeg: 180, widthDeg: 60, unitCount: 40, drives: { 'hand-close': weight } },
  ],
});

const resting = { effort: [], seconds: 20 } as const;

export const intentRows: readonly DialRow[] = [
  {
    path: 'intent.style',
    promise: 'a user at rest does nothing',
    to: 'rest',
    protocol: script(3),
    check(before, after) {
      expect(movements(before)).toContain('elbow-flexion');
      expect(after.discharges).toEqual([]);
      expect(movements(after)).toEqual([]);
    },
  },
  {
    path: 'intent.movements',
    promise: 'are made in this order',
    to: ['elbow-extension', 'elbow-flexion'],
    protocol: script(3.2),
    check(before, after) {
      expect(movements(before).slice(0, 2)).toEqual(['elbow-flexion', 'elbow-extension']);
      expect(movements(after).slice(0, 2)).toEqual(['elbow-extension', 'elbow-flexion']);
      expect(rms(after.clean[2].subarray(600, 1200))).toBeGreaterThan(
        rms(after.clean[0].subarray(600, 1200)),
      );
    },
  },
  {
    path: 'intent.order',
    promise: 'shuffled: another order in some repetitions, each movement once in all',
    given: given({ ...drill, movements: ['elbow-flexion', 'elbow-extension', 'hand-open'] }),
    to: 'shuffled',
    protocol: script(9),
    turned: { within: 4 },
    check(before, after) {
      const rounds = (m: Measured): string[][] =>
        [0, 1, 2, 3, 4].map((k) => movements(m).slice(3 * k, 3 * k + 3));
      expect(new Set(rounds(before).map(String)).size).toBe(1);
      expect(new Set(rounds(after).map(String)).size).toBeGreaterThan(1);
      for (const round of rounds(after)) expect(new Set(round).size).toBe(3);
    },
  },
  {
    path: 'intent.repetitions',
    promise: 'so often each movement, then the script is over',
    given: given({ ...drill, loop: false, repetitions: 2 }),
    to: 5,
    protocol: script(5),
    turned: { at: 2, within: 0.5 },
    check(before, after) {
      expect(movements(before).length).toBe(2);
      expect(movements(after).length).toBe(5);
    },
  },
  {
    path: 'intent.loop',
    promise: 'off: rest after the last repetition',
    given: given({ ...drill, repetitions: 2 }),
    to: false,
    protocol: script(5),
    turned: { at: 2, within: 1 },
    check(before, after) {
      expect(movements(before).length).toBeGreaterThan(6);
      expect(movements(after).length).toBe(2);
    },
  },
  {
    path: 'intent.session',
    promise: 'other trials of the same person',
    given: given({ ...drill, repetitionSpreadDb: 1.7 }),
    to: 7,
    protocol: script(10),
    turned: { within: 0.6 },
    check(before, after) {
      expect(strengths(after)).not.toEqual(strengths(before));
      expect(Math.abs(mean(strengths(after)) - mean(strengths(before)))).toBeLessThan(0.1);
    },
  },
  {
    path: 'intent.strengthPercent',
    promise: 'is the strength of the contractions, in intent and in EMG',
    to: 80,
    protocol: script(3),
    check(before, after) {
      expect(strengths(before)[0]).toBeCloseTo(0.4, 6);
      expect(strengths(after)[0]).toBeCloseTo(0.8, 6);
      expect(rms(after.clean[0])).toBeGreaterThan(1.5 * rms(before.clean[0]));
    },
  },
  {
    path: 'intent.strengthsPercent',
    promise: 'are used in turn, one per repetition',
    given: given(drill),
    to: [20, 60],
    protocol: script(4),
    turned: { within: 0.6 },
    check(before, after) {
      expect(strengths(before).slice(0, 4)).toEqual([0.4, 0.4, 0.4, 0.4]);
      expect(strengths(after).slice(0, 4)).toEqual([0.2, 0.6, 0.2, 0.6]);
    },
  },
  {
    path: 'intent.leadMs',
    promise: 'is the rest before the first movement',
    to: 900,
    protocol: script(3),
    check(before, after) {
      expect(efforts(after)[0].from - efforts(before)[0].from).toBe(70);
    },
  },
  {
    path: 'intent.rampMs',
    promise: 'is the time to rise to the strength asked for',
    to: 600,
    protocol: script(3),
    check(before, after) {
      const rise = (m: Measured): number => {
        const [{ from, strength }] = efforts(m);
        return m.intents.slice(from).findIndex((intent) => intent.strength > 0.99 * strength);
      };
      expect(Math.abs(rise(after) - rise(before) - 40)).toBeLessThanOrEqual(1);
    },
  },
  {
    path: 'intent.holdMs',
    promise: 'is the time the strength is held',
    to: 1500,
    protocol: script(4),
    turned: { within: 0.6 },
    check(before, after) {
      expect(efforts(after)[0].length - efforts(before)[0].length).toBe(70);
    },
  },
  {
    path: 'intent.restMs',
    promise: 'is the rest after each movement',
    to: 1200,
    protocol: script(6),
    turned: { within: 2 },
    check(before, after) {
      const period = (m: Measured): number => efforts(m)[1].from - efforts(m)[0].from;
      expect(period(after) - period(before)).toBe(80);
    },
  },
  {
    path: 'intent.sinusoidHz',
    promise: 'is the frequency of the swing',
    given: given({ style: 'sinusoid', holdMs: 4000 }),
    to: 2,
    protocol: script(4),
    check(before, after) {
      const maxima = ({ intents }: Measured): number =>
        intents.filter(
          ({ strength }, i) =>
            strength > 0.1 && strength > intents[i - 1].strength && strength >= intents[i + 1]?.strength,
        ).length;
      expect(maxima(before)).toBeLessThanOrEqual(2);
      expect(maxima(after)).toBeGreaterThanOrEqual(6);
    },
  },
  {
    path: 'intent.randomHz',
    promise: 'is how fast the random style changes its mind',
    given: given({ style: 'random' }),
    to: 2.5,
    protocol: script(12),
    check(before, after) {
      expect(efforts(after).length).toBeGreaterThan(2 * efforts(before).length);
    },
  },
  {
    path: 'intent.simultaneous',
    promise: 'moves two joints at once',
    given: { ...hand(1), ...given({ movements: ['elbow-flexion', 'hand-close'] }) },
    to: 2,
    protocol: script(1.4),
    check(before, after) {
      expect(rms(before.clean[2])).toBe(0);
      expect(rms(after.clean[0])).toBeGreaterThan(1e-5);
      expect(rms(after.clean[2])).toBeGreaterThan(1e-5);
    },
  },
  {
    path: 'intent.reactionMs',
    promise: 'is the time from prompt to effort',
    to: 600,
    protocol: script(6),
    turned: { within: 0.6 },
    check(before, after) {
      expect(Math.abs(mean(reactions(before)) - 25)).toBeLessThanOrEqual(1);
      expect(Math.abs(mean(reactions(after)) - 60)).toBeLessThanOrEqual(1);
    },
  },
  {
    path: 'intent.reactionVariabilityMs',
    promise: 'is the standard deviation of that time',
    given: given({ ...drill, reactionMs: 300, restMs: 600 }),
    to: 60,
    protocol: script(30),
    turned: { within: 1 },
    check(before, after) {
      expect(variation(reactions(before))).toBeLessThan(0.03);
      expect(Math.abs(variation(reactions(after)) - 0.2)).toBeLessThan(0.08);
    },
  },
  {
    path: 'intent.onsetRiseMs',
    promise: 'is the time from 10 to 90 % of the strength where nothing slower is asked for',
    given: given({ rampMs: 0, holdMs: 1000 }),
    to: 400,
    protocol: script(3),
    turned: { within: 1.2 },
    check(before, after) {
      const rise = (m: Measured): number => {
        const [{ from, strength }] = efforts(m);
        const reached = (part: number): number =>
          m.intents.slice(from).findIndex((intent) => intent.strength > part * strength);
        return reached(0.9) - reached(0.1);
      };
      expect(rise(before)).toBe(0);
      expect(Math.abs(rise(after) - 40)).toBeLessThanOrEqual(1);
    },
  },
  {
    path: 'intent.overshootPercent',
    promise: 'is how far the onset goes above the level that follows',
    given: { ...steady, ...given(long) },
    to: 80,
    protocol: script(3.4),
    turned: { within: 0.6 },
    check(before, after) {
      const [[early, late], [high, settled]] = [before, after].map(earlyAndLate);
      expect(early).toBeCloseTo(late, 6);
      expect(high / settled).toBeGreaterThan(1.25);
      expect(settled).toBeCloseTo(late, 2);
    },
  },
  {
    path: 'intent.overshootSettlingMs',
    promise: 'is how slowly that passes',
    given: { ...steady, ...given({ ...long, overshootPercent: 50 }) },
    to: 3000,
    protocol: script(3.4),
    turned: { within: 0.6 },
    check(before, after) {
      expect(earlyAndLate(after)[1]).toBeGreaterThan(1.1 * earlyAndLate(before)[1]);
    },
  },
  {
    path: 'intent.holdDecayDb',
    promise: 'is what a hold of 4 s loses',
    given: { ...steady, ...given({ ...long, holdMs: 4000 }) },
    to: 3,
    protocol: script(4.6),
    check(before, after) {
      const last = ({ intents }: Measured): number => intents[405].strength;
      expect(last(before)).toBeCloseTo(0.4, 6);
      // Its spread from trial to trial is half of it.
      const lost = 20 * Math.log10(last(before) / last(after));
      expect(lost).toBeGreaterThan(1);
      expect(lost).toBeLessThan(6);
    },
  },
  {
    path: 'intent.forceFeedback',
    promise: 'a level that is shown is kept: no decay, no overshoot, little spread',
    given: given({ ...long, overshootPercent: 80, holdDecayDb: 4, repetitionSpreadDb: 2 }),
    to: 1,
    protocol: script(16),
    check(before, after) {
      const [[high, faded], [first, kept]] = [before, after].map(earlyAndLate);
      expect(high).toBeGreaterThan(1.2 * faded);
      expect(first).toBeCloseTo(kept, 6);
      expect(variation(strengths(after))).toBeLessThan(0.5 * variation(strengths(before)));
    },
  },
  {
    path: 'intent.repetitionSpreadDb',
    promise: 'is the variation of the strength from trial to trial, in all muscles alike',
    given: given(drill),
    to: 1.7,
    protocol: script(30),
    turned: { within: 1 },
    check(before, after) {
      expect(variation(strengths(before))).toBeLessThan(1e-9);
      expect(Math.abs(variation(strengths(after)) - 0.2)).toBeLessThan(0.06);
    },
  },
  {
    path: 'intent.directionVariabilityPercent',
    promise: 'is the variation of the muscles’ shares from trial to trial',
    given: { ...steady, ...synergists, ...given(held) },
    to: 30,
    protocol: script(30),
    turned: { within: 1 },
    check(before, after) {
      expect(variation(shares(before))).toBeLessThan(0.05);
      // Half of what one of two muscles does more, it does more than the mean of both.
      expect(Math.abs(variation(shares(after)) - 0.3 * Math.SQRT1_2)).toBeLessThan(0.1);
    },
  },
  {
    path: 'intent.commonWanderPercent',
    promise: 'lets the strength drift within a contraction',
    given: given({ ...held, holdMs: 9000 }),
    to: 20,
    protocol: script(9),
    check(before, after) {
      const drift = (m: Measured): number =>
        variation(m.intents.slice(100, 800).map(({ strength }) => strength));
      expect(drift(before)).toBeLessThan(1e-9);
      expect(drift(after)).toBeGreaterThan(0.08);
    },
  },
  {
    path: 'intent.wanderPercent',
    promise: 'lets the shares drift within a contraction',
    given: { ...steady, ...synergists, ...given({ ...held, holdMs: 9000 }) },
    to: 30,
    protocol: script(9),
    check(before, after) {
      const drift = (m: Measured): number => variation([...m.excitation[0].subarray(1000, 8000)]);
      expect(drift(before)).toBeLessThan(0.01);
      expect(drift(after)).toBeGreaterThan(0.08);
    },
  },
  {
    path: 'intent.inexperiencePercent',
    promise: 'makes the first repetitions more variable',
    given: given({ ...drill, repetitionSpreadDb: 0.9, learningRepetitions: 100 }),
    to: 150,
    protocol: script(30),
    turned: { within: 1 },
    check(before, after) {
      expect(variation(strengths(after))).toBeGreaterThan(1.5 * variation(strengths(before)));
    },
  },
  {
    path: 'intent.learningRepetitions',
    promise: 'practice takes the extra variability away',
    given: given({
      ...drill,
      repetitionSpreadDb: 0.9,
      inexperiencePercent: 200,
      learningRepetitions: 100,
    }),
    to: 1,
    protocol: script(30),
    turned: { within: 1 },
    check(before, after) {
      expect(variation(strengths(after))).toBeLessThan(0.7 * variation(strengths(before)));
    },
  },
  {
    path: 'intent.movementStrengthDb',
    promise: 'is how strongly this person makes that movement, in intent and in EMG',
    to: { 'elbow-flexion': -12 },
    protocol: script(4),
    check(before, after) {
      const [flexion, extension] = strengths(after);
      expect(flexion).toBeCloseTo(0.4 * 10 ** (-12 / 20), 6);
      expect(extension).toBeCloseTo(strengths(before)[1], 6);
      expect(rms(after.clean[0])).toBeLessThan(0.5 * rms(before.clean[0]));
    },
  },
  {
    path: 'intent.selectivityPercent',
    promise: 'other muscles join in where it is low, in the pattern of all movements',
    to: 50,
    check(before, after) {
      expect(mean(before.force[1])).toBe(0);
      expect(Math.abs(mean(after.force[1]) / mean(after.force[0]) - 1 / 3)).toBeLessThan(0.05);
      expect(rms(after.clean[2])).toBeGreaterThan(5e-6);
    },
  },
  {
    path: 'intent.coContractionPercent',
    promise: 'spreads the effort to the antagonist',
    to: 30,
    check(before, after) {
      expect(mean(before.force[1])).toBe(0);
      expect(mean(after.force[1]) / mean(after.force[0])).toBeGreaterThan(0.15);
      expect(rms(after.clean[2])).toBeGreaterThan(5e-6);
    },
  },
  {
    path: 'intent.overflowPercent',
    promise: 'spreads an effort near the maximum to the antagonist',
    to: 30,
    protocol: { effort: bend(0.9) },
    check(before, after, bodies) {
      expect(mean(before.force[1])).toBe(0);
      expect(mean(after.force[1])).toBeGreaterThan(0.05);
      const mild = measure(bodies.after, { effort: bend(0.3) });
      expect(mean(mild.force[1])).toBeLessThan(0.1 * mean(after.force[1]));
    },
  },
  {
    path: 'intent.restingTonePercent',
    promise: 'keeps every muscle active at rest',
    given: given({ toneDriftPercent: 0 }),
    to: 4,
    protocol: { effort: [] },
    check(before, after) {
      expect(before.discharges).toEqual([]);
      // Far above the 0 of before, and what the smallest units of a lean limb give.
      expect(rms(after.clean[0])).toBeGreaterThan(2e-7);
      expect(rms(after.clean[2])).toBeGreaterThan(2e-7);
      // Uneven between muscles.
      expect(mean(after.force[0])).toBeGreaterThan(0.01);
      expect(mean(after.force[0])).toBeLessThan(0.12);
    },
  },
  {
    path: 'intent.toneDriftPercent',
    promise: 'lets the tone of rest come and go',
    given: { ...steady, ...given({ restingTonePercent: 4, toneDriftPercent: 0 }) },
    to: 100,
    protocol: resting,
    check(before, _after, bodies) {
      const drift = (m: Measured): number => variation([...m.excitation[0]]);
      expect(drift(before)).toBeLessThan(0.01);
      expect(overPeople(bodies.after, drift, { people: 4, protocol: resting })).toBeGreaterThan(0.2);
    },
  },
  {
    path: 'intent.limbPosition',
    promise: 'another position changes the muscles’ shares',
    given: { ...synergists, ...given({ positionEffectPercent: 40 }) },
    to: 3,
    check(before, after) {
      const change = ratio(after) / ratio(before);
      expect(Math.abs(Math.log(change))).toBeGreaterThan(0.1);
    },
  },
  {
    path: 'intent.positionEffectPercent',
    promise: 'is how much it does so',
    given: { ...synergists, ...given({ limbPosition: 3, positionEffectPercent: 0 }) },
    to: 60,
    check(before, after) {
      expect(Math.abs(Math.log(ratio(before)))).toBeLessThan(0.05);
      expect(Math.abs(Math.log(ratio(after)))).toBeGreaterThan(0.15);
    },
  },
  {
    path: 'intent.loadPercent',
    promise: 'muscles hold up limb and prosthesis also at rest',
    to: 20,
    protocol: { effort: [] },
    check(before, after) {
      expect(before.discharges).toEqual([]);
      expect(mean(after.force.map(mean))).toBeGreaterThan(0.05);
    },
  },
  {
    path: 'intent.day',
    promise: 'another day has other strengths and shares',
    given: given({ dayDriftDb: 4 }),
    to: 2,
    check(before, after) {
      const change = mean(after.force[0]) / mean(before.force[0]);
      expect(Math.abs(Math.log(change))).toBeGreaterThan(0.1);
    },
  },
  {
    path: 'intent.dayDriftDb',
    promise: 'is how different',
    given: given({ day: 2, dayDriftDb: 0 }),
    to: 6,
    check(before, after) {
      expect(Math.abs(mean(before.force[0]) - 0.4)).toBeLessThan(0.02);
      expect(Math.abs(Math.log(mean(after.force[0]) / 0.4))).toBeGreaterThan(0.15);
    },
  },
];
