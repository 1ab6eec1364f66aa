import type { Anatomy } from '../body/anatomy/anatomy.js';
import { individual } from '../body/person/individual.js';
import { resolveAnatomy } from '../body/anatomy/resolve-anatomy.js';
import { featureNames } from '../decoder/features/feature-names.js';
import { FilterChain } from '../decoder/filters/filter-chain.js';
import { filterSpecs } from '../decoder/filters/filter-fields.js';
import { Prosthesis } from '../decoder/prosthesis/prosthesis.js';
import { ConfigError } from '../ground/signal/errors.js';
import type { Scenario } from './scenario.js';

/**
 * Find what only shows when the parts of a valid scenario come together: limb and muscles, features and filters at
 * this rate, the ranges of the joints. Nothing is made of it but the anatomy.
 * @returns the limb that the scenario resolves to
 * @throws ConfigError naming the field
 */
export function wholeScenario({ decoder, prosthesis, ...body }: Scenario): Anatomy {
  const anatomy = resolveAnatomy(individual(body));
  naming('decoder.features', () => featureNames(decoder.features, anatomy.channels.length));
  const { specs } = filterSpecs(decoder.filters, body.sampleRateHz);
  naming('decoder.filters', () => new FilterChain(specs, body.sampleRateHz, 1));
  new Prosthesis(prosthesis);
  return anatomy;
}

/** Errors of a part that does not know its place in the scenario, with that place. */
function naming(field: string, check: () => unknown): void {
  try {
    check();
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    const { message, hint } = cause;
    throw new ConfigError(`${field}: ${message}`, { field, hint, cause });
  }
}
