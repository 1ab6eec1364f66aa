import { describe, expect, it } from 'vitest';
import { bodyFields } from '../../../../../src/body/synthesis/body-scenario.js';
import { general, leaves } from '../../../../support/leaves.js';
import { dialBody, fieldOf, withField } from './dial-body.js';
import { dialRows } from './dial-rows.js';
import { measure } from './measure.js';

describe('the table of dials', () => {
  it('has one row for every field of the body', () => {
    const tested = dialRows.map(({ path }) => general(path));
    // What a movement of one's own is, the prosthesis shows: its rows are among those of the whole scenario.
    const own = leaves(bodyFields).filter((path) => !path.startsWith('movements.'));
    expect([...tested].sort()).toEqual(own.sort());
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
