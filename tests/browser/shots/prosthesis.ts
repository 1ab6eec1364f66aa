import type { Page } from 'playwright-core';
import type { Shot } from './shot.js';

/** Sets a task and waits until it has something to show. */
const task =
  (name: string) =>
  async (page: Page): Promise<void> => {
    // A patient who was just chosen is not busy yet: only what is said next tells.
    await page.waitForTimeout(700);
    await page.getByTestId(`task-${name}`).first().click({ timeout: 60_000 });
    await page.getByTestId('task-prompt').first().waitFor();
  };

/** The prosthesis with something to do. */
export const prosthesis: readonly Shot[] = [
  { name: 'prosthesis-cup', hash: 'demo', preset: 'transhumeral-tmr', go: task('cup') },
  {
    name: 'prosthesis-blocks',
    hash: 'lab',
    preset: 'transhumeral-tmr',
    pictureOnly: true,
    go: task('blocks'),
  },
  {
    name: 'prosthesis-solid',
    hash: 'demo',
    preset: 'transhumeral-tmr',
    async go(page) {
      await task('cup')(page);
      await page.getByTestId('solid').first().click();
      await page.getByTestId('figure-3d').and(page.locator('[data-view]')).waitFor();
    },
  },
  {
    name: 'prosthesis-rise',
    hash: 'demo',
    preset: 'transfemoral-surface',
    pictureOnly: true,
    go: task('sit-to-stand'),
  },
];
