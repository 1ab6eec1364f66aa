import { expect, it } from 'vitest';
import { personCard } from '../../../src/body/person/person-card.js';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { runCommand } from './run-command.js';

it('prints the card of a person, beside the typical one', async () => {
  const { code, out } = await runCommand('person', '7', '--preset', 'transradial-armband');
  expect(code).toBe(0);
  const { title } = personCard(presetByName('transradial-armband', { person: 7 }));
  expect(out.startsWith(`${title}\nForearm`)).toBe(true);
  expect(out).toMatch(/fat under the skin \(mm\) +[\d.]+ +2\.50 +[+-][\d.]+ SD/);
});

it('prints it as JSON, whatever the seed', async () => {
  const card = async (seed: string): Promise<unknown> =>
    JSON.parse((await runCommand('person', '7', '--seed', seed, '--json')).out);
  expect(await card('1')).toEqual(
    JSON.parse(JSON.stringify(personCard(presetByName('transhumeral-tmr', { person: 7 })))),
  );
  expect(await card('2')).toEqual(await card('1'));
});

it('is the typical person where none is named', async () => {
  expect((await runCommand('person')).out).toContain('Person 0: the typical person');
});

it('refuses what is no number', async () => {
  const { code, err } = await runCommand('person', 'seven');
  expect(code).toBe(2);
  expect(err).toContain('Expected a whole number within [0, 4294967295]');
});
