import type { Browser, Page } from 'playwright-core';
import { defaultPreset } from '../../src/scenario/presets/index.js';
import type { Page as Shown } from '../../web/data/page.js';
import type { Shot } from './shots/shot.js';

/** Screens that people have. */
export const screens = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  wall: { width: 3840, height: 2160 },
  beamer: { width: 1920, height: 1080 },
  tablet: { width: 768, height: 1024 },
  /** The desk at 200 %: half the room. */
  zoomed: { width: 720, height: 450 },
  /** As narrow as a page must fit into without a second way to scroll. */
  narrow: { width: 320, height: 640 },
} as const;
export type Screen = keyof typeof screens;
export type Scheme = 'light' | 'dark';

/** What a person's system asks for beside a scheme. */
export interface Looks {
  /** More contrast. */
  readonly contrast?: boolean;
  /** Colours of the system alone, as by Windows' contrast themes. */
  readonly forced?: boolean;
}

/** A new page on a screen. The caller closes its context. */
export async function pageOn(
  browser: Browser,
  screen: Screen,
  scheme: Scheme,
  { contrast = false, forced = false }: Looks = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: screens[screen],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    hasTouch: screen === 'phone',
    contrast: contrast ? 'more' : 'no-preference',
    forcedColors: forced ? 'active' : 'none',
  });
  return context.newPage();
}

/** Make a page one on another screen, where it stands. */
export async function turnTo(page: Page, screen: Screen, scheme: Scheme): Promise<void> {
  await page.setViewportSize(screens[screen]);
  await page.emulateMedia({ colorScheme: scheme });
}

/** Whether the clean patient of a preset lives in the page. */
async function isThere(preset: string): Promise<boolean> {
  const app = document.querySelector('myo-app') as (Element & { readonly page: Shown }) | null;
  // What was asked for shows at once in the dials; whose signal it is, the session says.
  if (app?.page.store.status?.phase !== 'running') return false;
  if (app.page.store.info?.scenario?.['preset'] !== preset) return false;
  return app.page.link.shows({ preset });
}

/** Load a page on a live patient at `address`, and bring it to where a shot is. Nothing of the shot before is left. */
export async function openShot(
  page: Page,
  address: string,
  { hash, preset = defaultPreset, go }: Shot,
  language: 'en' | 'de',
): Promise<void> {
  await page.goto('about:blank');
  // The link is the state: whatever was turned before, the patient is clean.
  const link = hash.includes('&') ? hash : `${hash}&p=${preset}`;
  await page.goto(`${address}/?lang=${language}#${link}`);
  const live = page.getByTestId('connection-state').and(page.locator('[data-state="open"]')).first();
  await live.waitFor({ timeout: 60_000 });
  // `waitForFunction` takes the promise of an answer for a yes.
  const until = Date.now() + 60_000;
  while (link !== hash && !(await page.evaluate(isThere, preset))) {
    if (Date.now() > until) throw new Error(`the patient of ${preset} did not come`);
    await page.waitForTimeout(100);
  }
  await go?.(page);
}
