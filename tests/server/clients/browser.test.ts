import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../../support/chromium.js';
import { startService, type Service } from '../../support/service.js';

/** The patient is calibrated first, on whatever else the machine has to do. */
const ALIVE_MS = 120_000;

describe.runIf(findChromium())('the example for pages of others, in a real browser', () => {
  let service: Service;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    service = await startService(['--preset', 'transhumeral-tmr']);
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (said) => said.type() === 'error' && problems.push(said.text()));
    await page.goto(`${service.address}/clients/`);
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  const inked = (): Promise<number> =>
    page.evaluate(() => {
      const canvas = document.querySelector('canvas');
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      return (pixels ?? []).filter((value, i) => i % 4 === 3 && value > 0).length;
    });

  it(
    'draws the signal',
    async () => {
      await page.locator('#decided').filter({ hasNotText: 'nothing yet' }).waitFor({ timeout: ALIVE_MS });
      await expect.poll(inked, { timeout: ALIVE_MS }).toBeGreaterThan(5000);
    },
    ALIVE_MS,
  );

  it('lets the person do what is held, which the decoder recognises', async () => {
    await page.getByRole('button', { name: 'wrist-pronation' }).hover();
    await page.mouse.down();
    await page.locator('#decided').filter({ hasText: 'wrist-pronation' }).waitFor({ timeout: 20_000 });
    await page.mouse.up();
    await page.locator('#decided').filter({ hasNotText: 'wrist-pronation' }).waitFor({ timeout: 20_000 });
  });

  it('lives with the content security policy, and says when the service has gone', async () => {
    expect(problems).toEqual([]);
    await service.stop();
    await page.locator('#told').filter({ hasText: 'the service stops' }).waitFor({ timeout: 20_000 });
  });
});
