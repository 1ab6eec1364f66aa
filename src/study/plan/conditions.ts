import { bodyFields } from '../../body/synthesis/body-scenario.js';
import { ConfigError } from '../../ground/signal/errors.js';
import { fieldAt, type GroupValue } from '../../ground/signal/field.js';
import { RandomStream } from '../../ground/signal/random.js';
import { mergeScenario, scenarioFields, type Scenario } from '../../scenario/scenario.js';
import { dialNamed } from '../dial-named.js';
import { asCalibrated, underCondition, type Condition } from './condition.js';
import type { planFields } from './plan-fields.js';
import { within } from './within.js';

type Given = GroupValue<typeof planFields>['conditions'];
type Axis = Given['sample']['ranges'][number] | Given['grid'][number];
type Patch = Readonly<Record<string, unknown>>;

/** The parts of a condition that are parts of a scenario, beside what the fields of the study file describe. */
export interface GivenPatches {
  readonly patch: Patch;
  readonly throughout: Patch;
}

const MOST = 2000;

/**
 * The conditions of a study, in order: those of the list, then the grid, then the sample. Where nothing is listed the first
 * is as calibrated, so that there is something to compare with.
 *
 * @param patches of the conditions of the list
 * @throws ConfigError naming the first that people of the population cannot be under
 */
export function conditionsOf(given: Given, patches: readonly GivenPatches[], typical: Scenario): Condition[] {
  const listed = given.list.map((one, n) => listedCondition(one, patches[n], `conditions.list.${n}`));
  const drawn = [...gridConditions(given.grid), ...sampleConditions(given.sample)];
  const conditions = [...(listed.length > 0 ? listed : [asCalibrated]), ...drawn];
  if (conditions.length > MOST)
    throw new ConfigError(`conditions: got ${conditions.length}, expected at most ${MOST}`, {
      field: 'conditions',
      hint: 'Give fewer values, or draw a sample of the ranges.',
    });
  const names = new Set<string>();
  for (const condition of conditions) {
    const place = `condition ${JSON.stringify(condition.name)}`;
    if (names.has(condition.name))
      throw new ConfigError(`${place}: got the name twice`, {
        field: 'conditions',
        hint: 'Give each condition a name of its own.',
      });
    names.add(condition.name);
    within(place, () => underCondition(mergeScenario(typical, condition.throughout), condition));
  }
  return conditions;
}

function listedCondition(
  { name, dials }: Given['list'][number],
  { patch, throughout }: GivenPatches = { patch: {}, throughout: {} },
  place: string,
): Condition {
  requireOfBody(patch, `${place}.patch`);
  requireOfPerson(throughout, `${place}.throughout`);
  const described = Object.entries(dials).map(([dial, level]) => `${dial} ${level}`);
  return { name: name || described.join(', ') || place, dials, patch, throughout, values: dials };
}

/** What decides is trained in the calibration: at the test nothing but the body can be other. */
function requireOfBody(patch: Patch, place: string): void {
  requireOfPerson(patch, place);
  const learned = Object.keys(patch).find(
    (name) => !Object.hasOwn(bodyFields, name) || name === 'sampleRateHz',
  );
  if (learned === undefined || !Object.hasOwn(scenarioFields, learned)) return;
  throw new ConfigError(`${place}.${learned}: cannot be other at the test than in the calibration`, {
    field: `${place}.${learned}`,
    hint: 'Write it under "throughout" in place of "patch", or under "decoders".',
  });
}

/** People are compared with themselves. */
function requireOfPerson(patch: Patch, place: string): void {
  const name = ['person', 'population'].find((one) => Object.hasOwn(patch, one));
  if (name === undefined) return;
  throw new ConfigError(`${place}.${name}: a condition cannot make another person`, {
    field: `${place}.${name}`,
    hint: 'Say who takes part under "cohort", and what the population is under "scenario".',
  });
}

