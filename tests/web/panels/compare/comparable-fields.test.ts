import { expect, it } from 'vitest';
import { scenarioFields } from '../../../../src/scenario/scenario.js';
import { comparableFields, valueWritten, written } from '../../../../web/panels/compare/comparable-fields.js';

const fields = new Map(comparableFields(scenarioFields));

function read(path: string, text: string): unknown {
  const field = fields.get(path);
  if (!field) throw new Error(`${path} cannot be compared`);
  return valueWritten(field, text);
}

it.each([
  ['limb.fatThicknessMm', '12', 12],
  ['limb.fatThicknessMm', '1e9', undefined],
  ['limb.fatThicknessMm', ' ', undefined],
  ['decoder.features', 'MAV, WL;ZC  SSC', ['MAV', 'WL', 'ZC', 'SSC']],
  ['decoder.features', ' , ', undefined],
  ['decoder.features', 'MAV '.repeat(41), undefined],
  ['intent.strengthsPercent', '30, 60', [30, 60]],
  ['intent.strengthsPercent', '30, much', undefined],
])('%s: "%s" is %j', (path, text, value) => {
  expect(read(path, text)).toEqual(value);
});

it('writes a value as it reads it', () => {
  expect(read('decoder.features', written(['MAV', 'WL']))).toEqual(['MAV', 'WL']);
});

it('leaves out what there are many of, and of many parts', () => {
  for (const path of fields.keys()) expect(path).not.toMatch(/positions|^muscles\.|stages/);
});
