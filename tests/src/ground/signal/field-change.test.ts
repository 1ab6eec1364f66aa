import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choice,
  flag,
  group,
  liveAt,
  list,
  map,
  number,
  text,
  type FieldGroup,
} from '../../../../src/ground/signal/field.js';
import { adopted, dearest, fieldChanges } from '../../../../src/ground/signal/field-change.js';
import { anyGroup } from '../../../support/any-value.js';

const gain = number({ unit: '1', default: 1, min: 0, max: 9, explain: 'Gain.', live: 'block' });
const fields: FieldGroup = {
  gain,
  on: flag({ default: true, explain: 'On.' }),
  sites: list({
    item: group('A site.', {
      name: text({ default: '', explain: 'Name.' }),
      angleDeg: { ...gain, live: 'templates' },
    }),
    minItems: 0,
    maxItems: 5,
    default: [],
    explain: 'Sites.',
    live: 'person',
  }),
  drives: map({ value: gain, default: {}, explain: 'Drives.', live: 'decoder' }),
  inner: {
    ...group('Inner.', { kind: choice({ options: ['a', 'b'], default: 'a', explain: 'Kind.' }) }),
    live: 'decoder',
  },
};
const base = {
  gain: 1,
  on: true,
  sites: [{ name: 'a', angleDeg: 0 }],
  drives: { hand: 1 },
  inner: { kind: 'a' },
};

describe('fieldChanges', () => {
  it.each([
    ['nothing', {}, []],
    ['a leaf', { gain: 2 }, ['gain block']],
    ['a leaf nobody says anything of', { on: false }, ['on body']],
    ['what an item says', { sites: [{ name: 'a', angleDeg: 3 }] }, ['sites.0.angleDeg templates']],
    ['what its list says for it', { sites: [{ name: 'b', angleDeg: 0 }] }, ['sites.0.name person']],
    ['the number of items', { sites: [] }, ['sites person']],
    ['what a map gains and loses', { drives: { knee: 1 } }, ['drives.hand block', 'drives.knee block']],
    ['what a group says', { inner: { kind: 'b' } }, ['inner.kind decoder']],
    ['several', { gain: 2, on: false }, ['gain block', 'on body']],
  ])('finds %s', (_, patch, expected) => {
    const changes = fieldChanges(fields, base, { ...base, ...patch });
    expect(changes.map(({ path, live }) => `${path} ${live}`)).toEqual(expected);
  });

  it('finds nothing exactly where values are deeply equal, and is the same backwards', () => {
    const any = anyGroup(fields);
    const pair = fc.oneof(
      fc.tuple(any, any),
      any.map((value) => [value, structuredClone(value)] as const),
    );
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const changes = fieldChanges(fields, a, b);
        expect(changes.length === 0).toBe(isDeepStrictEqual(a, b));
        const paths = (list: typeof changes): string[] => list.map(({ path }) => path).sort();
        expect(paths(fieldChanges(fields, b, a))).toEqual(paths(changes));
      }),
    );
  });

  it('is not fooled by names of prototypes', () => {
    const after = { ...base, drives: JSON.parse('{"__proto__":1,"constructor":1,"hand":1}') as object };
    expect(fieldChanges(fields, base, after).map(({ path }) => path)).toEqual([
      'drives.__proto__',
      'drives.constructor',
    ]);
  });
});

it('liveAt says what the innermost word is', () => {
  expect(liveAt(fields, ['sites', 0, 'angleDeg'])).toBe('templates');
  expect(liveAt(fields, ['sites', 0, 'name'])).toBe('person');
  expect(liveAt(fields, ['on'])).toBe('body');
});

it('the dearest is what comes last in the order of prices', () => {
  const priced = (...lives: ('block' | 'templates' | 'person')[]) =>
    lives.map((live) => ({ path: '', live }));
  expect(dearest(priced('block', 'person', 'templates'))).toBe('person');
  expect(dearest(priced('templates', 'block'))).toBe('templates');
  expect(dearest([])).toBeUndefined();
});

describe('adopted', () => {
  const after = { gain: 2, on: false, sites: [], drives: { hand: 3 }, inner: { kind: 'b' } } as typeof base;

  it('takes the fields of the classes that may, and keeps the others', () => {
    expect(adopted(fields, base, after, (live) => live === 'block')).toEqual({
      ...base,
      gain: 2,
      drives: after.drives,
    });
    expect(adopted(fields, base, after, (live) => live !== 'decoder')).toEqual({
      ...after,
      inner: base.inner,
    });
  });

  it('leaves nothing of those classes to change', () => {
    fc.assert(
      fc.property(anyGroup(fields), anyGroup(fields), (one, other) => {
        const now = adopted(fields, one, other, (live) => live !== 'decoder');
        expect(fieldChanges(fields, now, other).every(({ live }) => live === 'decoder')).toBe(true);
        expect(fieldChanges(fields, one, now).some(({ live }) => live === 'decoder')).toBe(false);
      }),
    );
  });
});
