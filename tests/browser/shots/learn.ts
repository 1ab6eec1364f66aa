import type { Page } from 'playwright-core';
import type { Shot } from './shot.js';

/** Expect something, try every setting, and check. */
export async function throughLesson(page: Page): Promise<void> {
  await page.getByTestId('prediction').getByRole('radio').first().check();
  const settings = page.locator('button[data-setting]');
  for (let n = 0; n < (await settings.count()); n++) {
    const setting = settings.nth(n);
    const id = await setting.getAttribute('data-setting');
    await setting.click({ timeout: 60_000 });
    await page.locator(`figure[data-still="${id}"] myo-lesson-picture`).waitFor({ timeout: 90_000 });
  }
  await page.getByTestId('check').click();
  await page.getByTestId('verdict').waitFor();
}

/** Lessons before and after, and the pages beside them. */
export const learn: readonly Shot[] = [
  { name: 'lesson-force', hash: 'learn/force', go: throughLesson },
  { name: 'lesson-shift', hash: 'learn/shift' },
  { name: 'learn-placing', hash: 'learn/placing' },
  { name: 'learn-teacher', hash: 'learn/teacher' },
  { name: 'learn-worksheet', hash: 'learn/worksheet-fat' },
];
