import { movementIds } from '../../ground/movement/movement.js';
import { mean } from '../../ground/math/statistics.js';
import { log10, pow } from '../../ground/math/real.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';

/** Strength at which muscles are looked at alone, % MVC. */
const PROBE_PERCENT = 40;
/** Muscles of one probe: no more movements are asked for in one calibration. */
const AT_ONCE = 12;
/** Shares below this are left out: what they add is lost in the others. */
const LEAST_SHARE = 0.02;

/** Some muscles driven alone, each by a movement that stands for it. */
export interface Probe {
  readonly scenario: Scenario;
  /** In the order of the muscles. */
  readonly movements: readonly string[];
}

/**
 * Scenarios in which every muscle is driven alone, by a movement that stands for its number: what each electrode gets
 * of it is the recording of that movement.
 */
export function probes(scenario: Scenario): Probe[] {
  const active = movementIds.filter((id) => id !== 'rest');
  const { muscles } = scenario;
  return Array.from({ length: Math.ceil(muscles.length / AT_ONCE) }, (_, n) => {
    const first = n * AT_ONCE;
    const movements = muscles.slice(first, first + AT_ONCE).map((__, m) => active[m]);
    return {
      movements,
      scenario: mergeScenario(scenario, {
        muscles: muscles.map((muscle, m) => ({
          ...muscle,
          drives: m >= first && m < first + AT_ONCE ? { [movements[m - first]]: 1 } : {},
        })),
        calibration: {
          movements: ['rest', ...movements],
          repetitions: 1,
          holdMs: 1000,
          strengthPercent: PROBE_PERCENT,
        },
        intent: { movements, ...steady },
        disturbances: { noiseUv: 0, mainsUv: 0 },
      }),
    };
  });
}

/** Effort without any variability, that muscles may be compared. */
const steady = {
  repetitionSpreadDb: 0,
  directionVariabilityPercent: 0,
  commonWanderPercent: 0,
  wanderPercent: 0,
  overshootPercent: 0,
  holdDecayDb: 0,
  inexperiencePercent: 0,
  movementStrengthDb: {},
  selectivityPercent: 100,
  coContractionPercent: 0,
  overflowPercent: 0,
  restingTonePercent: 0,
};

/** How a person shares each movement among their muscles, and how strongly they make it. */
export interface FittedDrives {
  /** Share of each muscle by movement, the largest of each movement 1: muscles × movements. */
  readonly drives: readonly Readonly<Record<string, number>>[];
  /** Strength of each movement in dB over the mean of all. */
  readonly strengthsDb: Readonly<Record<string, number>>;
}

/** Rounds after which the shares hardly move any more. */
const ROUNDS = 300;

/**
 * Drives by which the levels of the movements come about: the power at an electrode is the sum of the powers of the
 * muscles, each growing with the square of its drive. Every muscle is moved by what is missing where it is heard, until
 * the error in dB is least.
 *
 * @param wanted levels of each movement by channel, dB of any common gain
 * @param alone levels by channel of each muscle alone, dB
 */
export function fitDrives(
  wanted: ReadonlyMap<string, readonly number[]>,
  alone: readonly (readonly number[])[],
): FittedDrives {
  const shares = new Map([...wanted].map(([movement, levels]) => [movement, sharesOf(levels, alone)]));
  const decibels = new Map([...shares].map(([movement, own]) => [movement, Math.max(...own)]));
  const middle = mean([...decibels.values()]);
  return {
    drives: alone.map((_, m) =>
      Object.fromEntries(
        [...shares].flatMap(([movement, own]) => {
          const share = pow(10, (own[m] - (decibels.get(movement) ?? 0)) / 20);
          return share < LEAST_SHARE ? [] : [[movement, Number(share.toFixed(3))]];
        }),
      ),
    ),
    strengthsDb: Object.fromEntries(
      [...decibels].map(([movement, db]) => [movement, Number(withinStrength(db - middle).toFixed(2))]),
    ),
  };
}

/** Drive of each muscle in dB. */
function sharesOf(levels: readonly number[], alone: readonly (readonly number[])[]): number[] {
  const shares = alone.map((own) => mean(levels) - Math.max(...own));
  for (let round = 0; round < ROUNDS; round++) {
    const powers = alone.map((own, m) => own.map((db) => pow(10, (db + shares[m]) / 10)));
    const sums = levels.map((_, c) => powers.reduce((sum, own) => sum + own[c], 0));
    const missing = levels.map((db, c) => db - 10 * log10(sums[c]));
    powers.forEach((own, m) => {
      const heard = own.map((power, c) => power / sums[c]);
      const weight = heard.reduce((sum, part) => sum + part, 0);
      shares[m] += heard.reduce((sum, part, c) => sum + part * missing[c], 0) / weight;
    });
  }
  return shares;
}

/** Kept within the range of its field. */
export function withinStrength(db: number): number {
  return Math.min(20, Math.max(-40, db));
}

/** A scenario whose person moves so. */
export function withDrives(scenario: Scenario, { drives, strengthsDb }: FittedDrives): Scenario {
  return mergeScenario(scenario, {
    muscles: scenario.muscles.map((muscle, m) => ({ ...muscle, drives: drives[m] })),
    intent: { movementStrengthDb: strengthsDb },
  });
}
