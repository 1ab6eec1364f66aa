import { storySteps, type StoryStep } from './story.js';

/** Part of the address with the scenes of the operation. */
const SCENES = 'scenes';

/** Where in the story somebody is. */
export interface StoryPlace {
  readonly step: StoryStep;
  /** Name of the scene, while the operation is gone through; empty where the address names none. */
  readonly scene: string | undefined;
}

/**
 * The place that an address names after `#demo/`: a step by name or by number from 1, or `scenes` with the name of one after
 * a slash; the first step where it names nothing known.
 * @example storyPlace('scenes/stem') // { step: 'operation', scene: 'stem' }
 */
export function storyPlace(chapter: string): StoryPlace {
  const [name = '', scene = ''] = chapter.split('/');
  if (name === SCENES) return { step: 'operation', scene };
  const asked = storySteps.find((step) => step === name);
  const number = Math.round(Number(name) || 1);
  const at = Math.min(storySteps.length, Math.max(1, number)) - 1;
  return { step: asked ?? storySteps[at] ?? storySteps[0], scene: undefined };
}

/** How an address names a place; steps by name, so that links outlive their order. */
export function pathOfStory({ step, scene }: StoryPlace): string {
  if (scene === undefined) return `demo/${step}`;
  return scene === '' ? `demo/${SCENES}` : `demo/${SCENES}/${scene}`;
}
