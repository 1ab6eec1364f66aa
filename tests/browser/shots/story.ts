import type { Page } from 'playwright-core';
import type { Shot } from './shot.js';

/** Go to a scene of the operation by its number from 0. */
export async function goToScene(page: Page, scene: number): Promise<void> {
  const slider = page.getByTestId('scene-slider');
  await slider.waitFor();
  await slider.focus();
  await page.keyboard.press('Home');
  for (let n = 0; n < scene; n++) await page.keyboard.press('ArrowRight');
}

const scene = (name: string, number: number): Shot => ({
  name,
  hash: 'demo/scenes',
  preset: 'operation',
  go: (page) => goToScene(page, number),
});

/** The story of the Demo, by who is shown, and some scenes of the operation. */
export const story: readonly Shot[] = [
  { name: 'story-fat', hash: 'demo/fat' },
  { name: 'story-before', hash: 'demo/limb', preset: 'patient-journey' },
  scene('scene-before', 0),
  scene('scene-myodesis', 5),
  scene('scene-feeling', 11),
];
