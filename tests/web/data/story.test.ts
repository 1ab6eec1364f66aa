import { afterEach, describe, expect, it } from 'vitest';
import { limbOfLevel } from '../../../src/body/anatomy/limb.js';
import { scenarioOfStage } from '../../../src/scenario/journey.js';
import { presetByName, presets } from '../../../src/scenario/presets/index.js';
import type { Scenario } from '../../../src/scenario/scenario.js';
import { languages, setLanguage, type Language } from '../../../web/data/language.js';
import { storyFacts, type StoryFacts } from '../../../web/data/story-facts.js';
import { offerOf, storySteps } from '../../../web/data/story.js';
import { storyText } from '../../../web/texts/story.js';

const able = { capabilities: ['intent', 'scenario', 'presets'], calibration: null };

function factsOf(scenario: Scenario, changes: Partial<Parameters<typeof storyFacts>[0]> = {}): StoryFacts {
  const { stages } = scenario.journey;
  const journey = stages.length > 0 ? { stages, stage: 0, from: 0, until: 1, held: false } : undefined;
  const channels = scenario.electrodes.positions.map((_, i) => `E${i}`);
  const limb = limbOfLevel(scenario.limb.level);
  return storyFacts({ ...able, source: 'simulation', limb, channels, journey, ...changes }, scenario);
}

const seen = {
  source: 'simulation',
  limb: 'arm',
  channels: ['1', '2'],
  journey: undefined,
  ...able,
} as const;

/** Everybody that the product comes with, in each of their stages, and those that nobody simulates. */
const everybody: readonly (readonly [name: string, facts: StoryFacts])[] = [
  ...presets.flatMap(({ name }) => {
    const scenario = presetByName(name);
    const stages = scenario.journey.stages.map(
      (stage) => [`${name}, ${stage.title}`, factsOf(scenarioOfStage(scenario, stage))] as const,
    );
    return [[name, factsOf(scenario)] as const, ...stages];
  }),
  ['loosely sewn', factsOf(presetByName('transfemoral-surface', { surgery: { fixation: 0.2 } }))],
  ['numbed arm', factsOf(presetByName('transhumeral-tmr', { surgery: { nerveBlock: true } }))],
  ['looked on at', factsOf(presetByName('transfemoral-surface'), { role: 'viewer' })],
  ['direct control', factsOf(presetByName('transhumeral-tmr', { decoder: { control: 'direct' } }))],
  ['much fat', factsOf(presetByName('transfemoral-surface', { limb: { fatThicknessMm: 20 } }))],
  ['a recording', storyFacts({ ...seen, source: 'recording', capabilities: [] }, null)],
  ['a recorded leg', storyFacts({ ...seen, source: 'recording', limb: 'leg', capabilities: [] }, null)],
  ['a real person', storyFacts({ ...seen, source: 'person', capabilities: [] }, null)],
];

/** What would be false, by what is true. The step of the operation speaks of somebody else. */
const never: readonly (readonly [when: (facts: StoryFacts) => boolean, Record<Language, RegExp>])[] = [
  [
    ({ held }) => held !== 'stem',
    {
      en: /\bstem\b|held by bone|grow\w* onto/iu,
      de: /\bstiel|vom knochen gehalten|angewachsen|wächst an/iu,
    },
  ],
  [
    ({ held }) => held !== 'socket',
    { en: /in a socket|by a socket/iu, de: /in einem schaft|von einem schaft/iu },
  ],
  [({ sewn }) => !sewn, { en: /sewn|sutured|myodesis/iu, de: /genäht|myodese/iu }],
  [({ transferred }) => !transferred, { en: /were led/iu, de: /wurden zu/iu }],
  [
    ({ level }) => level === undefined || level === 'forearm',
    { en: /\blost\b|stump|in the operation/iu, de: /verloren|stumpf|in der operation/iu },
  ],
  [
    ({ source }) => source !== 'simulation',
    { en: /simulated, lost|thinks of|hold one of|lights up/iu, de: /denkt|halten sie|leuchtet/iu },
  ],
  [
    ({ numb }) => numb,
    {
      en: /you are now|lights up when|burst you see|add fat|slip them/iu,
      de: /sie sind nun|wenn er arbeitet|zu sehen ist|fügen sie fett|verschieben sie/iu,
    },
  ],
  [
    ({ tones }) => tones,
    {
      en: /person|simulated|burst|hold one|slip them|add fat/iu,
      de: /person|simuliert|halten sie|fügen sie/iu,
    },
  ],
  [
    ({ electrodes }) => electrodes !== 'skin',
    {
      en: /add fat|slip them|electrodes on the skin hear/iu,
      de: /fügen sie fett|verschieben sie|auf der haut hören/iu,
    },
  ],
  [({ limb }) => limb === 'leg', { en: /\bhand\b|\barm\b/iu, de: /\bhand\b|\barm\b/iu }],
  [({ limb }) => limb === 'arm', { en: /\bknee|\bleg\b|\bfoot\b/iu, de: /\bknie|\bbein\b|\bfuß/iu }],
  [({ accuracy }) => accuracy === undefined, { en: / %/u, de: / %/u }],
];

