import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../support/chromium.js';
import { startService, type Service } from '../support/service.js';
import { serveFolder, type StaticServer } from '../support/static-server.js';
import { StreamClient } from '../server/stream-client.js';

const site = resolve(import.meta.dirname, '../../dist/playground');
const preset = 'transhumeral-tmr';

const live = (page: Page): Promise<void> =>
  page.getByTestId('connection-state').and(page.locator('[data-state="open"]')).first().waitFor();
const person = (page: Page): Promise<string> => page.getByTestId('person-number').first().inputValue();
const hasPerson = (page: Page, number: string): Promise<void> =>
  expect.poll(() => person(page), { timeout: 30_000 }).toBe(number);
/** The address, once it carries a patient with changes, or without. */
async function carries(page: Page, changes: boolean): Promise<string> {
  await expect
    .poll(() => new URL(page.url()).hash, { timeout: 20_000 })
    .toMatch(changes ? /&p=[^&]+&s=/u : /&p=[^&]+$/u);
  return page.url();
}
/** The same page at another address, as if it had been typed. */
const paste = (page: Page, hash: string): Promise<unknown> => page.goto(new URL(hash, page.url()).href);

describe.runIf(findChromium())('the address of the page', () => {
  let service: Service;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(['--preset', preset]), launchChromium()]);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
    await page.goto(`${service.address}/?lang=en#demo`);
    await live(page);
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it('leads from view to view, back and forth, with the patient as they are', async () => {
    await carries(page, false);
    await page.getByTestId('next-person').first().click();
    await hasPerson(page, '1');
    await carries(page, true);
    // On a phone everything lies far down; another place begins at its top.
    await page.setViewportSize({ width: 390, height: 844 });
    const down = (): Promise<number> => page.evaluate(() => scrollY);
    await page.evaluate(() => scrollTo(0, 900));
    await expect.poll(down).toBeGreaterThan(500);
    await page.getByRole('link', { name: 'Learn', exact: true }).click();
    await page.locator('myo-learn').waitFor();
    await expect.poll(down).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goBack();
    await page.locator('myo-demo').waitFor();
    await page.goForward();
    await page.locator('myo-learn').waitFor();
    expect(await person(page)).toBe('1');
    expect(await carries(page, true)).toMatch(/\?lang=en#learn/u);
  });

  it('is the state: a clean one that is pasted gives the clean patient, and one with changes the changes', async () => {
    const changed = await carries(page, true);
    await paste(page, `#lab&p=${preset}`);
    await hasPerson(page, '0');
    await page.locator('myo-lab').waitFor();
    await paste(page, new URL(changed).hash);
    await hasPerson(page, '1');
    await paste(page, '#demo');
    await hasPerson(page, '0');
    await carries(page, false);
  });

  it('is refused in words where it is damaged, and changes nothing', async () => {
    await page.getByTestId('next-person').first().click();
    const phase = (name: string): Promise<void> =>
      page.locator(`myo-status[data-phase="${name}"]`).waitFor({ state: 'attached' });
    await phase('calibrating');
    await phase('running');
    await hasPerson(page, '1');
    const whole = new URL(await carries(page, true)).hash;
    await paste(page, whole.slice(0, -9));
    await page.getByText('incomplete or was altered').waitFor();
    await page.getByText('Copy the link again').waitFor();
    await paste(page, '#lab&p=nobody');
    await page.getByText('nobody here knows a patient named “nobody”').waitFor();
    expect(await person(page)).toBe('1');
  });

  it('is followed by every tab of the shared patient', async () => {
    const other = await page.context().newPage();
    try {
      await other.goto(`${service.address}/?lang=en#lab`);
      await live(other);
      // Whoever opens a bare link while others watch takes nothing from them.
      await other.getByTestId('notice-action').waitFor();
      expect(await person(other)).toBe('1');
      await other.getByTestId('notice-action').click();
      await hasPerson(other, '0');
      await hasPerson(page, '0');
      await carries(page, false);
    } finally {
      await other.close();
    }
  });

  it('speaks another language without losing view, tab or patient', async () => {
    await page.getByTestId('next-person').first().click();
    await hasPerson(page, '1');
    await page.getByRole('link', { name: 'Lab', exact: true }).click();
    await page.locator('#tab-recorder').click();
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('link', { name: 'Labor', exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.locator('#tab-recorder').getAttribute('aria-selected')).toBe('true');
    expect(await person(page)).toBe('1');
    expect(page.url()).toContain('?lang=de#lab');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Lab', exact: true }).waitFor();
    expect(page.url()).toContain('?lang=en#lab');
  });

  it('puts the patient back after the service began anew', async () => {
    // What a page has not met yet it cannot lose.
    await live(page);
    await hasPerson(page, '1');
    await carries(page, true);
    await service.stop('SIGKILL');
    await page.locator('[data-testid="connection-state"][data-state="waiting"]').first().waitFor();
    service = await startService(['--preset', 'transfemoral-surface'], service.port);
    await page.getByText(/The service began anew\. .* is back\./u).waitFor({ timeout: 60_000 });
    await hasPerson(page, '1');
    expect(await page.getByTestId('preset-select').first().inputValue()).toBe(preset);
  });

  it('offers the patient where somebody has changed the new one before', async () => {
    await service.stop('SIGKILL');
    // The page must not come back before somebody else did.
    await page.context().setOffline(true);
    service = await startService(['--preset', preset], service.port);
    const client = await StreamClient.connect(service.port);
    client.send({ op: 'patchScenario', patch: { seed: 4711 }, wait: true });
    await client.message('ok');
    client.socket.close();
    await page.context().setOffline(false);
    await page.getByText(/The service began anew, without/u).waitFor({ timeout: 60_000 });
    expect(await person(page)).toBe('0');
    await page.getByTestId('notice-action').click();
    await hasPerson(page, '1');
  });

  it('makes a private session anew with its patient, after the service began anew', async () => {
    const own = await browser.newPage();
    try {
      await own.goto(`${service.address}/?lang=en&session=new#demo&p=${preset}`);
      await live(own);
      await own.getByTestId('next-person').first().click();
      await hasPerson(own, '1');
      const before = new URL(await carries(own, true)).searchParams.get('session');
      await service.stop('SIGKILL');
      service = await startService(['--preset', 'transfemoral-surface'], service.port);
      await expect
        .poll(() => new URL(own.url()).searchParams.get('session'), { timeout: 60_000 })
        .not.toBe(before);
      await live(own);
      await hasPerson(own, '1');
      expect(new URL(own.url()).searchParams.get('lang')).toBe('en');
    } finally {
      await own.close();
    }
  });
});

describe.runIf(findChromium())('the address of the playground', () => {
  let server: StaticServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([serveFolder(site, '/'), launchChromium()]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('begins with whom the link carries, and puts them back where their worker is gone', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.address}?lang=en#demo&p=${preset}`);
    await live(page);
    await page.getByTestId('next-person').first().click();
    await hasPerson(page, '1');
    const link = await carries(page, true);
    await page.goto('about:blank');
    await page.goto(link);
    await hasPerson(page, '1');
    await page.locator('myo-status[data-phase="running"]').waitFor({ state: 'attached' });
    const [patient] = page.workers().filter((worker) => worker.url().includes('patient-worker'));
    await patient.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('a crash on purpose');
        }),
    );
    await page.getByText(/is back\./u).waitFor({ timeout: 60_000 });
    await hasPerson(page, '1');
    await paste(page, '#lab');
    await hasPerson(page, '0');
  });
});
