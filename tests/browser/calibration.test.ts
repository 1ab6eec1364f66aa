import { beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../support/chromium.js';
import { StreamClient } from '../server/stream-client.js';
import { opened } from './opened.js';

describe.runIf(findChromium())('a calibration by a person at the page', () => {
  const open = opened('transhumeral-tmr');

  beforeAll(async () => {
    // A bare link is followed first: it would take back what is changed now.
    await open.page.waitForURL(/&p=/u);
    const client = await StreamClient.connect(open.service.port);
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
    await open.page.locator('#tab-calibration').click();
  });

  const classes = (): Promise<string[]> =>
    open.page.getByRole('region', { name: 'Quality of each class' }).locator('tbody th').allTextContents();

  /** Hold the key of a movement from when it is asked for until it is let go, until everything is recorded. */
  async function follow(movement: string): Promise<void> {
    const key = (await open.page.getByTestId(`intent-${movement}`).first().getAttribute('data-key')) ?? '';
    expect(key).not.toBe('');
    const guided = open.page.getByTestId('guided');
    const asked = guided.locator(`myo-movement-picture[movement="${movement}"]`);
    let down = false;
    for (;;) {
      const phase = await guided.getAttribute('data-phase');
      if (phase === 'done') break;
      expect(phase).not.toBe('stopped');
      const wanted = (phase === 'ramp-up' || phase === 'hold') && (await asked.isVisible());
      if (wanted !== down) await (wanted ? open.page.keyboard.down(key) : open.page.keyboard.up(key));
      down = wanted;
      await open.page.waitForTimeout(40);
    }
    if (down) await open.page.keyboard.up(key);
  }

  /** Begin by a button, and wait until its prompts are there. */
  async function begin(button: string): Promise<void> {
    await open.page.getByTestId(button).click();
    await open.page.getByTestId('guided-stop').waitFor();
  }

  it('is followed with a key, and large until Escape', { timeout: 120_000 }, async () => {
    await open.page
      .getByTestId('guided-start')
      .and(open.page.locator(':enabled'))
      .waitFor({ timeout: 60_000 });
    await open.page.getByLabel('Performed by').first().selectOption('person');
    await begin('guided-start');
    await open.page.getByTestId('guided-large').click();
    const large = open.page.getByRole('dialog', { name: 'Guided calibration' });
    await large.locator('myo-strongest-channels path').first().waitFor();
    await open.page.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
    const focused = open.page.locator('[data-testid="guided-large"]:focus');
    await focused.waitFor();
    await follow('hand-close');
    await expect.poll(classes, { timeout: 60_000 }).toEqual(['Hand close', 'Rest']);
    await open.page.getByTestId('sentence-hand-close').filter({ hasText: /[0-9]/u }).waitFor();
  });

  it('records one class again', { timeout: 120_000 }, async () => {
    await open.page
      .getByTestId('again-hand-close')
      .and(open.page.locator(':enabled'))
      .waitFor({ timeout: 60_000 });
    await begin('again-hand-close');
    await follow('hand-close');
    await expect.poll(classes, { timeout: 60_000 }).toEqual(['Hand close', 'Rest']);
  });

  it('adds a movement beside what is known', { timeout: 120_000 }, async () => {
    await open.page.getByTestId('add-class').and(open.page.locator(':enabled')).selectOption('hand-open');
    await open.page.getByTestId('add-start').and(open.page.locator(':enabled')).waitFor({ timeout: 60_000 });
    await begin('add-start');
    await follow('hand-open');
    await expect.poll(classes, { timeout: 60_000 }).toEqual(['Hand close', 'Hand open', 'Rest']);
  });

  it(
    'leaves a class out, takes it back, and shows what was learned from the start',
    { timeout: 120_000 },
    async () => {
      await open.page
        .getByTestId('leave-out-hand-open')
        .and(open.page.locator(':enabled'))
        .click({ timeout: 60_000 });
      await expect.poll(classes, { timeout: 60_000 }).toEqual(['Hand close', 'Rest']);
      await open.page.getByTestId('take-back-hand-open').and(open.page.locator(':enabled')).click();
      await expect.poll(classes, { timeout: 60_000 }).toEqual(['Hand close', 'Hand open', 'Rest']);
      expect(await open.page.getByTestId('left-out').count()).toBe(0);

      await open.page.locator('#tab-features').click();
      await expect.poll(() => open.page.locator('myo-class-radar .pattern').count()).toBe(2);
      const summary = open.page.getByTestId('cloud-summary');
      await summary.filter({ hasText: /PC 1, [0-9.]+ % of the variance/u }).waitFor({ timeout: 60_000 });
      await open.page.getByTestId('axes-feature').click();
      await summary.filter({ hasText: /MAV, µV; .* MAV, µV\. .*Rest: [0-9]+ windows/u }).waitFor();
      await open.page.getByTestId('axis-x').selectOption({ label: 'E1 Biceps ZC' });
      await summary.filter({ hasText: /ZC, count; .* MAV, µV/u }).waitFor();
      // Nobody shown, none counted.
      for (const label of ['rest', 'hand-close', 'hand-open'])
        await open.page.getByTestId(`class-${label}`).click();
      const all = open.page.getByTestId('decided-all');
      const unknown = open.page.locator('.legend button[aria-pressed="true"]');
      // The script goes on meanwhile, with movements that no calibration knows.
      const shown = async (): Promise<string> => {
        if ((await unknown.count()) > 0) await unknown.first().click();
        return all.innerText();
      };
      await expect.poll(shown, { timeout: 30_000 }).toMatch(/^All 0\b/u);
      await open.page.getByTestId('class-rest').click();
      const before = async (): Promise<string> => {
        await open.page.getByTestId('window-before').click();
        return (await open.page.getByTestId('picked').allInnerTexts()).join();
      };
      await expect.poll(before, { timeout: 30_000 }).toMatch(/intended Rest, decided/u);
      await open.page.getByRole('button', { name: 'Resume' }).click();
    },
  );

  it('raised no error on the way', () => {
    expect(open.problems).toEqual([]);
  });
});
