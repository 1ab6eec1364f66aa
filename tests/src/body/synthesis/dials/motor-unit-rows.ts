import { expect } from 'vitest';
import type { BodyScenario } from '../../../../../src/body/synthesis/body-scenario.js';
import { templateOf, type TemplateBank } from '../../../../../src/body/conductor/template-bank.js';
import type { DialRow } from './dial-row.js';
import {
  activeUnits,
  bankOf,
  bend,
  intervals,
  mean,
  measure,
  meanRate,
  medianHz,
  rms,
  shareAbove,
  variation,
  type Measured,
  overPeople,
} from './measure.js';

const effort = (m: Measured): number => mean(m.excitation[0]);
/** Mean rate of one unit of the first muscle, Hz. */
const rateOf = (m: Measured, unit: number): number =>
  meanRate({ ...m, discharges: m.discharges.filter((d) => d.unit === unit) });
/** A steady effort, by which single intervals can be judged. */
const steady = { motorUnits: { commonDrivePercent: 0 } };
/** And units that discharge as their thresholds say. */
const even = { motorUnits: { commonDrivePercent: 0, rateScatterPercent: 0 } };
/** Rate of each unit that discharges, Hz. */
const rates = (m: Measured): number[] => [...activeUnits(m)].sort((a, b) => a - b).map((u) => rateOf(m, u));
/** An effort that comes at once. */
const burst = { skip: 0, seconds: 0.4, effort: bend(1) } as const;
/** Units of the flexor that still discharge where effort has fallen. */
const fallen = { skip: 1, seconds: 1.5, effort: bend(0.5), then: [[1.5, bend(0.1)]] } as const;
/** Intervals of each unit over their own mean. */
const normalised = (m: Measured): number[] =>
  [...activeUnits(m)].flatMap((unit) => {
    const own = intervals({ ...m, discharges: m.discharges.filter((d) => d.unit === unit) });
    const middle = mean(own);
    return own.length > 10 ? own.map((interval) => interval / middle) : [];
  });
/** Samples until force has fallen to a tenth of what it was at the start. */
const fallTime = (m: Measured): number => m.force[0].findIndex((force) => force < 0.1 * m.force[0][0]);
/** Letting go after a long contraction. */
const tired = { effort: bend(0.5), skip: 15, seconds: 0.8, then: [[15, []]] } as const;
const release = { skip: 1, seconds: 0.8, then: [[1, []]] } as const;
/** Crossings of the mean by the excitation. */
const crossings = (m: Measured): number => {
  const level = effort(m);
  const x = m.excitation[0].filter((_, i) => i % 10 === 0);
  return x.reduce((n, v, i) => n + (i > 0 && v > level !== x[i - 1] > level ? 1 : 0), 0);
};
const velocities = (m: Measured): Float64Array => m.synthesizer.templateRequest().units[0].conductionVelocity;
const slowed = (m: Measured): number => {
  const { velocityScale } = m.synthesizer.templateRequest().units[0];
  return velocityScale ? mean(velocityScale) : 1;
};
/** Hard, long work of units that tire. */
const tiring = { motorUnits: { fatigue: true } };
const long = { effort: bend(0.5), skip: 10, seconds: 2 } as const;
const late = { at: 4, within: 2 } as const;

/** How much the potentials of the first muscle's units differ beyond what their fibres make: SD of log energy. */
function difference(bank: TemplateBank, { innervationRange }: BodyScenario['motorUnits']): number {
  const units = bank.muscleStart[1];
  const levels = Array.from({ length: units }, (_, unit) => {
    const energy = templateOf(bank, unit, 0)?.reduce((sum, v) => sum + v * v, 0) ?? NaN;
    return Math.log(energy) - (2 * unit * Math.log(innervationRange)) / (units - 1);
  }).filter(Number.isFinite);
  const middle = mean(levels);
  return Math.sqrt(mean(levels.map((level) => (level - middle) ** 2)));
}

