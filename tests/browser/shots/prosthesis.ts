import type { Page } from 'playwright-core';
import type { Shot } from './shot.js';

/** Sets a task and waits until it has something to show. */
const task =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page.getByTestId(`task-${name}`).first().click();
    await page.getByTestId('task-prompt').first().waitFor();
  };

/** The prosthesis with something to do. */
export const prosthesis: readonly Shot[] = [
  { name: 'prosthesis-cup', hash: 'demo', preset: 'transhumeral-tmr', go: task('cup') },
  { name: 'prosthesis-blocks', hash: 'lab', preset: 'transhumeral-tmr', go: task('blocks') },
  { name: 'prosthesis-rise', hash: 'demo', preset: 'transfemoral-surface', go: task('sit-to-stand') },
];
