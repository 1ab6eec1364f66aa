import type { Page } from 'playwright-core';
import type { Shot } from './shot.js';

/** The Lab as an expert uses it. */
export const lab: readonly Shot[] = [
  {
    name: 'help',
    hash: 'lab',
    part: 'myo-help',
    go: async (page: Page): Promise<void> => {
      await page.locator('myo-signals .plot').first().focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'lab-arranged',
    hash: 'lab',
    part: 'myo-lab .arrange-bar',
    go: async (page: Page): Promise<void> => {
      await page.getByTestId('arrange').click();
      await page.locator('.arrange-bar').waitFor();
    },
  },
  {
    name: 'lab-measure',
    hash: 'lab',
    part: 'myo-signals',
    go: async (page: Page): Promise<void> => {
      await page.locator('myo-signals .rms').filter({ hasText: /[0-9]/u }).first().waitFor();
      await page.waitForTimeout(1500);
      await page.getByTestId('measure').click();
      await page.getByTestId('measured').waitFor();
      await page.getByTestId('sound').click();
      await page.getByTestId('listen').waitFor();
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
  {
    name: 'lab-features',
    hash: 'lab',
    part: 'myo-features',
    go: async (page: Page): Promise<void> => {
      await page.locator('#tab-features').click();
      await page.getByTestId('cloud-summary').filter({ hasText: 'LD 2' }).waitFor({ timeout: 60_000 });
      await page.getByTestId('axes-3d').click();
      await page.getByTestId('class-rest').click();
      await page.getByTestId('window-before').click();
    },
  },
  {
    name: 'lab-guide',
    hash: 'lab/guide',
    part: 'myo-guide',
    go: async (page: Page): Promise<void> => {
      await page.locator('myo-guide [data-symptom="restLoud"]').click();
      await page.locator('myo-guide li[data-cause]').first().waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'lab-compare',
    hash: 'lab/compare',
    pictureOnly: true,
    go: async (page: Page): Promise<void> => {
      await page.getByTestId('compare-run').click();
      await page.getByTestId('compare-words').waitFor({ timeout: 90_000 });
    },
  },
];
