import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page as Shown } from '../../web/data/page.js';
import { findChromium, launchChromium } from '../support/chromium.js';
import { startService, type Service } from '../support/service.js';
import { openShot } from './open-shot.js';
import { throughLesson } from './shots/learn.js';

/** Scenario of the patient in the page, as text. */
const scenarioIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const app = document.querySelector('myo-app') as (Element & { readonly page: Shown }) | null;
    return JSON.stringify(app?.page.store.scenario);
  });

describe.runIf(findChromium())('the lessons, in a real browser', () => {
  let service: Service;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    service = await startService();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it('ask, measure and answer, and leave the patient as they were', async () => {
    page = await browser.newPage();
    await openShot(page, service.address, { name: 'block', hash: 'learn/block' }, 'en');
    const before = await scenarioIn(page);
    // Nothing can be tried before something is expected.
    const settings = page.locator('button[data-setting]');
    await expect.poll(() => settings.first().isDisabled()).toBe(true);
    await throughLesson(page);
    const verdict = page.getByTestId('verdict');
    const said = await verdict.innerText();
    expect(said).toContain('Not as you expected.');
    const [rest, held, numbed] = [...said.matchAll(/([\d.]+) µV/gu)].map(([, uv]) => Number(uv));
    expect(held).toBeGreaterThan(2 * Number(rest));
    expect(numbed).toBeLessThan(Number(rest));
    expect(await scenarioIn(page)).not.toBe(before);
    expect(await page.getByText('1 of 13 lessons done').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Words' }).click();
    await page.getByRole('heading', { name: 'Words' }).waitFor();
    await expect.poll(() => scenarioIn(page), { timeout: 30_000 }).toBe(before);
    await page.getByRole('button', { name: 'Forget my progress' }).click();
    await page.getByText('0 of 13 lessons done').waitFor();
  }, 90_000);

  it('explain a word to whoever asks with keys', async () => {
    await page.getByRole('link', { name: /why does the trace grow/iu }).click();
    const word = page.getByRole('button', { name: 'motor units' }).first();
    await word.focus();
    await page.keyboard.press('Enter');
    const gloss = page.getByText('One nerve cell in the spinal cord and all the muscle fibres');
    await gloss.waitFor();
    await expect.poll(() => word.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await gloss.waitFor({ state: 'hidden' });
  }, 30_000);

  it('judge how electrodes were placed', async () => {
    await page.getByRole('link', { name: 'Practice: placing electrodes' }).click();
    await page.getByTestId('measure').click();
    await page.getByTestId('judgement').waitFor({ timeout: 60_000 });
    await page.getByLabel('Wiped clean, with gel').check();
    await page.getByLabel('Where it was marked').check();
    await page.getByLabel('Medium: ±2 mV').check();
    await page.getByTestId('measure').click();
    await page.getByText('All four are right.').waitFor({ timeout: 60_000 });
    await page.context().close();
  }, 150_000);

  it('work without a service, too', async () => {
    const here = await browser.newPage();
    await here.goto(`${service.address}/playground/?lang=de#learn/motor-unit`);
    await here.getByTestId('connection-state').and(here.locator('[data-state="open"]')).first().waitFor();
    await throughLesson(here);
    expect(await here.getByTestId('verdict').innerText()).toContain('Wie von Ihnen erwartet.');
    await here.context().close();
  }, 120_000);
});
