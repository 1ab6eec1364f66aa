import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lessons } from '../../web/views/learn/lessons.js';
import { findChromium, launchChromium } from '../support/chromium.js';
import { startService, type Service } from '../support/service.js';

const [presenter, viewer] = ['presenter-of-these-tests', 'viewer-of-these-tests'];

/** A page elsewhere with a link into the service, as somebody is sent it. */
async function elsewhere(link: string): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<a href="${link}">come</a>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe.runIf(findChromium())('the page under its policy, in a real browser', () => {
  let service: Service;
  let browser: Browser;
  const broken: string[] = [];

  beforeAll(async () => {
    service = await startService(['--presenter-token', presenter, '--viewer-token', viewer]);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  /** A page that keeps what the policy forbade it. */
  async function open(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('console', (said) => {
      if (/content.security.policy/i.test(said.text())) broken.push(said.text());
    });
    return page;
  }

  const live = (page: Page): Promise<void> =>
    page.getByTestId('connection-state').first().filter({ hasText: /live/i }).waitFor({ timeout: 60_000 });

  it('shows every view, lesson and panel, and none breaks it', async () => {
    const page = await open(await browser.newContext({ viewport: { width: 1440, height: 900 } }));
    await page.goto(`${service.address}/?token=${presenter}#lab`);
    expect(page.url()).toBe(`${service.address}/#lab`);
    await live(page);
    await page.getByTestId('decision').first().waitFor();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await page.getByRole('tabpanel').first().waitFor();
    }
    for (const hash of ['demo', ...lessons.map(({ id }) => `learn/${id}`)]) {
      await page.goto(`${service.address}/#${hash}`);
      await page.getByRole('main').first().waitFor();
    }
    await page.goto(`${service.address}/playground/#lab`);
    await live(page);
    expect([...new Set(broken)]).toEqual([]);
  });

  it('would be heard of a style or a script within the page', async () => {
    const page = await open(await browser.newContext());
    await page.goto(`${service.address}/?token=${viewer}`);
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">red</p>'));
    await expect.poll(() => broken.length).toBeGreaterThan(0);
  });

  it('lets in by a link on another site, and keeps the token out of the address', async () => {
    const link = `http://127.0.0.1:${service.port}/?token=${viewer}#lab`;
    const server = await elsewhere(link);
    const { port } = server.address() as AddressInfo;
    const page = await open(await browser.newContext());
    await page.goto(`http://localhost:${port}/`);
    await page.getByText('come').click();
    await live(page);
    expect(page.url()).toBe(`${service.address}/#lab`);
    server.close();
  });
});
