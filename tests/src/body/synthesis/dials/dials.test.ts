import { describe, expect, it } from 'vitest';
import type { Field, FieldGroup } from '../../../../../src/ground/signal/field.js';
import { bodyFields } from '../../../../../src/body/synthesis/body-scenario.js';
import { dialBody, fieldOf, withField } from './dial-body.js';
import { dialRows } from './dial-rows.js';
import { measure } from './measure.js';

/** Dotted paths of all fields that hold a value; items of a list of groups as `*`. */
function leaves(fields: FieldGroup, prefix = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) => leavesOf(field, `${prefix}${name}`));
}

function leavesOf(field: Field, path: string): string[] {
  if (field.kind === 'group') return leaves(field.fields, `${path}.`);
  if (field.kind === 'list' && field.item.kind === 'group') return leaves(field.item.fields, `${path}.*.`);
  return [path];
}

describe('the table of dials', () => {
  it('has one row for every field of the body', () => {
    const tested = dialRows.map(({ path }) => path.replace(/\.\d+(?=\.|$)/g, '.*'));
    expect([...tested].sort()).toEqual(leaves(bodyFields).sort());
  });

  it('turns every dial away from where it was', () => {
    for (const { path, given = {}, to } of dialRows)
      expect(fieldOf(dialBody(given), path), path).not.toEqual(to);
  });
});

describe('the dial', () => {
  it.each(dialRows)('$path: $promise', ({ path, given = {}, to, protocol, check }) => {
    const before = dialBody(given);
    const after = withField(before, path, to);
    check(measure(before, protocol), measure(after, protocol), { before, after });
  });
});
