import type { DecoderSpec } from '../../src/decoder/decoder-fields.js';
import { defaultPreset, presetByName } from '../../src/scenario/presets/index.js';
import { readScenario } from '../../src/scenario/read-scenario.js';
import { mergeScenario, parseScenario, type Scenario } from '../../src/scenario/scenario.js';
import { ConfigError } from '../../src/ground/signal/errors.js';
import { DEEPEST_MESSAGE, parseJson } from '../../src/ground/signal/parse-json.js';
import { UsageError } from '../errors.js';
import { readJson } from '../read-json.js';
import { cohort } from '../../src/scenario/cohort.js';
import type { PeopleFlags, ScenarioFlags } from './options.js';

/**
 * The scenario that the flags of a command mean: a preset (that of the demonstration where none is named) or a file, with
 * single fields changed.
 * @param decoder what flags of its own say of the decoder; `--set` counts over them
 */
export async function resolveScenario(
  flags: ScenarioFlags,
  decoder: Partial<DecoderSpec> = {},
): Promise<Scenario> {
  let scenario =
    flags.scenario === undefined
      ? presetByName(flags.preset ?? defaultPreset)
      : await scenarioFile(flags.scenario);
  if (Object.keys(decoder).length > 0)
    scenario = parseScenario({ ...scenario, decoder: { ...scenario.decoder, ...decoder } });
  for (const assignment of flags.set ?? []) scenario = withAssignment(scenario, assignment);
  if (flags.seed !== undefined) scenario = parseScenario({ ...scenario, seed: flags.seed });
  if (flags.person !== undefined) scenario = mergeScenario(scenario, { person: { number: flags.person } });
  return scenario;
}

async function scenarioFile(path: string): Promise<Scenario> {
  return readScenario(await readJson(path));
}

/** The people that the flags of a command mean: of the population of its scenario. */
export function resolvePeople(
  scenario: Scenario,
  { people, cohort: seed }: PeopleFlags,
): Scenario[] | undefined {
  if (people === undefined) {
    if (seed === undefined) return undefined;
    throw new UsageError('--cohort: got no --people', {
      hint: 'Write, for example, --people 20 --cohort 1.',
    });
  }
  return cohort(scenario, { size: people, ...(seed !== undefined && { seed }) });
}

/** A scenario with `path=value` applied. */
export function withAssignment(scenario: Scenario, assignment: string): Scenario {
  return parseScenario(assigned(scenario, assignment));
}

/**
 * A copy with `path=value` applied, value as JSON where it is JSON and as text where not; not checked.
 * @throws UsageError for a text of another form; ConfigError for an item that a list does not have
 */
export function assigned<T extends object>(target: T, assignment: string): T {
  const at = assignment.indexOf('=');
  if (at < 1)
    throw new UsageError(`--set ${assignment}: expected field=value`, {
      hint: 'Write, for example, --set limb.fatThicknessMm=6.',
    });
  const copy = structuredClone(target);
  const path = assignment.slice(0, at).trim().split('.');
  assign(copy, path, jsonOrText(assignment.slice(at + 1)));
  return copy;
}

/** A value as it is written in a flag: JSON where it is JSON, otherwise the text itself. */
export function jsonOrText(text: string): unknown {
  const parsed = parseJson(text, DEEPEST_MESSAGE);
  return 'value' in parsed ? parsed.value : text;
}

function assign(target: unknown, path: readonly string[], value: unknown): void {
  let inner = target;
  path.forEach((key, depth) => {
    const last = depth === path.length - 1;
    if (Array.isArray(inner)) {
      const index = Number(key);
      if (!Number.isInteger(index) || index < 0 || index >= inner.length)
        throw new ConfigError(`unknown field ${path.slice(0, depth + 1).join('.')}`, {
          field: path.join('.'),
          hint: `This list has items 0 to ${inner.length - 1}.`,
        });
      if (last) inner[index] = value;
      else inner = inner[index];
    } else if (typeof inner === 'object' && inner !== null) {
      const record: object = inner;
      const next: unknown = Object.hasOwn(record, key) ? Reflect.get(record, key) : undefined;
      const placed = last ? value : typeof next === 'object' && next !== null ? next : {};
      Object.defineProperty(record, key, {
        value: placed,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      inner = placed;
    }
  });
}
