import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { startService, type Service } from '../support/service.js';

/** The page of a service of its own, as one file of tests goes through it. */
export interface Opened {
  service: Service;
  page: Page;
  /** Errors that the page raised. */
  readonly problems: string[];
}

/** Open the Lab on a large screen before the tests of a file, and close everything after them. */
export function opened(preset: string): Opened {
  const all = { problems: [] as string[] } as Opened;
  let browser: Browser | undefined;

  beforeAll(async () => {
    all.service = await startService(['--preset', preset]);
    browser = await launchChromium();
    all.page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    all.page.on('pageerror', (error) => all.problems.push(error.message));
    await all.page.goto(`${all.service.address}/#lab`);
  });

  afterAll(async () => {
    await browser?.close();
    await all.service?.stop();
  });
  return all;
}
