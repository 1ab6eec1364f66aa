import type { Scenario } from '../../scenario/scenario.js';
import { mergeScenario } from '../../scenario/scenario.js';
import { dialled } from '../dial.js';
import { dialNamed } from '../dial-named.js';

/** What a person is tried under, as data. */
export interface Condition {
  readonly name: string;
  /** Levels of dials, turned at the test on top of what the person was calibrated with. */
  readonly dials: Readonly<Record<string, number>>;
  /** What of the scenario is other at the test. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** What of the scenario is other from the calibration on. */
  readonly throughout: Readonly<Record<string, unknown>>;
  /** What it says in numbers, by dial or field: columns of the table. */
  readonly values: Readonly<Record<string, number>>;
}

/** Nothing is other than in the calibration. */
export const asCalibrated: Condition = {
  name: 'as calibrated',
  dials: {},
  patch: {},
  throughout: {},
  values: {},
};

/** A person who comes to the test under a condition. */
export interface UnderCondition {
  readonly scenario: Scenario;
  /** Minutes of contractions before. */
  readonly exerciseMin: number;
  /** Dials whose level the calibration had already, so that the person is not under the condition at all. */
  readonly idle: readonly string[];
}

/**
 * Put a person under a condition.
 * @param calibrated the person as they were in the calibration, with what is other throughout
 * @throws ConfigError for a level or a patch that the scenario cannot have
 */
export function underCondition(calibrated: Scenario, { dials, patch }: Condition): UnderCondition {
  let scenario = mergeScenario(calibrated, patch);
  let exerciseMin = 0;
  const idle: string[] = [];
  for (const [name, level] of Object.entries(dials)) {
    const dial = dialNamed(name);
    // No more than there was: that is how a grid says that a dial is left alone.
    if (level === 0 && dial.kind === 'added') continue;
    const turned = dialled(dial, level, scenario);
    if (!turned) idle.push(name);
    else {
      scenario = turned.scenario;
      if (dial.exercise) exerciseMin += turned.value;
    }
  }
  return { scenario, exerciseMin, idle };
}
