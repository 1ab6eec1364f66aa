import type { Page } from 'playwright-core';
import type { Shot } from './shot.js';

const tab = (id: string): Shot => ({
  name: `lab-${id}`,
  hash: 'lab',
  go: (page: Page) => page.locator(`#tab-${id}`).click(),
});

/** The tabs of the Lab, its dials opened, and the bar with something to say. */
export const shell: readonly Shot[] = [
  tab('decision'),
  tab('calibration'),
  tab('spectrum'),
  tab('features'),
  tab('disturbances'),
  tab('tests'),
  tab('recorder'),
  tab('share'),
  {
    name: 'lab-person',
    hash: 'lab',
    async go(page) {
      await page.locator('#tab-person').click();
      await page.locator('myo-person').waitFor();
    },
  },
  {
    name: 'lab-devices',
    hash: 'lab',
    async go(page) {
      await page.locator('#tab-devices').click();
      await page.locator('myo-devices summary').first().click();
    },
  },
  {
    name: 'lab-dials',
    hash: 'lab',
    async go(page) {
      const dials = page.locator('myo-dials');
      await dials.scrollIntoViewIfNeeded();
      await dials.locator('input[type="search"], input[type="text"]').first().fill('noise');
    },
  },
  {
    name: 'link-refused',
    hash: 'demo&p=nobody',
    async go(page) {
      await page.locator('myo-notice').getByRole('alert').waitFor();
    },
  },
];
