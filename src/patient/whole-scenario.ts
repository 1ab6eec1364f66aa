import { featureNames } from '../decoder/features/extract-features.js';
import { Prosthesis } from '../decoder/prosthesis/prosthesis.js';
import type { Scenario } from '../scenario/scenario.js';
import { limbGeometry } from './limb-geometry.js';

/**
 * A scenario of which also that is checked which only shows when its parts come together.
 * @throws ConfigError naming the field
 */
export function wholeScenario(scenario: Scenario): Scenario {
  limbGeometry(scenario);
  featureNames(scenario.decoder.features, scenario.electrodes.positions.length);
  new Prosthesis(scenario.prosthesis);
  return scenario;
}
