import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Field } from '../../../src/ground/signal/field.js';
import { allowed, parseFields } from '../../../src/ground/signal/parse-fields.js';
import { MyodesisError } from '../../../src/ground/signal/errors.js';
import { requireRole } from '../../../src/protocol/require-role.js';
import { parseScenario, scenarioFields } from '../../../src/scenario/scenario.js';
import { setLanguage } from '../../../web/data/language.js';
import { loadPhrases, phrase } from '../../../web/texts/phrase.js';
import { fieldsWithin } from '../../support/fields-within.js';
import { thrownErrors } from './thrown-errors.js';

beforeAll(async () => {
  setLanguage('de');
  await loadPhrases();
});
afterAll(() => setLanguage('en'));

const inGerman = (english: string): boolean => phrase(english) !== english;

/** What a call throws, message and hint in German. */
function toldOf(wrong: () => unknown): readonly [message: string, hint: string] {
  try {
    wrong();
  } catch (error) {
    if (error instanceof MyodesisError) return [phrase(error.message), phrase(error.hint)];
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Made of what a field allows and explains, which a test of its own goes over. */
const madeOfFields = ['7: got 7, expected 7', 'For example 7: 7'];
/** Nothing but numbers and names: the same in every language. */
const wordless = (text: string): boolean => !/[a-z]{3}/iu.test(text);

describe('German of what goes wrong', () => {
  const errors = thrownErrors();

  it('is found in the code at all', () => {
    expect(errors.length).toBeGreaterThan(250);
    expect(new Set(errors.map(({ file }) => file.split('/')[1])).size).toBeGreaterThan(6);
  });

  it('has every error that a page can meet, and every hint', () => {
    const unsaid = errors.filter(
      ({ says }) => !wordless(says) && !madeOfFields.includes(says) && !inGerman(says),
    );
    expect(unsaid.map(({ file, says }) => `${file}: ${says}`)).toEqual([]);
  });

  it('has what every field of a scenario allows, and its example', () => {
    const unsaid: string[] = [];
    const say = (english: string): void => void (inGerman(english) || unsaid.push(english));
    for (const { key, field } of fieldsWithin(scenarioFields)) {
      say(`${key}: got nothing, expected ${allowed(field)}`);
      if ('default' in field && typeof field.default !== 'object')
        say(`For example ${JSON.stringify({ [key]: field.default })}: ${field.explain}`);
    }
    expect([...new Set(unsaid)]).toEqual([]);
  });

  it('names the field, what was got and its range', () => {
    const [message, hint] = toldOf(() => parseScenario({ limb: { fatThicknessMm: 999 } }));
    expect(message).toBe('limb.fatThicknessMm: 999 angegeben, erlaubt: eine Zahl von 0 bis 40 mm');
    expect(hint).toMatch(/^Zum Beispiel \{"fatThicknessMm":3\}: /u);
    expect(hint).not.toContain('Fat ');
  });

  it('says what was meant, and who may not', () => {
    const [unknown, guess] = toldOf(() => parseScenario({ limb: { fatThicknesMm: 3 } }));
    expect(unknown).toBe('Ein Feld limb.fatThicknesMm gibt es nicht');
    expect(guess).toBe('War limb.fatThicknessMm gemeint?');
    const [refused] = toldOf(() => requireRole({ op: 'calibrate' }, 'viewer'));
    expect(refused).toContain('aber nichts verändern');
  });

  it('takes two sentences that come as one, as when somebody is sent away', () => {
    expect(phrase('the session was ended. Ask for another one, or take the shared one.')).toBe(
      'Die Sitzung wurde beendet. Eine andere Sitzung nehmen, oder die gemeinsame.',
    );
  });

  it('leaves what nobody knows in English rather than half of it', () => {
    const strange = 'gain: got 3, expected a rainbow';
    expect(phrase(strange)).toBe(strange);
    expect(phrase(`${strange}. Connect again.`)).toBe(`${strange}. Connect again.`);
    const field: Field = { kind: 'boolean', default: true, explain: 'Something else.' };
    const [, hint] = toldOf(() => parseFields({ gain: field }, { gain: 3 }));
    expect(hint).toBe('For example {"gain":true}: Something else.');
  });
});
