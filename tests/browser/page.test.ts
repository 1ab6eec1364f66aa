import { meetNextPerson } from './next-person.js';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../support/chromium.js';
import { StreamClient } from '../server/stream-client.js';
import { startService } from '../support/service.js';
import { opened } from './opened.js';

/** Number in an element's attribute or text, as the page shows it. */
async function numberOf(page: Page, testId: string, attribute?: string): Promise<number> {
  const element = page.getByTestId(testId).first();
  const shown = attribute ? await element.getAttribute(attribute) : await element.textContent();
  return Number.parseFloat((shown ?? '').replace('−', '-').replace(/[^\d.eE+-]/g, ''));
}

describe.runIf(findChromium())('the page in a real browser', () => {
  const open = opened('transhumeral-tmr');

  const shows = (testId: string, text: RegExp): Promise<void> =>
    open.page.getByTestId(testId).first().filter({ hasText: text }).waitFor({ timeout: 30_000 });

  it('connects and decodes a living patient', async () => {
    await shows('connection-state', /live|connected/i);
    await open.page.getByTestId('decision').first().waitFor();
    expect(await open.page.title()).toMatch(/Myodesis/);
  });

  it('draws moving traces', async () => {
    await open.page.getByTestId('trace-canvas').waitFor();
    const before = await numberOf(open.page, 'trace-canvas', 'data-columns');
    await open.page.waitForFunction(
      (columns) =>
        Number(
          (function find(root: Document | ShadowRoot): Element | null {
            const hit = root.querySelector('[data-testid="trace-canvas"]');
            if (hit) return hit;
            for (const element of root.querySelectorAll('*')) {
              const inner = element.shadowRoot && find(element.shadowRoot);
              if (inner) return inner;
            }
            return null;
          })(document)?.getAttribute('data-columns'),
        ) > columns,
      before,
    );
  });

  it('measures in the traces by keys: two cursors, and what lies between them', async () => {
    const traces = open.page.locator('myo-signals .plot').first();
    await traces.focus();
    await open.page.keyboard.press('m');
    const measured = open.page.getByTestId('measured').first();
    await measured.filter({ hasText: /Δt .*s.*ΔV .*µV.*RMS/u }).waitFor();
    const before = await measured.textContent();
    await open.page.getByTestId('cursor-B').first().press('Shift+ArrowLeft');
    await expect.poll(() => measured.textContent()).not.toBe(before);
    await traces.focus();
    await open.page.keyboard.press('m');
    await measured.waitFor({ state: 'detached' });
    await open.page.keyboard.press(' ');
  });

  it('lists its keys, has its panels arranged and kept, and is heard', async () => {
    const { page } = open;
    const traces = page.locator('myo-signals .plot').first();
    await traces.focus();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog');
    await help.locator('[data-place="traces"]').getByText('you are here').waitFor();
    await help.locator('[data-place="intent"]').getByText('Hand close').waitFor();
    // Keys are the dialog's own: this one would measure.
    await page.keyboard.press('m');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    expect(await page.getByTestId('measured').count()).toBe(0);
    expect(await traces.evaluate((plot) => plot.matches(':focus'))).toBe(true);

    await page.getByTestId('arrange').click();
    await page.locator('[data-add="spectrum"]').click();
    await page.locator('[data-grip="spectrum"]').press('ArrowLeft');
    await page.getByTestId('arrange-done').click();
    await page.reload();
    await page.locator('[data-column="1"] [data-panel="spectrum"] myo-spectrum').waitFor();
    await page.getByTestId('arrange').click();
    await page.getByRole('button', { name: 'As at first' }).click();
    await page.getByTestId('arrange-done').click();
    await page.locator('[data-panel="spectrum"]').waitFor({ state: 'detached' });

    await page.getByTestId('sound').click();
    await page.getByTestId('listen').click();
    const level = (): Promise<number> => numberOf(page, 'sound-view', 'data-level');
    await expect.poll(level, { timeout: 20_000 }).toBeGreaterThan(0);
    await page.getByTestId('listen').click();
    await page.getByTestId('sound').click();
  });

  it('lets a held key become intent, decision and movement', async () => {
    await open.page.getByTestId('intent').first().waitFor();
    const button = open.page.getByTestId('intent-hand-close').first();
    const key = (await button.getAttribute('data-key')) ?? '';
    expect(key).not.toBe('');
    const before = await numberOf(open.page, 'joint-hand', 'data-value');
    // Whichever way there is room to move.
    const movement = before < 50 ? 'hand-close' : 'hand-open';
    const pressed =
      (await open.page.getByTestId(`intent-${movement}`).first().getAttribute('data-key')) ?? '';
    await open.page.keyboard.down(pressed);
    try {
      await shows('intent', movement === 'hand-close' ? /hand close/i : /hand open/i);
      await shows('decision', movement === 'hand-close' ? /hand close/i : /hand open/i);
      await expect
        .poll(async () => Math.abs((await numberOf(open.page, 'joint-hand', 'data-value')) - before), {
          timeout: 20_000,
        })
        .toBeGreaterThan(5);
    } finally {
      await open.page.keyboard.up(pressed);
    }
    await shows('intent', /rest/i);
  });

  it('prompts for a calibration by the simulated user, and adopts what it learned', async () => {
    const client = await StreamClient.connect(open.service.port);
    client.send({
      op: 'patchScenario',
      patch: {
        calibration: {
          movements: ['rest', 'hand-close'],
          repetitions: 2,
          countdownMs: 200,
          rampMs: 200,
          holdMs: 600,
          restMs: 200,
        },
      },
    });
    await client.message('ok');
    client.socket.close();
    await open.page.getByRole('tab', { name: 'Calibration' }).click();
    await open.page.getByTestId('guided-start').click();
    await shows('guided-ask', /Hand close: hold/);
    await shows('guided-ask', /Everything is recorded/);
    const rows = open.page.getByRole('region', { name: 'Quality of each class' }).locator('tbody th');
    await expect.poll(() => rows.allTextContents(), { timeout: 20_000 }).toEqual(['Hand close', 'Rest']);
    expect(await open.page.getByTestId('again-hand-close').isEnabled()).toBe(true);
  });

  it('says from what somebody sees which causes fit the running signal, with the number', async () => {
    await open.page.getByRole('tab', { name: 'Faults' }).click();
    await open.page.getByRole('button', { name: 'Everything hums' }).click();
    const hum = open.page.locator('myo-guide [data-cause="hum"]');
    await hum.waitFor({ timeout: 60_000 });
    expect(await hum.innerText()).toMatch(/Does not fit|Fits/u);
    expect(await hum.innerText()).toMatch(/µV at [56]0 Hz/u);
  });

  it('appears as a device that was switched on, and shows where', async () => {
    await open.page.getByRole('tab', { name: 'Devices' }).click();
    const card = open.page.locator('li').filter({ hasText: 'Delsys Trigno' });
    await card.getByText('Settings and faults').click();
    // Ports of the system's choice: those of a base station may be taken on the machine that tests.
    await card.getByLabel('Port', { exact: true }).fill('0');
    await card.getByLabel('Port', { exact: true }).blur();
    await card.getByRole('button').click();
    await card
      .getByText(/127\.0\.0\.1:\d+/u)
      .first()
      .waitFor();
    await card.getByText('2000 per second').waitFor();
    await card.getByRole('button').click();
    await card.getByRole('button', { pressed: false }).waitFor();
  });

  it('says how to let others in, and how well the stream keeps time', async () => {
    await open.page.getByRole('tab', { name: 'Share' }).click();
    const share = open.page.locator('myo-share');
    await share.getByText('Only this computer reaches the service').waitFor();
    await share.getByText(/in 99 of 100 blocks/u).waitFor();
  });

  it('meets the next person of the population, whom the link carries', () =>
    meetNextPerson(open.page, shows));

  it(
    'lets the person choose another preset while a link is still followed',
    { timeout: 120_000 },
    async () => {
      const typical = new URL(`#lab&p=transhumeral-tmr`, open.page.url()).href;
      let answer = (): void => undefined;
      const asked = new Promise<void>((resolve) => (answer = resolve));
      await open.page.route('**/api/presets/*', async (route) => {
        await asked;
        await route.continue();
      });
      await open.page.goto('about:blank');
      await open.page.goto(typical);
      await open.page.getByTestId('preset-select').first().selectOption('transfemoral-surface');
      answer();
      await open.page.getByTestId('joint-knee').first().waitFor({ timeout: 55_000 });
      await open.page.unroute('**/api/presets/*');
    },
  );

  it('switches to another preset', { timeout: 120_000 }, async () => {
    await open.page.getByTestId('preset-select').first().selectOption('transhumeral-tmr');
    await open.page.getByTestId('joint-hand').first().waitFor({ timeout: 55_000 });
    // Whoever is there is named, also where somebody else chose them.
    const other = await StreamClient.connect(open.service.port);
    await other.ask({ op: 'loadPreset', name: 'transfemoral-surface' });
    await open.page.getByTestId('joint-knee').first().waitFor({ timeout: 55_000 });
    other.close();
    await expect
      .poll(() => open.page.getByTestId('preset-select').first().inputValue())
      .toBe('transfemoral-surface');
  });

  it('survives the loss of the server and comes back by itself', async () => {
    await open.service.stop('SIGKILL');
    await shows('connection-state', /reconnect|lost|offline|disconnected/i);
    open.service = await startService(['--preset', 'transhumeral-tmr'], open.service.port);
    await shows('connection-state', /live|connected/i);
    const before = await numberOf(open.page, 'trace-canvas', 'data-columns');
    await expect
      .poll(() => numberOf(open.page, 'trace-canvas', 'data-columns'), { timeout: 20_000 })
      .not.toBe(before);
  });

  it('raised no error on the way', () => {
    expect(open.problems).toEqual([]);
  });
});
