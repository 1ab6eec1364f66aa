import { describe, expect, it } from 'vitest';
import { operationScenes } from '../../../src/scenario/operation-scenes.js';
import { storySteps } from '../../../web/data/story.js';
import { pathOfStory, storyPlace } from '../../../web/data/story-place.js';
import { routeOf } from '../../../web/views/route.js';

describe('the place in the story', () => {
  it('comes back from the address that names it', () => {
    const places = [
      ...storySteps.map((step) => ({ step, scene: undefined })),
      ...['', ...operationScenes].map((scene) => ({ step: 'operation' as const, scene })),
    ];
    for (const place of places) {
      const { view, part } = routeOf(`#${pathOfStory(place)}&p=transhumeral-tmr`);
      expect(view).toBe('demo');
      expect(storyPlace(part)).toEqual(place);
    }
  });

  it.each([
    ['', 'limb'],
    ['3', 'signal'],
    ['99', 'purpose'],
    ['-2', 'limb'],
    ['nowhere', 'limb'],
    ['toString', 'limb'],
  ])('of %j is the step %s', (chapter, step) => {
    expect(storyPlace(chapter)).toEqual({ step, scene: undefined });
  });
});