export const motorUnitRows: readonly DialRow[] = [
  {
    path: 'motorUnits.rateLaw',
    promise: 'early units are fast from the start, late ones slow throughout',
    given: even,
    to: 'de-luca',
    protocol: { effort: bend(0.2), seconds: 4 },
    check(before, after) {
      const [slow, fast] = [rates(before), rates(after)];
      expect(fast[0]).toBeGreaterThan(18);
      expect(fast[0] - fast[fast.length - 1]).toBeGreaterThan(4);
      expect(fast[0]).toBeGreaterThan(slow[0] - 3);
      expect(
        Math.max(...rates(measure(after.synthesizer.scenario, { effort: bend(1), seconds: 3 }))),
      ).toBeLessThan(30);
    },
  },
  {
    path: 'motorUnits.spectrumMuscle',
    promise: 'rates are those of another muscle',
    given: { motorUnits: { rateLaw: 'de-luca' } },
    to: 'tibialis-anterior',
    protocol: { effort: bend(1), seconds: 3 },
    check(before, after) {
      expect(meanRate(after)).toBeLessThan(0.95 * meanRate(before));
    },
  },
  {
    path: 'motorUnits.rateScatterPercent',
    promise: 'all units discharge as their thresholds say, at the same force',
    given: steady,
    to: 0,
    protocol: { effort: bend(1), seconds: 4 },
    check(before, after) {
      expect(variation(rates(before))).toBeGreaterThan(0.22);
      expect(variation(rates(before))).toBeLessThan(0.38);
      expect(variation(rates(after))).toBeLessThan(0.12);
      expect(Math.abs(mean(before.force[0]) - mean(after.force[0]))).toBeLessThan(0.02);
    },
  },
  {
    path: 'motorUnits.rateGain',
    promise: 'rates rise steeply with excitation',
    to: 2,
    check(before, after) {
      expect(meanRate(after)).toBeGreaterThan(1.15 * meanRate(before));
    },
  },
  {
    path: 'motorUnits.minimumRateHz',
    promise: 'is the rate at recruitment: all rates of a weak effort',
    to: 14,
    protocol: { effort: bend(0.03), seconds: 4 },
    check(before, after) {
      expect(meanRate(before)).toBeLessThan(14);
      expect(meanRate(after)).toBeGreaterThan(meanRate(before) + 3);
    },
  },
  {
    path: 'motorUnits.peakRateFirstHz',
    promise: 'is the rate of the first unit in a maximal effort',
    given: even,
    to: 55,
    protocol: { effort: bend(1), seconds: 4 },
    check(before, after) {
      expect(Math.abs(rateOf(before, 0) - 35)).toBeLessThan(2);
      expect(Math.abs(rateOf(after, 0) - 55)).toBeLessThan(3);
    },
  },
  {
    path: 'motorUnits.peakRateLastHz',
    promise: 'is the rate of the last unit in a maximal effort',
    given: even,
    to: 45,
    protocol: { effort: bend(1), seconds: 4 },
    check(before, after) {
      expect(Math.abs(rateOf(before, 39) - 25)).toBeLessThan(2);
      expect(Math.abs(rateOf(after, 39) - 45)).toBeLessThan(3);
    },
  },
  {
    path: 'motorUnits.intervalDistribution',
    promise: 'gamma intervals are skewed, normal ones are not',
    given: steady,
    to: 'gamma',
    protocol: { seconds: 6 },
    check(before, after) {
      const skewness = (x: readonly number[]): number => {
        const sd = variation(x);
        return mean(x.map((v) => ((v - 1) / sd) ** 3));
      };
      expect(Math.abs(skewness(normalised(before)))).toBeLessThan(0.15);
      expect(skewness(normalised(after))).toBeGreaterThan(0.25);
    },
  },
  {
    path: 'motorUnits.intervalCv',
    promise: 'is the variation of the intervals in a hard effort',
    given: steady,
    to: 0.25,
    protocol: { effort: bend(0.9), seconds: 6 },
    check(before, after) {
      expect(Math.abs(variation(normalised(before)) - 0.13)).toBeLessThan(0.02);
      expect(Math.abs(variation(normalised(after)) - 0.25)).toBeLessThan(0.03);
    },
  },
  {
    path: 'motorUnits.recruitmentCv',
    promise: 'is the variation of the intervals of units that are just recruited',
    given: steady,
    to: 0.1,
    protocol: { effort: bend(0.005), seconds: 8 },
    check(before, after) {
      expect(variation(normalised(before))).toBeGreaterThan(0.22);
      expect(variation(normalised(after))).toBeLessThan(0.14);
    },
  },
  {
    path: 'motorUnits.refractoryMs',
    promise: 'is the shortest interval there is',
    given: { motorUnits: { intervalCv: 0.3, peakRateFirstHz: 60, refractoryMs: 2 } },
    to: 15,
    protocol: { effort: bend(1), seconds: 3 },
    check(before, after) {
      expect(Math.min(...intervals(before))).toBeLessThan(10);
      // Both discharges are rounded to samples.
      expect(Math.min(...intervals(after))).toBeGreaterThanOrEqual(14);
    },
  },
  {
    path: 'motorUnits.persistentInwardHz',
    promise: 'units go on where effort has fallen below what recruited them, and discharge slowly',
    // Strong common drive takes units to and fro about their thresholds.
    given: { motorUnits: { commonDrivePercent: 8 } },
    to: 5,
    protocol: fallen,
    turned: { at: 1, within: 2 },
    check(before, after) {
      const late = (m: Measured): Measured => ({
        ...m,
        discharges: m.discharges.filter(({ at }) => at > 900),
      });
      expect(activeUnits(late(after)).size).toBeGreaterThan(activeUnits(late(before)).size + 3);
      expect(mean(after.force[0].slice(-300))).toBeGreaterThan(mean(before.force[0].slice(-300)));
      const quiet = measure(after.synthesizer.scenario, { skip: 1.5, seconds: 1, then: [[1, []]] });
      expect(activeUnits(quiet).size).toBe(0);
    },
  },
  {
    path: 'motorUnits.doubletPercent',
    promise: 'a sudden effort begins with doublets, a slow one does not',
    to: 100,
    protocol: burst,
    turned: { at: 0, within: 0.4 },
    check(before, after) {
      const doublets = (m: Measured): number => intervals(m).filter((interval) => interval < 9).length;
      expect(doublets(before)).toBe(0);
      expect(doublets(after)).toBeGreaterThan(20);
    },
  },
  {
    path: 'motorUnits.doubletMs',
    promise: 'is the interval of the doublets',
    given: { motorUnits: { doubletPercent: 100, refractoryMs: 15 } },
    to: 8,
    protocol: burst,
    turned: { at: 0, within: 0.4 },
    check(before, after) {
      const middle = (m: Measured): number => mean(intervals(m).filter((interval) => interval < 14));
      expect(Math.abs(middle(before) - 5)).toBeLessThan(1);
      expect(Math.abs(middle(after) - 8)).toBeLessThan(1);
    },
  },
  {
    path: 'motorUnits.commonDrivePercent',
    promise: 'excitation fluctuates in proportion to itself, in weak and strong contractions alike',
    to: 6,
    protocol: { effort: bend(0.1), seconds: 4 },
    check(before, after, bodies) {
      expect(variation([...after.excitation[0]])).toBeGreaterThan(4 * variation([...before.excitation[0]]));
      const strong = variation([...measure(bodies.after, { effort: bend(0.7), seconds: 4 }).excitation[0]]);
      expect(strong / variation([...after.excitation[0]])).toBeCloseTo(1, 0);
    },
  },
  {
    path: 'motorUnits.commonDriveHz',
    promise: 'a slower drive crosses its mean less often',
    to: 0.5,
    protocol: { seconds: 10 },
    check(before, after) {
      expect(crossings(after)).toBeLessThan(0.5 * crossings(before));
    },
  },
  {
    path: 'motorUnits.twitchForceRange',
    promise: 'where all twitches are alike the early units carry more: less excitation for the same force',
    to: 8,
    check(before, after) {
      expect(effort(after)).toBeLessThan(0.85 * effort(before));
      expect(Math.abs(mean(after.force[0]) - mean(before.force[0]))).toBeLessThan(0.02);
    },
  },
  {
    path: 'motorUnits.contractionTimeMs',
    promise: 'slow twitches take longer to fade',
    to: 140,
    protocol: release,
    check(before, after) {
      expect(fallTime(after)).toBeGreaterThan(1.2 * fallTime(before));
    },
  },
  {
    path: 'motorUnits.contractionTimeRange',
    promise: 'where all units are as slow as the slowest, force takes longer to fade',
    to: 1.2,
    protocol: release,
    check(before, after) {
      expect(fallTime(after)).toBeGreaterThan(1.15 * fallTime(before));
    },
  },
  {
    path: 'motorUnits.smallestUnitFibres',
    promise: 'more fibres, larger potentials, in small units as in large ones',
    to: 63,
    protocol: { effort: bend(0.05), seconds: 2 },
    check(before, after) {
      const gain = rms(after.clean[0]) / rms(before.clean[0]);
      expect(gain).toBeGreaterThan(2.2);
      expect(gain).toBeLessThan(3.5);
    },
  },
  {
    path: 'motorUnits.innervationRange',
    promise: 'the large units lose fibres, the small ones do not',
    to: 8,
    protocol: { effort: bend(0.8) },
    check(before, after, bodies) {
      const weak = { effort: bend(0.01), seconds: 2 };
      const [one, other] = [bodies.before, bodies.after].map((body) => rms(measure(body, weak).clean[0]));
      expect(rms(after.clean[0])).toBeLessThan(0.25 * rms(before.clean[0]));
      expect(other).toBeGreaterThan(0.5 * one);
    },
  },
  {
    path: 'motorUnits.velocityMeanMPerS',
    promise: 'faster fibres, higher frequencies',
    // Wasted fibres are thin and slow: none here.
    given: { surgery: { atrophyFixed: 0, fixation: 1 } },
    to: 4.5,
    check(before, after) {
      expect(mean(velocities(after))).toBeCloseTo(4.5, 1);
      expect(medianHz(after)).toBeGreaterThan(1.1 * medianHz(before));
    },
  },
  {
    path: 'motorUnits.territoryAreaMm2',
    promise: 'units reach wider: where they lie makes less of a difference to their potentials',
    to: 100,
    check(_before, _after, bodies) {
      // Over people, as where the few large units of one lie is chance.
      const [compact, wide] = [bodies.before, bodies.after].map((body) =>
        mean(
          [1, 2, 3, 4, 5, 6].map((number) =>
            difference(bankOf({ ...body, person: { number, traits: {} } }), body.motorUnits),
          ),
        ),
      );
      expect(wide).toBeLessThan(0.95 * compact);
    },
  },
  {
    path: 'motorUnits.spikeLengthMm',
    promise: 'a short spike has more of the high frequencies than a long one',
    to: 4.13,
    check(before, after) {
      expect(shareAbove(before, 160)).toBeGreaterThan(1.2 * shareAbove(after, 160));
      expect(rms(after.clean[0])).toBeGreaterThan(1.5 * rms(before.clean[0]));
    },
  },
  {
    path: 'motorUnits.velocityForceCorrelation',
    promise: 'strong units are no longer the fast ones',
    to: 0,
    check(before, after) {
      const upper = (m: Measured): number => mean(velocities(m).slice(20)) - mean(velocities(m).slice(0, 20));
      expect(upper(before)).toBeGreaterThan(0.4);
      expect(Math.abs(upper(after))).toBeLessThan(0.3);
    },
  },
  {
    path: 'motorUnits.fatigue',
    promise: 'velocity falls, and with it the spectrum; the same force costs more effort',
    to: true,
    protocol: long,
    turned: late,
    check(before, after) {
      expect(medianHz(after)).toBeLessThan(0.97 * medianHz(before));
      expect(slowed(after)).toBeLessThan(0.95);
      expect(effort(after)).toBeGreaterThan(1.03 * effort(before));
    },
  },
  {
    path: 'motorUnits.fatigabilityRange',
    promise: 'at 1 all units tire alike, also the early ones',
    given: tiring,
    to: 1,
    protocol: long,
    turned: late,
    check(before, after) {
      expect(effort(after)).toBeGreaterThan(1.02 * effort(before));
    },
  },
  {
    path: 'motorUnits.fatigueFactor',
    promise: 'units lose force faster: more effort, then less force',
    given: tiring,
    to: 0.2,
    protocol: long,
    turned: late,
    check(before, after) {
      expect(effort(after)).toBeGreaterThan(1.1 * effort(before));
    },
  },
  {
    path: 'motorUnits.rateAdaptation',
    promise: 'rates do not sag: less effort after a while',
    given: tiring,
    to: 0,
    protocol: long,
    turned: late,
    check(before, after) {
      expect(effort(after)).toBeLessThan(0.98 * effort(before));
    },
  },
  {
    path: 'motorUnits.rateAdaptationTimeS',
    promise: 'rates sag sooner: more effort early',
    given: tiring,
    to: 2,
    protocol: { ...long, skip: 4 },
    turned: late,
    check(before, after) {
      expect(effort(after)).toBeGreaterThan(1.02 * effort(before));
    },
  },
  {
    path: 'motorUnits.contractionSlowing',
    promise: 'tired units take longer to fade',
    given: { motorUnits: { fatigue: true, fatigueFactor: 0.1 } },
    to: 1,
    protocol: tired,
    turned: late,
    check(_before, _after, { before, after }) {
      // A quantum of 10 ms is a large step beside what one pool changes.
      const fading = (body: BodyScenario): number =>
        overPeople(body, fallTime, { people: 3, protocol: tired });
      expect(fading(after)).toBeGreaterThan(1.05 * fading(before));
    },
  },
  {
    path: 'motorUnits.recoveryTimeS',
    promise: 'after a rest of the same length the units are fresher',
    given: { motorUnits: { fatigue: true, fatigueFactor: 0.1 } },
    to: 5,
    protocol: {
      effort: bend(0.5),
      skip: 21,
      seconds: 1,
      then: [
        [10, []],
        [20, bend(0.5)],
      ],
    },
    turned: { at: 4, within: 4 },
    check(before, after) {
      expect(effort(after)).toBeLessThan(0.97 * effort(before));
    },
  },
  {
    path: 'motorUnits.velocityDeclinePercent',
    promise: 'velocity falls less far',
    given: tiring,
    to: 10,
    protocol: long,
    turned: { at: 4, within: 4 },
    check(before, after) {
      expect(1 - slowed(after)).toBeLessThan(0.3 * (1 - slowed(before)));
      expect(medianHz(after)).toBeGreaterThan(medianHz(before));
    },
  },
  {
    path: 'motorUnits.spikeWideningPercent',
    promise: 'tired muscles are louder at the same force, at much the same frequencies',
    given: tiring,
    to: 200,
    protocol: long,
    turned: { at: 4, within: 4 },
    check(before, after) {
      expect(rms(after.clean[0])).toBeGreaterThan(1.2 * rms(before.clean[0]));
      expect(medianHz(after) / medianHz(before)).toBeGreaterThan(0.85);
      expect(Math.abs(mean(after.force[0]) - mean(before.force[0]))).toBeLessThan(0.01);
    },
  },
  {
    path: 'motorUnits.velocityDeclineTimeS',
    promise: 'velocity falls sooner',
    given: tiring,
    to: 5,
    protocol: long,
    turned: { at: 4, within: 4 },
    check(before, after) {
      expect(1 - slowed(after)).toBeGreaterThan(1.5 * (1 - slowed(before)));
    },
  },
];
