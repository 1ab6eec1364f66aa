import { plainUser, steadyUser } from '../../body/intent/exact-user.js';
import { movementIds } from '../../ground/movement/movement.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';

/** Strength at which muscles are looked at alone, % MVC. */
const PROBE_PERCENT = 40;
/** Muscles of one probe: no more movements are asked for in one calibration. */
const AT_ONCE = 12;

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
          movements,
          repetitions: 1,
          holdMs: 1000,
          strengthPercent: PROBE_PERCENT,
        },
        intent: {
          movements,
          ...plainUser,
          movementStrengthDb: Object.fromEntries(movements.map((movement) => [movement, 0])),
        },
        disturbances: { noiseUv: 0, mainsUv: 0 },
      }),
    };
  });
}

/**
 * One session without the luck of single trials: what drives give on average. Fitted to a session with its luck, drives
 * would be off by it in every other session.
 */
export function withoutLuck(scenario: Scenario): Scenario {
  return mergeScenario(scenario, { intent: steadyUser, calibration: { repetitions: 1 } });
}