function gridConditions(grid: Given['grid']): Condition[] {
  if (grid.length === 0) return [];
  const axes = grid.map((axis, n) => ({ values: axis.values, set: setterOf(axis, `conditions.grid.${n}`) }));
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST)
    throw new ConfigError(`conditions.grid: got ${count} combinations, expected at most ${MOST}`, {
      field: 'conditions.grid',
      hint: 'Give fewer values, or draw a sample of the ranges.',
    });
  let all: Condition[] = [{ ...asCalibrated, name: '' }];
  for (const { values, set } of axes)
    all = all.flatMap((condition) => values.map((value) => set(condition, value)));
  return all;
}

function sampleConditions({ points, seed, ranges }: Given['sample']): Condition[] {
  if (points === 0 && ranges.length === 0) return [];
  if (points === 0 || ranges.length === 0)
    throw new ConfigError(`conditions.sample: got ${points} points of ${ranges.length} ranges`, {
      field: 'conditions.sample',
      hint: 'For example {"points":20,"ranges":[{"dial":"noise","low":0,"high":50}]}.',
    });
  const axes = ranges.map((range, n) => {
    const place = `conditions.sample.ranges.${n}`;
    if (!(range.low <= range.high))
      throw new ConfigError(`${place}: got ${range.low} to ${range.high}`, {
        field: `${place}.high`,
        hint: 'Give a "low" and a "high" that is not below it.',
      });
    return { range, set: setterOf(range, place), whole: isWhole(range) };
  });
  const random = new RandomStream(seed, 'study/sample');
  const digits = String(points).length;
  return Array.from({ length: points }, (_, p) => {
    const name = `point ${String(p + 1).padStart(digits, '0')}`;
    let condition: Condition = { ...asCalibrated, name };
    for (const { range, set, whole } of axes) {
      const drawn = range.low + random.uniform() * (range.high - range.low);
      condition = { ...set(condition, whole ? Math.round(drawn) : Number(drawn.toPrecision(6))), name };
    }
    return condition;
  });
}

/** Whether a field takes whole numbers alone. */
function isWhole({ dial, field }: Axis): boolean {
  const described = fieldAt(scenarioFields, (dial ? dialNamed(dial).field : field).split('.'));
  return described?.kind === 'number' && described.integer === true;
}

/** What puts a value of an axis into a condition, and into its name. */
function setterOf(
  { dial, field, when }: Axis,
  place: string,
): (condition: Condition, value: number) => Condition {
  if ((dial === '') === (field === ''))
    throw new ConfigError(`${place}: expected either a dial or a field`, {
      field: place,
      hint: 'For example {"dial":"noise","values":[0,20]} or {"field":"limb.fatThicknessMm","values":[3,6]}.',
    });
  const called = (name: string, what: string, value: number): string =>
    [...(name ? [name] : []), `${what} ${value}`].join(', ');
  if (dial !== '') {
    dialNamed(dial, `${place}.dial`);
    return ({ name, dials, values, ...others }, value) => ({
      ...others,
      name: called(name, dial, value),
      dials: { ...dials, [dial]: value },
      values: { ...values, [dial]: value },
    });
  }
  const path = field.split('.');
  const key = when === 'test' ? 'patch' : 'throughout';
  const requireFit = when === 'test' ? requireOfBody : requireOfPerson;
  requireFit({ [path[0] ?? '']: {} }, place);
  return (condition, value) => ({
    ...condition,
    name: called(condition.name, field, value),
    [key]: withValue(condition[key], path, value),
    values: { ...condition.values, [field]: value },
  });
}

function withValue(patch: Patch, [key = '', ...deeper]: readonly string[], value: number): Patch {
  const inner = patch[key];
  const known = typeof inner === 'object' && inner !== null ? (inner as Patch) : {};
  // Entries rather than assignments, so that "__proto__" is an unknown field like any other.
  const others = Object.entries(patch).filter(([name]) => name !== key);
  return Object.fromEntries([...others, [key, deeper.length > 0 ? withValue(known, deeper, value) : value]]);
}
