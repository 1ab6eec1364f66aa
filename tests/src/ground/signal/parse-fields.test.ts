import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import {
  choice,
  fieldAt,
  flag,
  group,
  list,
  map,
  number,
  text,
} from '../../../../src/ground/signal/field.js';
import { allowed, closest, defaultsOf, parseFields } from '../../../../src/ground/signal/parse-fields.js';

const fields = {
  fatThicknessMm: number({ unit: 'mm', default: 3, min: 0, max: 60, explain: 'Fat under the skin.' }),
  units: number({ unit: '1', default: 120, min: 1, max: 1000, integer: true, explain: 'Motor units.' }),
  skin: choice({ options: ['wet', 'dry'], default: 'wet', explain: 'State of the skin.' }),
  on: flag({ default: true, explain: 'Switched on.' }),
  name: text({ default: 'x', maxLength: 5, explain: 'A name.' }),
  sites: list({
    item: group('One site.', {
      angleDeg: number({ unit: 'deg', default: 0, min: -180, max: 180, explain: 'Angle.' }),
    }),
    minItems: 1,
    maxItems: 2,
    default: [{}],
    explain: 'Sites.',
  }),
  drives: map({
    keys: ['hand-close', 'hand-open'],
    value: number({ unit: '1', default: 0, min: 0, max: 1, explain: 'Share.' }),
    default: { 'hand-close': 1 },
    explain: 'Drives.',
  }),
};

function refusal(value: unknown): ConfigError {
  try {
    parseFields(fields, value);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('parseFields', () => {
  it('fills in every default', () => {
    expect(defaultsOf(fields)).toEqual({
      fatThicknessMm: 3,
      units: 120,
      skin: 'wet',
      on: true,
      name: 'x',
      sites: [{ angleDeg: 0 }],
      drives: { 'hand-close': 1 },
    });
  });

  it.each([
    [{ fatThicknessMm: -1 }, 'fatThicknessMm', 'got -1, expected a number within [0, 60] mm'],
    [{ fatThicknessMm: NaN }, 'fatThicknessMm', 'got NaN'],
    [{ fatThicknessMm: '3' }, 'fatThicknessMm', 'got "3"'],
    [{ units: 1.5 }, 'units', 'an integer within [1, 1000]'],
    [{ skin: 'moist' }, 'skin', 'one of wet, dry'],
    [{ on: 1 }, 'on', 'true or false'],
    [{ name: 'too long' }, 'name', 'at most 5 characters'],
    [{ sites: [] }, 'sites', '1 to 2 items'],
    [{ sites: [{ angleDeg: 181 }] }, 'sites.0.angleDeg', 'within [-180, 180] deg'],
    [{ drives: { 'hand-close': 2 } }, 'drives.hand-close', 'within [0, 1]'],
  ])('refuses %j, naming field and limits', (value, field, message) => {
    const error = refusal(value);
    expect(error.field).toBe(field);
    expect(error.message).toContain(message);
    expect(error.hint).not.toBe('');
  });

  it('guesses what a mistyped name meant', () => {
    expect(refusal({ fatThicknesMm: 3 }).hint).toBe('Did you mean fatThicknessMm?');
    expect(refusal({ drives: { 'hand-clos': 1 } }).hint).toBe('Did you mean drives.hand-close?');
    expect(refusal({ skin: 'wett' }).hint).toBe('Did you mean wet?');
    expect(refusal({ entirelyElse: 1 }).hint).toContain('Fields here: fatThicknessMm');
    expect(closest('zzzzzz', ['alpha'])).toBeUndefined();
    expect(closest('transfemorl', ['transhumeral-tmr', 'transfemoral-surface'])).toBe('transfemoral-surface');
  });

  it('finds descriptions by path', () => {
    expect(fieldAt(fields, ['sites', 0, 'angleDeg'])?.kind).toBe('number');
    expect(fieldAt(fields, ['sites', 0, 'nothing'])).toBeUndefined();
    expect(allowed(fields.units)).toBe('an integer within [1, 1000]');
  });
});
