import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { decodeShared } from '../../web/data/share-link.js';

/** Go on to the next person, back to the typical one, and to the next again by the link that the page gave. */
export async function meetNextPerson(
  page: Page,
  shows: (testId: string, text: RegExp) => Promise<void>,
): Promise<void> {
  await page.getByRole('tab', { name: 'Person' }).click();
  await shows('person-title', /Person 0: the typical person/);
  await page.getByTestId('next-person').first().click();
  await shows('person-title', /Person 1: (wo)?man, \d\d years/);
  await page
    .getByText(/person 1: /)
    .first()
    .waitFor({ timeout: 20_000 });
  await expect
    .poll(async () => (await decodeShared(new URL(page.url()).hash)).patch, { timeout: 20_000 })
    .toMatchObject({ person: { number: 1 } });
  const link = page.url();
  await page.getByRole('button', { name: 'Typical' }).click();
  await shows('person-title', /Person 0/);
  await page.goto('about:blank');
  await page.goto(link);
  await expect
    .poll(() => page.getByTestId('person-number').first().inputValue(), { timeout: 30_000 })
    .toBe('1');
  await shows('decision', /\w/);
}
