import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../support/chromium.js';
import { startService, type Service } from '../support/service.js';

describe.runIf(findChromium())('the prosthesis and its tasks', () => {
  let service: Service;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    service = await startService(['--preset', 'transhumeral-tmr']);
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${service.address}/#lab`);
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  const shown = (testId: string) => page.getByTestId(testId).first();
  /** Outlines of what has a look, as they are drawn now. */
  const outlines = (look: string): Promise<(string | null)[]> =>
    page
      .locator(`myo-prosthesis-view svg.figure path.${look}`)
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));

  it('stands on a person, with a stem that was pressed in and no table', async () => {
    await shown('joint-hand').waitFor({ timeout: 30_000 });
    await page.locator('myo-prosthesis-view path.stem').waitFor({ state: 'attached' });
    expect(await outlines('cloth')).toHaveLength(1);
    expect(await outlines('table')).toHaveLength(0);
    expect((await outlines('pad')).length).toBeGreaterThanOrEqual(5);
  });

  it('has a cup to take, which is felt where it is touched, and counts how it goes', async () => {
    await shown('task-cup').click();
    await shown('task-prompt').filter({ hasText: /cup/iu }).waitFor({ timeout: 20_000 });
    expect(await outlines('water')).toHaveLength(1);
    const standing = await outlines('cup');
    expect(standing).toHaveLength(2);
    await shown('felt').waitFor({ state: 'attached', timeout: 40_000 });
    expect(await shown('felt').textContent()).toMatch(/felt/u);
    // It is carried somewhere, whatever becomes of it.
    await expect.poll(() => outlines('cup'), { timeout: 40_000 }).not.toEqual(standing);
    await shown('score-done').waitFor({ state: 'attached' });
  });

  it('is taken over by a person who holds a key', async () => {
    const key = (await shown('intent-hand-open').getAttribute('data-key')) ?? '';
    expect(key).not.toBe('');
    await page.keyboard.down(key);
    try {
      await shown('intent')
        .filter({ hasText: /hand open/iu })
        .waitFor({ timeout: 20_000 });
      await page.getByTestId('intent-hand-open').first().and(page.locator('[aria-pressed="true"]')).waitFor();
    } finally {
      await page.keyboard.up(key);
    }
    await shown('intent').filter({ hasText: /rest/iu }).waitFor({ timeout: 20_000 });
  });

  it('turns in three dimensions by keys and by dragging, and leaves nothing behind', async () => {
    await shown('solid').click();
    const canvas = shown('figure-3d');
    await canvas.and(page.locator('[data-view]')).waitFor({ timeout: 30_000 });
    const view = (): Promise<string | null> => canvas.getAttribute('data-view');
    const first = await view();
    await canvas.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(view).not.toBe(first);
    const second = await view();
    const box = await canvas.boundingBox();
    if (!box) throw new Error('the canvas has no place');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 10, { steps: 3 });
    await page.mouse.up();
    await expect.poll(view).not.toBe(second);
    await shown('solid').click();
    await canvas.waitFor({ state: 'detached' });
    await page.locator('myo-prosthesis-view svg.figure').waitFor();
  });

  it('stays a drawing where there is no WebGL, and says so', async () => {
    await page.evaluate(() => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
        return String(given[0]).startsWith('webgl') ? null : Reflect.apply(get, this, given);
      } as typeof get;
    });
    await shown('solid').click();
    await page.locator('myo-prosthesis-view p').filter({ hasText: /WebGL/u }).waitFor();
    expect(await page.getByTestId('figure-3d').count()).toBe(0);
  });

  it('bears weight on a leg, within what the stage allows', async () => {
    await page.getByTestId('preset-select').first().selectOption('transfemoral-surface');
    await shown('task-sit-to-stand').click({ timeout: 60_000 });
    await shown('task-prompt').waitFor({ timeout: 30_000 });
    await shown('load').waitFor();
    const meter = page.locator('myo-prosthesis-view [role="meter"]').first();
    expect(Number(await meter.getAttribute('aria-valuemax'))).toBeGreaterThan(40);
    expect(await meter.getAttribute('aria-valuetext')).toMatch(/kg of \d+ kg/u);
    await expect
      .poll(async () => Number(await shown('load').getAttribute('data-value')), { timeout: 60_000 })
      .toBeGreaterThan(5);
    expect(problems).toEqual([]);
  });
});
