import type { Browser, Page } from 'playwright-core';
import type { Shot } from './shots/shot.js';

/** Screens that people have. */
export const screens = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  wall: { width: 3840, height: 2160 },
} as const;
export type Screen = keyof typeof screens;
export type Scheme = 'light' | 'dark';

/** A new page on a screen. The caller closes its context. */
export async function pageOn(browser: Browser, screen: Screen, scheme: Scheme): Promise<Page> {
  const context = await browser.newContext({
    viewport: screens[screen],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    hasTouch: screen === 'phone',
  });
  return context.newPage();
}

/** Load a page on a live patient at `address`, and bring it to where a shot is. Nothing of the shot before is left. */
export async function openShot(
  page: Page,
  address: string,
  { hash, preset, go }: Shot,
  language: 'en' | 'de',
): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${address}/?lang=${language}#${hash}`);
  const live = page.getByTestId('connection-state').and(page.locator('[data-state="open"]')).first();
  const running = page.locator('myo-status[data-phase="running"]');
  await live.waitFor({ timeout: 60_000 });
  await running.waitFor({ state: 'attached', timeout: 60_000 });
  if (preset) {
    const chosen = page.getByTestId('preset-select').first();
    if ((await chosen.inputValue()) !== preset) {
      await chosen.selectOption(preset);
      await page.locator('myo-status:not([data-phase="running"])').waitFor({ state: 'attached' });
      await running.waitFor({ state: 'attached', timeout: 60_000 });
    }
  }
  await go?.(page);
}