describe.each(Object.keys(languages) as Language[])('the story in %s', (language) => {
  afterEach(() => setLanguage('en'));

  it.each(everybody)('says nothing that is false of %s', (_name, facts) => {
    setLanguage(language);
    for (const step of storySteps.filter((one) => one !== 'operation')) {
      const { title, text } = storyText(step, facts);
      const all = [title, ...text].join(' ');
      expect(all).not.toMatch(/undefined|NaN|\{|!/u);
      for (const [when, words] of never)
        if (when(facts)) expect(`${step}: ${all}`).not.toMatch(words[language]);
    }
  });
});

describe('what the story says', () => {
  it('is what is true', () => {
    const of = (name: string, step: (typeof storySteps)[number]): string => {
      const facts = everybody.find(([known]) => known === name)?.[1];
      return facts ? storyText(step, facts).text.join(' ') : '';
    };
    expect(of('transhumeral-tmr', 'limb')).toMatch(/an arm above the elbow.*hangs on that stem/u);
    expect(of('patient-journey, before surgery', 'limb')).toMatch(/socket.*still to come/u);
    expect(of('patient-journey, day 2', 'limb')).toMatch(/bone is growing onto it/u);
    expect(of('volunteer-forearm', 'limb')).toMatch(/two healthy hands/u);
    expect(of('a recording', 'limb')).toMatch(/recorded from a real person/u);
    expect(of('transfemoral-surface', 'signal')).toMatch(/on the skin hear it, here on 8 channels/u);
    expect(of('patient-journey, nerve block', 'signal')).toMatch(/silent under the nerve block/u);
  });

  it('gives the accuracy that was measured', () => {
    const scenario = presetByName('transfemoral-surface');
    const facts = { ...factsOf(scenario), accuracy: 0.934, practiceSeconds: 81.6 };
    expect(storyText('decoding', facts).text.join(' ')).toMatch(
      /20 times a second .* 200 milliseconds .* 82 seconds .* 93 %/u,
    );
  });
});

describe('what the story offers', () => {
  it.each(everybody)('can be shown on %s, or on whom it brings instead', (_name, facts) => {
    for (const step of storySteps) {
      const offer = offerOf(step, facts);
      if (offer.kind === 'experiment') {
        expect(facts).toMatchObject({ source: 'simulation', tones: false, numb: false, changeable: true });
        if (step !== 'purpose') expect(facts.electrodes).toBe('skin');
      }
      if (offer.kind !== 'bring') continue;
      expect(facts.exchangeable).toBe(true);
      const brought = factsOf(presetByName(offer.preset));
      expect(brought.limb).toBe(step === 'operation' ? 'leg' : facts.limb);
      expect(offerOf(step, brought).kind).toMatch(step === 'turn' ? /none/u : /experiment|scenes/u);
    }
  });

  it('is the task of the limb that there is', () => {
    const [arm, leg] = ['transhumeral-tmr', 'transfemoral-surface'].map((name) =>
      offerOf('purpose', factsOf(presetByName(name))),
    );
    expect(arm).toMatchObject({ path: 'prosthesis.task', value: 'cup' });
    expect(leg).toMatchObject({ path: 'prosthesis.task', value: 'sit-to-stand' });
  });
});
