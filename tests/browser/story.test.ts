import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../support/chromium.js';
import { startService, type Service } from '../support/service.js';
import { goToScene } from './shots/story.js';

describe.runIf(findChromium())('the story and the operation in a real browser', () => {
  let service: Service;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    service = await startService(['--preset', 'transhumeral-tmr']);
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${service.address}/#demo/fat`);
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  const preset = (): Promise<string> => page.getByTestId('preset-select').first().inputValue();

  it(
    'brings a patient who can show what this one cannot, and the one who was there back',
    { timeout: 180_000 },
    async () => {
      await page.getByText('beneath the fat').waitFor({ timeout: 60_000 });
      expect(await page.getByTestId('story-act').count()).toBe(0);
      await page.getByTestId('story-bring').click();
      await page.getByTestId('story-act').waitFor({ timeout: 60_000 });
      expect(await preset()).toBe('transhumeral-surface-tmr');
      await page.getByTestId('story-act').click();
      await page.getByTestId('story-act').and(page.locator('[data-active]')).waitFor();
      await page.getByTestId('story-return').click();
      await page.getByText('beneath the fat').waitFor({ timeout: 60_000 });
      expect(await preset()).toBe('transhumeral-tmr');
    },
  );

  it(
    'goes through the operation by the keyboard: drawing at once, then patient and signal',
    { timeout: 180_000 },
    async () => {
      await page.goto(`${service.address}/#demo/operation`);
      await page.getByTestId('story-bring').click();
      const drawing = page.getByTestId('long-section');
      await drawing.waitFor();
      await page.locator('myo-status[data-phase="running"]').waitFor({ state: 'attached', timeout: 60_000 });
      await expect.poll(preset, { timeout: 60_000 }).toBe('operation');
      await goToScene(page, 3);
      await drawing.and(page.locator('[data-scene="thinning"]')).waitFor();
      await page.getByTestId('scene-changes').filter({ hasText: '13.0 → 7.0 mm' }).waitFor();
      const fatOf = (): Promise<number> =>
        page.evaluate(async () => {
          const answer = await fetch('api/scenario');
          const { surgery } = (await answer.json()) as {
            surgery: { fatThinned: boolean; nerveBlock: boolean };
          };
          return Number(surgery.fatThinned) + Number(surgery.nerveBlock);
        });
      // The patient has followed, and stays.
      await expect.poll(fatOf, { timeout: 20_000 }).toBe(2);
      await goToScene(page, 11);
      await drawing.and(page.locator('[data-scene="feeling"]')).waitFor();
      await expect.poll(fatOf, { timeout: 20_000 }).toBe(1);
      await goToScene(page, 0);
      await expect.poll(fatOf, { timeout: 20_000 }).toBe(0);
    },
  );

  it('lets the one who was there come back from the operation', { timeout: 120_000 }, async () => {
    await page.getByRole('link', { name: 'Back to the story' }).click();
    await page.getByTestId('story-return').click();
    await expect.poll(preset, { timeout: 60_000 }).toBe('transhumeral-tmr');
  });

  it(
    'runs by itself in a kiosk, where nothing can be lost, and is led by a clicker',
    { timeout: 120_000 },
    async () => {
      const kiosk = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await kiosk.goto(`${service.address}/?kiosk=4`);
      await kiosk.getByText('Step 1 of 9').waitFor({ timeout: 60_000 });
      expect(await kiosk.getByTestId('preset-select').isVisible()).toBe(false);
      await kiosk.getByText('Step 2 of 9').waitFor({ timeout: 60_000 });
      await kiosk.keyboard.press('PageDown');
      await kiosk.getByText('Step 3 of 9').waitFor();
      await kiosk.keyboard.press('End');
      await kiosk.getByText('Step 9 of 9').waitFor();
      await kiosk.keyboard.press('ArrowLeft');
      await kiosk.getByText('Step 8 of 9').waitFor();
      // Left alone, it is where the next visitor begins; the address says so.
      await kiosk.getByText('Step 1 of 9').waitFor({ timeout: 30_000 });
      await kiosk.waitForURL(/#demo\/limb&/u);
      await kiosk.close();
    },
  );

  it(
    'is followed by a presenter’s window, which leads it, and by the address: a step is no way back',
    { timeout: 120_000 },
    async () => {
      await page.goto(`${service.address}/#demo/signal`);
      await page.getByText('Step 3 of 9').waitFor({ timeout: 60_000 });
      await page.waitForURL(/#demo\/signal&/u);
      const entries = (): Promise<number> => page.evaluate(() => history.length);
      const before = await entries();
      await page.getByText('Presenting').click();
      const opens = page.context().waitForEvent('page');
      await page.getByTestId('story-presenter').click();
      const presenter = await opens;
      await presenter.getByText('Step 3 of 9').waitFor();
      await presenter.keyboard.press('PageDown');
      await page.getByText('Step 4 of 9').waitFor();
      await page.keyboard.press('PageDown');
      await presenter.getByText('Step 5 of 9').waitFor();
      await page.waitForURL(/#demo\/turn&/u);
      expect(await entries()).toBe(before);
      // Either window may be loaded anew.
      await presenter.reload();
      await presenter.getByText('Step 5 of 9').waitFor();
      await page.reload();
      await page.getByText('Step 5 of 9').waitFor({ timeout: 60_000 });
      await presenter.locator('[data-wish="back"]').click();
      await page.getByText('Step 4 of 9').waitFor();
      await page.getByRole('link', { name: 'Lab', exact: true }).click();
      await presenter.getByText('Waiting for the window').waitFor();
      await page.goBack();
      await presenter.getByText('Step 4 of 9').waitFor();
      await presenter.close();
    },
  );

  it('goes through the operation in the playground, too', { timeout: 120_000 }, async () => {
    const here = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const thrown: string[] = [];
    here.on('pageerror', (error) => thrown.push(error.message));
    await here.goto(`${service.address}/playground/#demo/operation`);
    await here.getByTestId('story-bring').click({ timeout: 60_000 });
    await goToScene(here, 7);
    await here.getByTestId('long-section').and(here.locator('[data-scene="stem"]')).waitFor();
    // The cross-section is that of the patient, who has followed: there is metal in the bone.
    await here
      .locator('myo-limb-view title')
      .filter({ hasText: /stem/u })
      .first()
      .waitFor({ state: 'attached', timeout: 60_000 });
    expect(thrown).toEqual([]);
    await here.close();
  });
});
