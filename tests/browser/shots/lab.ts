import type { Page } from 'playwright-core';
import type { Shot } from './shot.js';

/** The Lab as an expert uses it. */
export const lab: readonly Shot[] = [
  {
    name: 'lab-measure',
    hash: 'lab',
    part: 'myo-signals',
    go: async (page: Page): Promise<void> => {
      await page.locator('myo-signals .rms').filter({ hasText: /[0-9]/u }).first().waitFor();
      await page.waitForTimeout(1500);
      await page.getByTestId('measure').click();
      await page.getByTestId('measured').waitFor();
    },
  },
  {
    name: 'lab-tones',
    hash: 'lab',
    preset: 'test-tones',
    pictureOnly: true,
    go: async (page: Page): Promise<void> => {
      await page.locator('#tab-spectrum').click();
      await page.waitForTimeout(4000);
    },
  },
];
