import { meetNextPerson } from './next-person.js';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputFile } from '../../server/recordings/input-file.js';
import { readZip } from '../../server/recordings/npz/zip-reader.js';
import { findChromium, launchChromium } from '../support/chromium.js';
import { startService } from '../support/service.js';
import { serveFolder, type StaticServer } from '../support/static-server.js';
import { streamedHere, streamedInPage } from '../support/streamed.js';

const site = resolve(import.meta.dirname, '../../dist/playground');
const streams = ['raw', 'truth', 'features', 'decisions', 'command', 'prosthesis'] as const;

describe.runIf(findChromium())('the playground in a real browser', () => {
  let server: StaticServer;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    server = await serveFolder(site, '/some/sub/path/');
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (said) => said.type() === 'error' && problems.push(said.text()));
    await page.goto(`${server.address}#lab`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const shows = (testId: string, text: RegExp): Promise<void> =>
    page.getByTestId(testId).first().filter({ hasText: text }).waitFor({ timeout: 30_000 });
  const joint = async (name: string): Promise<number> =>
    Number(await page.getByTestId(`joint-${name}`).first().getAttribute('data-value'));

  it('has a living patient on a plain file server, at a sub-path', async () => {
    await shows('connection-state', /live/i);
    await page.getByText('runs in your browser').first().waitFor();
    await page.getByTestId('decision').first().waitFor();
  });

  it('lets a held key become intent, decision and movement', async () => {
    await shows('decision', /rest|hand/i);
    const movement = (await joint('hand')) < 50 ? 'hand-close' : 'hand-open';
    const before = await joint('hand');
    const key = (await page.getByTestId(`intent-${movement}`).first().getAttribute('data-key')) ?? '';
    await page.keyboard.down(key);
    await shows('decision', movement === 'hand-close' ? /hand close/i : /hand open/i);
    await expect
      .poll(async () => Math.abs((await joint('hand')) - before), { timeout: 20_000 })
      .toBeGreaterThan(5);
    await page.keyboard.up(key);
  });

  it('records CSV with truth as a download, and offers no other format', async () => {
    await page.locator('#tab-recorder').click();
    const panel = page.locator('myo-recorder');
    await panel.locator('option').first().waitFor({ state: 'attached' });
    expect(await panel.locator('option').allTextContents()).toEqual([expect.stringContaining('CSV')]);
    await panel.getByRole('button', { name: 'Record' }).click();
    await panel.getByRole('button', { name: 'Stop' }).waitFor();
    await panel.getByPlaceholder(/Mark/).fill('moved');
    await panel.getByRole('button', { name: 'Mark now' }).click();
    await page.waitForTimeout(1000);
    await panel.getByRole('button', { name: 'Stop' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel
        .getByRole('link', { name: /\.zip$/ })
        .first()
        .click(),
    ]);
    const name = download.suggestedFilename();
    expect(name).toMatch(/^emg-.*\.zip$/);
    const folder = await mkdtemp(join(tmpdir(), 'myodesis-playground-'));
    const path = join(folder, name);
    await download.saveAs(path);
    const archive = await InputFile.open(path);
    try {
      const entries = await readZip(archive);
      const base = name.replace(/\.zip$/, '');
      expect(entries.map((entry) => entry.name).sort()).toEqual(
        ['.annotations.csv', '.csv', '.discharges.csv', '.truth.csv'].map((end) => base + end),
      );
      const text = async (end: string): Promise<string[]> => {
        const entry = entries.find((one) => one.name === base + end);
        return String(await archive.read(entry?.offset ?? 0, entry?.size ?? 0)).split('\n');
      };
      expect((await text('.csv'))[0]).toMatch(/^time_s,.*_uV$/);
      expect((await text('.csv')).length).toBeGreaterThan(1000);
      expect((await text('.truth.csv'))[0]).toMatch(/^time_s,movement,/);
      expect((await text('.annotations.csv')).join()).toContain('moved');
    } finally {
      await archive.close();
      await rm(folder, { recursive: true });
    }
  });

  it('meets the next person of the population, whom the link carries', () => meetNextPerson(page, shows));

  it('switches to another preset', async () => {
    await page.getByTestId('preset-select').first().selectOption('transfemoral-surface');
    await page.getByTestId('joint-knee').first().waitFor({ timeout: 30_000 });
  });

  it('has a muscle of its limb sewn elsewhere by hand', async () => {
    const knot = page.getByTestId('suture').first();
    await page.locator('myo-limb select').first().selectOption('1');
    const value = async (): Promise<number> => Number(await knot.getAttribute('aria-valuenow'));
    const before = await value();
    const box = await knot.boundingBox();
    if (!box) throw new Error('the suture has no place');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 20, box.y + box.height / 2 + 8, { steps: 4 });
    await page.mouse.up();
    await expect.poll(value).not.toBe(before);
  });

  it('makes a new patient by itself where the worker of the old one is gone, and puts theirs back', async () => {
    // Looked at on every frame: the state may last for a fraction of a second only.
    const state = await page.getByTestId('connection-state').first().elementHandle();
    const reconnects = page.waitForFunction(
      (element) => /reconnect/i.test(element?.textContent ?? ''),
      state,
    );
    const [patient] = page.workers().filter((worker) => worker.url().includes('patient-worker'));
    await patient.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('a crash on purpose');
        }),
    );
    await reconnects;
    await shows('connection-state', /live/i);
    await page.getByText(/ is back\./u).waitFor({ timeout: 30_000 });
    await page.getByTestId('joint-knee').first().waitFor({ timeout: 30_000 });
    expect(await page.getByTestId('preset-select').first().inputValue()).toBe('transfemoral-surface');
  });

  it('raised no error on the way', () => {
    expect(problems).toEqual([]);
  });

  it('asks for nothing but its own files', async () => {
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(asked.filter((name) => !name.startsWith(server.address) && !/^(data|blob):/.test(name))).toEqual(
      [],
    );
  });

  it.each(['transhumeral-tmr', 'transfemoral-surface', 'patient-journey'])(
    'gives the bits of the service: %s',
    async (preset) => {
      const file = readdirSync(join(site, 'assets')).find((name) => name.startsWith('patient-worker'));
      const samples = 6000;
      const there = streamedInPage(page, `${server.address}assets/${file}`, preset, streams, samples);
      const here = await streamedHere(preset, streams, samples);
      const got = await there;
      for (const stream of streams) {
        const expected = here[stream].filter(([index]) => index < samples);
        expect(expected[0][0]).toBeLessThan(1000);
        expect(expected.length).toBeGreaterThan(20);
        expect(
          got[stream].filter(([index]) => index < samples),
          stream,
        ).toEqual(expected);
      }
    },
  );

  it('is at /playground/ of the service', async () => {
    const service = await startService();
    const other = await browser.newPage();
    try {
      await other.goto(`${service.address}/playground`);
      expect(new URL(other.url()).pathname).toBe('/playground/');
      await other.getByTestId('connection-state').filter({ hasText: /live/i }).waitFor();
      await other.getByText('runs in your browser').waitFor();
    } finally {
      await other.close();
      await service.stop();
    }
  });
});
