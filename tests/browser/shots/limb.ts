import type { Shot } from './shot.js';

/** The limb as something to touch. */
export const limb: readonly Shot[] = [
  {
    name: 'limb-large',
    hash: 'lab',
    preset: 'transhumeral-tmr',
    part: 'myo-limb',
    async go(page) {
      await page.waitForTimeout(700);
      await page.getByTestId('larger').first().click({ timeout: 60_000 });
      await page.getByTestId('heard').first().waitFor();
    },
  },
];
