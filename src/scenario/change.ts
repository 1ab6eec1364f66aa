import type { Anatomy } from '../body/anatomy/anatomy.js';
import type { LiveClass } from '../ground/signal/field.js';
import { fieldChanges } from '../ground/signal/field-change.js';
import { scenarioFields, type Scenario } from './scenario.js';
import { requireCalibration, wholeScenario } from './whole-scenario.js';

/** The way from one scenario to another: made once, and handed down to body, decoder and patient. */
export interface ScenarioChange {
  readonly before: Scenario;
  readonly after: Scenario;
  /** Dotted paths of the fields that differ, in the order of the fields; empty where nothing does. */
  readonly paths: readonly string[];
  /** What the change costs, as the fields themselves say. */
  readonly needs: ReadonlySet<LiveClass>;
  /** The limb that `after` resolves to. */
  readonly anatomy: Anatomy;
}

/**
 * What it takes to go from one scenario to another. Both are valid; that `after` also holds together is made sure of
 * here, before anything runs.
 * @throws ConfigError naming the field
 * @example changeOf(scenario, mergeScenario(scenario, { limb: { fatThicknessMm: 6 } })).needs.has('templates')
 */
export function changeOf(before: Scenario, after: Scenario): ScenarioChange {
  const changes = fieldChanges(scenarioFields, before, after);
  const paths = changes.map(({ path }) => path);
  const anatomy = wholeScenario(after);
  // What was refused before is not refused anew for a change that has nothing to do with it.
  if (paths.some((path) => learned.test(path))) requireCalibration(after, anatomy);
  return {
    before,
    after,
    paths,
    needs: new Set(changes.map(({ live }) => live)),
    anatomy,
  };
}

/** What decides whether a decoder can be calibrated. */
const learned = /^(calibration|decoder|electrodes|movements|sampleRateHz)\b/;
