import { describe, expect, it } from 'vitest';
import { findChromium } from '../support/chromium.js';
import { opened } from './opened.js';

describe.runIf(findChromium())('the prosthesis and its tasks', () => {
  const open = opened('transhumeral-tmr');

  const shown = (testId: string) => open.page.getByTestId(testId).first();
  /** Outlines of what has a look, as they are drawn now. */
  const outlines = (look: string): Promise<(string | null)[]> =>
    open.page
      .locator(`myo-prosthesis-view svg.figure path.${look}`)
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));

  it('stands on a person, with a stem that was pressed in and no table', async () => {
    await shown('joint-hand').waitFor({ timeout: 30_000 });
    await open.page.locator('myo-prosthesis-view path.stem').waitFor({ state: 'attached' });
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
    await open.page.keyboard.down(key);
    try {
      await shown('intent')
        .filter({ hasText: /hand open/iu })
        .waitFor({ timeout: 20_000 });
      await open.page
        .getByTestId('intent-hand-open')
        .first()
        .and(open.page.locator('[aria-pressed="true"]'))
        .waitFor();
    } finally {
      await open.page.keyboard.up(key);
    }
    await shown('intent').filter({ hasText: /rest/iu }).waitFor({ timeout: 20_000 });
  });

  it('turns in three dimensions by keys and by dragging, and leaves nothing behind', async () => {
    await shown('solid').click();
    const canvas = shown('figure-3d');
    await canvas.and(open.page.locator('[data-view]')).waitFor({ timeout: 30_000 });
    const view = (): Promise<string | null> => canvas.getAttribute('data-view');
    const first = await view();
    await canvas.focus();
    await open.page.keyboard.press('ArrowRight');
    await expect.poll(view).not.toBe(first);
    const second = await view();
    const box = await canvas.boundingBox();
    if (!box) throw new Error('the canvas has no place');
    await open.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await open.page.mouse.down();
    await open.page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 10, { steps: 3 });
    await open.page.mouse.up();
    await expect.poll(view).not.toBe(second);
    await shown('solid').click();
    await canvas.waitFor({ state: 'detached' });
    await open.page.locator('myo-prosthesis-view svg.figure').waitFor();
  });

  it('stays a drawing where there is no WebGL, and says so', async () => {
    await open.page.evaluate(() => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
        return String(given[0]).startsWith('webgl') ? null : Reflect.apply(get, this, given);
      } as typeof get;
    });
    await shown('solid').click();
    await open.page.locator('myo-prosthesis-view p').filter({ hasText: /WebGL/u }).waitFor();
    expect(await open.page.getByTestId('figure-3d').count()).toBe(0);
  });

  it('bears weight on a leg, within what the stage allows', async () => {
    await open.page.getByTestId('preset-select').first().selectOption('transfemoral-surface');
    await shown('task-sit-to-stand').click({ timeout: 60_000 });
    await shown('task-prompt').waitFor({ timeout: 30_000 });
    await shown('load').waitFor();
    const meter = open.page.locator('myo-prosthesis-view [role="meter"]').first();
    expect(Number(await meter.getAttribute('aria-valuemax'))).toBeGreaterThan(40);
    expect(await meter.getAttribute('aria-valuetext')).toMatch(/kg of \d+ kg/u);
    await expect
      .poll(async () => Number(await shown('load').getAttribute('data-value')), { timeout: 60_000 })
      .toBeGreaterThan(5);
    expect(open.problems).toEqual([]);
  });
});
