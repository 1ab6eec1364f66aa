import { language } from '../../data/language.js';
import type { Presented } from '../../data/presenter/presented.js';
import { storyFields } from '../../data/presenter/story-fields.js';
import type { StoryFacts } from '../../data/story-facts.js';
import { storySteps, type StoryStep } from '../../data/story.js';
import { demoTexts } from '../../texts/demo.js';
import { storyText } from '../../texts/story.js';
import { factsAt } from './fact.js';

/** What the wall shows, without since when. */
export type ShownNow = Omit<Presented, 'began' | 'since'>;

/** The scenes of the operation, as far as a presenter needs them. */
export interface ShownScenes {
  readonly count: string;
  readonly stages: readonly { readonly title: string; readonly text: string }[];
  readonly at: number;
  readonly notes: readonly string[];
  /** The patient of that scene, whether they are there or not. */
  readonly scenario: unknown;
}

/** Where a story is, of whom it is told, and what can be pressed. */
export interface StoryNow {
  readonly step: StoryStep;
  readonly facts: StoryFacts;
  readonly scenario: unknown;
  readonly patient: string;
  /** While the operation is gone through. */
  readonly scenes: ShownScenes | undefined;
  readonly acts: Presented['acts'];
  readonly playing: boolean;
}

/** What a presenter's window shows of a story: its words and, of the patient who is there, the facts behind them. */
export function compose(now: StoryNow): ShownNow {
  const { step, facts: who, scenario, scenes, patient, acts, playing } = now;
  const facts = factsAt(storyFields[step], scenes?.scenario ?? scenario);
  const shared = { language: language(), patient, acts, playing, facts };
  const at = storySteps.indexOf(step);
  const stops = storySteps.map((one) => storyText(one, who));
  const comes = stops[at + 1];
  const after = comes ? { title: comes.title, text: comes.text[0] ?? '' } : null;
  const scene = scenes?.stages[scenes.at];
  if (scenes && scene)
    return {
      ...shared,
      count: scenes.count,
      title: scene.title,
      text: [scene.text],
      notes: scenes.notes,
      next: scenes.stages[scenes.at + 1] ?? after,
      titles: scenes.stages.map(({ title }) => title),
      at: scenes.at,
    };
  const { title, text } = storyText(step, who);
  return {
    ...shared,
    count: demoTexts().stepOf(at + 1, storySteps.length),
    title,
    text,
    notes: [],
    next: after,
    titles: stops.map((stop) => stop.title),
    at,
  };
}
