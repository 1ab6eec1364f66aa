import type { Page } from 'playwright-core';
import type { Shot } from './shot.js';

/** The tab of a patient whose calibration is over: that of the picture before is stopped. */
async function toCalibration(page: Page): Promise<void> {
  await page.locator('#tab-calibration').click();
  await page.getByTestId('guided-start').waitFor();
  const stop = page.getByTestId('guided-stop');
  if (await stop.isVisible()) await stop.click();
  await page.getByTestId('guided-start').and(page.locator(':enabled')).waitFor({ timeout: 60_000 });
}

/** A calibration under way, and what it says afterwards. */
export const calibration: readonly Shot[] = [
  {
    name: 'calibration-guided',
    hash: 'lab',
    part: 'myo-calibration',
    async go(page) {
      await toCalibration(page);
      await page.getByTestId('guided-start').click();
      const shown = '[data-phase="ramp-up"] myo-movement-picture:not([movement="rest"])';
      await page.locator(shown).waitFor({ timeout: 90_000 });
      await page.getByTestId('guided-large').click();
      await page.locator('dialog[open] myo-strongest-channels path').first().waitFor();
    },
  },
  {
    name: 'calibration-after',
    hash: 'lab',
    part: 'myo-calibration',
    async go(page) {
      await toCalibration(page);
      await page.getByTestId('asked').locator('summary').click();
      const quality = page.getByRole('heading', { name: /^(Quality|Güte)$/u });
      await quality.waitFor();
      await quality.scrollIntoViewIfNeeded();
    },
  },
];
