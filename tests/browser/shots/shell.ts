import type { Page } from 'playwright-core';
import type { Shot } from './shot.js';

const tab = (id: string): Shot => ({
  name: `lab-${id}`,
  hash: 'lab',
  part: `myo-${id}`,
  async go(page: Page) {
    await page.locator(`#tab-${id}`).click();
    await page.locator(`myo-${id}`).waitFor();
  },
});

/** The tabs of the Lab, its dials opened, and the bar with something to say. */
export const shell: readonly Shot[] = [
  tab('decision'),
  tab('calibration'),
  tab('spectrum'),
  tab('disturbances'),
  tab('tests'),
  tab('recorder'),
  tab('share'),
  {
    name: 'lab-person',
    hash: 'lab',
    part: 'myo-person',
    async go(page) {
      await page.locator('#tab-person').click();
      await page.locator('myo-person').waitFor();
    },
  },
  {
    name: 'lab-devices',
    hash: 'lab',
    part: 'myo-devices',
    async go(page) {
      await page.locator('#tab-devices').click();
      await page.locator('myo-devices summary').first().click();
    },
  },
  {
    name: 'lab-dials',
    hash: 'lab',
    part: 'myo-dials',
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
