import type { FieldGroup } from '../ground/signal/field.js';
import { longhand } from '../ground/signal/parse-fields.js';
import { presetByName } from './presets/index.js';
import { isObject, parseScenario, scenarioFields, type Scenario } from './scenario.js';

/**
 * Read a scenario that somebody wrote: a file, or the body of a request. What it leaves out is that of the preset it
 * names, and where it names none the default of the format. Groups are filled in field by field; lists and maps are
 * taken whole, so that a whole scenario stays what it is.
 *
 * @param value anything, such as parsed JSON
 * @throws ConfigError as {@link parseScenario}, and on the name of a preset that is not known, with the nearest one
 * @example readScenario({ preset: 'transfemoral-surface', person: 5, limb: { fatThicknessMm: 6 } })
 */
export function readScenario(value: unknown): Scenario {
  if (!isObject(value)) return parseScenario(value);
  const { preset } = value;
  if (typeof preset !== 'string' || preset === '') return parseScenario(value);
  return parseScenario(filledIn(scenarioFields, value, presetByName(preset)));
}

/** What is given, and of what is not what `base` has. What is wrong stays, for the parser to tell. */
function filledIn(
  fields: FieldGroup,
  given: Record<string, unknown>,
  base: Record<string, unknown>,
): Record<string, unknown> {
  const own = Object.entries(given).filter(([, value]) => value !== undefined);
  // Entries rather than assignments, so that "__proto__" is an unknown field like any other.
  return Object.fromEntries([
    ...Object.entries(base),
    ...own.map(([name, value]) => [name, inner(fields, name, value, base)] as const),
  ]);
}

function inner(fields: FieldGroup, name: string, value: unknown, base: Record<string, unknown>): unknown {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field?.kind !== 'group') return value;
  const given = field.shorthand === undefined ? value : longhand(value, field.shorthand);
  const known = base[name];
  return isObject(given) && isObject(known) ? filledIn(field.fields, given, known) : value;
}
