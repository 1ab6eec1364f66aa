import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fieldAt } from '../../../../src/ground/signal/field.js';
import { limbOfLevel } from '../../../../src/body/anatomy/limb.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { languages, setLanguage, type Language } from '../../../../web/data/language.js';
import { readSaid } from '../../../../web/data/presenter/presented.js';
import { storyFields } from '../../../../web/data/presenter/story-fields.js';
import { loadFields } from '../../../../web/data/scenario-fields.js';
import { pathOf } from '../../../../web/data/scenario-path.js';
import { storyFacts } from '../../../../web/data/story-facts.js';
import { storySteps, type StoryStep } from '../../../../web/data/story.js';
import { loadPhrases } from '../../../../web/texts/phrase.js';
import { compose, type ShownScenes } from '../../../../web/views/presenter/compose.js';

const scenario = presetByName('transfemoral-surface');

function shownAt(step: StoryStep, scenes?: ShownScenes) {
  const facts = storyFacts(
    {
      source: 'simulation',
      limb: limbOfLevel(scenario.limb.level),
      channels: ['1'],
      capabilities: ['scenario', 'presets', 'intent'],
      calibration: null,
      journey: undefined,
    },
    scenario,
  );
  return compose({ step, facts, scenario, patient: 'Leg', scenes, acts: [], playing: false });
}

beforeAll(() => loadFields());
afterEach(() => setLanguage('en'));

describe('what a presenter sees', () => {
  it('rests on fields that there are', async () => {
    const fields = await loadFields();
    for (const path of Object.values(storyFields).flat())
      expect(fieldAt(fields, pathOf(path)), path).toBeDefined();
  });

  it.each(Object.keys(languages) as Language[])(
    'has words, facts and what comes next, in %s',
    async (code) => {
      setLanguage(code);
      await loadPhrases();
      for (const [i, step] of storySteps.entries()) {
        const shown = shownAt(step);
        expect(shown.title).toBe(shown.titles[i]);
        expect(shown.text.join('')).not.toBe('');
        expect(shown.next?.title).toBe(shown.titles[i + 1]);
        expect(shown.facts.length, step).toBeGreaterThan(0);
        expect(readSaid({ kind: 'shown', shown: { ...shown, began: 1, since: 2 } })).toBeDefined();
      }
    },
  );

  it('is of the patient in force, and tells what is read from what is assumed', () => {
    const [fat] = shownAt('fat').facts;
    expect(fat?.value).toBe(`${scenario.limb.fatThicknessMm} mm`);
    const days = shownAt('limb').facts.find(({ assumed }) => assumed);
    expect(days?.source).toBe('');
    expect(shownAt('slip').facts[0]?.source).toContain('Young');
  });

  it('follows the scenes of the operation, with the patient of each', () => {
    const stages = [
      { title: 'Before', text: 'It begins.' },
      { title: 'Stem', text: 'It is pressed in.' },
    ];
    const blocked = { ...scenario, surgery: { ...scenario.surgery, nerveBlock: true } };
    const scenes = { count: 'Scene 1 of 2', stages, at: 0, notes: ['More.'], scenario: blocked };
    const shown = shownAt('operation', scenes);
    expect(shown).toMatchObject({ title: 'Before', next: stages[1], notes: ['More.'], at: 0 });
    expect(shown.facts[0]?.value).toBe('yes');
    expect(shownAt('operation', { ...scenes, at: 1 }).next?.title).toBe(shownAt('purpose').title);
  });
});
