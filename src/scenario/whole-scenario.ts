import { limbOfLevel } from '../body/anatomy/limb.js';
import type { Anatomy } from '../body/anatomy/anatomy.js';
import { individual } from '../body/person/individual.js';
import { resolveAnatomy } from '../body/anatomy/resolve-anatomy.js';
import { requireLearnable } from '../decoder/calibration/learnable.js';
import { featureNames } from '../decoder/features/feature-names.js';
import { FilterChain } from '../decoder/filters/filter-chain.js';
import { filterSpecs } from '../decoder/filters/filter-fields.js';
import { Prosthesis } from '../decoder/prosthesis/prosthesis.js';
import { requireTaskOf } from '../decoder/prosthesis/world-tasks.js';
import { naming } from '../ground/signal/naming.js';
import { costOf, requireAffordable, requireLivable } from './budget.js';
import { scenarioOfStage } from './journey.js';
import type { Scenario } from './scenario.js';

/**
 * Find what only shows when the parts of a valid scenario come together: limb and muscles, at every stage of the
 * journey, features and filters at this rate, the ranges of the joints, the room they take together. Nothing is made of it but the anatomy.
 * @returns the limb that the scenario resolves to
 * @throws ConfigError naming the field
 */
export function wholeScenario(scenario: Scenario): Anatomy {
  const { decoder, prosthesis, journey, ...body } = scenario;
  const anatomy = resolveAnatomy(individual(body));
  for (const [number, stage] of journey.stages.entries())
    naming(`journey.stages.${number}`, () => resolveAnatomy(individual(scenarioOfStage(body, stage))));
  naming('decoder.features', () => featureNames(decoder.features, anatomy.channels.length));
  const { specs } = filterSpecs(decoder.filters, body.sampleRateHz);
  naming('decoder.filters', () => new FilterChain(specs, body.sampleRateHz, 1));
  new Prosthesis(prosthesis);
  requireTaskOf(limbOfLevel(body.limb.level), prosthesis.task);
  requireLivable(costOf(scenario, anatomy), anatomy);
  return anatomy;
}

/**
 * Find what would keep a decoder from being calibrated on a scenario, without recording anything.
 * @param anatomy the limb that it resolves to, as {@link wholeScenario} returns it
 * @throws ConfigError naming the field
 */
export function requireCalibration(scenario: Scenario, anatomy: Anatomy): void {
  const { calibration, decoder, sampleRateHz, movements, electrodes } = scenario;
  const channels = electrodes.positions.length;
  requireAffordable(costOf(scenario, anatomy));
  requireLearnable(calibration, decoder, { sampleRateHz, channels, movements });
}

/**
 * Make sure that the person of a scenario can come to life: it is whole, and a decoder can be calibrated on it.
 * @throws ConfigError naming the field
 */
export function requireStartable(scenario: Scenario): void {
  requireCalibration(scenario, wholeScenario(scenario));
}
