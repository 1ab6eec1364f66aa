import { calibrationFields } from '../decoder/calibration/calibration-fields.js';
import { decoderFields } from '../decoder/decoder-fields.js';
import { prosthesisFields } from '../decoder/prosthesis/prosthesis-fields.js';
import { ConfigError } from '../ground/signal/errors.js';
import { group, number, text, type GroupValue } from '../ground/signal/field.js';
import { parseFields, schemaOf } from '../ground/signal/parse-fields.js';
import { bodyFields, ownWords } from '../body/synthesis/body-scenario.js';
import { userFields } from '../body/user/user-fields.js';
import { journeyFields } from './journey-fields.js';

/**
 * Everything a session is made of, as one description: the body that makes the signal, the decoder that reads
 * it, the prosthesis that obeys, the user who watches. Each part's fields live with the code that uses them.
 */
export const scenarioFields = {
  version: number({
    unit: '1',
    default: 1,
    min: 1,
    max: 1,
    integer: true,
    explain: 'Version of the scenario format.',
  }),
  name: text({ default: 'untitled', maxLength: 80, explain: 'Short name.', live: 'block' }),
  preset: text({
    default: '',
    maxLength: 80,
    explain: 'Preset that the scenario came from; empty for one of one’s own.',
    live: 'block',
  }),
  description: text({
    default: '',
    maxLength: 600,
    explain: 'Who this is, in one or two sentences.',
    live: 'block',
  }),
  ...bodyFields,
  calibration: group('Screen-guided training, by which the decoder learns this person.', calibrationFields),
  decoder: group('From signal to decision.', decoderFields),
  prosthesis: group('The prosthesis and its limits.', prosthesisFields),
  journey: group('Stages of surgery and recovery that play one after the other.', journeyFields),
  user: group('The simulated user who watches the prosthesis and corrects it.', userFields),
};

/** One validated scenario: with its seed it determines every sample. */
export type Scenario = GroupValue<typeof scenarioFields>;

/** Zod schema of a scenario, for those who embed it in a schema of their own. */
export const scenarioSchema = schemaOf(scenarioFields);

/**
 * Validate a scenario and fill in the defaults of what it leaves out.
 * What somebody wrote, and may name a preset, is for `readScenario`.
 * @throws ConfigError naming the first wrong field, what was got, what is allowed, and what to write
 * @example parseScenario({ seed: 7, limb: { fatThicknessMm: 6 } })
 */
export function parseScenario(value: unknown): Scenario {
  return parseFields(scenarioFields, value, '', isObject(value) ? ownWords(value) : []);
}

/**
 * A scenario with a partial one merged into it: objects field by field, lists whole.
 * @throws ConfigError as {@link parseScenario}
 */
export function mergeScenario(scenario: Scenario, patch: unknown): Scenario {
  if (!isObject(patch))
    throw new ConfigError('patch: got no object', {
      hint: 'Write a partial scenario, such as {"limb":{"fatThicknessMm":6}}.',
    });
  return parseScenario(merge(scenario, patch));
}

function merge(base: unknown, patch: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = isObject(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(patch))
    // defineProperty semantics, so that "__proto__" in a patch is an unknown field like any other.
    Object.defineProperty(merged, key, {
      value: isObject(value) ? merge(Object.hasOwn(merged, key) ? merged[key] : {}, value) : value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return merged;
}

/** Whether a value has fields. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
