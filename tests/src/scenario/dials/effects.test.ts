import { describe, expect, it } from 'vitest';
import { bodyFields } from '../../../../src/body/synthesis/body-scenario.js';
import { fieldAt, type Field } from '../../../../src/ground/signal/field.js';
import {
  mergeScenario,
  parseScenario,
  scenarioFields,
  type Scenario,
} from '../../../../src/scenario/scenario.js';
import { general, leaves } from '../../../support/leaves.js';
import { dialBody, fieldOf, withAnything } from '../../body/synthesis/dials/dial-body.js';
import { effectRows, type EffectRow } from './rows.js';

/** What only names a scenario: nothing is measured by it. */
const words = ['version', 'name', 'preset', 'description'];

const plain = parseScenario(dialBody());

function turned(row: EffectRow): [before: Scenario, after: Scenario] {
  const before = mergeScenario(plain, row.given ?? {});
  const keys = row.path.split('.');
  const field = fieldAt(
    scenarioFields,
    keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
  );
  if (!field) throw new Error(`${row.path} is no field`);
  const to = row.to ?? otherValue(field, fieldOf(before, row.path));
  return [before, parseScenario(withAnything(before, row.path, to))];
}

/** Halfway to the farther end of the range, the next option, the contrary. */
function otherValue(field: Field, value: unknown): unknown {
  if (field.kind === 'number' && typeof value === 'number') {
    const far = value - field.min > field.max - value ? field.min : field.max;
    return field.integer ? Math.round((value + far) / 2) : (value + far) / 2;
  }
  if (field.kind === 'choice')
    return field.options[(field.options.findIndex((option) => option === value) + 1) % field.options.length];
  if (field.kind === 'boolean') return value !== true;
  if (field.kind === 'text') return 'another';
  throw new Error(`say what to turn a ${field.kind} to`);
}

describe('every dial of the scenario', () => {
  it('has a row, here or among those of the body', () => {
    const tested = effectRows.map(({ path }) => general(path));
    const expected = leaves(scenarioFields).filter(
      (path) =>
        !words.includes(path) && (path.startsWith('movements.') || !leaves(bodyFields).includes(path)),
    );
    expect([...tested].sort()).toEqual(expected.sort());
  });

  it.each(effectRows)('$path changes what is measured', (row) => {
    const [before, after] = turned(row);
    expect(after).not.toEqual(before);
    expect(row.seen(after)).not.toEqual(row.seen(before));
  });
});
