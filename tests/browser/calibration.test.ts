import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../support/chromium.js';
import { StreamClient } from '../server/stream-client.js';
import { startService, type Service } from '../support/service.js';

describe.runIf(findChromium())('a calibration by a person at the page', () => {
  let service: Service;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    service = await startService(['--preset', 'transhumeral-tmr']);
    const client = await StreamClient.connect(service.port);
    const calibration = {
      movements: ['rest', 'hand-close'],
      repetitions: 2,
      countdownMs: 500,
      rampMs: 300,
      holdMs: 1000,
      restMs: 300,
    };
    client.send({ op: 'patchScenario', patch: { calibration } });
    await client.message('ok');
    client.socket.close();
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${service.address}/#lab`);
    await page.locator('#tab-calibration').click();
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  const classes = (): Promise<string[]> =>
    page.getByRole('region', { name: 'Quality of each class' }).locator('tbody th').allTextContents();

  /** Hold the key of a movement from when it is asked for until it is let go, until everything is recorded. */
  async function follow(movement: string): Promise<void> {
    const key = (await page.getByTestId(`intent-${movement}`).first().getAttribute('data-key')) ?? '';
    expect(key).not.toBe('');
    const guided = page.getByTestId('guided');
    const asked = guided.locator(`myo-movement-picture[movement="${movement}"]`);
    let down = false;
    for (;;) {
      const phase = await guided.getAttribute('data-phase');
      if (phase === 'done') break;
      expect(phase).not.toBe('stopped');
      const wanted = (phase === 'ramp-up' || phase === 'hold') && (await asked.isVisible());
      if (wanted !== down) await (wanted ? page.keyboard.down(key) : page.keyboard.up(key));
      down = wanted;
      await page.waitForTimeout(40);
    }
    if (down) await page.keyboard.up(key);
  }

  /** Begin by a button, and wait until its prompts are there. */
  async function begin(button: string): Promise<void> {
    await page.getByTestId(button).click();
    await page.getByTestId('guided-stop').waitFor();
  }

  it('is followed with a key, and large until Escape', { timeout: 120_000 }, async () => {
    await page.getByTestId('guided-start').and(page.locator(':enabled')).waitFor({ timeout: 60_000 });
    await page.getByLabel('Performed by').first().selectOption('person');
    await begin('guided-start');
    await page.getByTestId('guided-large').click();
    const large = page.getByRole('dialog', { name: 'Guided calibration' });
    await large.locator('myo-strongest-channels path').first().waitFor();
    await page.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
    const focused = page.locator('[data-testid="guided-large"]:focus');
    await focused.waitFor();
    await follow('hand-close');
    await expect.poll(classes, { timeout: 60_000 }).toEqual(['Hand close', 'Rest']);
    await page.getByTestId('sentence-hand-close').filter({ hasText: /[0-9]/u }).waitFor();
  });

  it('records one class again', { timeout: 120_000 }, async () => {
    await page.getByTestId('again-hand-close').and(page.locator(':enabled')).waitFor({ timeout: 60_000 });
    await begin('again-hand-close');
    await follow('hand-close');
    await expect.poll(classes, { timeout: 60_000 }).toEqual(['Hand close', 'Rest']);
  });

  it('adds a movement beside what is known', { timeout: 120_000 }, async () => {
    await page.getByTestId('add-class').and(page.locator(':enabled')).selectOption('hand-open');
    await page.getByTestId('add-start').and(page.locator(':enabled')).waitFor({ timeout: 60_000 });
    await begin('add-start');
    await follow('hand-open');
    await expect.poll(classes, { timeout: 60_000 }).toEqual(['Hand close', 'Hand open', 'Rest']);
  });

  it('raised no error on the way', () => {
    expect(problems).toEqual([]);
  });
});
