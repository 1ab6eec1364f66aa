import { expect, it } from 'vitest';
import fc from 'fast-check';
import { parseJson } from '../../../../src/ground/signal/parse-json.js';

const nested = (depth: number, open = '[', close = ']'): string => open.repeat(depth) + close.repeat(depth);

it('tells what is nested too deep from what is no JSON', () => {
  expect(parseJson(nested(64), 64)).toHaveProperty('value');
  expect(parseJson(nested(65), 64)).toEqual({ fault: 'JSON nested more than 64 deep' });
  expect(parseJson(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 64)).toHaveProperty('fault');
  expect(parseJson('{', 64)).toMatchObject({ fault: 'not valid JSON' });
});

it('counts no bracket within a string', () => {
  const value = { 'a[{"\\': '[[[[{{{{\\"[', b: ['\\', ']'] };
  expect(parseJson(JSON.stringify(value), 2)).toEqual({ value });
});

it('gives what JSON.parse gives', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const text = JSON.stringify(value);
      expect(parseJson(text, 64)).toEqual({ value: JSON.parse(text) });
    }),
  );
});
