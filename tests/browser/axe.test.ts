import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../support/chromium.js';
import { startService } from '../support/service.js';
import { openShot, pageOn } from './open-shot.js';
import { shots } from './shots/index.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Those of the same patient one after the other: another one takes some seconds to come. */
const ordered = shots
  .filter(({ pictureOnly }) => !pictureOnly)
  .sort((a, b) => (a.preset ?? '').localeCompare(b.preset ?? ''));

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
    const found = await axe.run({
      runOnly: { type: 'tag', values: tags },
      // What is read must be what is heard, for those who speak to their computer.
      rules: { 'label-content-name-mismatch': { enabled: true } },
      resultTypes: ['violations'],
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
    );
  }, rules);
}

describe.runIf(findChromium())('accessibility by axe', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser?.close());

  // Each place on one large light and one small dark screen, side by side: size and scheme break different rules.
  it.concurrent.each([
    ['desk', 'light', 'en'],
    ['phone', 'dark', 'de'],
  ] as const)('on a %s, %s, %s', { timeout: 300_000 }, async (screen, scheme, language) => {
    const service = await startService();
    const page = await pageOn(browser, screen, scheme);
    try {
      const broken: Record<string, string[]> = {};
      for (const shot of ordered) {
        await openShot(page, service.address, shot, language);
        const found = await violations(page);
        if (found.length > 0) broken[shot.name] = found;
      }
      expect(broken).toEqual({});
    } finally {
      await page.context().close();
      await service.stop();
    }
  });
});
