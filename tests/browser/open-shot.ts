import type { Browser, Page } from 'playwright-core';
import type { Shot } from './shots/shot.js';

/** Screens that people have. */
export const screens = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  wall: { width: 3840, height: 2160 },
} as const;
export type Screen = keyof typeof screens;

export interface Seeing {
  readonly screen: Screen;
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'de';
}

/** A new page on a live patient at `address`, brought to where a shot is. The caller closes its context. */
export async function openShot(
  browser: Browser,
  address: string,
  shot: Shot,
  { screen, scheme, language }: Seeing,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: screens[screen],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    hasTouch: screen === 'phone',
  });
  const page = await context.newPage();
  const query = `lang=${language}`;
  await page.goto(`${address}/?${query}#${shot.hash}`);
  await page
    .getByTestId('connection-state')
    .and(page.locator('[data-state="open"]'))
    .first()
    .waitFor({ timeout: 60_000 });
  if (shot.preset) {
    const chosen = page.getByTestId('preset-select').first();
    if ((await chosen.inputValue()) !== shot.preset) {
      await chosen.selectOption(shot.preset);
      await page.locator('myo-status[data-phase="running"]').waitFor({ state: 'attached', timeout: 60_000 });
    }
  }
  await shot.go?.(page);
  return page;
}
