import { LAST_SEED } from '../../ground/signal/random.js';
import { ConfigError } from '../../ground/signal/errors.js';
import { parseFields } from '../../ground/signal/parse-fields.js';
import { readScenario } from '../../scenario/read-scenario.js';
import { isObject, type Scenario } from '../../scenario/scenario.js';
import { conditionsOf, type GivenPatches } from './conditions.js';
import type { Condition } from './condition.js';
import { variantsOf, type DecoderVariant } from './decoder-variant.js';
import type { StudyMetric } from './metrics.js';
import { planFields } from './plan-fields.js';
import { within } from './within.js';

/** A study that can be run: everything that its file said, and what it left out. */
export interface StudyPlan {
  readonly name: string;
  /** The typical person of the population. */
  readonly scenario: Scenario;
  /** Numbers of the people, each once. */
  readonly people: readonly number[];
  /** Every other one is compared with the first. */
  readonly conditions: readonly Condition[];
  readonly decoders: readonly DecoderVariant[];
  readonly metrics: readonly StudyMetric[];
  readonly restSeconds: number;
}

/**
 * Understand a study file: who takes part, under which conditions, decoded by what, and what is told.
 *
 * @param value anything, such as parsed JSON
 * @throws ConfigError that names the first wrong field, what was got, what is allowed and what to write
 * @example
 * parseStudy({
 *   preset: 'transfemoral-surface',
 *   cohort: { count: 20 },
 *   conditions: { grid: [{ dial: 'noise', values: [5, 20] }] },
 *   decoders: [{ classifier: 'lda' }, { classifier: './mine.js' }],
 * })
 */
export function parseStudy(value: unknown): StudyPlan {
  if (!isObject(value))
    throw new ConfigError('a study is an object', {
      hint: 'For example {"preset":"transfemoral-surface","cohort":{"count":20}}.',
    });
  const { scenario: body, ...others } = value;
  const conditions = isObject(value['conditions']) ? value['conditions'] : {};
  const plan = parseFields(planFields, {
    ...others,
    ...(isObject(value['conditions']) && {
      conditions: { ...conditions, ...without('list', conditions, ['patch', 'throughout']) },
    }),
    ...without('decoders', value, ['patch']),
  });
  const scenario = scenarioOf(plan.preset, body);
  const patches = itemsOf(conditions['list']).map((item, n): GivenPatches => ({
    patch: patchOf(item, 'patch', `conditions.list.${n}`),
    throughout: patchOf(item, 'throughout', `conditions.list.${n}`),
  }));
  const decoderPatches = itemsOf(value['decoders']).map((item, n) => patchOf(item, 'patch', `decoders.${n}`));
  return {
    name: plan.name || scenario.name,
    scenario,
    people: peopleOf(plan.cohort),
    conditions: conditionsOf(plan.conditions, patches, scenario),
    decoders: variantsOf(plan.decoders, decoderPatches, scenario),
    metrics: [...new Set(plan.metrics)],
    restSeconds: plan.restSeconds,
  };
}

function scenarioOf(preset: string, body: unknown): Scenario {
  if (preset === '' && body === undefined)
    throw new ConfigError('got neither a preset nor a scenario', {
      field: 'preset',
      hint: 'For example "preset": "transfemoral-surface".',
    });
  if (preset === '') return within('scenario', () => readScenario(body));
  if (isObject(body) && Object.hasOwn(body, 'preset'))
    throw new ConfigError('scenario.preset: got a preset beside it', {
      field: 'scenario.preset',
      hint: 'Name it once: leave "preset" out of one of them.',
    });
  if (body !== undefined && !isObject(body)) return within('scenario', () => readScenario(body));
  return within(body === undefined ? 'preset' : 'scenario', () => readScenario({ preset, ...body }));
}

function peopleOf({ people, count, from }: { people: number[]; count: number; from: number }): number[] {
  const numbers = [...people, ...Array.from({ length: count }, (_, n) => from + n)];
  if (numbers.length === 0)
    throw new ConfigError('cohort: got nobody', {
      field: 'cohort',
      hint: 'For example "cohort": {"count":20}, or {"people":[1,2,7]}.',
    });
  const seen = new Set<number>();
  const twice = numbers.find((number) => seen.size === seen.add(number).size);
  if (twice === undefined && numbers.every((number) => number <= LAST_SEED)) return numbers;
  throw new ConfigError(
    twice === undefined
      ? `cohort: numbers of people end at ${LAST_SEED}, got ${Math.max(...numbers)}`
      : `cohort: got person ${twice} twice`,
    { field: 'cohort', hint: 'Give each person once, such as {"from":1,"count":20}.' },
  );
}

const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A list of objects without the parts that other fields describe; whatever else it is stays, for the parser to tell. */
function without(
  name: string,
  from: Readonly<Record<string, unknown>>,
  parts: readonly string[],
): Record<string, unknown> {
  const list = from[name];
  if (!Array.isArray(list)) return {};
  const bare = list.map((item: unknown) =>
    isObject(item) ? Object.fromEntries(Object.entries(item).filter(([key]) => !parts.includes(key))) : item,
  );
  return { [name]: bare };
}

function patchOf(item: unknown, key: string, place: string): Record<string, unknown> {
  const patch = isObject(item) ? item[key] : undefined;
  if (patch === undefined) return {};
  if (isObject(patch)) return patch;
  throw new ConfigError(`${place}.${key}: got ${JSON.stringify(patch)}, expected an object`, {
    field: `${place}.${key}`,
    hint: 'Write a part of a scenario, such as {"limb":{"fatThicknessMm":6}}.',
  });
}
