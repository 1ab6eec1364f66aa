import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../support/chromium.js';
import { startService } from '../support/service.js';
import { openShot, pageOn, turnTo } from './open-shot.js';
import { shots } from './shots/index.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Those of the same patient one after the other: another one takes some seconds to come. */
const ordered = shots
  .filter(({ pictureOnly }) => !pictureOnly)
  .sort((a, b) => (a.preset ?? '').localeCompare(b.preset ?? ''));

/** What breaks a rule, one line for each element. */
async function violations(page: Page, part: string | undefined): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe);
  // Selectors from the document down through the shadow trees to the part.
  const path = await page
    .locator(part ?? 'html')
    .first()
    .evaluate((element) => {
      const found: string[] = [];
      for (let at: Element | undefined = element; at;) {
        found.unshift(at.localName);
        const root: Node = at.getRootNode();
        at = root instanceof ShadowRoot ? root.host : undefined;
      }
      return found;
    });
  return page.evaluate(
    async ({ tags, path }) => {
      interface Result {
        readonly violations: readonly {
          readonly id: string;
          readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
        }[];
      }
      const { axe } = globalThis as unknown as {
        axe: { run(context: object, options: object): Promise<Result> };
      };
      const found = await axe.run(path.length > 1 ? { fromShadowDom: path } : document, {
        runOnly: { type: 'tag', values: tags },
        // What is read must be what is heard, for those who speak to their computer.
        rules: { 'label-content-name-mismatch': { enabled: true } },
        resultTypes: ['violations'],
      });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
      );
    },
    { tags: rules, path },
  );
}

describe.runIf(findChromium())('accessibility by axe', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium({ frameMs: 100 });
  });

  afterAll(() => browser?.close());

  // Each place on a large light and on a small dark screen, as size and scheme break different rules; every other one in
  // German. Coming to a place takes longer than looking at it twice.
  it('of every place, on a desk in light and on a phone in the dark', { timeout: 600_000 }, async () => {
    const service = await startService();
    const page = await pageOn(browser, 'desk', 'light');
    try {
      const broken: Record<string, string[]> = {};
      for (const [n, shot] of ordered.entries()) {
        await turnTo(page, 'desk', 'light');
        await openShot(page, service.address, shot, n % 2 === 0 ? 'en' : 'de');
        for (const [screen, scheme] of [
          ['desk', 'light'],
          ['phone', 'dark'],
        ] as const) {
          await turnTo(page, screen, scheme);
          const found = await violations(page, shot.part);
          if (found.length > 0) broken[`${shot.name}, ${screen}`] = found;
        }
      }
      expect(broken).toEqual({});
    } finally {
      await page.context().close();
      await service.stop();
    }
  });
});
