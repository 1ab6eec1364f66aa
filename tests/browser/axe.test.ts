import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../support/chromium.js';
import { startService, type Service } from '../support/service.js';
import { openShot } from './open-shot.js';
import { shots } from './shots/index.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What breaks a rule, one line for each element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    interface Result {
      readonly violations: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
      }[];
    }
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<Result> } };
    const found = await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
    );
  }, rules);
}

describe.runIf(findChromium())('accessibility by axe', () => {
  let service: Service;
  let browser: Browser;

  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), launchChromium()]);
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  // Each place on one large light and one small dark screen: size and scheme break different rules.
  it.each(
    shots.flatMap((shot) =>
      (
        [
          ['desk', 'light'],
          ['phone', 'dark'],
        ] as const
      ).map(([screen, scheme]) => ({ name: shot.name, shot, screen, scheme })),
    ),
  )('$name on a $screen, $scheme', { timeout: 90_000 }, async ({ shot, screen, scheme }) => {
    const page = await openShot(browser, service.address, shot, { screen, scheme, language: 'en' });
    try {
      expect(await violations(page)).toEqual([]);
    } finally {
      await page.context().close();
    }
  });
});
